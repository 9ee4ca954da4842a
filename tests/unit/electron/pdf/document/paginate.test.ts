import assert from "node:assert/strict";
import { test } from "node:test";
import type { Box } from "../../../../../electron/pdf/document/box.ts";
import { boxesOf } from "../../../../../electron/pdf/document/layout-blocks.ts";
import type { Block } from "../../../../../electron/pdf/document/model.ts";
import {
  contentWidthPt,
  type Page,
  type Placed,
  pageFrame,
  type Tag,
} from "../../../../../electron/pdf/document/page-model.ts";
import { fillPages } from "../../../../../electron/pdf/document/paginate.ts";
import { createTheme } from "../../../../../electron/pdf/document/theme.ts";
import { openFonts } from "../../../../fixtures/paper/open-fonts.ts";

const fonts = await openFonts("研究");
const root: Tag = { type: "Document", parent: undefined };
const fullPt = pageFrame.height - pageFrame.top - pageFrame.bottom;

function boxes(...blocks: Block[]): Box[] {
  return boxesOf(blocks, { theme: createTheme(fonts, 1, "ja-JP"), widthPt: contentWidthPt, parent: root });
}

function filler(heightPt: number): Box {
  return { heightPt, gapBeforePt: 0, keepWithNext: false, draw: () => [] };
}

function textsOf(page: Page): string[] {
  return page.placed.flatMap((placed) =>
    placed.kind === "mark"
      ? placed.ops.flatMap((op) => (op.kind === "text" ? [op.line.glyphs.map(({ text }) => text).join("")] : []))
      : [],
  );
}

function lowestPt(placed: Placed): number {
  if (placed.kind === "field") return placed.y + placed.height;
  if (placed.kind !== "mark") return 0;
  return Math.max(
    0,
    ...placed.ops.map((op) =>
      op.kind === "text"
        ? op.baseline
        : op.kind === "rect"
          ? op.y + op.height
          : Math.max(...op.points.map(([, y]) => y)),
    ),
  );
}

function assertAboveFoot(pages: readonly Page[]): void {
  const foot = pageFrame.height - pageFrame.bottom + 0.01;
  for (const page of pages) for (const placed of page.placed) assert.ok(lowestPt(placed) <= foot);
}

const signatureBlocks: Block[] = [
  { kind: "heading", level: 2, text: "署名" },
  { kind: "keep", block: { kind: "paragraph", role: "fine", text: "順に署名する。" } },
  {
    kind: "signatures",
    boxes: ["甲", "乙", "丙"].map((label, index) => ({
      field: `sig.${index}`,
      label,
      signer: "髙﨑 𠮷",
      tooltip: `${label}の署名欄`,
      locksAll: index === 2,
    })),
  },
];

test("signature fields move to the next page together with their heading", () => {
  for (let restPt = 10; restPt < 160; restPt += 7) {
    const pages = fillPages([filler(fullPt - restPt), ...boxes(...signatureBlocks)]);
    const withHeading = pages.findIndex((page) => textsOf(page).includes("署名"));
    const withFields = pages.findIndex((page) => page.placed.some(({ kind }) => kind === "field"));
    assert.equal(withHeading, withFields, `${restPt} points left`);
  }
});

test("a heading never stands alone at the foot of a page", () => {
  for (let restPt = 10; restPt < 80; restPt += 5) {
    const paragraph = "研究の内容を述べる。".repeat(30);
    const pages = fillPages([
      filler(fullPt - restPt),
      ...boxes({ kind: "heading", level: 2, text: "概要" }, { kind: "paragraph", text: paragraph }),
    ]);
    const page = pages.find((candidate) => textsOf(candidate).includes("概要"));
    assert.ok((page === undefined ? [] : textsOf(page)).length >= 3, `${restPt} points left`);
  }
});

function table(rows: readonly string[]): Block {
  return {
    kind: "table",
    columns: [
      { header: "番号", share: 1 },
      { header: "内容", share: 3 },
    ],
    rows: rows.map((text, index) => ({ kind: "body", cells: [{ text: String(index) }, { text }] })),
  };
}

test("the header of a table comes back on every page it runs over", () => {
  const pages = fillPages(boxes(table(Array.from({ length: 120 }, (_, index) => `行${index}`))));
  assert.ok(pages.length > 2);
  for (const page of pages) assert.ok(textsOf(page).includes("番号"));
});

test("a repeated header is furniture and not read out again", () => {
  const pages = fillPages(boxes(table(Array.from({ length: 120 }, (_, index) => `行${index}`))));
  const tags = pages
    .slice(1)
    .flatMap((page) =>
      page.placed.flatMap((placed) =>
        placed.kind === "mark" && typeof placed.tag !== "string" ? [placed.tag.type] : [],
      ),
    );
  assert.ok(!tags.includes("TH"));
});

test("a row stays whole unless it is very high", () => {
  const text = "研究の内容を述べる。".repeat(20);
  const pages = fillPages(boxes(table(Array.from({ length: 40 }, () => text))));
  for (const page of pages) {
    const cells = textsOf(page).filter((line) => line.startsWith("研究の内容"));
    assert.equal(textsOf(page).filter((line) => /^\d+$/.test(line)).length > 0, cells.length > 0);
  }
  const lines = pages.flatMap((page) => textsOf(page)).join("");
  assert.equal(lines.split("研究の内容を述べる。").length - 1, 800);
});

test("a row higher than a page runs on over the pages without losing a line", () => {
  const text = "非常に長い所見である。".repeat(600);
  const pages = fillPages(boxes(table([text, "次の行"])));
  assert.ok(pages.length >= 3);
  const drawn = pages.flatMap(textsOf).join("").replaceAll("番号", "").replaceAll("内容", "");
  assert.ok(drawn.includes(text.slice(0, 200)));
  assert.equal(drawn.split("非常に長い所見である。").length - 1, 600);
  assert.ok(drawn.includes("次の行"));
  assertAboveFoot(pages);
});

test("nothing is drawn below the foot of the text area", () => {
  const long = "長い文である。".repeat(40);
  const pages = fillPages(
    boxes(
      { kind: "heading", level: 1, text: "表題" },
      ...Array.from(
        { length: 20 },
        (_, index): Block => ({
          kind: "section",
          number: String(index),
          title: "見出し",
          place: "side",
          blocks: [{ kind: "paragraph", text: long }],
        }),
      ),
      table(Array.from({ length: 50 }, () => long)),
      ...signatureBlocks,
    ),
  );
  assertAboveFoot(pages);
});

test("a box higher than a page that cannot be cut is shown from the top of a page", () => {
  const pages = fillPages([filler(100), filler(fullPt + 50), filler(100)]);
  assert.equal(pages.length, 3);
});

test("a column is widened so that no date or word in it has to be cut", () => {
  const block: Block = {
    kind: "table",
    columns: [
      { header: "期限", share: 1 },
      { header: "内容", share: 30 },
    ],
    rows: [{ kind: "body", cells: [{ text: "2027-03-26" }, { text: "研究の内容を述べる。" }] }],
  };
  assert.ok(fillPages(boxes(block)).flatMap(textsOf).includes("2027-03-26"));
});
