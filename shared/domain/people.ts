import { z } from "zod";
import { PersonId } from "./ids.ts";
import { line, textLimits } from "./text.ts";
import { Instant } from "./time.ts";

/** The part a person plays in the office. One person may hold several; none of them ever decides alone. */
export const personRoles = ["reviewer", "approver", "secretary", "auditor", "administrator"] as const;
export const PersonRole = z.enum(personRoles);
export type PersonRole = z.infer<typeof PersonRole>;

/** What a call needs; services ask for one of these and never for a role. */
export const rights = [
  /** See cases one is admitted to. */
  "read-cases",
  /** Answer, take evidence in, screen, rate, plan measures, move a case. */
  "work-on-cases",
  /** Put a decision forward. */
  "propose-decisions",
  /** Approve or return a decision somebody else put forward. */
  "approve-decisions",
  /** Enter what the committee resolved on a decision somebody else put forward. */
  "record-committee",
  "edit-papers",
  "sign-papers",
  "export-papers",
  "import-lists",
  /** Write the office's own checklists, publish them, and say which new cases start with. */
  "manage-templates",
  /** The whole trail; the history of one case comes with reading the case. */
  "read-trail",
  "export-trail",
  /** Run the health check and the check of the trail. */
  "check-vault",
  "back-up",
  "manage-people",
  "manage-settings",
  /** Make the recovery kit and rehearse it. */
  "manage-recovery",
] as const;
export const Right = z.enum(rights);
export type Right = z.infer<typeof Right>;

/** What each role may do. The administrator keeps house and sees no case; the auditor sees all and changes nothing. */
const rightsOfRole: Readonly<Record<PersonRole, readonly Right[]>> = {
  reviewer: [
    "read-cases",
    "work-on-cases",
    "propose-decisions",
    "edit-papers",
    "sign-papers",
    "export-papers",
    "import-lists",
  ],
  approver: ["read-cases", "approve-decisions", "sign-papers", "export-papers"],
  secretary: ["read-cases", "record-committee", "edit-papers", "export-papers", "manage-templates"],
  auditor: ["read-cases", "read-trail", "export-trail", "check-vault"],
  administrator: [
    "import-lists",
    "manage-templates",
    "read-trail",
    "export-trail",
    "check-vault",
    "back-up",
    "manage-people",
    "manage-settings",
    "manage-recovery",
  ],
};

/** Every right of these roles together, in the order of `rights`. */
export function rightsOf(roles: readonly PersonRole[]): Right[] {
  const held = new Set(roles.flatMap((role) => rightsOfRole[role]));
  return rights.filter((right) => held.has(right));
}

/** Longest name of a unit, in UTF-16 units. */
export const unitLimit = textLimits.name;

/** What the administrator enters about a person. */
export const PersonInput = z.strictObject({
  displayName: line(textLimits.name).min(1),
  /** The unit the person belongs to; nobody reviews or approves a case their own unit hosts. */
  unit: line(unitLimit),
  roles: z.array(PersonRole).min(1).max(personRoles.length),
});
export type PersonInput = z.infer<typeof PersonInput>;

/** A person of this vault as the page shows one. */
export const PersonView = PersonInput.extend({
  id: PersonId,
  /** First 16 hex digits of the SHA-256 of the person's public key; null until the first unlocking after an upgrade. */
  keyFingerprint: z.string().nullable(),
  addedAt: Instant,
  /** False where the key was never finished: the person cannot unlock until they are given one. */
  hasKey: z.boolean(),
  /** When the person was shut out; the record stays. */
  revokedAt: Instant.nullable(),
});
export type PersonView = z.infer<typeof PersonView>;

/** Whether two names of units mean the same unit; width, case and blanks do not count. An empty name means no unit. */
export function isSameUnit(left: string, right: string): boolean {
  const plain = (name: string): string => name.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
  return plain(left) !== "" && plain(left) === plain(right);
}

/** Rights that people of the host unit do not have in its own case; they go on reading it. */
export const rightsClosedToHostUnit: readonly Right[] = [
  "work-on-cases",
  "propose-decisions",
  "approve-decisions",
  "edit-papers",
  "sign-papers",
];

/** What one person declared about their ties to a case. */
export const Declaration = z.object({
  personId: PersonId,
  personName: z.string(),
  hasConflict: z.boolean(),
  note: z.string(),
  declaredAt: Instant,
});
export type Declaration = z.infer<typeof Declaration>;
