import type { Box } from "./box.ts";
import { isMainlyEastAsian } from "./character-class.ts";
import { composeLines, type Line } from "./compose-lines.ts";
import type { Align } from "./model.ts";
import type { Artifact, Op, Tag } from "./page-model.ts";
import type { TextRole, TextStyle, Theme } from "./theme.ts";

/** Where blocks are laid out: the theme, the width of the column in points, and the element they belong to. */
export interface Surroundings {
  readonly theme: Theme;
  readonly widthPt: number;
  readonly parent: Tag;
}

/** A text set in lines for one column. */
export interface SetText {
  readonly lines: readonly Line[];
  readonly style: TextStyle;
  readonly widthPt: number;
  readonly align: Align;
}

/** Sets a text in a column; only body text is stretched to both edges. */
export function setText(
  text: string,
  place: { theme: Theme; role: TextRole; widthPt: number; align?: Align | undefined; justify?: boolean },
): SetText {
  const style = place.theme.style(place.role);
  const lines = composeLines(text, {
    faces: place.theme.fonts[style.weight],
    sizePt: style.sizePt,
    widthPt: place.widthPt,
    justify: place.justify ?? false,
  });
  return { lines, style, widthPt: place.widthPt, align: place.align ?? "left" };
}

/** Height of set text in points. */
export function textHeightPt(set: SetText): number {
  return set.lines.length * set.style.leadPt;
}

/** Instructions that draw some of the lines with the top of the first at `y`. */
export function textOps(set: SetText, x: number, y: number, from = 0, to = set.lines.length): Op[] {
  const { sizePt, leadPt, ink } = set.style;
  return set.lines.slice(from, to).flatMap((line, index): Op[] => {
    if (line.glyphs.length === 0) return [];
    const slack = set.widthPt - (line.width * sizePt) / 1000;
    const shift = set.align === "right" ? slack : set.align === "center" ? slack / 2 : 0;
    // 0.88 is the share of the em above the baseline in a Japanese face.
    const baseline = y + index * leadPt + (leadPt - sizePt) / 2 + sizePt * 0.88;
    return [{ kind: "text", x: x + shift, baseline, sizePt, line, ink }];
  });
}

/** The language to note on an element whose text is Japanese in an English document. */
export function foreignLang(text: string, lang: string): string | undefined {
  return !lang.startsWith("ja") && isMainlyEastAsian(text) ? "ja" : undefined;
}

/** Boxes of a text that may run over a page break: one per line, never leaving a single line behind or ahead. */
export function lineBoxes(set: SetText, tag: Tag | Artifact, gapBeforePt: number): Box[] {
  const count = set.lines.length;
  return set.lines.map((_, index) => ({
    heightPt: set.style.leadPt,
    gapBeforePt: index === 0 ? gapBeforePt : 0,
    keepWithNext: index + 1 < count && (index === 0 || index + 2 === count),
    draw: (x, y) => [{ kind: "mark", tag, ops: textOps(set, x, y, index, index + 1) }],
  }));
}

/** One box that holds all lines of a text. */
export function textBox(set: SetText, tag: Tag, gapBeforePt: number, keepWithNext = false): Box {
  return {
    heightPt: textHeightPt(set),
    gapBeforePt,
    keepWithNext,
    draw: (x, y) => [{ kind: "mark", tag, ops: textOps(set, x, y) }],
  };
}
