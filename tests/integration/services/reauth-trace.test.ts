import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { AuditEntry } from "../../../shared/domain/audit.ts";
import { createNamer } from "../../../shared/domain/content/names.ts";
import { createText } from "../../../shared/strings/text.ts";
import { eventDetails, eventSentence } from "../../../shared/strings/trail-sentences.ts";
import { must } from "../../support/must.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

let kura: TestEngine;
const wrong = "違う言葉を入れてみる 2026";

before(async () => {
  kura = await startTestEngine();
  await createVault(kura.host);
});
after(() => kura.close());

async function latest(): Promise<AuditEntry> {
  const [entry] = must(await kura.host.trail.list({ dossierId: null, before: null, limit: 1 })).entries;
  if (entry === undefined) throw new Error("the trail is empty");
  return entry;
}

const asks: Readonly<Record<string, () => Promise<{ readonly ok: boolean }>>> = {
  trail: () => kura.host.trail.export({ format: "csv", locale: "ja", purpose: "request", passphrase: wrong }),
  identity: () => kura.host.identity.create({ name: "髙﨑 𠮷", passphrase: wrong }),
  vault: () => kura.host.vault.changePassphrase({ current: wrong, next: "まったく新しい石垣の鍵 2026" }),
  keys: () => kura.host.keys.rotate({ passphrase: wrong }),
  people: () =>
    kura.host.people.add({
      person: { displayName: "葛󠄀城 ﾊﾅｺ", unit: "", roles: ["approver"] },
      newPassphrase: "二人目の鍵は松の枝の上 2026",
      passphrase: wrong,
    }),
};

for (const [area, ask] of Object.entries(asks))
  test(`a wrong passphrase for ${area} leaves one trace that names the area and the person`, async () => {
    const before = (await latest()).sequence;
    const answered = await ask();
    assert.equal(answered.ok, false);
    const entry = await latest();
    assert.deepEqual(
      [entry.sequence, entry.kind, entry.details, entry.actorId !== null],
      [before + 1, "reauth-failed", { area }, true],
    );
  });

test("the right passphrase leaves none", async () => {
  must(await kura.host.identity.create({ name: "髙﨑 𠮷", passphrase: testPassphrase }));
  assert.notEqual((await latest()).kind, "reauth-failed");
});

test("a wrong passphrase at the unlocking is counted there and not here", async () => {
  const [known] = must(await kura.host.vault.status({})).vaults;
  const vaultId = known?.vaultId ?? "";
  must(await kura.host.vault.lock({}));
  assert.equal(codeOf(await kura.host.vault.unlock({ vaultId, passphrase: wrong })), "wrong-passphrase");
  must(await kura.host.vault.unlock({ vaultId, passphrase: testPassphrase }));
  const { entries } = must(await kura.host.trail.list({ dossierId: null, before: null, limit: 3 }));
  assert.deepEqual(
    entries.flatMap(({ kind }) => (kind === "reauth-failed" || kind === "unlock-failed" ? [kind] : [])),
    ["unlock-failed"],
  );
});

test("the trace is a sentence in both languages", async () => {
  assert.equal(codeOf(await kura.host.keys.rotate({ passphrase: wrong })), "wrong-passphrase");
  const entry = await latest();
  const content = must(await kura.host.content.get({}));
  for (const [locale, sentence, detail] of [
    ["ja", /パスフレーズが違った/u, "金庫の鍵"],
    ["en", /wrong passphrase/u, "vault key"],
  ] as const) {
    const speaker = { text: createText(locale), nameOf: createNamer(content, locale) };
    assert.match(eventSentence(speaker, entry), sentence);
    assert.deepEqual(eventDetails(speaker, entry), [detail]);
  }
});
