/** Any value of a JSON document. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A member some steps down; undefined where a step leads nowhere. */
export function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let now = value;
  for (const step of path) {
    if (typeof now !== "object" || now === null || Array.isArray(now) || !Object.hasOwn(now, step)) return undefined;
    // Safe: what is an object here and no list has members.
    now = (now as { readonly [key: string]: Json | undefined })[step];
  }
  return now;
}

/** A text or a number as text; the empty text for anything else. */
export function words(value: Json | undefined): string {
  return typeof value === "string" ? value.trim() : typeof value === "number" ? String(value) : "";
}

/** The members of a list; none for anything else. */
export function listOf(value: Json | undefined): readonly Json[] {
  // Safe: a list inside a JSON document holds JSON values.
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** A text in the languages a researchmap record has, Japanese first. */
export function inLanguages(value: Json | undefined): string {
  return words(value) || words(at(value, "ja")) || words(at(value, "en"));
}

/** Parses a JSON text; undefined for what is none. */
export function jsonOf(text: string): Json | undefined {
  try {
    // Safe: JSON.parse answers nothing else.
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
