import type { PersonInput, PersonRole, PersonView } from "../../../shared/domain/people.ts";

/** What the form about a person holds. */
export interface PersonDraft {
  readonly displayName: string;
  readonly unit: string;
  readonly roles: readonly PersonRole[];
}

export const emptyPerson: PersonDraft = { displayName: "", unit: "", roles: [] };

/** The form filled with what is known of a person. */
export function draftOf({ displayName, unit, roles }: PersonView): PersonDraft {
  return { displayName, unit, roles };
}

/** What is missing before a person can be kept; empty when nothing is. */
export function missingIn(draft: PersonDraft): readonly ("name" | "roles")[] {
  return [
    ...(draft.displayName.trim() === "" ? (["name"] as const) : []),
    ...(draft.roles.length === 0 ? (["roles"] as const) : []),
  ];
}

/** The draft as the vault takes it. The name stays in the letters typed; only blanks around it go. */
export function inputOf({ displayName, unit, roles }: PersonDraft): PersonInput {
  return { displayName: displayName.trim(), unit: unit.trim(), roles: [...roles] };
}

/** How a person stands with the vault. */
export function statusOf({
  revokedAt,
  hasKey,
}: Pick<PersonView, "revokedAt" | "hasKey">): "active" | "keyless" | "revoked" {
  if (revokedAt !== null) return "revoked";
  return hasKey ? "active" : "keyless";
}

/** Why no decision could be approved with these people; undefined when one could. */
export function approvalGap(people: readonly PersonView[]): "alone" | "no-approver" | undefined {
  const active = people.filter((person) => statusOf(person) === "active");
  if (active.length < 2) return "alone";
  const proposers = active.filter((person) => person.roles.includes("reviewer"));
  const answerers = active.filter((person) => person.roles.includes("approver") || person.roles.includes("secretary"));
  const isCovered = answerers.some((one) => proposers.some((other) => other.id !== one.id)) || proposers.length === 0;
  return answerers.length > 0 && isCovered ? undefined : "no-approver";
}
