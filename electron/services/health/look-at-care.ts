import { backupOldDays, type HealthFinding } from "../../../shared/domain/health.ts";
import { staleAfterDays } from "../../../shared/domain/screening.ts";
import { dayOf, daysBetween } from "../../../shared/domain/time.ts";
import { diskSpaceOf } from "../disk-space.ts";
import type { OpenSession } from "../session.ts";
import { finding } from "./finding.ts";

const dayMs = 86_400_000;
const megabyte = 1_000_000;

/** Memory times passes of the cost new keys get on an ordinary machine; a slot below it is cheaper to guess at. */
const usualMemoryKibPasses = 3 * 262_144;

/** No machine that runs this program can truly show an earlier day. */
const programMadeMs = Date.UTC(2026, 10, 1);

/** What people take care of: backups, lists, keys, clock, room, people. */
export async function lookAtCare(open: OpenSession, nowMs: number): Promise<HealthFinding[]> {
  return [
    lookAtBackup(open, nowMs),
    lookAtLists(open, nowMs),
    lookAtKeys(open),
    open.vault.slotFilesAgree() ? finding("slots-agree") : finding("slots-differ"),
    lookAtClock(open, nowMs),
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

function lookAtKeys({ vault }: OpenSession): HealthFinding {
  const light = vault.slots().filter(({ kdf }) => kdf.memoryKib * kdf.passes < usualMemoryKibPasses);
  return light.length === 0
    ? finding("keys-strong", { count: vault.slots().length })
    : finding("keys-light", { count: light.length });
}

function lookAtClock({ tables, vault }: OpenSession, nowMs: number): HealthFinding {
  const [latest] = tables.audit.list({ dossierId: null, before: null, limit: 1 });
  const earliestMs = Math.max(latest?.at ?? 0, vault.createdAtMs, programMadeMs);
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

function lookAtPeople({ tables, vault }: OpenSession): HealthFinding {
  const slots = new Set(vault.slots().map(({ slotId }) => slotId));
  const live = tables.people.list().filter(({ revokedAt }) => revokedAt === null);
  const unkeyed = live.filter(({ slotId }) => slotId === null || !slots.has(slotId)).length;
  return unkeyed === 0
    ? finding("people-keyed", { count: live.length })
    : finding("people-unkeyed", { count: unkeyed });
}
