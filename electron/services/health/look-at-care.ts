import { backupOldDays, type HealthFinding } from "../../../shared/domain/health.ts";
import { rehearsalMonths } from "../../../shared/domain/recovery.ts";
import { staleAfterDays } from "../../../shared/domain/screening.ts";
import { dayOf, daysBetween } from "../../../shared/domain/time.ts";
import type { KdfParameters } from "../../vault/vault.ts";
import { diskSpaceOf } from "../disk-space.ts";
import { lastRecheck } from "../evidence/recheck.ts";
import { isWorthStrengthening } from "../key-service.ts";
import { isKeyChangeOwed } from "../owed-key-change.ts";
import { recoveryStatus } from "../recovery-service.ts";
import type { OpenSession } from "../session.ts";
import { builtAtMs } from "./build-moment.ts";
import { finding } from "./finding.ts";

const dayMs = 86_400_000;
const megabyte = 1_000_000;

/** What the care is measured by: the time it is, and the cost this machine would choose for a new key. */
export interface CareMeasures {
  readonly nowMs: number;
  readonly usualKdf: KdfParameters;
}

/** What people take care of: backups, recovery, lists, keys, clock, room, people. */
export async function lookAtCare(open: OpenSession, { nowMs, usualKdf }: CareMeasures): Promise<HealthFinding[]> {
  return [
    lookAtBackup(open, nowMs),
    lookAtRecovery(open, nowMs),
    lookAtLists(open, nowMs),
    lookAtKeys(open, usualKdf),
    ...(isKeyChangeOwed(open.tables) ? [finding("key-change-owed")] : []),
    open.vault.slotFilesAgree() ? finding("slots-agree") : finding("slots-differ"),
    lookAtClock(open, nowMs),
    ...lookAtRecheck(open, nowMs),
    ...(await lookAtSpace(open)),
    lookAtPeople(open),
  ];
}

function lookAtBackup({ tables }: OpenSession, nowMs: number): HealthFinding {
  const [last] = tables.backups.list(1);
  if (last === undefined) return finding("backup-none");
  const days = Math.max(0, Math.floor((nowMs - last.at) / dayMs));
  return finding(days > backupOldDays ? "backup-old" : "backup-recent", { days });
}

function lookAtRecovery(open: OpenSession, nowMs: number): HealthFinding {
  const { kit, isRehearsalDue } = recoveryStatus(open, nowMs);
  if (kit === null) return finding("recovery-none");
  const last = kit.rehearsals.find(({ outcome }) => outcome === "opened");
  if (last === undefined) return finding("recovery-unproved");
  if (isRehearsalDue) return finding("recovery-old", { months: rehearsalMonths });
  return finding("recovery-rehearsed", { days: Math.max(0, Math.floor((nowMs - last.at) / dayMs)) });
}

function lookAtLists({ tables }: OpenSession, nowMs: number): HealthFinding {
  const editions = tables.lists.current();
  if (editions.length === 0) return finding("lists-none");
  const today = dayOf(nowMs);
  const old = editions.filter(
    ({ publishedDay, importedAt }) => daysBetween(publishedDay ?? dayOf(importedAt), today) > staleAfterDays,
  );
  return old.length === 0
    ? finding("lists-current", { count: editions.length })
    : finding("lists-old", { count: old.length, days: staleAfterDays });
}

/** A recovery slot is not looked at: its secret is random and as long as a key, so the cost of a guess does not matter. */
function lookAtKeys({ vault }: OpenSession, usualKdf: KdfParameters): HealthFinding {
  const guessable = vault.slots().filter(({ kind }) => kind !== "recovery");
  const light = guessable.filter(({ kdf }) => isWorthStrengthening(kdf, usualKdf));
  const usual = { memoryMib: usualKdf.memoryKib / 1_024, passes: usualKdf.passes };
  return light.length === 0
    ? finding("keys-strong", { count: guessable.length, ...usual })
    : finding("keys-light", { count: light.length, ...usual });
}

function lookAtClock({ tables, vault }: OpenSession, nowMs: number): HealthFinding {
  if (nowMs < builtAtMs) return finding("clock-impossible");
  const [latest] = tables.audit.list({ dossierId: null, before: null, limit: 1 });
  const earliestMs = Math.max(latest?.at ?? 0, vault.createdAtMs);
  // The check's own links may carry this very millisecond; a second is no clock set back.
  return nowMs + 1_000 < earliestMs ? finding("clock-behind") : finding("clock-fine");
}

async function lookAtSpace({ vault }: OpenSession): Promise<HealthFinding[]> {
  const space = await diskSpaceOf(vault.folder);
  if (space === null) return [];
  const freeMb = Math.floor(space.freeBytes / megabyte);
  const neededMb = Math.ceil(Math.max(1_000, (2 * space.vaultBytes) / megabyte));
  return [finding(space.isLow ? "space-low" : "space-enough", { freeMb, neededMb })];
}

/** What was found by the looks at evidence that nobody asked for, with the pieces that are marked as changed since. */
function lookAtRecheck(open: OpenSession, nowMs: number): HealthFinding[] {
  const last = lastRecheck(open);
  if (last === undefined) return [];
  const days = Math.max(0, Math.floor((nowMs - last.at) / dayMs));
  const changed = open.tables.evidence.casesOfChanged().length;
  return [
    changed === 0
      ? finding("recheck-fine", { count: last.checked, days })
      : finding("recheck-changed", { count: changed, days }),
  ];
}

function lookAtPeople({ tables, vault }: OpenSession): HealthFinding {
  const slots = new Set(vault.slots().map(({ slotId }) => slotId));
  const live = tables.people.list().filter(({ revokedAt }) => revokedAt === null);
  const unkeyed = live.filter(({ slotId }) => slotId === null || !slots.has(slotId)).length;
  return unkeyed === 0
    ? finding("people-keyed", { count: live.length })
    : finding("people-unkeyed", { count: unkeyed });
}
