import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  dueMeasures,
  movesFrom,
  nextStep,
  type Standing,
} from "../../../../../renderer/features/review/review-plan.ts";
import { Decision, type MeasureTaken } from "../../../../../shared/domain/decision.ts";
import { DossierState } from "../../../../../shared/domain/dossier.ts";
import { Instant } from "../../../../../shared/domain/time.ts";

const today = "2026-11-22";

const measure = (part: Partial<MeasureTaken> = {}): MeasureTaken => ({
  measureId: "M-PE2",
  status: "agreed",
  owner: "葛󠄀城 ﾊﾅｺ",
  ownerRole: "hr",
  dueDay: "2027-03-31",
  verification: "届出記録を確認する。",
  beforeStart: false,
  note: "",
  updatedAt: Instant.parse(0),
  updatedBy: "髙﨑 𠮷",
  ...part,
});

const decision = (part: Partial<Decision> = {}): Decision =>
  Decision.parse({
    id: "0".repeat(32),
    version: 1,
    outcome: "mitigate",
    reason: "",
    departureReason: "",
    conditions: "",
    dissent: "",
    reviewDay: "2027-05-31",
    decidedBy: "委員会",
    decidedDay: today,
    attendees: "",
    recusals: "",
    recommendation: "mitigate",
    route: "committee",
    departs: false,
    inherent: "high",
    residual: "moderate",
    snapshotHash: "0".repeat(64),
    recordedAt: 0,
    recordedBy: "髙﨑 𠮷",
    proposedBy: null,
    approval: null,
    ...part,
  });

describe("measures with their due days", () => {
  it("stand overdue, near, open, done; withdrawn ones are left out", () => {
    const rows = dueMeasures(
      [
        measure({ measureId: "M-IS1", status: "implemented", dueDay: "2026-01-01" }),
        measure({ measureId: "M-IS2", dueDay: null, status: "proposed" }),
        measure({ measureId: "M-IS3", dueDay: "2026-12-06" }),
        measure({ measureId: "M-IS4", dueDay: "2026-11-21" }),
        measure({ measureId: "M-IS5", status: "withdrawn" }),
        measure({ measureId: "M-IS6", dueDay: "2026-12-07" }),
        measure({ measureId: "M-IS7", status: "overdue", dueDay: "2026-10-01" }),
      ],
      today,
    );
    assert.deepEqual(
      rows.map((row) => [row.taken.measureId, row.standing, row.daysLeft]),
      [
        ["M-IS7", "overdue", -52],
        ["M-IS4", "overdue", -1],
        ["M-IS3", "soon", 14],
        ["M-IS6", "open", 15],
        ["M-IS2", "open", null],
        ["M-IS1", "done", -325],
      ],
    );
  });

  it("are not overdue on the day itself", () => {
    assert.equal(dueMeasures([measure({ dueDay: today })], today)[0]?.standing, "soon");
  });
});

describe("the moves from a state", () => {
  const kind = "person";

  it("never lead to a decision, which has a page of its own", () => {
    for (const state of DossierState.options)
      assert.ok(movesFrom({ state, kind }).every((move) => move.to !== "proposed" && move.to !== "decided"));
  });

  it("ask for a reason exactly where they undo a decision", () => {
    const asking = DossierState.options.filter((state) => movesFrom({ state, kind }).some((move) => move.needsReason));
    assert.deepEqual(asking, ["proposed", "decided", "conditions-open", "running", "closed"]);
    const reopening = movesFrom({ state: "running", kind }).find((move) => move.kind === "reopen");
    assert.equal(reopening?.to, "in-enquiry");
  });

  it("send no self-check to a committee, where it could not come back from", () => {
    const moves = movesFrom({ state: "in-enquiry", kind: "self-check" });
    assert.deepEqual(
      moves.map((move) => move.to),
      ["closed"],
    );
  });

  it("can be taken back only where the way back is open and free", () => {
    const back = (from: DossierState, to: DossierState) =>
      movesFrom({ state: from, kind }).find((move) => move.to === to)?.isReversible;
    assert.equal(back("in-enquiry", "awaiting-reply"), true);
    assert.equal(back("draft", "in-enquiry"), false);
    assert.equal(back("decided", "closed"), false);
  });
});

describe("the next step", () => {
  const standing = (part: Partial<Standing> = {}): Standing => ({
    dossier: { state: "decided", kind: "person" },
    decision: decision(),
    isSigned: true,
    due: [],
    today,
    ...part,
  });

  it("is one for every state", () => {
    for (const state of DossierState.options) {
      assert.ok(nextStep(standing({ dossier: { state, kind: "person" } })).code);
    }
  });

  it("of a self-check is to fill it in, until it is closed", () => {
    const own = (state: DossierState): string => nextStep(standing({ dossier: { state, kind: "self-check" } })).code;
    assert.deepEqual(
      ["draft", "in-enquiry", "closed"].map((state) => own(DossierState.parse(state))),
      ["fill-in", "fill-in", "closed"],
    );
  });

  it("after a decision is the signature before all else", () => {
    const due = dueMeasures([measure({ dueDay: "2026-01-01" })], today);
    assert.deepEqual(nextStep(standing({ isSigned: false, due })), { code: "sign", page: "paper" });
  });

  it("is what is late before what is open", () => {
    const due = dueMeasures([measure({ dueDay: "2026-11-21" }), measure({ beforeStart: true })], today);
    assert.equal(nextStep(standing({ due })).code, "overdue");
    assert.equal(nextStep(standing({ decision: decision({ reviewDay: today }) })).code, "review");
  });

  it("waits for what is needed before the start, then lets the work run, then watches", () => {
    const held = dueMeasures([measure({ beforeStart: true })], today);
    assert.equal(nextStep(standing({ due: held })).code, "conditions");
    const met = dueMeasures([measure({ beforeStart: true, status: "implemented" })], today);
    assert.equal(nextStep(standing({ due: met })).code, "run");
    assert.equal(nextStep(standing({ dossier: { state: "running", kind: "person" } })).code, "watch");
  });

  it("of what is avoided is to close", () => {
    assert.equal(nextStep(standing({ decision: decision({ outcome: "avoid", reviewDay: null }) })).code, "finish");
  });
});
