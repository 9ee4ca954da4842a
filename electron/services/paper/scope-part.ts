import { nameOf } from "../../../shared/domain/content/vocabulary.ts";
import { scopeParagraph } from "../../../shared/strings/scope-words.ts";
import { limitsOf } from "../../pdf/paper/limits.ts";
import type { PaperData } from "../../pdf/paper/paper-data.ts";
import { recordSha256Of, scopeRecordOf } from "../scope-record.ts";
import { clip, oneLine } from "./clip.ts";
import type { PaperSource } from "./paper-source.ts";

/** Most looks on one paper; the vault has them all. */
const looksLimit = 1_000;

/**
 * Scope and limits as the paper prints them: the words somebody signed while they stand, or else those in force, with every
 * look into a source.
 */
export function scopePart(source: PaperSource): NonNullable<PaperData["scope"]> {
  const { file, content, locale, pick } = source;
  const record = scopeRecordOf(file, content, source.today);
  const { sign, written } = file.scope;
  const isCurrent = sign !== null && sign.recordSha256 === recordSha256Of(record);
  const words = (isCurrent ? sign.text : written)?.[locale] ?? "";
  return {
    text: words.trim() === "" ? scopeParagraph(record, content.vocabulary, locale) : words,
    signedBy: clip(oneLine(sign?.by ?? ""), 120),
    signedMs: sign?.at ?? null,
    isCurrent,
    looks: record.looks.slice(0, looksLimit).map((look) => ({
      source: clip(pick(nameOf(content.vocabulary, "sourceTypes", look.sourceType)), 60),
      result: look.result,
      name: clip(oneLine(look.name), 120),
      // What older looks noted in one line stands where the words searched for are.
      query: clip(oneLine(look.query === "" ? look.note : look.query), 300),
      edition: clip(oneLine(look.edition), 120),
      lookedOn: look.lookedOn,
      isStated: look.basis === "run",
      items: clip(look.items.join(locale === "ja" ? "、" : ", "), 400),
    })),
  };
}

/** What section 8 adds about the sign-off, where it still fits. */
export function scopeReference(source: PaperSource, drawn: string): string {
  const { text, locale } = source;
  const { signedMs, signedBy, isCurrent } = scopePart(source);
  if (signedMs === null || !isCurrent) return drawn;
  const joined = `${drawn}${locale === "ja" ? "" : " "}${text("draft.scopeSigned", { name: clip(signedBy, 30) })}`;
  return clip(joined, limitsOf.sections.coverage[locale]) === joined ? joined : drawn;
}
