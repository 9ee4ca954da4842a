import { identifierWords, newlyWrong } from "../../../shared/domain/profile/identifier.ts";
import { err, ok, type Result } from "../../../shared/result.ts";

/** A number that cannot be right, by scheme and fault. */
export type WrongIdentifier = {
  readonly code: "identifier-wrong";
  readonly details: { readonly scheme: string; readonly problem: string };
};

/** Numbers that cannot be right are refused when they are written; those that stood before are left alone. */
export function checkIdentifiers(before: readonly string[], after: readonly string[]): Result<true, WrongIdentifier> {
  const [wrong] = newlyWrong(before, after);
  if (wrong?.fault === undefined) return ok(true);
  return err({ code: "identifier-wrong", details: identifierWords(wrong) });
}
