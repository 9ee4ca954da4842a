import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { z } from "zod";
import { mustExist } from "../../shared/assert.ts";
import { calls } from "../../shared/contract/calls.ts";
import { type AnyChannel, type CallTable, type Fault, universalCodes } from "../../shared/contract/channel.ts";
import { type ErrorCode, errorCodes } from "../../shared/contract/errors.ts";
import type { Result } from "../../shared/result.ts";
import { isTextKey, locales, patternOf } from "../../shared/strings/text.ts";
import { must } from "../support/must.ts";
import { type Scene, setScene } from "../support/scene.ts";
import { startTestEngine, type TestEngine } from "../support/test-engine.ts";
import type { Examples } from "./example-types.ts";
import { answerDialogs, examplesFor } from "./examples.ts";

const table: CallTable = calls;
const channels = new Map<string, AnyChannel>(
  Object.entries(table).flatMap(([area, verbs]) =>
    Object.entries(verbs).map(([verb, channel]) => [`${area}.${verb}`, channel] as const),
  ),
);

let kura: TestEngine;
let scene: Scene;
let examples: Examples;
before(async () => {
  kura = await startTestEngine();
  scene = await setScene(kura);
  examples = examplesFor(scene, { importId: await scene.triedImport(), answerRevision: 1 });
});
after(() => kura.close());

function requests(): [name: string, request: unknown][] {
  return Object.entries(examples).flatMap(([area, verbs]) =>
    Object.entries(verbs).map(([verb, request]): [string, unknown] => [`${area}.${verb}`, request]),
  );
}

function call(name: string, request: unknown): Promise<Result<unknown, Fault>> {
  answerDialogs(scene, name);
  return kura.engine.dispatch(name, request);
}

/** Calls whose example cannot succeed on the scene, with the refusal it must get. */
const refused: Readonly<Record<string, ErrorCode>> = {
  // Nobody has chosen a certificate in this scene, so there is nothing to trust or to forget.
  "verification.readIssuer": "cancelled",
  "verification.trustIssuer": "root-rejected",
  "verification.forgetIssuer": "root-rejected",
  // No such file was begun.
  "profile.remapImport": "unknown-import",
  "profile.finishImport": "unknown-import",
  "profile.undoImport": "unknown-import",
  // The person at the keyboard reviews and keeps house; approving and recording are for others.
  "decision.answer": "not-permitted",
  "decision.recordCommittee": "not-permitted",
  "paper.countersign": "not-permitted",
  // The pack that was opened goes by an id of its own.
  "lists.acceptSigner": "unknown-import",
  "lists.tryPacked": "unknown-import",
  // Nobody has begun to practise.
  "scorecard.wrong": "unknown-score-run",
  "practice.answer": "unknown-practice",
  "practice.finish": "unknown-practice",
  "practice.review": "unknown-practice",
  "practice.drop": "unknown-practice",
  // Nobody of the scene may read the case a second time.
  // A second person and lists that changed are scenes of their own.
  "screening.confirm": "verdict-changed",
  "screening.seeNotice": "unknown-notice",
  "second.ask": "second-reader-refused",
  "second.withdraw": "unknown-second-review",
  "second.open": "unknown-second-review",
  "second.record": "unknown-second-review",
  "second.handIn": "unknown-second-review",
  "second.compare": "unknown-second-review",
  "second.settle": "unknown-second-review",
  // Nothing waits to be settled.
  "intake.settle": "unknown-upload",
  // No file was read before, and the draft became a version.
  "templates.finishImport": "unknown-import",
  "templates.dropDraft": "stale-revision",
  // The case is on this very version, and never was on another.
  "templates.upgrade": "template-unchanged",
  "templates.lookedAgain": "unknown-question",
  "questionnaires.merge": "unknown-import",
  "questionnaires.undo": "unknown-reply",
  // Nobody chooses a folder to restore to.
  "backup.restore": "cancelled",
  // The second person has a key already, and keeps it.
  "people.giveKey": "unknown-person",
  // No kit was drawn, none is in force, and one sheet is too few.
  "recovery.confirmSheet": "no-recovery-kit",
  "recovery.enforce": "no-recovery-kit",
  "recovery.rehearse": "no-recovery-kit",
  "recovery.open": "shares-insufficient",
  "recovery.restore": "recovery-refused",
  // The case is looked into more deeply than a run allows, and its record is another than the one named.
  "checklist.beginRun": "run-refused",
  "scope.sign": "stale-revision",
  // The file that the dialog gives is no key file.
  "identity.importPkcs12": "identity-rejected",
};

test("every call of the table has an example, and no example lacks a call", () => {
  assert.deepEqual(
    requests()
      .map(([name]) => name)
      .toSorted(),
    [...channels.keys()].toSorted(),
  );
});

test("every example is answered by its handler, and every answer fits its schema to the last field", async () => {
  for (const [name, request] of requests()) {
    const outcome = await call(name, request);
    const expected = refused[name] ?? "ok";
    assert.equal(outcome.ok ? "ok" : outcome.error.code, expected, `${name} ${JSON.stringify(outcome)}`);
    if (!outcome.ok) continue;
    // `AnyChannel` says `any` so that it admits every schema; a schema is what each of them is.
    const schema = mustExist(channels.get(name), name).response as z.ZodType;
    assert.deepEqual(schema.parse(JSON.parse(JSON.stringify(outcome.value))), jsonOf(outcome.value), name);
  }
});

function jsonOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

test("a field that the call does not know is refused beside a good example, at the top and inside", async () => {
  must(await kura.host.vault.unlock({ vaultId: scene.vaultId, passphrase: scene.desk.passphrase }));
  const links = await trailLength();
  for (const [name, request] of requests()) {
    for (const spoilt of withStrayField(request)) {
      const outcome = await call(name, spoilt);
      assert.equal(outcome.ok ? "ok" : outcome.error.code, "bad-request", name);
    }
  }
  assert.equal(await trailLength(), links, "a refused request left a trace");
});

async function trailLength(): Promise<number> {
  return must(await kura.host.trail.list({ dossierId: null, before: null, limit: 1 })).head.count;
}

/** The request with a stray field in each of its objects in turn. Records take any key that fits, so they are left out. */
function withStrayField(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return list.flatMap((item, at) => withStrayField(item).map((spoilt) => list.with(at, spoilt)));
  }
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, inner]) =>
    key === "draft" || key === "file" ? [] : withStrayField(inner).map((spoilt) => ({ ...value, [key]: spoilt })),
  );
  return [{ ...value, strayField: "x" }, ...inside];
}

describe("the codes a call may answer with", () => {
  for (const locale of locales) {
    test(`have words in ${locale}, of their own, and other words than in the other language`, () => {
      const used = new Set<ErrorCode>([...universalCodes, ...[...channels.values()].flatMap(({ errors }) => errors)]);
      const seen = new Map<string, string>();
      for (const code of used) {
        const key = `error.${code}`;
        assert.ok(code in errorCodes && isTextKey(key), code);
        const words = patternOf(locale, key);
        assert.ok(words.trim().length > 5, code);
        assert.equal(seen.get(words), undefined, `${code} has the words of another code`);
        assert.notEqual(patternOf("ja", key), patternOf("en", key), code);
        seen.set(words, code);
      }
    });
  }
});
