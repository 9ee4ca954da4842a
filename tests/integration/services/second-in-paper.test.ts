import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { readPaper } from "../../../electron/pdf/paper/read-paper.ts";
import { hashOf } from "../../../electron/services/decision-service.ts";
import { FrozenGround } from "../../../electron/services/paper/paper-source.ts";
import { secondPart } from "../../../electron/services/paper/second-part.ts";
import { createTables, openCaseKeys } from "../../../electron/vault/tables/all.ts";
import { mustExist } from "../../../shared/assert.ts";
import type { DossierId, ItemId, PersonId, SecondReviewId } from "../../../shared/domain/ids.ts";
import type { SettledBy, SettledFor } from "../../../shared/domain/second-review.ts";
import type { Locale } from "../../../shared/strings/text.ts";
import { samplePaper } from "../../fixtures/paper/sample-paper.ts";
import { must } from "../../support/must.ts";
import { answeredCase, proposal } from "../../support/paper-scene.ts";
import { as, beFounder, cast, letCastIn, openBeside, type Part } from "../../support/restricted-scene.ts";
import { createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";
import { testPorts } from "../vault/scratch-vault.ts";

const why = "二人で原資料を読み直し、記載の時期を確かめた結果による。";

let kura: TestEngine;
let dossierId: DossierId;
let people: Readonly<Record<Part, PersonId>>;
let items: ItemId[];
let founder: string;
let left: SecondReviewId;
before(async () => {
  kura = await startTestEngine();
  await createVault(kura.host);
  people = await letCastIn(kura);
  dossierId = (await answeredCase(kura.host)).id;
  items = must(await kura.host.checklist.open({ dossierId })).answers.map(({ itemId }) => itemId);
  founder = mustExist(must(await kura.host.vault.status({})).personName, "somebody at the keyboard");
});
after(() => kura.close());

/** Pages as somebody reads them, without the breaks and selectors that a page sets. */
async function pages(locale: Locale): Promise<string> {
  const { pdf } = must(await kura.host.paper.preview({ dossierId, locale }));
  const path = join(kura.folder, `${locale}.pdf`);
  writeFileSync(path, Buffer.from(pdf, "base64"));
  return bare(execFileSync("pdftotext", [path, "-"], { encoding: "utf8", maxBuffer: 1 << 26 }));
}

const bare = (text: string): string => text.normalize("NFC").replaceAll(/\s|\p{Variation_Selector}/gu, "");
const has = (page: string, sentence: string): void =>
  assert.ok(page.includes(bare(sentence)), `not printed: ${sentence}`);

/** Stands in the paper once for each second review; the trail speaks of asking in other words. */
const mark = "互いの回答が見えない状態で";

async function ask(asked: ItemId[]): Promise<SecondReviewId> {
  return must(await kura.host.second.ask({ dossierId, readerId: people.named, items: asked, note: "" })).id;
}

async function handIn(reviewId: SecondReviewId, choices: ReadonlyMap<ItemId, string>): Promise<void> {
  await as(kura, "named", async () => {
    for (const [itemId, answer] of choices)
      must(await kura.host.second.record({ dossierId, reviewId, itemId, baseRevision: 0, patch: { answer } }));
    must(await kura.host.second.handIn({ dossierId, reviewId }));
  });
}

async function settle(reviewId: SecondReviewId, place: number, settledFor: SettledFor, settledBy: SettledBy) {
  const itemId = mustExist(items[place], "an item");
  const how = { settledFor, settledBy, answer: null, unknownReason: null };
  must(await kura.host.second.settle({ dossierId, reviewId, itemId, ...how, reason: why }));
}

test("the paper says nothing of a second review where there was none, where it was called off and while it is open", async () => {
  const none = await pages("ja");
  assert.ok(none.includes("調査の範囲と限界") && !none.includes(mark));
  const reviewId = await ask(items);
  assert.ok(!(await pages("ja")).includes(mark));
  must(await kura.host.second.withdraw({ dossierId, reviewId, reason: why }));
  assert.ok(!(await pages("ja")).includes(mark));
});

test("it says who answered, over how many items, how far they agreed and what became of each difference, in both languages", async () => {
  const reviewId = await ask(items);
  await handIn(reviewId, new Map(items.map((itemId, place) => [itemId, place < 3 ? "minor" : "none"])));
  const { agreement } = must(await kura.host.second.compare({ dossierId, reviewId }));
  const kappa = mustExist(agreement.kappa, "a figure").toFixed(2);
  const ac1 = mustExist(agreement.ac1, "a figure").toFixed(2);
  const same = String(items.length - 3);
  await settle(reviewId, 0, "first", "together");
  const open = await pages("ja");
  has(open, `${founder}と${cast.named.displayName}が、互いの回答が見えない状態で、${items.length}項目に回答した。`);
  has(open, `一致は${same}項目、コーエンのκは${kappa}、グウェットのAC1は${ac1}。`);
  has(open, "相違は3項目。うち1項目は二人の協議で決めた。");
  has(open, "2項目は、まだ決していない。");
  await settle(reviewId, 1, "first", "together");
  await as(kura, "other", () => settle(reviewId, 2, "first", "third-person"));
  const ja = await pages("ja");
  has(ja, `うち2項目は二人の協議で決めた。うち1項目は第三者（${cast.other.displayName}）が決めた。`);
  has(ja, "内訳は、第一の確認による3、第二の確認による0、別の回答による0。");
  assert.ok(!ja.includes("まだ決していない"));
  const en = await pages("en");
  has(en, `${founder} and ${cast.named.displayName} answered with each other’s answers hidden`);
  has(en, `items answered by both: ${items.length}. Same answer: ${same}; Cohen’s κ: ${kappa}; Gwet’s AC1: ${ac1}.`);
  has(en, `Differences: 3. Settled by the two together: 2. Settled by a third person (${cast.other.displayName}): 1.`);
  has(en, "3 from the first reading, 0 from the second, 0 new.");
});

test("what was decided on is frozen: a review handed in after the decision adds nothing to the paper", async () => {
  left = await ask(items.slice(0, 5));
  const before = await pages("ja");
  must(await kura.host.decision.record({ dossierId, decision: proposal }));
  await handIn(left, new Map(items.slice(0, 5).map((itemId) => [itemId, "none"])));
  const after = await pages("ja");
  assert.equal(after.split(mark).length, 2);
  has(after, `${items.length}項目に回答した`);
  assert.equal(before.split(mark).length, 2);
  assert.equal(must(await kura.host.second.list({ dossierId })).reviews[0]?.state, "settled");
});

test("it is under the decision's hash, and a decision from before it was frozen still reads and says nothing", async () => {
  const [decision] = must(await kura.host.decision.list({ dossierId })).decisions;
  must(await kura.host.vault.lock({}));
  const vault = await openBeside(kura, testPassphrase);
  try {
    const keys = openCaseKeys(vault, testPorts.random);
    keys.free(dossierId);
    const stored = createTables(vault.db, keys).decisions.snapshotOf(mustExist(decision, "a decision").id);
    assert.equal(hashOf(stored), decision?.snapshotHash);
    const ground = FrozenGround.parse(stored);
    assert.equal(ground.file.seconds.length, 1);
    // Safe: the ground was parsed from this very object.
    const { seconds: _seconds, ...file } = (stored as { file: Record<string, unknown> }).file;
    const old = { ...(stored as object), file };
    assert.notEqual(hashOf(old), decision?.snapshotHash);
    assert.deepEqual(FrozenGround.parse(old).file.seconds, []);
  } finally {
    vault.close();
    await beFounder(kura);
  }
});

test("figures that are not defined and figures below zero are data of a paper, and no review leaves the paper's data as it was", () => {
  const one = {
    number: 1,
    firstNames: ["髙﨑 𠮷", "髙﨑 𠮷\n", "葛󠄀城 ﾊﾅｺ"],
    readerName: "長".repeat(300),
    items: 2,
    agreed: 0,
    kappa: -0.001,
    ac1: -0.3333,
    conflicts: 2,
    settlements: [],
  };
  const drawn = (seconds: readonly (typeof one | (Omit<typeof one, "kappa"> & { kappa: null }))[]) =>
    secondPart({ file: { seconds } as never }); // Only these of the file are read.
  assert.deepEqual(drawn([]), {});
  const [some] = drawn([one]).secondReviews ?? [];
  assert.deepEqual([some?.kappaHundredths, some?.ac1Hundredths], [0, -33]);
  assert.deepEqual(some?.firstNames, ["髙﨑 𠮷", "葛󠄀城 ﾊﾅｺ"]);
  const [undefinedFigure] = drawn([{ ...one, kappa: null }]).secondReviews ?? [];
  assert.equal(undefinedFigure?.kappaHundredths, null);
  assert.equal(readPaper({ ...samplePaper(), ...drawn([one, { ...one, kappa: null }]) }).ok, true);
});
