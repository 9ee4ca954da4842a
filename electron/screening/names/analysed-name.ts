import type { NameToken } from "./name-token.ts";
import type { NameType } from "./parse-name.ts";

/** A legal form of a name as written, with its class. */
export interface WrittenForm {
  readonly source: string;
  readonly form: string;
}

/** A name in words of another writing: by its reading, or with its words translated. */
export interface NameReading {
  readonly how: "reading" | "translation";
  readonly tokens: readonly NameToken[];
}

/** A name taken apart for comparing. Folded text is wide on purpose and is never shown. */
export interface AnalysedName {
  readonly text: string;
  readonly type: NameType;
  /** Words outside Han runs, in the order of the name; legal forms are not among them. */
  readonly tokens: readonly NameToken[];
  /** How each token is written in the name. */
  readonly sources: readonly string[];
  /** Han characters, with the kana among them, folded and without spaces; empty where there are none. */
  readonly han: string;
  /** The same, as written, with its spaces. */
  readonly hanSource: string;
  /** The runs of `han` that stand apart. */
  readonly hanRuns: readonly string[];
  readonly forms: readonly WrittenForm[];
  /** Words beyond the limit were left out, or the name was too long to be cut at all. */
  readonly cut: boolean;
  /** Spellings of the whole name by its reading or translation, for a name with Han in it; made when first asked for. */
  readings(): readonly NameReading[];
}
