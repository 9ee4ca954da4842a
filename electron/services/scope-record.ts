import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { mustExist } from "../../shared/assert.ts";
import type { Content } from "../../shared/domain/content/content.ts";
import type { Decision } from "../../shared/domain/decision.ts";
import type { CaseParts } from "../../shared/domain/enough.ts";
import { Sha256 } from "../../shared/domain/ids.ts";
import { type ScopeRecord, type ScopeText, scopeOf } from "../../shared/domain/scope.ts";
import { type Day, dayOf } from "../../shared/domain/time.ts";
import { hiddenItems } from "../../shared/domain/visibility.ts";
import { scopeParagraph } from "../../shared/strings/scope-words.ts";
import { shownContextOf } from "./asked-items.ts";
import type { CaseFile } from "./case-file.ts";

/**
 * The day by which a case's evidence is fresh or old: that of its latest decision once it is decided, for nothing that it rested
 * on grows old afterwards, and until then the day it is.
 */
export function measuredOn(latest: Pick<Decision, "recordedAt"> | undefined, nowMs: number): Day {
  return dayOf(latest?.recordedAt ?? nowMs);
}

/** What the meter and the paragraph of a case read. */
export function caseParts(file: CaseFile, content: Content, today: Day): CaseParts {
  const { record, template, answers, evidence } = file;
  return {
    template,
    answers,
    evidence,
    depth: record.depth,
    subjectIdentity: record.subjectIdentity,
    hidden: hiddenItems(template, shownContextOf(record, answers)),
    policy: content.scoring,
    today,
  };
}

/** What the record of a case says it covered, its evidence as fresh or old as on this day. */
export function scopeRecordOf(file: CaseFile, content: Content, today: Day): ScopeRecord {
  const depth = content.vocabulary.depths.find((entry) => entry.id === file.record.depth);
  return scopeOf(caseParts(file, content, today), depth?.lookbackYears ?? null);
}

/** SHA-256 over the canonical JSON (RFC 8785) of a record. */
export function recordSha256Of(record: ScopeRecord): Sha256 {
  const body = mustExist(canonicalize(record), "a record has a canonical form");
  return Sha256.parse(createHash("sha256").update(body, "utf8").digest("hex"));
}

/** The words a record gives, in both languages. */
export function drawnText(record: ScopeRecord, { vocabulary }: Content): ScopeText {
  return { ja: scopeParagraph(record, vocabulary, "ja"), en: scopeParagraph(record, vocabulary, "en") };
}
