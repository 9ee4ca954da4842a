import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { toCountersign } from "../../../../../renderer/features/paper/to-countersign.ts";
import { DecisionId, ReportId } from "../../../../../shared/domain/ids.ts";
import { Instant } from "../../../../../shared/domain/time.ts";

const decisionId = DecisionId.parse("d".repeat(32));
const earlier = DecisionId.parse("e".repeat(32));

function paper(id: string, change: { locale?: "ja" | "en"; at?: number; of?: DecisionId; countersigns?: string } = {}) {
  return {
    id: ReportId.parse(id.repeat(32)),
    decisionId: change.of ?? decisionId,
    locale: change.locale ?? "ja",
    createdAt: Instant.parse(change.at ?? 1),
    countersigns: change.countersigns === undefined ? null : ReportId.parse(change.countersigns.repeat(32)),
  };
}

describe("papers that wait for the approver's signature", () => {
  test("are the latest in each language", () => {
    const reports = [paper("a", { at: 1 }), paper("b", { at: 2 }), paper("c", { locale: "en" })];
    assert.deepEqual(
      toCountersign(reports, decisionId).map(({ id }) => id[0]),
      ["b", "c"],
    );
  });

  test("leave out what is countersigned, and do not fall back to an earlier paper", () => {
    const reports = [paper("a", { at: 1 }), paper("b", { at: 2 }), paper("c", { at: 3, countersigns: "b" })];
    assert.deepEqual(toCountersign(reports, decisionId), []);
  });

  test("leave out papers of an earlier decision", () => {
    assert.deepEqual(toCountersign([paper("a", { of: earlier })], decisionId), []);
  });
});
