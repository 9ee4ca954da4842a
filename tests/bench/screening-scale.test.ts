import { execFileSync } from "node:child_process";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Row, ScaleOutcome, ScaleTask } from "./screening/scale-run.ts";

/**
 * How building and searching grow with the number of names. `KURA_SCALES=100000,1000000` chooses the numbers of names,
 * `KURA_QUERIES` how many are searched, `KURA_SUBJECTS` and `KURA_CHANGED` the size of the re-screening (0: none), and
 * `KURA_WORKER=0` leaves out the largest scale in the app's own worker. Each scale runs in a process of its own, so that memory
 * that another one left behind is not counted, nor used again unseen.
 *
 * `peak MB`, `added MB` and `after searching MB` are resident memory above what the process had before building began: the most
 * at any moment of building, after building, and after all searches, the last two after everything that can be let go was let go.
 * The young heap is as large as the worker's in the app; pages that V8 keeps for later are counted.
 */
const scales = (process.env["KURA_SCALES"] ?? "100000,300000,1000000").split(",").map(Number);
const queries = Number(process.env["KURA_QUERIES"] ?? 1_500);
const subjects = Number(process.env["KURA_SUBJECTS"] ?? 10_000);
const changedNames = Number(process.env["KURA_CHANGED"] ?? 5_000);
const rescreened = Math.min(scales.at(-1) ?? 0, 1_000_000);

function measure(task: ScaleTask): ScaleOutcome {
  const program = fileURLToPath(new URL("./screening/scale-run.ts", import.meta.url));
  const written = execFileSync(
    process.execPath,
    ["--expose-gc", "--max-semi-space-size=16", program, JSON.stringify(task)],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  // Safe: what the program writes is of this type.
  return JSON.parse(written) as ScaleOutcome;
}

describe("the index as it grows", () => {
  test("prints building, memory and searching at each scale", () => {
    const growth: Row[] = [];
    for (const names of scales) {
      const own = { subjects: names === rescreened ? subjects : 0, changedNames, inWorker: false };
      const outcome = measure({ names, queries, ...own });
      growth.push(outcome.growth);
      console.log(`${names} names`);
      console.table(outcome.scripts);
      if (outcome.rescreening.length > 0) console.table(outcome.rescreening);
    }
    console.table(growth);
    if (process.env["KURA_WORKER"] === "0") return;
    const names = Math.max(...scales);
    console.log("in the app's own worker, under its limits");
    console.table([measure({ names, queries, subjects: 0, changedNames: 0, inWorker: true }).growth]);
  });
});
