import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { PracticeSheet } from "../../../shared/contract/calls/practice.ts";
import { must } from "../../support/must.ts";
import { addPerson, asPerson } from "../../support/second-person.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

const other = { displayName: "髙﨑 𠮷", unit: "架空室", passphrase: "練習する人の鍵は縁側の下 2026" } as const;

let kura: TestEngine;
before(async () => {
  kura = await startTestEngine();
  await createVault(kura.host);
  await addPerson({ host: kura.host, passphrase: testPassphrase }, { ...other, roles: ["administrator"] });
});
after(() => kura.close());

async function answerAll({ attemptId, items }: PracticeSheet): Promise<void> {
  for (const { id } of items) {
    const itemId = id as never; // The sheet's own id.
    must(await kura.host.practice.answer({ attemptId, itemId, answer: "none", confidence: 70, seconds: 30 }));
  }
}

test("a sheet holds papers and questions and nothing of the truth", async () => {
  const sheet = must(await kura.host.practice.begin({ caseId: "PR2" }));
  assert.ok(sheet.materials.length > 2 && sheet.items.length === 8);
  assert.ok(!JSON.stringify(sheet).includes('"cues"') && !JSON.stringify(sheet).includes('"truth"'));
});

test("an attempt goes on where it was left, and is finished once", async () => {
  const sheet = must(await kura.host.practice.begin({ caseId: "PR1" }));
  const { attemptId } = sheet;
  assert.equal(codeOf(await kura.host.practice.finish({ attemptId, recommended: "accept" })), "practice-unfinished");
  assert.equal(codeOf(await kura.host.practice.review({ attemptId })), "practice-unfinished");
  await answerAll(sheet);
  const again = must(await kura.host.practice.begin({ caseId: "PR1" }));
  assert.deepEqual([again.attemptId, again.answers.length], [attemptId, sheet.items.length]);
  const review = must(await kura.host.practice.finish({ attemptId, recommended: "accept" }));
  assert.deepEqual([review.right, review.items, review.secondsUsed], [6, 6, 180]);
  assert.deepEqual([review.recommended, review.trueRecommendation], ["accept", "accept"]);
  assert.equal(codeOf(await kura.host.practice.finish({ attemptId, recommended: "avoid" })), "practice-finished");
  const late = { attemptId, itemId: "P-A1" as never, answer: "serious", confidence: 99, seconds: 1 } as const;
  assert.equal(codeOf(await kura.host.practice.answer(late)), "practice-finished");
  assert.deepEqual(must(await kura.host.practice.review({ attemptId })), review);
});

test("nobody else sees an attempt, not even whoever keeps house, and the trail tells none", async () => {
  const sheet = must(await kura.host.practice.begin({ caseId: "PR3" }));
  const { attemptId } = sheet;
  await asPerson({ host: kura.host, passphrase: testPassphrase }, other.passphrase, async () => {
    assert.deepEqual(must(await kura.host.practice.list({})).attempts, []);
    assert.equal(codeOf(await kura.host.practice.review({ attemptId })), "unknown-practice");
    assert.equal(codeOf(await kura.host.practice.drop({ attemptId })), "unknown-practice");
    const { entries } = must(await kura.host.trail.list({ dossierId: null, before: null, limit: 200 }));
    assert.ok(entries.length > 0 && entries.every(({ kind }) => !kind.includes("practice")));
  });
  assert.ok(must(await kura.host.practice.list({})).attempts.some(({ id }) => id === attemptId));
});

test("an attempt survives a lock and can be forgotten by its owner", async () => {
  const { attempts } = must(await kura.host.practice.list({}));
  assert.ok(attempts.length >= 3);
  for (const { id: attemptId } of attempts) must(await kura.host.practice.drop({ attemptId }));
  assert.deepEqual(must(await kura.host.practice.list({})).attempts, []);
});
