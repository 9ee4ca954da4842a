import { z } from "zod";
import { Instant } from "./time.ts";

/** How much a finding asks for: nothing, a look when there is time, or something to be done. */
export type HealthLevel = "good" | "look" | "act";

/** Everything a check of the vault can find, in the order of the report, with what it asks for. */
export const healthLevels = {
  "pages-whole": "good",
  "pages-damaged": "act",
  "references-whole": "good",
  "references-broken": "act",
  "evidence-intact": "good",
  "evidence-changed": "act",
  "evidence-closed": "look",
  "recheck-fine": "good",
  "recheck-changed": "act",
  "objects-complete": "good",
  "objects-missing": "act",
  "objects-orphaned": "look",
  "trail-whole": "good",
  "trail-broken": "act",
  "backup-recent": "good",
  "backup-old": "look",
  "backup-none": "act",
  "recovery-rehearsed": "good",
  "recovery-old": "look",
  "recovery-unproved": "act",
  "recovery-none": "look",
  "lists-current": "good",
  "lists-old": "look",
  "lists-none": "look",
  "keys-strong": "good",
  "keys-light": "look",
  "key-change-owed": "act",
  "slots-agree": "good",
  "slots-differ": "look",
  "clock-fine": "good",
  "clock-behind": "act",
  "clock-impossible": "act",
  "space-enough": "good",
  "space-low": "act",
  "people-keyed": "good",
  "people-unkeyed": "look",
} as const satisfies Readonly<Record<string, HealthLevel>>;

/** One kind of finding; `health.<code>` is its sentence, `health.<code>-todo` what to do unless it is good. */
export type HealthCode = keyof typeof healthLevels;

// Safe: the keys of a constant object are exactly its codes.
const healthCodes = Object.keys(healthLevels) as [HealthCode, ...HealthCode[]];
const HealthCode = z.enum(healthCodes);

/** One finding with the numbers its sentence shows. */
export const HealthFinding = z.object({
  code: HealthCode,
  numbers: z.record(z.string().max(20), z.number()),
});
export type HealthFinding = z.infer<typeof HealthFinding>;

/** What one check found. It names no case and no person. */
export const HealthReport = z.object({
  at: Instant,
  appVersion: z.string(),
  vaultId: z.string(),
  findings: z.array(HealthFinding),
});
export type HealthReport = z.infer<typeof HealthReport>;

/** Days after which the last verified backup is too old to rest on. */
export const backupOldDays = 7;
