import type { PersonRole } from "../../../shared/domain/people.ts";
import { listSeparator } from "../../../shared/strings/risk-sentences.ts";
import type { Locale, Text } from "../../../shared/strings/text.ts";

/** Roles as a list in words, as `審査担当、管理者`. */
export function roleWords(roles: readonly PersonRole[], { text, locale }: { text: Text; locale: Locale }): string {
  return roles.map((role) => text(`people.role-${role}`)).join(listSeparator(locale));
}
