import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  beginSend,
  edited,
  type ItemWork,
  inverseOf,
  keepMine,
  problemOf,
  refreshed,
  refused,
  shownAnswer,
  stored,
  takenUp,
  takeTheirs,
  untouched,
  workOn,
  workState,
} from "../../../../../renderer/features/checklist/item-work.ts";
import { type Answer, emptyAnswer, lookInto } from "../../../../../shared/domain/answer.ts";
import { ItemId } from "../../../../../shared/domain/ids.ts";
import { Instant } from "../../../../../shared/domain/time.ts";

const itemId = ItemId.parse("P-B2");
const at = (ms: number): Instant => Instant.parse(ms);

function answer(parts: Partial<Answer> = {}): Answer {
  return { ...emptyAnswer, itemId, revision: 3, updatedAt: at(1_000), updatedBy: "葛󠄀城 髙子", ...parts };
}

function sent(work: ItemWork): NonNullable<ReturnType<typeof beginSend>> {
  const send = beginSend(work);
  assert.ok(send !== undefined);
  return send;
}

describe("the change to one answer", () => {
  it("holds only the fields that differ from what is stored", () => {
    const work = edited(workOn(answer({ fact: "𠮷" })), { fact: "𠮷", answer: "minor" });
    assert.deepEqual(sent(work).patch, { answer: "minor" });
  });

  it("builds on the revision that was read", () => {
    assert.equal(sent(edited(workOn(answer()), { answer: "none" })).baseRevision, 3);
    assert.equal(sent(edited(untouched(itemId), { answer: "none" })).baseRevision, 0);
  });

  it("is nothing when a field is put back to what is stored", () => {
    const work = edited(edited(workOn(answer({ minutes: 5 })), { minutes: 7 }), { minutes: 5 });
    assert.equal(beginSend(work), undefined);
    assert.equal(workState(work), "saved");
  });

  it("compares ticks by what they say, not by identity", () => {
    const check = lookInto("news", "nothing", { note: "髙﨑" });
    const work = edited(workOn(answer({ sources: [check] })), { sources: [{ ...check }] });
    assert.equal(beginSend(work), undefined);
  });

  it("waits while another one is on its way", () => {
    const { work } = sent(edited(workOn(answer()), { answer: "none" }));
    assert.equal(beginSend(edited(work, { fact: "あ" })), undefined);
    assert.equal(workState(work), "saving");
  });
});

describe("what was typed while a change was on its way", () => {
  it("is sent next, on the new revision", () => {
    const first = sent(edited(workOn(answer()), { fact: "受入" }));
    const typedOn = edited(first.work, { fact: "受入計画" });
    const next = sent(stored(typedOn, { revision: 4, savedAt: at(2_000) }));
    assert.deepEqual(next.patch, { fact: "受入計画" });
    assert.equal(next.baseRevision, 4);
  });

  it("is sent even when it goes back to what was stored before", () => {
    const first = sent(edited(workOn(answer({ answer: "none" })), { answer: "minor" }));
    const back = edited(first.work, { answer: "none" });
    assert.deepEqual(sent(stored(back, { revision: 4, savedAt: at(2_000) })).patch, { answer: "none" });
  });
});

describe("a refusal", () => {
  it("leaves everything that was typed on screen and sends it again when asked", () => {
    const first = sent(edited(workOn(answer()), { fact: "消えてはならない" }));
    const work = refused(first.work, { code: "storage-full" });
    assert.equal(shownAnswer(work).fact, "消えてはならない");
    assert.equal(workState(work), "failed");
    assert.deepEqual(sent(work).patch, { fact: "消えてはならない" });
  });
});

describe("a change from another window", () => {
  it("is taken over in the fields nobody touches here", () => {
    const work = refreshed(edited(workOn(answer()), { fact: "こちら" }), answer({ revision: 4, minutes: 9 }));
    assert.equal(shownAnswer(work).minutes, 9);
    assert.deepEqual(sent(work), { ...sent(work), patch: { fact: "こちら" }, baseRevision: 4 });
  });

  it("to the same field waits for a person and hides nothing that was typed", () => {
    const mine = edited(workOn(answer({ fact: "前" })), { fact: "こちら", minutes: 4 });
    const work = refreshed(mine, answer({ revision: 4, fact: "あちら" }));
    assert.deepEqual(work.clashes, ["fact"]);
    assert.equal(shownAnswer(work).fact, "こちら");
    assert.equal(beginSend(work), undefined);
    assert.equal(workState(work), "held");
    assert.deepEqual(sent(keepMine(work)).patch, { fact: "こちら", minutes: 4 });
    const theirs = takeTheirs(work);
    assert.equal(shownAnswer(theirs).fact, "あちら");
    assert.deepEqual(sent(theirs).patch, { minutes: 4 });
  });

  it("to the same field with the same words is no clash", () => {
    const mine = edited(workOn(answer({ fact: "前" })), { fact: "同じ" });
    assert.deepEqual(refreshed(mine, answer({ revision: 4, fact: "同じ" })).clashes, []);
  });

  it("that is older than what is known changes nothing", () => {
    const work = workOn(answer({ revision: 5, fact: "新しい" }));
    assert.equal(refreshed(work, answer({ revision: 4, fact: "古い" })), work);
  });
});

describe("text that cannot be stored", () => {
  it("stays on screen while the other fields are stored", () => {
    const long = "長".repeat(20_001);
    const work = edited(workOn(answer()), { fact: long, answer: "minor" });
    const first = sent(work);
    assert.deepEqual(first.patch, { answer: "minor" });
    const after = stored(first.work, { revision: 4, savedAt: at(2_000) });
    assert.equal(shownAnswer(after).fact, long);
    assert.equal(beginSend(after), undefined);
    assert.equal(workState(after), "held");
  });

  it("is told apart by what is wrong with it", () => {
    assert.equal(problemOf("fact", "長".repeat(20_001)), "text-too-long");
    assert.equal(problemOf("fact", "\u0007"), "text-invalid");
    assert.equal(problemOf("fact", "\ud842"), "text-invalid");
    assert.equal(problemOf("fact", "𠮷・葛󠄀・ﾀｶﾊｼ\n髙﨑"), undefined);
  });
});

describe("taking back", () => {
  it("puts back exactly the values that were replaced", () => {
    const work = workOn(answer({ answer: "minor", fact: "葛󠄀" }));
    const before = inverseOf(work, { answer: "serious", fact: "" });
    const back = edited(edited(work, { answer: "serious", fact: "" }), before);
    assert.deepEqual(shownAnswer(back), shownAnswer(work));
  });
});

describe("however typing, storing and refusing mix", () => {
  it("what is on screen is what was typed last, and in the end it is stored", () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("type" as const), text: fc.string({ unit: "grapheme", maxLength: 8 }) }),
      fc.constant({ kind: "send" as const }),
      fc.constant({ kind: "store" as const }),
      fc.constant({ kind: "refuse" as const }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const vault = { fact: "", revision: 3 };
        let work = workOn(answer());
        let last = "";
        const store = (): void => {
          if (work.sending === undefined) return;
          vault.fact = work.sending.fact ?? vault.fact;
          vault.revision += 1;
          work = stored(work, { revision: vault.revision, savedAt: at(vault.revision) });
        };
        for (const one of steps) {
          if (one.kind === "type" && problemOf("fact", one.text) === undefined) {
            last = one.text;
            work = edited(work, { fact: one.text });
          }
          if (one.kind === "send") work = beginSend(work)?.work ?? work;
          if (one.kind === "store") store();
          if (one.kind === "refuse" && work.sending !== undefined) work = refused(work, { code: "storage-full" });
          assert.equal(shownAnswer(work).fact, last);
        }
        for (let turn = 0; turn < 3; turn += 1) {
          store();
          work = beginSend(work)?.work ?? work;
        }
        assert.equal(vault.fact, last);
        assert.equal(workState(work), "saved");
      }),
      { numRuns: 300 },
    );
  });
});

describe("what a page that went had entered", () => {
  const left = { entered: { fact: "半分 𠮷" }, sending: {}, revision: 3 };

  it("is entered again over the answer that it was entered over, and sent", () => {
    assert.deepEqual(sent(takenUp(workOn(answer()), left)).patch, { fact: "半分 𠮷" });
  });

  it("is nothing where it was stored after all", () => {
    const work = takenUp(workOn(answer({ fact: "半分 𠮷", revision: 4 })), left);
    assert.deepEqual([work.draft, work.clashes], [{}, []]);
  });

  it("goes on from what was on its way then and is stored now", () => {
    const work = takenUp(workOn(answer({ fact: "半", revision: 4 })), { ...left, sending: { fact: "半" } });
    assert.deepEqual([sent(work).patch, sent(work).baseRevision], [{ fact: "半分 𠮷" }, 4]);
  });

  it("waits for a person to choose where somebody has stored the field otherwise since", () => {
    const work = takenUp(workOn(answer({ fact: "別の人の文", revision: 4 })), left);
    assert.deepEqual([work.clashes, beginSend(work), shownAnswer(work).fact], [["fact"], undefined, "半分 𠮷"]);
    assert.equal(shownAnswer(takeTheirs(work)).fact, "別の人の文");
  });
});
