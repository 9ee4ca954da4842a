import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { z } from "zod";
import { mustExist } from "../../../shared/assert.ts";
import { calls } from "../../../shared/contract/calls.ts";
import { type AnyChannel, type CallTable, type Fault, universalCodes } from "../../../shared/contract/channel.ts";
import type { ImportId } from "../../../shared/domain/ids.ts";
import type { TemplateDraft } from "../../../shared/domain/office-template.ts";
import { subjectFieldName } from "../../../shared/domain/restricted.ts";
import type { Result } from "../../../shared/result.ts";
import type { Examples } from "../../contract/example-types.ts";
import { answerDialogs, examplesFor } from "../../contract/examples.ts";
import { type HostileText, hostileTexts } from "../../support/hostile-texts.ts";
import { must } from "../../support/must.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { startTestEngine, type TestEngine } from "../../support/test-engine.ts";
import { stringPathsIn } from "./string-paths.ts";

let kura: TestEngine;
let scene: Scene;
let examples: Examples;
before(async () => {
  kura = await startTestEngine();
  scene = await setScene(kura);
  examples = examplesFor(scene, { importId: await scene.triedImport(), answerRevision: 1 });
});
after(() => kura.close());

const table: CallTable = calls;
type Path = readonly (string | number)[];

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

function withValue(value: unknown, path: Path, text: string): unknown {
  const copy: unknown = structuredClone(value);
  const holder = valueAt(copy, path.slice(0, -1));
  assert.ok(typeof holder === "object" && holder !== null, "the example has no such field");
  Object.defineProperty(holder, path.at(-1) ?? "", { value: text, enumerable: true, configurable: true });
  return copy;
}

/** An import that has been tried and not finished; reading a file takes a process of its own, so one serves long. */
let importId: ImportId | undefined;

/** Requests age as calls succeed: revisions move on, imports end. */
async function freshExample(name: string): Promise<unknown> {
  const { host } = kura;
  const { dossierId, decidedId, itemId, evidenceId, subjectId } = scene;
  const [area = "", verb = ""] = name.split(".");
  const example = valueAt(examples, [area, verb]);
  const add = (fields: object): unknown => ({ ...Object(example), ...fields });
  switch (name) {
    case "checklist.record": {
      const { answers } = must(await host.checklist.open({ dossierId }));
      return add({ baseRevision: answers.find((answer) => answer.itemId === itemId)?.revision });
    }
    case "evidence.change": {
      const { evidence } = must(await host.evidence.list({ dossierId }));
      return add({ revision: evidence.find((one) => one.id === evidenceId)?.revision });
    }
    case "dossiers.changeSubject": {
      const { subjects } = must(await host.dossiers.get({ dossierId }));
      return add({ revision: subjects.find((subject) => subject.id === subjectId)?.revision });
    }
    case "templates.saveDraft":
      return add({ file: filledDraft(scene.template) });
    case "paper.setSections":
      return add({ baseRevision: must(await host.paper.sections({ dossierId: decidedId, locale: "ja" })).revision });
    case "screening.tryImport":
    case "screening.finishImport":
      importId ??= await scene.triedImport();
      return add({ importId });
    default:
      return example;
  }
}

/** A draft in which every field that may be left out is there; it need not be fit to be published. */
function filledDraft({ hash: _hash, ...file }: Scene["template"]): TemplateDraft {
  const words = { ja: "架空", en: "Invented" };
  const [field, ...fields] = file.intake;
  const [section, ...sections] = file.sections;
  const [item, ...items] = mustExist(section, "a template has sections").items;
  const first = { ...mustExist(item, "a section has items"), externalRef: ["1-1"] };
  const point = { point: "架空の観点", origin: "added" as const };
  return {
    ...file,
    tfPointNote: words,
    intake: [
      { ...mustExist(field, "a template asks at intake"), sensitivity: "personal", purpose: "fefa_only" },
      ...fields,
    ],
    sections: [
      { ...mustExist(section, "a template has sections"), items: [{ ...first, taskForce: point }, ...items] },
      ...sections,
    ],
    hidden: [{ section: { id: "X", title: words, at: 0 }, at: 0, item: { ...first, id: "X-1", taskForce: point } }],
  };
}

/** Puts back what a call changed so that the next one finds the scene as it was. */
async function putBack(name: string, request: unknown, succeeded: boolean): Promise<void> {
  const { host } = kura;
  const { passphrase } = scene.desk;
  // Opening another vault locks the one at hand first, also when the other does not open.
  if (must(await host.vault.status({})).openVaultId !== scene.vaultId)
    must(await host.vault.unlock({ vaultId: scene.vaultId, passphrase }));
  if (!succeeded) return;
  if (name === "screening.finishImport") importId = undefined;
  if (name === "vault.changePassphrase") {
    const current = String(valueAt(request, ["next"]));
    must(await host.vault.changePassphrase({ current, next: passphrase }));
  }
  if (name === "decision.record") {
    const reason = "試験のために決定前の段階へ戻し、同じ案件をもう一度使う。";
    must(await host.dossiers.move({ dossierId: scene.dossierId, to: "in-enquiry", reason }));
  }
}

/** Calls that derive a key or start a process each time: every fourth text, another quarter for each field in turn. */
const slowCalls = /^(?:vault|identity|verification)\.|^screening\.(?:try|finish)Import$/;

/** Whoever is asked for the passphrase again waits for a key derivation at each call. */
const asksAgain = (paths: readonly Path[]): boolean => paths.some((path) => /passphrase$/i.test(String(path.at(-1))));

function textsFor(name: string, position: number, paths: readonly Path[]): readonly HostileText[] {
  if (!(slowCalls.test(name) || asksAgain(paths)) || process.env["KURA_ROUNDS"] !== undefined) return hostileTexts;
  return hostileTexts.filter((_, at) => at % 4 === position % 4);
}

const calledWithoutVault = ["vault.lock"];
const refusedAtTheDoor = ["bad-request", "text-invalid", "text-too-long"];

for (const [area, verbs] of Object.entries(table)) {
  for (const [verb, channel] of Object.entries(verbs)) {
    const name = `${area}.${verb}`;
    if (calledWithoutVault.includes(name)) continue;
    // `AnyChannel` says `any` so that it admits every schema; a schema is what each of them is.
    const paths = stringPathsIn(channel.request as z.core.$ZodType);
    if (paths.length === 0) continue;
    test(`${name} keeps or refuses any text in each of its ${paths.length} text fields`, async () => {
      for (const [position, path] of paths.entries())
        await tryAll({ name, channel, path, texts: textsFor(name, position, paths) });
    });
  }
}

async function tryAll(field: {
  name: string;
  channel: AnyChannel;
  path: Path;
  texts: readonly HostileText[];
}): Promise<void> {
  const { name, channel, path, texts } = field;
  for (const hostile of texts) {
    const request = withValue(await freshExample(name), path, hostile.text);
    const links = await trailLength();
    answerDialogs(scene, name);
    const outcome = await kura.engine.dispatch(name, request);
    assertExpected(outcome, channel, `${name} ${path.join(".")}: ${hostile.name}`);
    await putBack(name, request, outcome.ok);
    if (!outcome.ok && refusedAtTheDoor.includes(outcome.error.code))
      assert.equal(await trailLength(), links, `${name} ${path.join(".")}: a refused text left a trace`);
  }
  for (const answers of Object.values(kura.answers)) answers.length = 0;
}

function assertExpected(outcome: Result<unknown, Fault>, { errors }: AnyChannel, what: string): void {
  if (outcome.ok) return;
  const { code } = outcome.error;
  assert.notEqual(code, "internal", what);
  assert.ok([...errors, ...universalCodes].includes(code), `${what}: ${code}`);
}

async function trailLength(): Promise<number> {
  return must(await kura.host.trail.list({ dossierId: null, before: null, limit: 1 })).head.count;
}

test("after all of it the trail is whole, and everything that was kept can be read, scored and drawn", async () => {
  const { host } = kura;
  const { decidedId, dossierId } = scene;
  assert.equal(must(await host.trail.check({})).verdict, "whole");
  for (const { id } of must(await host.dossiers.list({})).rows) {
    must(await host.dossiers.get({ dossierId: id }));
    must(await host.checklist.open({ dossierId: id }));
  }
  must(await host.dossiers.waiting({}));
  must(await host.risk.assess({ dossierId }));
  for (const locale of ["ja", "en"] as const) {
    const drawn = await host.paper.preview({ dossierId: decidedId, locale });
    if (!drawn.ok) assert.ok(["glyph-missing", "paper-over-limit"].includes(drawn.error.code), drawn.error.code);
  }
});

for (const { name, text } of hostileTexts) {
  test(`a title, a fact and a note take ${name} to the last unit, or not at all`, async () => {
    const { host } = kura;
    const subject = { kind: "person", role: "principal", country: "", identifiers: [], note: text } as const;
    const names = [{ kind: "primary" as const, text: "𠮷" }];
    const before = must(await host.dossiers.list({})).rows.length;
    const made = await host.dossiers.create({
      kind: "person",
      title: text,
      subject: { ...subject, identifiers: [], names },
    });
    if (!made.ok) {
      assert.equal(must(await host.dossiers.list({})).rows.length, before);
      return;
    }
    const stored = must(await host.dossiers.get({ dossierId: made.value.id }));
    assert.equal(stored.title, text);
    const subjectId = mustExist(stored.subjects[0], "the subject").id;
    // A note is shown to whoever gives the passphrase again.
    const field = subjectFieldName(subjectId, "note");
    const wish = { dossierId: made.value.id, field, passphrase: scene.desk.passphrase };
    assert.equal(must(await host.dossiers.reveal(wish)).value, text);
  });
}
