import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { composeLetter, dayAfter, type LetterParts, today } from "../../../../../renderer/features/enquiry/letter.ts";
import { openPoints } from "../../../../../renderer/features/enquiry/open-points.ts";
import { createText } from "../../../../../shared/strings/text.ts";
import { caseFor, evidence } from "../../../shared/domain/checklist/sample-answers.ts";
import { content } from "../../../shared/domain/risk/sample-cases.ts";

const kinds = (...args: Parameters<typeof caseFor>): readonly string[] =>
  openPoints([caseFor(...args)], [])[0]?.kinds ?? [];

describe("what is open", () => {
  it("is nothing for an item without an answer, or with a clean one", () => {
    assert.deepEqual(kinds({}), []);
    assert.deepEqual(kinds({ answer: "none" }), []);
    assert.deepEqual(kinds({ answer: "na" }), []);
  });

  it("is an item whose reply is awaited or that could not be confirmed", () => {
    assert.deepEqual(kinds({ answer: "unknown", unknownReason: "pending_reply" }), ["pending"]);
    assert.deepEqual(kinds({ answer: "unknown", unknownReason: "sparse" }), ["unconfirmed"]);
  });

  it("is a finding that nobody has backed up or explained", () => {
    assert.deepEqual(kinds({ answer: "material" }), ["corroboration", "unheard"]);
    const two = [evidence(), evidence({ origin: "髙﨑登記所" })];
    assert.deepEqual(kinds({ answer: "serious", explanation: "聴いた" }, { evidence: two }), []);
    assert.deepEqual(kinds({ answer: "minor" }, { subjectIdentity: "possible" }), ["identity"]);
  });

  it("leaves out of the letter what the other side has already declined", () => {
    const asked = (unknownReason: "declined" | "timebox" | "access"): boolean | undefined =>
      openPoints([caseFor({ answer: "unknown", unknownReason })], [])[0]?.isAsked;
    assert.equal(asked("declined"), false);
    assert.equal(asked("timebox"), false);
    assert.equal(asked("access"), true);
  });

  it("begins with a mismatch noted at triage", () => {
    const points = openPoints([caseFor({ answer: "unknown" })], ["defence_link", "unexplained_gap"]);
    assert.deepEqual(
      points.map((point) => point.key),
      ["triage", "P-B2"],
    );
  });
});

function letter(parts: Partial<LetterParts> = {}): string {
  const language = parts.language ?? "ja";
  const notice = content.privacy.notices.find((one) => one.use === "query_to_person");
  return composeLetter({
    language,
    text: createText(language),
    isToPerson: true,
    addressee: "𠮷野 葛󠄀",
    office: "研究安全室",
    person: "髙﨑 花",
    letterDate: "2026年11月22日",
    replyDate: "2026年12月6日",
    notice: notice?.text[language] ?? "",
    questions: ["受入れの目的は特定されているか。", "兼業の届出はあるか。"],
    ...parts,
  });
}

describe("the letter", () => {
  it("puts the reply date into the notice and leaves no gap for it", () => {
    assert.match(letter(), /2026年12月6日までに御説明/);
    assert.doesNotMatch(letter(), /○月○日/);
    const english = letter({ language: "en", replyDate: "6 December 2026" });
    assert.match(english, /by 6 December 2026/);
    assert.doesNotMatch(english, /\[date\]/);
  });

  it("numbers the questions and keeps names letter for letter", () => {
    assert.match(letter(), /1\. 受入れの目的は特定されているか。\n2\. 兼業の届出はあるか。/);
    assert.match(letter(), /^𠮷野 葛󠄀 様$/mu);
  });

  it("has no empty list without questions and no line for an office without a name", () => {
    const bare = letter({ questions: [], office: "" });
    assert.doesNotMatch(bare, /お尋ねする事項/);
    assert.doesNotMatch(bare, /\n\n\n/);
  });

  it("addresses a body as a body", () => {
    assert.match(letter({ isToPerson: false, addressee: "葛󠄀城研究所" }), /^葛󠄀城研究所 御中$/mu);
  });

  it("leaves a visible gap for a name that is not known", () => {
    assert.match(letter({ addressee: " " }), /^○○ 様$/mu);
  });

  it("is dated in Japan and due after whole days, over the end of a year too", () => {
    assert.equal(today(Date.UTC(2026, 10, 22, 20)), "2026-11-23");
    assert.equal(dayAfter("2026-12-25", 14), "2027-01-08");
  });
});
