/** Hostile trail exports. `node --test tests/fuzz/trail-export.fuzz.ts`; KURA_RUNS raises the number of tries. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { verifyTrailExport, writeTrailExport } from "../../electron/trail/trail-export.ts";
import { Sha256 } from "../../shared/domain/ids.ts";
import { Instant } from "../../shared/domain/time.ts";
import { chainOf, checkpointAt, signer, vaultId } from "../unit/electron/trail/sample-trail.ts";

const runs = Number(process.env["KURA_RUNS"] ?? 500);
const by = signer();
const links = chainOf(12, by);
const checkpoints = [6, 12].map((count) => checkpointAt(links, count, by));
const header = {
  type: "kura-trail" as const,
  form: 1 as const,
  vaultId,
  exportedAt: Instant.parse(1),
  exportedBy: "髙﨑 𠮷",
  appVersion: "0",
  trail: { count: 12, head: Sha256.parse(links[11]?.hash) },
};
const whole = Buffer.concat([
  ...writeTrailExport(header, checkpoints, (from, limit) => links.slice(from - 1, from - 1 + limit)),
]);

test("the unchanged export is whole and signed to its end", () => {
  const checked = verifyTrailExport(whole);
  assert.ok(checked.ok);
  assert.deepEqual([checked.value.verdict.verdict, checked.value.verdict.signedCount], ["whole", 12]);
});

test("any bytes at all are answered, never thrown at and never taken for a trail", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4_000 }), (bytes) => assert.equal(verifyTrailExport(bytes).ok, false)),
    { numRuns: runs },
  );
});

test("an export with changed bytes is refused or found out, unless only words about the export itself changed", () => {
  const from = whole.indexOf("checkpoint");
  fc.assert(
    fc.property(fc.integer({ min: from, max: whole.length - 4 }), fc.nat({ max: 255 }), (at, value) => {
      const bytes = Buffer.from(whole);
      if (bytes[at] === value) return;
      bytes[at] = value;
      const checked = verifyTrailExport(bytes);
      // A byte may change the spelling of a number or a letter without changing what it says.
      if (checked.ok && checked.value.verdict.verdict === "whole")
        assert.deepEqual(JSON.parse(bytes.toString()), JSON.parse(whole.toString()));
    }),
    { numRuns: runs },
  );
});

test("lines that are dropped, doubled or exchanged are refused or found out", () => {
  const lines = whole.toString("utf8").split("\n");
  const place = fc.integer({ min: 1, max: lines.length - 3 });
  fc.assert(
    fc.property(place, place, fc.constantFrom("drop", "double", "exchange"), (left, right, how) => {
      const next = [...lines];
      if (how === "drop") next.splice(left, 1);
      if (how === "double") next.splice(left, 0, lines[right] ?? "");
      if (how === "exchange") [next[left], next[right]] = [lines[right] ?? "", lines[left] ?? ""];
      if (next.join("\n") === whole.toString("utf8")) return;
      const checked = verifyTrailExport(Buffer.from(next.join("\n")));
      const isCheckpointsOnly = checked.ok && checked.value.verdict.verdict === "whole";
      // The order and the doubling of signatures say nothing, and one signature less is a trail with one signature less.
      if (isCheckpointsOnly)
        assert.ok(
          [left, right].some((at) => lines[at]?.includes('"type":"checkpoint"')),
          `${how} ${left} ${right}`,
        );
    }),
    { numRuns: runs },
  );
});
