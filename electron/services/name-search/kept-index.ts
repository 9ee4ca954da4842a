import type { EditionId } from "../../../shared/domain/ids.ts";
import type { ScreeningClient } from "../../screening/index/screening-client.ts";
import { indexVersion } from "../../screening/index/segment-blocks.ts";
import { faultOf } from "../../vault/fault.ts";
import type { SearchedVault } from "./listed-entries.ts";
import { turn } from "./turn.ts";

/** Entries from which an index is kept: shorter lists are indexed about as fast as they are read. */
export const keptFrom = 2_000;

/** Blocks taken away at a time, so that nobody waits for it. */
const forgottenAtOnce = 4;

/**
 * Blocks written before the log is moved into the file. SQLite would do so by itself at a thousand pages, in one go that holds the
 * engine for as long as writing fifteen blocks does.
 */
const writtenAtOnce = 4;

/**
 * Brings a kept index into the worker, block by block. False where there is none of this version, or it is damaged: then
 * nothing of it is left in the worker, and the edition has to be indexed anew.
 */
export async function loadIndex(client: ScreeningClient, open: SearchedVault, editionId: EditionId): Promise<boolean> {
  const { nameIndex } = open.tables;
  const kept = nameIndex.find(editionId);
  if (kept?.version !== indexVersion) return false;
  for (let number = 0; number < kept.blocks; number += 1) {
    const block = nameIndex.block(editionId, number);
    const taken = block === undefined ? undefined : await client.ask({ ask: "take-block", editionId, block });
    if (taken?.ok !== true) {
      await client.ask({ ask: "drop", editionId });
      return false;
    }
  }
  const finished = await client.ask({ ask: "finish-blocks", editionId });
  return finished.ok;
}

/**
 * Keeps the index of an edition that the worker holds, and lets those of editions go that are current no more. Ends without
 * a word when the vault locks or the disk refuses: the index is made anew then.
 */
export async function keepIndex(client: ScreeningClient, open: SearchedVault, editionId: EditionId): Promise<void> {
  try {
    const current = new Set<string>(open.tables.lists.current().map(({ id }) => id));
    for (const old of open.tables.nameIndex.editions())
      if (old === editionId || !current.has(old)) await forgetIndex(client, open, old);
    if (!current.has(editionId)) return;
    let blocks = 0;
    for (;;) {
      const next = await client.ask({ ask: "next-block", editionId, first: blocks === 0 });
      if (!next.ok) return;
      const block = next.value;
      if (block === null) break;
      const number = blocks;
      open.vault.db.transaction(() => open.tables.nameIndex.put(editionId, number, block));
      blocks += 1;
      await turn();
      if (blocks % writtenAtOnce === 0) await settle(open);
    }
    if (!client.isRunning || blocks === 0) return;
    open.vault.db.transaction(() => open.tables.nameIndex.finish(editionId, { version: indexVersion, blocks }));
  } catch (thrown) {
    if (faultOf(thrown) === undefined) throw thrown;
  }
}

async function forgetIndex(client: ScreeningClient, open: SearchedVault, editionId: EditionId): Promise<void> {
  for (;;) {
    if (!client.isRunning) return;
    const { nameIndex } = open.tables;
    const more = open.vault.db.transaction(() => nameIndex.forget(editionId, forgottenAtOnce));
    await settle(open);
    if (!more) return;
  }
}

/** Moves what was written into the file while it is little. */
async function settle(open: SearchedVault): Promise<void> {
  await turn();
  open.vault.db.checkpoint();
  await turn();
}
