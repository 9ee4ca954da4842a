import { displayName, type Subject } from "../../../shared/domain/party.ts";
import type { Text } from "../../../shared/strings/text.ts";
import { findMissingGlyphs, type MissingGlyph } from "../../pdf/fonts/coverage.ts";
import { loadFonts } from "../../pdf/fonts/load-fonts.ts";
import { limitsOf } from "../../pdf/paper/limits.ts";
import type { PaperData } from "../../pdf/paper/paper-data.ts";
import { latinSpelling } from "../../screening/names/latin-spelling.ts";
import { scriptOf } from "../../screening/names/scripts.ts";
import { clip } from "./clip.ts";
import { nameRoom } from "./paper-annexes.ts";

/** What names that cannot be drawn are put in other letters with. */
export interface DrawableParts {
  /** The other names of each candidate's entry, by what the paper calls the candidate. */
  readonly beside: ReadonlyMap<string, readonly string[]>;
  /** The subjects of the case. */
  readonly subjects: readonly Pick<Subject, "names">[];
  readonly text: Text;
  readonly fontsFolder: string;
}

type OtherWord = "draft.nameAlias" | "draft.nameOther";
type Shown = (name: string, others?: readonly string[], otherWord?: OtherWord) => string;

/** Characters that the paper refuses because nobody sees them; lists from abroad carry them between letters. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Stands for a character that no face has, as printers do. */
const geta = "〓";

/**
 * The paper with the names of its subjects and of its screening in letters that its fonts hold. A name in Arabic must not
 * keep a case from being signed: it stands under another name of the same subject or entry, or letter by letter, and says in
 * which letters it is written.
 */
export async function withDrawableNames(data: PaperData, parts: DrawableParts): Promise<PaperData> {
  const { screening } = data;
  const shown = await showing(parts, [
    ...parts.subjects.flatMap(({ names }) => names.map(({ text }) => text)),
    ...(screening?.names ?? []).map(({ name }) => name),
    ...(screening?.candidates ?? []).map(({ listedName }) => listedName),
    ...[...parts.beside.values()].flat(),
  ]);
  if (shown === undefined) return data;
  return {
    ...data,
    sections: { ...data.sections, outline: outlineWith(data, parts.subjects, shown) },
    screening: screening === null ? null : screeningWith(screening, parts.beside, shown),
  };
}

function screeningWith(
  screening: NonNullable<PaperData["screening"]>,
  beside: DrawableParts["beside"],
  shown: Shown,
): PaperData["screening"] {
  return {
    ...screening,
    names: screening.names.map((one) => ({ ...one, name: shown(one.name) })),
    candidates: screening.candidates.map((one) => ({
      ...one,
      listedName: shown(one.listedName, beside.get(one.listedName)),
    })),
  };
}

/** The outline names the first subject; a person's own words may name any. */
function outlineWith(
  { locale, sections }: PaperData,
  subjects: DrawableParts["subjects"],
  shown: Shown,
): string | null {
  if (sections.outline === null) return null;
  const words = subjects.reduce((outline, subject) => {
    const name = displayName(subject);
    const others = subject.names.map(({ text }) => text).filter((other) => other !== name);
    return name === "" ? outline : outline.replaceAll(name, () => shown(name, others, "draft.nameOther"));
  }, sections.outline);
  return words === sections.outline ? words : clip(words, limitsOf.sections.outline[locale]);
}

/** Undefined where the fonts cannot be read: drawing says so by its own fault. */
async function showing({ text, fontsFolder }: DrawableParts, names: readonly string[]): Promise<Shown | undefined> {
  const fonts = await loadFonts(fontsFolder, [...names, geta]);
  if (!fonts.ok) return undefined;
  const missingIn = (name: string): readonly MissingGlyph[] => findMissingGlyphs(fonts.value, [name]);
  const isDrawable = (name: string): boolean => name.search(unseen) < 0 && missingIn(name).length === 0;
  return (name, others = [], otherWord = "draft.nameAlias") => {
    if (isDrawable(name)) return name;
    const bare = name.replace(unseen, "");
    const missing = missingIn(bare);
    const script = text(`scorecard.script-${scriptOf(bare)}`);
    if (bare !== "" && missing.length === 0) return note(text("draft.nameUnseen", { name: bare }));
    if (/\p{Script=Han}/u.test(bare)) return note(text("draft.nameGeta", getaFor(bare, missing)));
    const alias = others.find((other) => /\p{Script=Latin}/u.test(other) && isDrawable(other));
    if (alias !== undefined) return note(text(otherWord, { name: alias, script }));
    const spelled = bare.split(/\s+/u).map(latinSpelling).join(" ").trim();
    return note(text("draft.nameSpelled", { name: spelled === "" ? geta : spelled, script }));
  };
}

const note = (name: string): string => clip(name, nameRoom);

/** A name with a mark in place of each character that no face has in the form asked for, and which characters those are. */
function getaFor(name: string, missing: readonly MissingGlyph[]): { name: string; codes: string } {
  const points = missing.map(({ codePoint, selector }) => (selector === 0 ? [codePoint] : [codePoint, selector]));
  const gaps = new Map(points.map((codes) => [String.fromCodePoint(...codes), codes]));
  const marked = [...gaps.keys()].reduce((shown, gap) => shown.replaceAll(gap, geta), name);
  const codes = [...gaps.values()].map((gap) => gap.map((code) => `U+${code.toString(16).toUpperCase()}`).join("+"));
  return { name: marked, codes: codes.join(", ") };
}
