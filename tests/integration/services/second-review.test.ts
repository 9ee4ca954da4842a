import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { mustExist } from "../../../shared/assert.ts";
import { calls } from "../../../shared/contract/calls.ts";
import { everyCase } from "../../../shared/domain/desk/case-list.ts";
import type { ItemId, PersonId, SecondReviewId } from "../../../shared/domain/ids.ts";
import { answerDialogs, examplesFor } from "../../contract/examples.ts";
import { must } from "../../support/must.ts";
import { as, cast, letCastIn, type Part } from "../../support/restricted-scene.ts";
import { type Scene, setScene } from "../../support/scene.ts";
import { secondReviewer } from "../../support/second-person.ts";
import { codeOf, startTestEngine, type TestEngine } from "../../support/test-engine.ts";

const why = "二人で原資料を読み直し、記載の時期を確かめた結果による。";

let kura: TestEngine;
let scene: Scene;
let people: Readonly<Record<Part, PersonId>>;
let items: ItemId[];
before(async () => {
  kura = await startTestEngine();
  scene = await setScene(kura);
  people = await letCastIn(kura);
  items = must(await kura.host.checklist.open({ dossierId: scene.dossierId })).answers.map(({ itemId }) => itemId);
});
after(() => kura.close());

function asReader<T>(work: () => Promise<T>): Promise<T> {
  return as(kura, "named", work);
}

async function ask(): Promise<SecondReviewId> {
  const { dossierId } = scene;
  const asked = must(await kura.host.second.ask({ dossierId, readerId: people.named, items, note: "髙﨑 𠮷 葛󠄀" }));
  return asked.id;
}

async function answer(reviewId: SecondReviewId, itemId: ItemId, choice: string): Promise<void> {
  const { dossierId } = scene;
  const patch = { answer: choice, fact: `第二の事実 ${itemId}` };
  must(await kura.host.second.record({ dossierId, reviewId, itemId, baseRevision: 0, patch }));
}

async function withdraw(reviewId: SecondReviewId): Promise<void> {
  must(await kura.host.second.withdraw({ dossierId: scene.dossierId, reviewId, reason: why }));
}

describe("a second reader", () => {
  test("is somebody who works on cases, has answered nothing in this one and cannot read the trail", async () => {
    const { candidates } = must(await kura.host.second.list({ dossierId: scene.dossierId }));
    assert.deepEqual(
      candidates.map(({ displayName }) => displayName),
      [secondReviewer.displayName, cast.named.displayName],
    );
    for (const readerId of [people.other, people.keeper, people.auditor, scene.approverId]) {
      const refused = await kura.host.second.ask({ dossierId: scene.dossierId, readerId, items, note: "" });
      assert.equal(codeOf(refused), "second-reader-refused");
    }
  });

  test("gets through no call that shows what others answered, and through those that do not", async () => {
    const reviewId = await ask();
    const importId = await scene.triedImport();
    const examples = examplesFor(scene, { importId, answerRevision: 1 });
    const open = [
      "second.list",
      "second.open",
      "second.record",
      "dossiers.get",
      "evidence.list",
      "reading.open",
      "reading.chunk",
      "reading.close",
      "reading.texts",
    ];
    const ofCase = Object.entries(examples).flatMap(([area, verbs]) =>
      Object.entries(verbs).flatMap(([verb, request]: [string, object]) =>
        "dossierId" in request && request.dossierId === scene.dossierId ? [{ name: `${area}.${verb}`, request }] : [],
      ),
    );
    await asReader(async () => {
      const seen = new Map<string, string>();
      for (const { name, request } of ofCase) {
        answerDialogs(scene, name);
        seen.set(name, codeOf((await kura.engine.dispatch(name, request)) as never));
      }
      const shut = [...seen].filter(([, code]) => code === "reading-blind").map(([name]) => name);
      const rest = [...seen.keys()].filter((name) => !shut.includes(name));
      assert.ok(shut.includes("checklist.open") && shut.includes("risk.assess") && shut.includes("trail.list"));
      const blindCalls = [
        ...open,
        "second.handIn",
        // The person's own half-written forms, and what they declare about themselves; refusals for want of a role.
        "drafts.keep",
        "drafts.read",
        "drafts.drop",
      ];
      assert.deepEqual(
        rest.filter((name) => !blindCalls.includes(name) && seen.get(name) !== "not-permitted"),
        [],
      );
      assert.ok(Object.keys(calls).length > 20);
      const head = must(await kura.host.dossiers.get({ dossierId: scene.dossierId }));
      assert.deepEqual([head.standing.readsBlind, head.progress.answered, head.moves], [true, 0, []]);
    });
    await withdraw(reviewId);
  });

  test("finds nothing of what others wrote by searching for it", async () => {
    const { dossierId } = scene;
    const find = async (): Promise<string[]> => {
      const asked = { query: "架空", within: null, cursor: null, limit: 20, perCase: 3, asked: true };
      const none = {
        places: [],
        kinds: [],
        states: [],
        depths: [],
        evidenceTypes: [],
        from: null,
        to: null,
        own: false,
      };
      const { groups } = must(await kura.host.search.find({ ...asked, filters: none }));
      return groups.map((group) => group.dossierId);
    };
    assert.ok((await find()).includes(dossierId));
    const reviewId = await ask();
    await asReader(async () => assert.ok(!(await find()).includes(dossierId)));
    await withdraw(reviewId);
    await asReader(async () => assert.ok((await find()).includes(dossierId)));
  });

  test("is not watched: nobody else opens the review or learns how far it has come", async () => {
    const reviewId = await ask();
    const [itemId] = items;
    await asReader(() => answer(reviewId, itemId as ItemId, "minor"));
    const { dossierId } = scene;
    assert.equal(codeOf(await kura.host.second.open({ dossierId, reviewId })), "not-the-second-reader");
    assert.equal(codeOf(await kura.host.second.compare({ dossierId, reviewId })), "second-review-closed");
    const [shown] = must(await kura.host.second.list({ dossierId })).reviews;
    assert.deepEqual([shown?.state, shown?.answered], ["open", 0]);
    await withdraw(reviewId);
  });

  test("hands in when every item has an answer, and sees the case from then on", async () => {
    const reviewId = await ask();
    const { dossierId } = scene;
    await asReader(async () => {
      assert.equal(codeOf(await kura.host.second.handIn({ dossierId, reviewId })), "second-review-unfinished");
      for (const itemId of items) await answer(reviewId, itemId, "none");
      must(await kura.host.second.handIn({ dossierId, reviewId }));
      must(await kura.host.checklist.open({ dossierId }));
      const late = { dossierId, reviewId, itemId: items[0] as ItemId, baseRevision: 1, patch: { answer: "minor" } };
      assert.equal(codeOf(await kura.host.second.record(late)), "second-review-closed");
    });
  });
});

test("two windows of the second reader do not overwrite each other", async () => {
  const reviewId = await ask();
  const { dossierId } = scene;
  const itemId = items[0] as ItemId;
  await asReader(async () => {
    const one = { dossierId, reviewId, itemId, baseRevision: 0 };
    must(await kura.host.second.record({ ...one, patch: { fact: "先" } }));
    assert.equal(codeOf(await kura.host.second.record({ ...one, patch: { fact: "後" } })), "stale-revision");
  });
  await withdraw(reviewId);
});

test("differences are settled with a reason by the two or by a third person, and the case's answer follows", async () => {
  const { dossierId } = scene;
  const reviewId = await ask();
  const [differing, ...same] = items;
  const itemId = differing as ItemId;
  const before = must(await kura.host.checklist.open({ dossierId })).answers;
  const firstOf = (id: ItemId): string => before.find((one) => one.itemId === id)?.answer ?? "";
  const other = firstOf(itemId) === "minor" ? "material" : "minor";
  await asReader(async () => {
    await answer(reviewId, itemId, other);
    for (const id of same) await answer(reviewId, id, firstOf(id));
    must(await kura.host.second.handIn({ dossierId, reviewId }));
  });
  const compared = must(await kura.host.second.compare({ dossierId, reviewId }));
  assert.deepEqual([compared.review.conflicts, compared.agreement.items], [1, items.length]);
  assert.equal(compared.agreement.agreed, items.length - 1);
  const settle = {
    dossierId,
    reviewId,
    itemId,
    settledFor: "second" as const,
    answer: null,
    unknownReason: null,
    settledBy: "together" as const,
    reason: why,
  };
  const { settle: send } = kura.host.second;
  assert.equal(codeOf(await send({ ...settle, reason: "短い" })), "reason-required");
  assert.equal(codeOf(await send({ ...settle, settledBy: "third-person" })), "not-a-third-person");
  assert.equal(codeOf(await send({ ...settle, itemId: same[0] as ItemId })), "not-a-conflict");
  const settled = must(await send(settle));
  assert.deepEqual([settled.state, settled.settled], ["settled", 1]);
  const after = must(await kura.host.checklist.open({ dossierId })).answers.find((one) => one.itemId === itemId);
  assert.equal(after?.answer, other);
  assert.ok(after?.fact.includes(`第二の事実 ${itemId}`));
  const third = must(
    await as(kura, "other", () => send({ ...settle, settledFor: "first", settledBy: "third-person" })),
  );
  assert.equal(third.state, "settled");
  const end = must(await kura.host.second.compare({ dossierId, reviewId })).rows.find((row) => row.itemId === itemId);
  assert.deepEqual([end?.settlement?.settledBy, end?.settlement?.answer], ["third-person", firstOf(itemId)]);
});

test("home tells the reader of the reading alone, then those who work on the case of differences until they are settled", async () => {
  const { dossierId } = scene;
  const waits = async (): Promise<string[]> =>
    must(await kura.host.dossiers.waiting({}))
      .waiting.filter((one) => one.dossierId === dossierId)
      .map(({ kind, count }) => `${kind} ${count}`);
  const listed = async () => {
    const page = must(await kura.host.dossiers.page({ filter: everyCase, sorts: [], offset: 0, limit: 20 }));
    return mustExist(
      page.rows.find((row) => row.id === dossierId),
      "the scene's case",
    );
  };
  const before = await waits();
  const reviewId = await ask();
  assert.deepEqual(await waits(), before);
  const [differing, ...same] = items;
  const itemId = differing as ItemId;
  const rows = must(await kura.host.checklist.open({ dossierId })).answers;
  const firstOf = (id: ItemId): string => rows.find((one) => one.itemId === id)?.answer ?? "";
  await asReader(async () => {
    assert.deepEqual(await waits(), ["second-review 0"]);
    const { answered, minutes, outcome, reviewDay } = await listed();
    assert.deepEqual([answered, minutes, outcome, reviewDay], [0, 0, null, null]);
    await answer(reviewId, itemId, firstOf(itemId) === "minor" ? "material" : "minor");
    for (const id of same) await answer(reviewId, id, firstOf(id));
    must(await kura.host.second.handIn({ dossierId, reviewId }));
    assert.ok((await waits()).includes("second-differences 1"));
    assert.ok(!(await waits()).includes("second-review 0"));
  });
  assert.deepEqual((await waits()).toSorted(), [...before, "second-differences 1"].toSorted());
  const settled = { settledFor: "first" as const, answer: null, unknownReason: null, settledBy: "together" as const };
  must(await kura.host.second.settle({ dossierId, reviewId, itemId, ...settled, reason: why }));
  assert.ok(!(await waits()).some((what) => what.startsWith("second-differences")));
});
