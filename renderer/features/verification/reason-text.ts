import { isTextKey, type Text } from "../../../shared/strings/text.ts";

/** The verifier's sentence for a reason code; a code this version has no sentence for is shown as it is. */
export function reasonText(text: Text, code: string): string {
  const key = `verification.reason.${code}`;
  return isTextKey(key) ? text(key) : text("verify.otherReason", { code });
}

/** The name of a check. */
export function checkName(text: Text, check: string): string {
  const key = `verification.check.${check}`;
  return isTextKey(key) ? text(key) : check;
}

const roles = ["reviewer", "approver", "chair"] as const;

/** Whose signature a field is for, by the names that papers of this app give their fields. */
export function fieldName(text: Text, field: string): string {
  const role = roles.find((one) => field === `sig.${one}`);
  return role === undefined ? text("verify.roleOther", { field }) : text(`verify.role-${role}`);
}
