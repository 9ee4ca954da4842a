import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type AnswerBody, lookInto } from "../../../../../shared/domain/answer.ts";
import { missingFor } from "../../../../../shared/domain/checklist.ts";
import { AnswerId, Depth, SourceType } from "../../../../../shared/domain/content/vocabulary.ts";
import {
  caseTimeOf,
  itemLimitMinutes,
  mayExtend,
  stopAdviceFor,
  stopPatch,
} from "../../../../../shared/domain/stop-rules.ts";
import { content } from "../risk/sample-cases.ts";
import { caseFor, found, shippedItem } from "./sample-answers.ts";

const { vocabulary, scoring } = content;
const ample = { usedMinutes: 0, limitMinutes: 10_000 };
const nothing = (...sources: SourceType[]): AnswerBody["sources"] =>
  sources.map((source) => lookInto(source, "nothing", { query: "𠮷髙 ﾖｼﾀｶ" }));
const standard = { depth: "standard" } as const;

function rules(answer: Partial<AnswerBody>, caseTime = ample): string[] {
  return stopAdviceFor(caseFor(answer, standard), { caseTime, vocabulary }).map(({ rule }) => rule);
}

describe("the rules that say to stop looking", () => {
  it("are silent while there is time and something still turns up", () => {
    assert.deepEqual(rules({ sources: found("self_decl", "lit_db") }), []);
  });

  it("speak once the last sources in a row brought nothing new, and name what nobody looked into", () => {
    const inARow = scoring.saturation.sourcesInARow;
    const sources = nothing("news", "court", "expert", "vendor").slice(0, inARow);
    const [advice] = stopAdviceFor(caseFor({ sources }, standard), { caseTime: ample, vocabulary });
    assert.equal(advice?.rule, "saturated");
    assert.ok(advice.rule === "saturated" && advice.inARow === inARow);
    assert.ok((advice?.left.length ?? 0) > 0);
  });

  it("do not count a row that a finding breaks", () => {
    const sources = [...nothing("news", "court"), ...found("expert"), ...nothing("vendor")];
    assert.deepEqual(rules({ sources }), []);
  });

  it("speak from the very minute an item's time is used up, and no minute earlier", () => {
    const limit = itemLimitMinutes({ extension: null }, "standard", vocabulary);
    assert.deepEqual(rules({ minutes: limit - 1 }), []);
    assert.deepEqual(rules({ minutes: limit }), ["item-time"]);
  });

  it("let more time through by exactly the minutes given", () => {
    const limit = itemLimitMinutes({ extension: null }, "standard", vocabulary);
    const extension = { minutes: 15, reason: "葛󠄀の異体字を確かめる" };
    assert.deepEqual(rules({ minutes: limit + 14, extension }), []);
    assert.deepEqual(rules({ minutes: limit + 15, extension }), ["item-time"]);
  });

  it("speak for every open item once the time of the case is used up", () => {
    assert.deepEqual(rules({}, { usedMinutes: 60, limitMinutes: 60 }), ["case-time"]);
    assert.deepEqual(rules({}, { usedMinutes: 59, limitMinutes: 60 }), []);
  });

  it("name the strongest ground first where several hold", () => {
    const sources = nothing("news", "court", "expert", "vendor");
    assert.deepEqual(rules({ sources, minutes: 9_999 }, { usedMinutes: 1, limitMinutes: 1 }), [
      "saturated",
      "item-time",
      "case-time",
    ]);
  });

  it("are silent once somebody stopped, once time was the reason, and once nothing is left to look into", () => {
    const late = { minutes: 9_999 };
    assert.deepEqual(rules({ ...late, stopped: "time" }), []);
    assert.deepEqual(rules({ ...late, answer: "unknown", unknownReason: "timebox" }), []);
    assert.deepEqual(rules({ ...late, answer: "none", sources: found(...SourceType.options) }), []);
    const selfCheck = caseFor(late, { ...standard, scale: "self-check" });
    assert.deepEqual(stopAdviceFor(selfCheck, { caseTime: ample, vocabulary }), []);
  });

  it("ask for nothing more of an answer that followed them, but the words a finding needs", () => {
    const answers = fc.record({
      answer: fc.constantFrom(...AnswerId.options.filter((id) => id !== "na")),
      minutes: fc.nat(400),
      sources: fc.subarray([...SourceType.options]).map((sources) => nothing(...sources)),
    });
    fc.assert(
      fc.property(answers, fc.constantFrom(...Depth.options), (answer, depth) => {
        const one = caseFor(answer, { depth });
        const [advice] = stopAdviceFor(one, { caseTime: ample, vocabulary });
        if (advice === undefined) return;
        const patch = stopPatch(advice.rule, one.answer, scoring);
        const after = { ...one, answer: { ...one.answer, ...patch } as AnswerBody };
        const codes = missingFor(after).map(({ code }) => code);
        assert.ok(!codes.includes("sources") && !codes.includes("unknown-reason") && !codes.includes("answer"));
        assert.deepEqual(stopAdviceFor(after, { caseTime: ample, vocabulary }), []);
      }),
    );
  });
});

describe("what stopping writes", () => {
  it("turns an item nobody answered into one that could not be confirmed, with the reason that fits", () => {
    assert.deepEqual(stopPatch("saturated", { answer: "not_checked", unknownReason: null }, scoring), {
      answer: "unknown",
      unknownReason: "sparse",
      stopped: "saturated",
    });
    assert.deepEqual(stopPatch("item-time", { answer: "not_checked", unknownReason: null }, scoring), {
      answer: "unknown",
      unknownReason: "timebox",
      stopped: "time",
    });
  });

  it("gives a reason to what could not be confirmed without one, and keeps the one somebody gave", () => {
    const open = { answer: "unknown", unknownReason: null } as const;
    assert.deepEqual(stopPatch("saturated", open, scoring), { unknownReason: "sparse", stopped: "saturated" });
    const given = { answer: "unknown", unknownReason: "ambiguous" } as const;
    assert.deepEqual(stopPatch("saturated", given, scoring), { stopped: "saturated" });
  });

  it("never takes a finding away", () => {
    for (const answer of ["minor", "material", "serious"]) {
      for (const rule of ["saturated", "item-time", "case-time"] as const) {
        assert.equal(stopPatch(rule, { answer, unknownReason: null }, scoring).answer, undefined);
      }
    }
  });

  it("leaves a clean answer that saturation bears out, and takes one back for which time ran out", () => {
    assert.deepEqual(stopPatch("saturated", { answer: "none", unknownReason: null }, scoring), {
      stopped: "saturated",
    });
    assert.equal(stopPatch("case-time", { answer: "none", unknownReason: null }, scoring).answer, "unknown");
  });
});

describe("the time of a case", () => {
  it("is what its items used, against the budget with every extension", () => {
    const answers = [
      { minutes: 12, extension: null },
      { minutes: 30, extension: { minutes: 20, reason: "原語の資料" } },
    ];
    const budget = vocabulary.depths.find(({ id }) => id === "enhanced")?.timeBudgetMinutes ?? Number.NaN;
    assert.deepEqual(caseTimeOf(answers, "enhanced", vocabulary), { usedMinutes: 42, limitMinutes: budget + 20 });
  });

  it("grows with depth, for items too", () => {
    const limits = Depth.options.map((depth) => caseTimeOf([], depth, vocabulary).limitMinutes);
    assert.deepEqual(
      limits,
      limits.toSorted((one, other) => one - other),
    );
    assert.ok(new Set(limits).size === limits.length);
  });

  it("may be extended for key items and on sensitive technology alone", () => {
    assert.equal(mayExtend(shippedItem("person", "P-B2"), null), true);
    assert.deepEqual(
      (["T0", "T1", "T2", "T3"] as const).map((tier) => mayExtend({ key: false }, tier)),
      [false, false, true, true],
    );
    assert.equal(mayExtend({ key: false }, null), false);
  });
});
