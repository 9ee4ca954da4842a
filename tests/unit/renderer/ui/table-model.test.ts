import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  leastTableWidth,
  nextSort,
  rowAfterKey,
  sortRows,
  sortRowsBy,
  type TableColumn,
} from "../../../../renderer/ui/table-model.ts";

type Row = { readonly name: string; readonly score: number | undefined };

const columns: readonly TableColumn<Row>[] = [
  { id: "name", header: "氏名", cell: (row) => row.name, sortValue: (row) => row.name, width: "18rem" },
  { id: "score", header: "点", cell: (row) => row.score, sortValue: (row) => row.score },
  { id: "plain", header: "備考", cell: () => "" },
];

const names = (rows: readonly Row[]): string[] => rows.map((row) => row.name);

test("kana are sorted as a reader expects, whatever their width", () => {
  const rows = ["ワタナベ", "ｱｵｷ", "いとう"].map((name) => ({ name, score: 0 }));
  assert.deepEqual(names(sortRows(rows, columns, { columnId: "name", direction: "ascending" })), [
    "ｱｵｷ",
    "いとう",
    "ワタナベ",
  ]);
});

test("rows without a value come last in both directions", () => {
  const rows = [
    { name: "髙橋", score: undefined },
    { name: "𠮷野", score: 3 },
    { name: "乙", score: 9 },
  ];
  assert.deepEqual(names(sortRows(rows, columns, { columnId: "score", direction: "ascending" })), [
    "𠮷野",
    "乙",
    "髙橋",
  ]);
  assert.deepEqual(names(sortRows(rows, columns, { columnId: "score", direction: "descending" })), [
    "乙",
    "𠮷野",
    "髙橋",
  ]);
});

test("equal rows keep the order they came in, in both directions", () => {
  const rows = ["a", "b", "c"].map((name) => ({ name, score: 1 }));
  for (const direction of ["ascending", "descending"] as const) {
    assert.deepEqual(names(sortRows(rows, columns, { columnId: "score", direction })), ["a", "b", "c"]);
  }
});

test("a column that cannot be sorted leaves the rows alone", () => {
  const rows = [
    { name: "b", score: 1 },
    { name: "a", score: 2 },
  ];
  assert.equal(sortRows(rows, columns, { columnId: "plain", direction: "ascending" }), rows);
});

test("sorting loses no row and adds none", () => {
  const row = fc.record({ name: fc.string(), score: fc.option(fc.integer(), { nil: undefined }) });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const sorted = sortRows(rows, columns, { columnId: "score", direction: "descending" });
      assert.deepEqual(new Set(sorted), new Set(rows));
      assert.equal(sorted.length, rows.length);
    }),
  );
});

test("a header sorts upwards first, then downwards, then upwards again", () => {
  const first = nextSort(undefined, "score");
  const second = nextSort(first, "score");
  assert.deepEqual(
    [first.direction, second.direction, nextSort(second, "score").direction],
    ["ascending", "descending", "ascending"],
  );
  assert.equal(nextSort(second, "name").direction, "ascending");
});

test("keys move from row to row and stop at the ends", () => {
  assert.equal(rowAfterKey("ArrowDown", 4, 5, 10), 4);
  assert.equal(rowAfterKey("k", 0, 5, 10), 0);
  assert.equal(rowAfterKey("j", 0, 5, 10), 1);
  assert.equal(rowAfterKey("PageDown", 1, 500, 10), 11);
  assert.equal(rowAfterKey("End", 0, 10_000, 10), 9999);
});

test("other keys, and an empty table, move nothing", () => {
  assert.equal(rowAfterKey("x", 0, 5, 10), undefined);
  assert.equal(rowAfterKey("ArrowDown", 0, 0, 10), undefined);
});

test("a table gives every column its width, and those without one a share nobody can squeeze", () => {
  assert.equal(leastTableWidth(columns), "calc(18rem + 9rem + 9rem)");
});

test("of several orders the first one leads, and rows equal in all stay as they came", () => {
  const rows = [
    { name: "乙 髙", score: 2 },
    { name: "甲", score: 1 },
    { name: "丙", score: 2 },
    { name: "甲", score: 3 },
  ];
  const sorts = [
    { columnId: "score", direction: "descending" },
    { columnId: "name", direction: "ascending" },
  ] as const;
  const byBoth = sortRowsBy(rows, columns, sorts).map(({ name, score }) => [score, name]);
  assert.deepEqual(
    byBoth.map(([score]) => score),
    [3, 2, 2, 1],
  );
  assert.deepEqual(
    byBoth.slice(1, 3),
    names(sortRows([rows[0] as Row, rows[2] as Row], columns, sorts[1])).map((name) => [2, name]),
  );
  assert.deepEqual(sortRowsBy(rows, columns, []), rows);
});
