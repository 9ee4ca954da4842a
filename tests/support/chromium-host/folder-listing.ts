import { mkdirSync, readdirSync, statSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { displayName } from "../../../electron/security/display-name.ts";

/** One entry of a folder as the file browser shows it. */
export interface ListedEntry {
  readonly name: string;
  /** The name with everything deceptive taken out. */
  readonly shownName: string;
  readonly kind: "folder" | "file";
  readonly sizeBytes: number;
  readonly changedMs: number;
}

/** One folder as the file browser shows it. */
export interface FolderListing {
  readonly folder: string;
  /** The folder above, or the folder itself at the top. */
  readonly parent: string;
  readonly entries: readonly ListedEntry[];
  /** Whether entries beyond the limit were left out. */
  readonly truncated: boolean;
}

/** What a listing holds. */
export interface ListingChoices {
  /** Extensions without the dot; undefined for all files. */
  readonly extensions?: readonly string[] | undefined;
  readonly foldersOnly: boolean;
}

/** How many entries are shown at most. */
export const listingLimit = 2_000;

/** Lists a folder: folders first, hidden entries left out. Undefined when it cannot be read. */
export function listFolder(path: string, choices: ListingChoices): FolderListing | undefined {
  const folder = resolve(path);
  try {
    const all = readdirSync(folder)
      .filter((name) => !name.startsWith("."))
      .map((name) => entryOf(folder, name))
      .filter((entry) => entry !== undefined)
      .filter((entry) => isWanted(entry, choices))
      .sort(byKindAndName);
    const truncated = all.length > listingLimit;
    return { folder, parent: dirname(folder), entries: all.slice(0, listingLimit), truncated };
  } catch {
    return undefined;
  }
}

/** Makes a folder inside another and gives its path; undefined when that fails. */
export function makeFolder(parent: string, name: string): string | undefined {
  if (name === "" || name === "." || name === ".." || /[/\\\0]/u.test(name)) return undefined;
  try {
    mkdirSync(join(parent, name), { mode: 0o700 });
    return join(parent, name);
  } catch {
    return undefined;
  }
}

function entryOf(folder: string, name: string): ListedEntry | undefined {
  try {
    const stat = statSync(join(folder, name));
    if (!stat.isDirectory() && !stat.isFile()) return undefined;
    const kind = stat.isDirectory() ? "folder" : "file";
    return { name, shownName: displayName(name), kind, sizeBytes: stat.size, changedMs: stat.mtimeMs };
  } catch {
    return undefined;
  }
}

function isWanted(entry: ListedEntry, { extensions, foldersOnly }: ListingChoices): boolean {
  if (entry.kind === "folder") return true;
  if (foldersOnly) return false;
  return extensions === undefined || extensions.includes(extname(entry.name).slice(1).toLowerCase());
}

const collator = new Intl.Collator("ja", { numeric: true });

function byKindAndName(one: ListedEntry, other: ListedEntry): number {
  if (one.kind !== other.kind) return one.kind === "folder" ? -1 : 1;
  return collator.compare(one.name, other.name);
}
