import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openedForm, problemsOf } from "../../../../../renderer/features/measures/measure-draft.ts";
import { MeasureInput, type MeasureTaken } from "../../../../../shared/domain/decision.ts";
import { textLimits } from "../../../../../shared/domain/text.ts";
import { Instant } from "../../../../../shared/domain/time.ts";
import { content } from "../../../shared/domain/risk/sample-cases.ts";

const [measure] = content.measures.measures;
assert.ok(measure);
const fresh = openedForm(measure, undefined, "ja");
const whole: MeasureInput = { ...fresh, status: "agreed", owner: "葛󠄀城 ﾊﾅｺ", dueDay: "2027-01-31" };
const taken: MeasureTaken = { ...whole, updatedAt: Instant.parse(0), updatedBy: "髙﨑 𠮷" };
const fields = (form: MeasureInput): string[] => problemsOf(form).map((one) => `${one.field} ${one.code}`);

describe("the form of a measure", () => {
  it("opens as a proposal with the verification and the role of the catalogue", () => {
    assert.equal(fresh.status, "proposed");
    assert.equal(fresh.verification, measure.verification.ja);
    assert.equal(openedForm(measure, undefined, "en").verification, measure.verification.en);
    assert.equal(fresh.ownerRole, measure.ownerRole);
    assert.ok(MeasureInput.safeParse(fresh).success);
  });

  it("opens with what was recorded, and with nothing the call would refuse", () => {
    assert.deepEqual(MeasureInput.parse(openedForm(measure, taken, "ja")), whole);
  });

  it("asks for owner, due day and verification only where the measure would count", () => {
    const empty = { ...fresh, verification: " " };
    assert.deepEqual(fields(empty), []);
    for (const status of ["agreed", "implemented"] as const) {
      assert.deepEqual(fields({ ...empty, status }), ["owner needed", "dueDay needed", "verification needed"]);
    }
    assert.deepEqual(fields(whole), []);
  });

  it("refuses what the call would refuse as too long", () => {
    const long = { ...whole, owner: "𠮷".repeat(textLimits.name + 1), note: "あ".repeat(textLimits.note + 1) };
    assert.deepEqual(fields(long), ["owner too-long", "note too-long"]);
    assert.equal(MeasureInput.safeParse(long).success, false);
  });

  it("doubts a due day of the year 7", () => {
    assert.deepEqual(fields({ ...whole, dueDay: "0007-02-20" }), ["dueDay implausible"]);
  });
});
