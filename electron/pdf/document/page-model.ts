import type { Line } from "./compose-lines.ts";

/** A colour as red, green and blue from 0 to 1. */
export type Ink = readonly [number, number, number];

/** The few inks of a paper; all keep their order of darkness in a greyscale print. */
export const inks = {
  text: [0.07, 0.07, 0.08],
  accent: [0.06, 0.14, 0.36],
  muted: [0.34, 0.34, 0.36],
  rule: [0.56, 0.57, 0.6],
  hairline: [0.78, 0.79, 0.81],
  tint: [0.935, 0.942, 0.955],
  pale: [0.8, 0.82, 0.86],
  white: [1, 1, 1],
} as const satisfies Record<string, Ink>;

/** One drawing instruction. Points from the top left corner of the page. */
export type Op =
  | {
      readonly kind: "text";
      readonly x: number;
      readonly baseline: number;
      readonly sizePt: number;
      readonly line: Line;
      readonly ink: Ink;
    }
  | {
      readonly kind: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: Ink | undefined;
      readonly stroke?: Ink | undefined;
      readonly lineWidthPt?: number | undefined;
    }
  | {
      readonly kind: "path";
      readonly points: readonly (readonly [number, number])[];
      readonly closed: boolean;
      readonly fill?: Ink | undefined;
      readonly stroke?: Ink | undefined;
      readonly lineWidthPt?: number | undefined;
    };

/** Structure types the paper uses, by their names in the PDF standard. */
export type TagType =
  | "Document"
  | "Sect"
  | "H1"
  | "H2"
  | "H3"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "Figure"
  | "Form"
  | "Span";

/** One element of the structure tree that screen readers walk; the tree takes the order in which elements are first drawn. */
export interface Tag {
  readonly type: TagType;
  readonly parent: Tag | undefined;
  readonly alt?: string | undefined;
  readonly actualText?: string | undefined;
  readonly lang?: string | undefined;
  readonly scope?: "Column" | "Row" | undefined;
  readonly columnSpan?: number | undefined;
}

/** Page furniture that carries no content: rules and fills, running headers and footers. */
export type Artifact = "Layout" | "Top" | "Bottom";

/** What stands on a page, in reading order. */
export type Placed =
  | { readonly kind: "mark"; readonly tag: Tag | Artifact; readonly ops: readonly Op[] }
  | {
      readonly kind: "field";
      readonly name: string;
      readonly tooltip: string;
      /** True for the field whose signature locks all others. */
      readonly locksAll: boolean;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly tag: Tag;
    }
  | { readonly kind: "bookmark"; readonly title: string; readonly level: 1 | 2; readonly y: number };

/** One finished page. */
export interface Page {
  readonly placed: readonly Placed[];
}

/** A4 upright with room for two punched holes at the left. All in points. */
export const pageFrame = {
  width: 595.28,
  height: 841.89,
  left: 54,
  right: 42,
  top: 46,
  bottom: 42,
} as const;

/** Width of the text area in points. */
export const contentWidthPt: number = pageFrame.width - pageFrame.left - pageFrame.right;
