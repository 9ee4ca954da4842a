import { err, type Result } from "../../shared/result.ts";
import { runParser } from "../parsing/run-parser.ts";
import type { PackReading, PackTask } from "./pack-task.ts";
import type { PackFault } from "./read-pack.ts";

/** Time and memory for one look at a pack of the largest size. */
const limits = { timeMs: 120_000, memoryMb: 3_072, outputRows: 1 } as const;

/** Checks list packs and takes entries out of them, in a worker of its own under limits. */
export interface PackReader {
  /** The pack if it is whole and its signature holds; with an edition's place, its entries too; with `every`, if each can be read. */
  read(bytes: Uint8Array, edition: PackTask["edition"]): Promise<Result<PackReading, PackFault>>;
}

/** A reader whose worker is `pack-worker.ts` beside this file, or the file bundled from it. */
export function createPackReader(): PackReader {
  return {
    read: async (bytes, edition) => {
      const input: PackTask = { bytes, edition };
      const module = new URL("./pack-worker.ts", import.meta.url);
      const outcome = await runParser<Result<PackReading, PackFault>>({ module, input, limits });
      return outcome.ok ? outcome.value : err("reading-limit");
    },
  };
}
