import type { PlacedGlyph } from "./compose-lines.ts";
import type { Ink, Op } from "./page-model.ts";
import type { PdfFont } from "./pdfkit-surface.ts";

/** Gives the font object that stands for a face in the file being written. */
export type FontOf = (face: PlacedGlyph["face"]) => PdfFont;

/** PDF operators for drawing instructions. The page's matrix runs top down, so text is turned upright again. */
export function operatorsOf(ops: readonly Op[], fontOf: FontOf): string {
  return ops.map((op) => (op.kind === "text" ? textOperators(op, fontOf) : shapeOperators(op))).join("\n");
}

/** A number as PDF operand: at most three decimals, never an exponent or a negative zero. */
export function operand(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return String(rounded === 0 ? 0 : rounded);
}

function shapeOperators(op: Exclude<Op, { kind: "text" }>): string {
  const path =
    op.kind === "rect"
      ? [`${[op.x, op.y, op.width, op.height].map(operand).join(" ")} re`]
      : op.points.map(([x, y], index) => `${operand(x)} ${operand(y)} ${index === 0 ? "m" : "l"}`);
  if (op.kind === "path" && op.closed) path.push("h");
  const { fill, stroke } = op;
  const paint = fill !== undefined ? (stroke !== undefined ? "B" : "f") : "S";
  return [
    ...(fill === undefined ? [] : [`${inkOperands(fill)} rg`]),
    ...(stroke === undefined ? [] : [`${inkOperands(stroke)} RG`, `${operand(op.lineWidthPt ?? 0.5)} w`]),
    ...path,
    paint,
  ].join("\n");
}

function inkOperands(ink: Ink): string {
  return ink.map(operand).join(" ");
}

function textOperators(op: Extract<Op, { kind: "text" }>, fontOf: FontOf): string {
  const out = ["BT", `${inkOperands(op.ink)} rg`];
  for (const run of runsOf(op.line.glyphs)) {
    const font = fontOf(run[0].face);
    const x = op.x + (run[0].x * op.sizePt) / 1000;
    out.push(`/${font.id} ${operand(op.sizePt)} Tf`, `1 0 0 -1 ${operand(x)} ${operand(op.baseline)} Tm`);
    out.push(...showOperators(run, font));
  }
  out.push("ET");
  return out.join("\n");
}

type Run = readonly [PlacedGlyph, ...PlacedGlyph[]];

/** Neighbouring glyphs of one face. */
function runsOf(glyphs: readonly PlacedGlyph[]): Run[] {
  const runs: [PlacedGlyph, ...PlacedGlyph[]][] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    if (run !== undefined && run[0].face === glyph.face) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

/** One TJ array, interrupted where a glyph has to say which characters it stands for. */
function showOperators(run: Run, font: PdfFont): string[] {
  const out: string[] = [];
  let items: string[] = [];
  let codes = "";
  let pen = run[0].x;
  const flushCodes = (): void => {
    if (codes !== "") items.push(`<${codes}>`);
    codes = "";
  };
  const flush = (): void => {
    flushCodes();
    if (items.length > 0) out.push(`[${items.join(" ")}] TJ`);
    items = [];
  };
  for (const glyph of run) {
    const shift = Math.round((pen - glyph.x) * 10) / 10;
    if (shift !== 0) {
      flushCodes();
      items.push(operand(shift));
      pen -= shift;
    }
    const { code, isFaithful } = encode(glyph, font);
    if (isFaithful) {
      codes += code;
    } else {
      flush();
      out.push(`/Span <</ActualText <${utf16Hex(glyph.text)}>>> BDC`, `[<${code}>] TJ`, "EMC");
    }
    pen += glyph.advance;
  }
  flush();
  return out;
}

/**
 * The glyph's number in the subset. The first characters a glyph stands for go into the font's table; where the same
 * glyph later stands for others (〜 and ～ share one), the text would be copied out wrongly without a note.
 */
function encode(glyph: PlacedGlyph, font: PdfFont): { code: string; isFaithful: boolean } {
  const number = font.subset.includeGlyph(glyph.id);
  font.widths[number] ??= glyph.advance;
  const codePoints = [...glyph.text].map((character) => character.codePointAt(0) ?? 0);
  const code = number.toString(16).padStart(4, "0");
  if (glyph.needsActualText) {
    font.unicode[number] ??= codePoints;
    return { code, isFaithful: false };
  }
  font.unicode[number] ??= codePoints;
  const known = font.unicode[number];
  return {
    code,
    isFaithful: known.length === codePoints.length && known.every((value, index) => value === codePoints[index]),
  };
}

/** Big-endian UTF-16 with its mark, as hex. */
function utf16Hex(text: string): string {
  let hex = "FEFF";
  for (let index = 0; index < text.length; index += 1) {
    hex += text.charCodeAt(index).toString(16).toUpperCase().padStart(4, "0");
  }
  return hex;
}
