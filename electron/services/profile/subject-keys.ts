import type { Subject } from "../../../shared/domain/party.ts";
import { identifierKey, readIdentifier } from "../../../shared/domain/profile/identifier.ts";
import type { SamenessGround } from "../../../shared/domain/profile/sameness.ts";
import { foldName } from "../../screening/names/fold-name.ts";
import { parseName } from "../../screening/names/parse-name.ts";
import { spellingSteps } from "../../screening/names/steps.ts";

/** What a subject can be found again by, each key with what it rests on. */
export type SubjectKeys = ReadonlyMap<string, SamenessGround>;

/**
 * Identifiers whose check digits hold, and every name but the readings, folded in width, case, spacing, variants and the order
 * of its words. Readings alone bring together people who share no more than a sound.
 */
export function subjectKeys(subject: Pick<Subject, "kind" | "names" | "identifiers">): SubjectKeys {
  const keys = new Map<string, SamenessGround>();
  for (const line of subject.identifiers) {
    const key = identifierKey(line);
    if (key !== undefined) keys.set(key, readIdentifier(line).scheme);
  }
  for (const { kind, text } of subject.names) {
    if (kind === "reading") continue;
    for (const name of foldedNames(text, subject.kind)) keys.set(`${subject.kind}:${name}`, "name");
  }
  return keys;
}

/** The spellings under which two writings of one name meet: run together, and as words in a fixed order. */
export function foldedNames(text: string, kind: Subject["kind"]): readonly string[] {
  const words = foldName(parseName(text, kind), spellingSteps).map((word) => word.text);
  if (words.length === 0) return [];
  return [...new Set([words.join(""), words.toSorted().join(" ")])];
}
