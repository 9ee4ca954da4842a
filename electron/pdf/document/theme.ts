import type { Fonts } from "../fonts/load-fonts.ts";
import type { Weight } from "../fonts/pinned-fonts.ts";
import { type Ink, inks } from "./page-model.ts";

/** What a piece of text is, which decides how it is set. */
export type TextRole =
  | "title"
  | "subtitle"
  | "part"
  | "section"
  | "body"
  | "compact"
  | "strong"
  | "label"
  | "value"
  | "cell"
  | "cellStrong"
  | "cellHead"
  | "fine"
  | "outcome"
  | "running";

/** Sizes in points. */
export interface TextStyle {
  readonly sizePt: number;
  readonly leadPt: number;
  readonly weight: Weight;
  readonly ink: Ink;
}

/** How everything is set: one scale for all roles, so that a full page can be set a little smaller as a whole. */
export interface Theme {
  readonly fonts: Fonts;
  readonly scale: number;
  /** Language of text that is not in the other script. */
  readonly lang: string;
  style(role: TextRole): TextStyle;
}

const roles: Readonly<Record<TextRole, readonly [size: number, lead: number, weight: Weight, ink: Ink]>> = {
  title: [15.5, 21, "bold", inks.text],
  subtitle: [11, 16, "bold", inks.text],
  part: [13, 19, "bold", inks.text],
  section: [9.6, 13.6, "bold", inks.accent],
  body: [9.2, 14.4, "regular", inks.text],
  compact: [8.7, 12.8, "regular", inks.text],
  strong: [10.4, 16, "bold", inks.text],
  label: [7.2, 10.4, "regular", inks.muted],
  value: [8.6, 12, "regular", inks.text],
  cell: [7.9, 11, "regular", inks.text],
  cellStrong: [7.9, 11, "bold", inks.text],
  cellHead: [7.4, 10.4, "bold", inks.text],
  fine: [7.2, 10.6, "regular", inks.muted],
  outcome: [22, 28, "bold", inks.text],
  running: [7, 9.6, "regular", inks.muted],
};

/** Builds a theme. Scale 1 is the size of the annexes. */
export function createTheme(fonts: Fonts, scale: number, lang: string): Theme {
  return {
    fonts,
    scale,
    lang,
    style(role) {
      const [size, lead, weight, ink] = roles[role];
      // Rounded so that no operand in the file hangs on the last bits of a product.
      return { sizePt: round(size * scale), leadPt: round(lead * scale), weight, ink };
    },
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
