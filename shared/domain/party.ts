import { z } from "zod";
import { SubjectId } from "./ids.ts";
import { Period } from "./profile/period.ts";
import { line, text, textLimits } from "./text.ts";

/** A subject is a person or a body; screening never matches one against the other. */
export const SubjectKind = z.enum(["person", "organisation"]);
export type SubjectKind = z.infer<typeof SubjectKind>;

/** Why a name is recorded: the form in use, a reading, another script, an earlier name, another spelling. */
export const NameKind = z.enum(["primary", "reading", "latin", "former", "variant"]);
export type NameKind = z.infer<typeof NameKind>;

/** The writing a name is in, where its letters alone do not tell, as between Japanese and Chinese. */
export const NameScript = z.enum([
  "japanese",
  "kana",
  "latin",
  "chinese-simplified",
  "chinese-traditional",
  "hangul",
  "cyrillic",
  "arabic",
  "other",
]);
export type NameScript = z.infer<typeof NameScript>;

/** One name exactly as its bearer writes it. */
export const SubjectName = z.strictObject({
  kind: NameKind,
  text: line(textLimits.name).min(1),
  /** Left out where the letters tell. */
  script: NameScript.optional(),
  /** When the name was in use; left out where nobody said. */
  period: Period.optional(),
});
export type SubjectName = z.infer<typeof SubjectName>;

/** The part a subject plays in the dossier. */
export const SubjectRole = z.enum(["principal", "employer", "partner", "unit", "owner", "funder", "other"]);
export type SubjectRole = z.infer<typeof SubjectRole>;

/** A subject as the page writes it. There is no field for nationality, birthplace or belief, by design. */
export const SubjectInput = z.strictObject({
  kind: SubjectKind,
  role: SubjectRole,
  names: z.array(SubjectName).min(1).max(40),
  /** Country or region where the subject works or is registered, as free text; used to tell namesakes apart. */
  country: line(100),
  /** Identifiers such as ORCID or a corporate number, one per entry, as `profile/identifier.ts` writes them. */
  identifiers: z.array(line(100)).max(20),
  note: text(textLimits.note),
});
export type SubjectInput = z.infer<typeof SubjectInput>;

export const Subject = SubjectInput.extend({ id: SubjectId, revision: z.int().positive() });
export type Subject = z.infer<typeof Subject>;

/** The name to show: the primary one, or else the first. */
export function displayName(subject: Pick<Subject, "names">): string {
  return (subject.names.find((name) => name.kind === "primary") ?? subject.names[0])?.text ?? "";
}

/** The reading beside the name, where one is recorded. */
export function readingOf(subject: Pick<Subject, "names">): string | undefined {
  return subject.names.find((name) => name.kind === "reading")?.text;
}

/** The writing of a name: as recorded, or else as its letters tell. Kanji alone counts as Japanese. */
export function scriptOfName({ script, text: written }: SubjectName): NameScript {
  if (script !== undefined) return script;
  const has = (pattern: RegExp): boolean => pattern.test(written.normalize("NFKC"));
  if (has(/[\p{Script=Hiragana}\p{Script=Katakana}]/u)) return has(/\p{Script=Han}/u) ? "japanese" : "kana";
  if (has(/\p{Script=Han}/u)) return "japanese";
  if (has(/\p{Script=Hangul}/u)) return "hangul";
  if (has(/\p{Script=Cyrillic}/u)) return "cyrillic";
  if (has(/\p{Script=Arabic}/u)) return "arabic";
  return has(/\p{Script=Latin}/u) ? "latin" : "other";
}
