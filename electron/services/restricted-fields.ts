import type { DossierId } from "../../shared/domain/ids.ts";
import type { Subject, SubjectInput } from "../../shared/domain/party.ts";
import { maskText, type RestrictedField, restrictedValue, subjectFieldName } from "../../shared/domain/restricted.ts";
import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import type { Clipboard } from "../ports.ts";
import type { VaultFault } from "../vault/fault.ts";
import { type EntryRefusal, enterCase } from "./enter-case.ts";
import { checkIdentifiers, type WrongIdentifier } from "./profile/check-identifiers.ts";
import type { OpenSession, Session } from "./session.ts";

/** The answer to writing over a value that the person has not looked at. */
export type Hidden = { readonly code: "field-hidden" };
type Refusal = EntryRefusal | VaultFault | { readonly code: "unknown-field" };
type OneField = { readonly dossierId: DossierId; readonly field: RestrictedField; readonly passphrase: string };

/** Shows restricted values one by one, to the person and to nobody by accident. */
export interface RestrictedFields {
  /** Answers one value after the passphrase; the trail says that it was looked at. */
  reveal(input: OneField): Promise<Result<{ value: string }, Refusal>>;
  /** Puts one value on the system's clipboard; it does not pass through the window. */
  copy(input: OneField): Promise<Result<Nothing, Refusal>>;
  /**
   * What to store where `next` came in for `stored`: a mask leaves the value as it is, and what somebody has not revealed
   * since the vault was opened they cannot write over.
   */
  merge(input: {
    readonly dossierId: DossierId;
    readonly field: RestrictedField;
    readonly stored: string;
    readonly next: string;
  }): Result<string, Hidden>;
  /** Forgets what was revealed; called when the vault locks. */
  forget(): void;
}

export interface RestrictedFieldsParts {
  readonly session: Session;
  readonly clipboard: Clipboard;
}

export function createRestrictedFields({ session, clipboard }: RestrictedFieldsParts): RestrictedFields {
  const seen = new Set<string>();
  const keyOf = (dossierId: DossierId, field: RestrictedField): string => `${dossierId}/${field}`;

  /** Looks the value up after the passphrase, and notes what was done with it. */
  async function take(
    { dossierId, field, passphrase }: OneField,
    kind: "field-revealed" | "field-copied",
  ): Promise<Result<string, Refusal>> {
    const asked = enterCase(session, "read-cases", dossierId);
    if (!asked.ok) return asked;
    const allowed = await asked.value.open.vault.verifyPassphrase(passphrase);
    if (!allowed.ok) return allowed;
    // Deriving the key takes a second, in which the vault may have been locked or the case shut to this person.
    const entered = enterCase(session, "read-cases", dossierId);
    if (!entered.ok) return entered;
    const { open, record } = entered.value;
    const value = restrictedValue({ ...record, subjects: open.tables.subjects.list(dossierId) }, field);
    if (value === undefined) return err({ code: "unknown-field" });
    note(open, { dossierId, field, kind });
    return ok(value);
  }

  return {
    reveal: async (input) => {
      const value = await take(input, "field-revealed");
      if (!value.ok) return value;
      seen.add(keyOf(input.dossierId, input.field));
      return ok({ value: value.value });
    },
    copy: async (input) => {
      const value = await take(input, "field-copied");
      if (!value.ok) return value;
      clipboard.write(value.value);
      return ok({});
    },
    merge: ({ dossierId, field, stored, next }) => {
      if (next === maskText || next === stored) return ok(stored);
      const key = keyOf(dossierId, field);
      if (stored !== "" && !seen.has(key)) return err({ code: "field-hidden" });
      // Whoever wrote the value knows it.
      seen.add(key);
      return ok(next);
    },
    forget: () => seen.clear(),
  };
}

function note(
  open: OpenSession,
  { dossierId, field, kind }: { dossierId: DossierId; field: RestrictedField; kind: "field-revealed" | "field-copied" },
): void {
  open.write(() => open.note(kind, dossierId, { field }));
}

/** A subject as it is to be stored: masked parts keep what is stored. */
export function mergeSubject(
  fields: RestrictedFields,
  { dossierId, known, next }: { dossierId: DossierId; known: Subject; next: SubjectInput },
): Result<SubjectInput, Hidden | WrongIdentifier> {
  const identifiers = fields.merge({
    dossierId,
    field: subjectFieldName(known.id, "identifiers"),
    stored: known.identifiers.join("\n"),
    next: next.identifiers.join("\n"),
  });
  if (!identifiers.ok) return identifiers;
  const noted = fields.merge({
    dossierId,
    field: subjectFieldName(known.id, "note"),
    stored: known.note,
    next: next.note,
  });
  if (!noted.ok) return noted;
  const lines = identifiers.value === "" ? [] : identifiers.value.split("\n");
  const right = checkIdentifiers(known.identifiers, lines);
  return right.ok ? ok({ ...next, identifiers: lines, note: noted.value }) : right;
}
