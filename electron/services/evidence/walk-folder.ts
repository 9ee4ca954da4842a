import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { folderLimits } from "../../../shared/domain/evidence-intake.ts";
import { displayName } from "../../security/display-name.ts";

/** One entry of a folder that somebody chose. */
export interface FoundEntry {
  readonly path: string;
  /** Its name with the folders below the chosen one, safe to show. */
  readonly name: string;
  /** `file` may be taken in; the others are said and left where they are. */
  readonly kind: "file" | "link" | "limit" | "unreadable";
}

/** What lies in a folder and below, in the order of names. */
export interface FoundEntries {
  readonly entries: readonly FoundEntry[];
  /** Entries nobody is told of one by one: beyond the limits, and what systems leave lying about. */
  readonly passedOver: number;
}

/** Files that systems write for themselves. */
const ofTheSystem =
  /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|\.Trash.*|\$RECYCLE\.BIN|System Volume Information)$/iu;

type Limits = Readonly<Record<"entries" | "files" | "depth", number>>;

/**
 * Lists a folder and what lies below it, within limits. Links are named and never followed, so that no loop and no folder
 * outside the chosen one is entered. Reads no file.
 */
export async function walkFolder(
  root: string,
  signal: AbortSignal,
  limits: Limits = folderLimits,
): Promise<FoundEntries> {
  const found: FoundEntry[] = [];
  const waiting: { path: string; name: string; depth: number }[] = [{ path: root, name: "", depth: 0 }];
  let seen = 0;
  let files = 0;
  let passedOver = 0;
  for (let folder = waiting.shift(); folder !== undefined && !signal.aborted; folder = waiting.shift()) {
    const read = await entriesOf(folder.path);
    if (read === undefined) {
      found.push({ path: folder.path, name: folder.name, kind: "unreadable" });
      continue;
    }
    const below: typeof waiting = [];
    for (const entry of read) {
      seen += 1;
      if (seen > limits.entries || ofTheSystem.test(entry.name)) {
        passedOver += 1;
        continue;
      }
      const path = join(folder.path, entry.name);
      const name = folder.name === "" ? displayName(entry.name) : `${folder.name} / ${displayName(entry.name)}`;
      if (entry.isDirectory()) {
        if (folder.depth + 1 > limits.depth) found.push({ path, name, kind: "limit" });
        else below.push({ path, name, depth: folder.depth + 1 });
        continue;
      }
      if (entry.isFile()) files += 1;
      if (files > limits.files) passedOver += 1;
      else found.push({ path, name, kind: kindOf(entry) });
    }
    waiting.unshift(...below);
  }
  return { entries: found, passedOver };
}

function kindOf(entry: Dirent): FoundEntry["kind"] {
  if (entry.isSymbolicLink()) return "link";
  return entry.isFile() ? "file" : "unreadable";
}

async function entriesOf(path: string): Promise<Dirent[] | undefined> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return undefined;
  }
}
