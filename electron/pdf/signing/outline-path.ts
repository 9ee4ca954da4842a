import type { PathCommand } from "fontkit";
import type { GlyphOutline } from "./glyph-outlines.ts";

/** Where a line of type begins, and how large it is, in points. */
export interface LinePlace {
  readonly xPt: number;
  readonly yPt: number;
  readonly sizePt: number;
}

/** One line of outlines as PDF path operators, each character filled by itself. */
export function outlinePath(line: readonly GlyphOutline[], place: LinePlace): string {
  const scale = place.sizePt / 1000;
  let advance = 0;
  let operators = "";
  for (const glyph of line) {
    const left = place.xPt + advance * scale;
    operators += glyphPath(glyph.commands, (x, y) => `${round(left + x * scale)} ${round(place.yPt + y * scale)} `);
    advance += glyph.advance;
  }
  return operators;
}

function glyphPath(commands: readonly PathCommand[], point: (x: number, y: number) => string): string {
  let operators = "";
  let currentX = 0;
  let currentY = 0;
  for (const { command, args } of commands) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = args;
    if (command === "moveTo") operators += `${point(x1, y1)}m `;
    else if (command === "lineTo") operators += `${point(x1, y1)}l `;
    else if (command === "bezierCurveTo") operators += `${point(x1, y1)}${point(x2, y2)}${point(x3, y3)}c `;
    else if (command === "quadraticCurveTo") {
      // PDF has cubic curves only; a quadratic one is the cubic whose controls lie two thirds of the way to its own.
      const towards = (from: number, control: number): number => from + (2 / 3) * (control - from);
      operators += point(towards(currentX, x1), towards(currentY, y1));
      operators += `${point(towards(x2, x1), towards(y2, y1))}${point(x2, y2)}c `;
    } else operators += "h ";
    const ends = { moveTo: [x1, y1], lineTo: [x1, y1], quadraticCurveTo: [x2, y2], bezierCurveTo: [x3, y3] };
    if (command !== "closePath") [currentX = 0, currentY = 0] = ends[command];
  }
  return operators === "" ? "" : `${operators}f\n`;
}

function round(lengthPt: number): string {
  return lengthPt.toFixed(2);
}
