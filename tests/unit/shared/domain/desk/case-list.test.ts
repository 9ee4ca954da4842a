import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  caseMatcher,
  caseOrder,
  caseSortColumns,
  dueOf,
  everyCase,
  listedCase,
  seekCase,
} from "../../../../../shared/domain/desk/case-list.ts";
import { DeskCase, deskForm } from "../../../../../shared/domain/desk/desk-case.ts";
import { medianOf, overviewOf } from "../../../../../shared/domain/desk/overview.ts";
import { waitingIn } from "../../../../../shared/domain/desk/waiting-in.ts";
import { DossierKind, DossierState } from "../../../../../shared/domain/dossier.ts";
import type { PersonId } from "../../../../../shared/domain/ids.ts";

const plain: DeskCase = DeskCase.parse({
  form: deskForm,
  id: "0".repeat(32),
  number: "DD-2026-0001",
  title: "架空大学との共同研究",
  kind: "person",
  state: "in-enquiry",
  principal: "葛󠄀城 𠮷野",
  reading: "かつらぎ よしの",
  depth: "light",
  templateHash: "a".repeat(64),
  triaged: true,
  dueDay: null,
  hostUnit: "",
  required: 20,
  answered: 5,
  minutes: 30,
  screened: true,
  undecided: 0,
  awaiting: [],
  rescreened: 0,
  decision: null,
  decidedAt: null,
  measures: [],
  expiries: [],
  secondReader: null,
  differences: 0,
  createdAt: 0,
  updatedAt: 0,
});
const today = "2026-11-23";
const by = { today, isMine: () => false, waits: () => false };
const worker = { personId: "1", unit: "", may: () => true, today };

const someCase = fc
  .record({
    number: fc.integer({ min: 1, max: 20_000 }).map((n) => `DD-2026-${String(n).padStart(4, "0")}`),
    title: fc.constantFrom("髙﨑", "𠮷", "ﾊﾝｶｸ", "あ", "A"),
    reading: fc.constantFrom("", "たかさき", "よし"),
    state: fc.constantFrom(...DossierState.options),
    kind: fc.constantFrom(...DossierKind.options),
    dueDay: fc.constantFrom(null, "2026-11-01", "2026-12-24"),
    minutes: fc.nat(50),
  })
  .map((part) => listedCase({ ...plain, ...part }));

describe("a list of cases", () => {
  it("has one order for any columns, whichever way the cases came", () => {
    const sort = fc.record({
      column: fc.constantFrom(...caseSortColumns),
      direction: fc.constantFrom("ascending" as const, "descending" as const),
    });
    fc.assert(
      fc.property(fc.array(someCase, { maxLength: 30 }), fc.array(sort, { maxLength: 3 }), (rows, sorts) => {
        const order = caseOrder(sorts);
        const once = rows.toSorted(order);
        const again = rows.toReversed().toSorted(order);
        for (const [at, row] of once.entries()) assert.equal(order(row, again[at] ?? row), 0);
        for (const [at, row] of once.slice(1).entries()) assert.ok(order(once[at] ?? row, row) <= 0);
      }),
    );
  });

  it("counts numbers as numbers", () => {
    const order = caseOrder([{ column: "number", direction: "ascending" }]);
    const [nine, ten] = ["DD-2026-9999", "DD-2026-10000"].map((number) => listedCase({ ...plain, number }));
    assert.ok(nine !== undefined && ten !== undefined && order(nine, ten) < 0);
  });

  it("puts what has no value last either way", () => {
    const dated = listedCase({ ...plain, dueDay: "2026-12-01" });
    for (const direction of ["ascending", "descending"] as const)
      assert.ok(caseOrder([{ column: "due", direction }])(dated, listedCase(plain)) < 0);
  });

  for (const text of ["かつらぎ", "カツラギ", "ｶﾂﾗｷﾞ", "葛城", "葛󠄀城 𠮷野", "dd-2026"]) {
    it(`finds the case by ${text}`, () => {
      assert.ok(caseMatcher({ ...everyCase, text }, by)(listedCase(plain)));
    });
  }

  it("leaves out what a filter does not name", () => {
    const lets = (change: object) => caseMatcher({ ...everyCase, ...change }, by)(listedCase(plain));
    assert.equal(lets({ states: ["closed"] }), false);
    assert.equal(lets({ outcomes: ["accept"] }), false);
    assert.equal(lets({ text: "当てはまらない" }), false);
    assert.equal(lets({ mine: true }), false);
    assert.equal(lets({ waiting: "any" }), false);
    assert.equal(lets({ states: ["closed", "in-enquiry"] }), true);
  });

  it("finds the next row by the last part of its number, round the end", () => {
    const rows = [7, 42, 421].map((n) => listedCase({ ...plain, number: `DD-2026-${String(n).padStart(4, "0")}` }));
    assert.equal(seekCase(rows, { prefix: "42", column: "number", from: 0 }), 1);
    assert.equal(seekCase(rows, { prefix: "42", column: "number", from: 2 }), 2);
    assert.equal(seekCase(rows, { prefix: "7", column: "number", from: 1 }), 0);
    assert.equal(seekCase(rows, { prefix: "9", column: "number", from: 0 }), undefined);
  });

  it("calls a decided case no longer due", () => {
    assert.equal(dueOf({ dueDay: "2026-01-01", state: "in-enquiry" }, today), "overdue");
    assert.equal(dueOf({ dueDay: "2026-01-01", state: "decided" }, today), "none");
    assert.equal(dueOf({ dueDay: "2026-11-23", state: "draft" }, today), "week");
  });
});

describe("what waits in a case", () => {
  const kinds = (change: Partial<DeskCase>, who: Partial<typeof worker> = {}): string[] =>
    waitingIn({ ...plain, ...change }, { ...worker, ...who }).map(({ kind }) => kind);

  it("is the one next action", () => {
    assert.deepEqual(kinds({}), ["next-item"]);
    assert.deepEqual(kinds({ triaged: false }), ["triage"]);
    assert.deepEqual(kinds({ undecided: 2 }), ["hits-undecided"]);
    assert.deepEqual(kinds({ answered: 20, screened: false }), ["not-screened"]);
    assert.deepEqual(kinds({ answered: 20 }), ["ready-to-decide"]);
    assert.deepEqual(kinds({ kind: "self-check", triaged: false, answered: 20, screened: false }), ["ready-to-decide"]);
  });

  it("names days that have passed before days that come, and counts what is late", () => {
    assert.deepEqual(kinds({ dueDay: "2026-11-22" }), ["overdue", "next-item"]);
    assert.deepEqual(kinds({ dueDay: "2026-12-07" }), ["due-soon", "next-item"]);
    assert.deepEqual(kinds({ dueDay: "2026-12-08" }), ["next-item"]);
    assert.deepEqual(kinds({ expiries: ["2026-11-22", "2026-12-01"] }), ["evidence-expired", "next-item"]);
    const measure = { measureId: "M-PH1", status: "agreed", owner: "梁", dueDay: "2026-11-22" } as const;
    assert.deepEqual(waitingIn({ ...plain, measures: [measure, measure] }, worker)[0], {
      kind: "measure-overdue",
      count: 2,
      day: "2026-11-22",
    });
  });

  it("is the reading alone for whoever reads blind, whatever else the case holds", () => {
    const secondReader = "2".repeat(32) as PersonId; // An id of the right form.
    const measure = { measureId: "M-PH1", status: "agreed", owner: "梁", dueDay: "2026-11-22" } as const;
    const full = { secondReader, dueDay: "2026-11-01", expiries: ["2026-11-01"], measures: [measure], undecided: 4 };
    assert.deepEqual(kinds(full, { personId: secondReader }), ["second-review"]);
    assert.ok(!kinds(full).includes("second-review"));
  });

  it("names differences between two readings for those who work on the case while it is open", () => {
    assert.deepEqual(kinds({ differences: 3 }), ["second-differences", "next-item"]);
    assert.deepEqual(kinds({ differences: 3 }, { may: () => false }), []);
    assert.deepEqual(kinds({ differences: 3, state: "closed" }), []);
  });

  it("is nothing for people of the host unit and for those who only read", () => {
    assert.deepEqual(kinds({ hostUnit: "架空研究科" }, { unit: "架空 研究科" }), []);
    assert.deepEqual(kinds({ dueDay: "2026-01-01" }, { may: () => false }), []);
  });
});

describe("the overview", () => {
  it("counts every case once in each of its parts", () => {
    fc.assert(
      fc.property(fc.array(someCase, { maxLength: 40 }), (rows) => {
        const cases = rows.map(({ desk }) => desk);
        const counted = overviewOf(cases, { today, plannedMinutes: () => 3 });
        const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);
        assert.equal(sum(counted.states.map((one) => one.cases)), cases.length);
        assert.equal(
          sum(counted.outcomes.flatMap((one) => [one.accept, one.mitigate, one.avoid, one.none])),
          cases.length,
        );
      }),
    );
  });

  it("takes the middle value, or the mean of two", () => {
    assert.equal(medianOf([]), null);
    assert.equal(medianOf([3]), 3);
    assert.equal(medianOf([9, 1, 3]), 3);
    assert.equal(medianOf([1, 2]), 1.5);
  });
});
