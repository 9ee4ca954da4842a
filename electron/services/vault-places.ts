import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";

const TrailEnd = z.strictObject({
  count: z.int().nonnegative(),
  head: z.string().length(64),
  atMs: z.int().nonnegative(),
});
/** Where a trail ended, and when that was noted (epoch milliseconds). */
export type TrailEnd = z.infer<typeof TrailEnd>;

const Place = z.strictObject({
  vaultId: z.string().max(64),
  folder: z.string().max(4_096),
  lastOpenedAt: z.int().nonnegative().nullable(),
  /** When the last verified backup was made; entries from before backups lack it. */
  lastBackupAt: z.int().nonnegative().nullable().default(null),
  /** Key slots opened here, the most recent first: ids alone, so that each person's own is tried first. */
  recentSlots: z.array(z.string().max(64)).max(16).default([]),
  /** Where the trail ended when this machine last locked the vault. */
  trail: TrailEnd.optional(),
});
const PlacesFile = z.strictObject({ version: z.literal(1), places: z.array(Place).max(100) });

/** How many people's slots are kept in order; more than share one machine. */
const recentSlotLimit = 16;

/** A vault this machine has met: where it is and when it was last opened (epoch milliseconds). */
export type VaultPlace = z.infer<typeof Place>;

/** Remembers where vaults are, so that the page can name them by id and never by path. Holds nothing of their content. */
export interface VaultPlaces {
  list(): VaultPlace[];
  find(vaultId: string): VaultPlace | undefined;
  /** Adds a vault or moves it to its new folder. */
  remember(vaultId: string, folder: string, openedAtMs: number | null): void;
  /** Keeps when the last verified backup of a known vault was made. */
  noteBackup(vaultId: string, atMs: number): void;
  /** Puts a slot in front of those to try when this vault is opened again. */
  rememberSlot(vaultId: string, slotId: string): void;
  /** Notes where a vault's trail ended, so that an older copy in its place is noticed. */
  noteTrail(vaultId: string, end: TrailEnd): void;
  /** Folder for a vault made without asking where. */
  defaultFolder(): string;
}

/** Last part of a folder's path, for telling vaults apart. */
export function folderName(place: VaultPlace): string {
  return basename(place.folder);
}

/** Whether the folder is still there. */
export function isPresent(place: VaultPlace): boolean {
  return statSync(place.folder, { throwIfNoEntry: false })?.isDirectory() === true;
}

export function createVaultPlaces(userData: string): VaultPlaces {
  const file = join(userData, "vaults.json");
  const read = (): VaultPlace[] => readPlaces(file);
  return {
    list: read,
    find: (vaultId) => read().find((place) => place.vaultId === vaultId),
    remember: (vaultId, folder, openedAtMs) => {
      const others = read().filter((place) => place.vaultId !== vaultId && place.folder !== folder);
      const known = read().find((place) => place.vaultId === vaultId);
      const lastOpenedAt = openedAtMs ?? known?.lastOpenedAt ?? null;
      const kept = { lastBackupAt: known?.lastBackupAt ?? null, recentSlots: known?.recentSlots ?? [] };
      writePlaces(userData, file, [{ ...known, vaultId, folder, lastOpenedAt, ...kept }, ...others]);
    },
    rememberSlot: (vaultId, slotId) => {
      const withSlot = (place: VaultPlace): VaultPlace => {
        if (place.vaultId !== vaultId) return place;
        const others = place.recentSlots.filter((id) => id !== slotId);
        return { ...place, recentSlots: [slotId, ...others].slice(0, recentSlotLimit) };
      };
      writePlaces(userData, file, read().map(withSlot));
    },
    noteBackup: (vaultId, atMs) => {
      const places = read();
      const noted = places.map((place) => (place.vaultId === vaultId ? { ...place, lastBackupAt: atMs } : place));
      writePlaces(userData, file, noted);
    },
    noteTrail: (vaultId, end) => {
      const places = read().map((place) => (place.vaultId === vaultId ? { ...place, trail: end } : place));
      writePlaces(userData, file, places);
    },
    defaultFolder: () => {
      const taken = new Set(read().map((place) => place.folder));
      let count = 1;
      let folder = join(userData, "vault");
      while (taken.has(folder) || statSync(folder, { throwIfNoEntry: false }) !== undefined) {
        count += 1;
        folder = join(userData, `vault-${count}`);
      }
      return folder;
    },
  };
}

// A list that cannot be read is worth no more than an empty one: every vault can be found again through the dialog.
function readPlaces(file: string): VaultPlace[] {
  try {
    return PlacesFile.parse(JSON.parse(readFileSync(file, "utf8"))).places;
  } catch {
    return [];
  }
}

function writePlaces(userData: string, file: string, places: readonly VaultPlace[]): void {
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  const next = `${file}.tmp`;
  writeFileSync(next, JSON.stringify({ version: 1, places }), { mode: 0o600 });
  renameSync(next, file);
}
