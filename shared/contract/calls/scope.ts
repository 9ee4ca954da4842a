import { z } from "zod";
import { Missing } from "../../domain/checklist.ts";
import { enoughGroups } from "../../domain/enough.ts";
import { DossierId, Sha256 } from "../../domain/ids.ts";
import { ScopeRecord, ScopeText } from "../../domain/scope.ts";
import { Instant } from "../../domain/time.ts";
import { channel } from "../channel.ts";
import { caseCodes } from "../errors.ts";

/** The paragraph on scope and limits as it stands, what it rests on, and what the case still lacks. */
export const ScopeView = z.object({
  record: ScopeRecord,
  /** SHA-256 of the record's canonical JSON; signing names the record that was seen. */
  recordSha256: Sha256,
  /** The words as the record gives them. */
  drawn: ScopeText,
  /** The words as a person wrote them, or null while they are the drawn ones. */
  written: ScopeText.nullable(),
  /** Who put their name to it; `current` is false once the record has changed since. */
  signed: z.object({ by: z.string(), at: Instant, current: z.boolean() }).nullable(),
  revision: z.int().nonnegative(),
  enough: z.object({
    items: z.int().nonnegative(),
    complete: z.int().nonnegative(),
    groups: z.array(
      z.object({
        group: z.enum(enoughGroups),
        lacks: z.array(z.object({ itemId: z.string(), missing: Missing })),
      }),
    ),
  }),
});
export type ScopeView = z.infer<typeof ScopeView>;

export const scope = {
  /** How far the enquiry went, what it lacks at its depth, and the paragraph about it. */
  get: channel({
    request: z.strictObject({ dossierId: DossierId }),
    response: ScopeView,
    errors: ["vault-locked", ...caseCodes],
  }),

  /** Replaces the words; null goes back to those the record gives. A sign-off on other words falls away. */
  write: channel({
    request: z.strictObject({
      dossierId: DossierId,
      written: ScopeText.nullable(),
      baseRevision: z.int().nonnegative(),
    }),
    response: z.object({ revision: z.int().positive() }),
    errors: ["vault-locked", ...caseCodes, "dossier-decided", "stale-revision"],
  }),

  /** Puts the person's name to the words and the record they saw; refused when either has changed meanwhile. */
  sign: channel({
    request: z.strictObject({
      dossierId: DossierId,
      baseRevision: z.int().nonnegative(),
      recordSha256: Sha256,
    }),
    response: z.object({ revision: z.int().positive() }),
    errors: ["vault-locked", ...caseCodes, "dossier-decided", "stale-revision"],
  }),
} as const;
