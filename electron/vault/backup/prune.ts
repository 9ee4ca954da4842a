import { join } from "node:path";
import { renameDurably, syncFolder } from "../durable-file.ts";
import { removeQuietly } from "./file-work.ts";
import { backupNames, draftEnding, poolFolder, snapshotFolder } from "./layout.ts";
import { snapshotsToDrop } from "./rotation.ts";
import { entriesOf, foldersIn, isItsOwn, listSnapshots } from "./snapshot-list.ts";

/** Removes what a backup that was cut off left behind: half a snapshot, half an object. Finished ones are not touched. */
export async function sweepDrafts(root: string): Promise<void> {
  const snapshots = join(root, backupNames.snapshots);
  for (const { name } of await entriesOf(snapshots))
    if (name.endsWith(draftEnding)) await removeQuietly(join(snapshots, name));
  await removeQuietly(join(poolFolder(root), backupNames.parts));
}

/**
 * Lets old snapshots go by the rule of rotation, then the objects that no snapshot names any more. A snapshot is renamed to a
 * draft before it is taken apart, so that it is whole or not there at every instant. Answers how many snapshots went.
 */
export async function pruneSnapshots(root: string, justMade: string): Promise<number> {
  const snapshots = await listSnapshots(root);
  const dated = snapshots.map((found) => ({
    name: found.name,
    takenAtMs: found.read?.manifest.takenAtMs ?? 0,
    readable: isItsOwn(found),
  }));
  const dropped = new Set(snapshotsToDrop(dated, justMade));
  for (const name of dropped) {
    const draft = `${snapshotFolder(root, name)}${draftEnding}`;
    renameDurably(snapshotFolder(root, name), draft);
    await removeQuietly(draft);
  }
  const stay = snapshots.filter(({ name }) => !dropped.has(name));
  const named = new Set(stay.flatMap(({ read }) => read?.manifest.objects.map(([id]) => id) ?? []));
  // An unreadable manifest may name objects; while one is there, every object stays.
  if (stay.every(({ read }) => read !== undefined)) await dropUnnamed(poolFolder(root), named);
  return dropped.size;
}

async function dropUnnamed(pool: string, named: ReadonlySet<string>): Promise<void> {
  for (const shelf of (await foldersIn(pool)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    const folder = join(pool, shelf);
    const gone = (await entriesOf(folder)).filter(({ name }) => {
      const id = /^([0-9a-f]{32})\.obj$/.exec(name)?.[1];
      return id !== undefined && !named.has(id);
    });
    for (const { name } of gone) await removeQuietly(join(folder, name));
    if (gone.length > 0) syncFolder(folder);
  }
}
