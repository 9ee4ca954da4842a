import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dayBegunAt, localDay } from "../../../../../renderer/features/trail/day-groups.ts";
import { AuditEntry, genesisHash } from "../../../../../shared/domain/audit.ts";

function at(sequence: number, iso: string): AuditEntry {
  return AuditEntry.parse({
    sequence,
    at: Date.parse(iso),
    actor: "葛\u{E0100}城 ﾊﾅｺ",
    actorId: null,
    actorKey: null,
    kind: "vault-unlocked",
    dossierId: null,
    details: {},
    previousHash: genesisHash,
    hash: genesisHash,
  });
}

describe("a day of the trail", () => {
  test("is the day where the person is", () => {
    const lateInTokyo = Date.parse("2026-11-22T15:30:00Z");
    assert.equal(localDay(lateInTokyo, -540), "2026-11-23");
    assert.equal(localDay(lateInTokyo, 0), "2026-11-22");
  });

  const begun = (entries: readonly AuditEntry[]): (string | undefined)[] =>
    entries.map((_, index) => dayBegunAt(entries, index, (entry) => localDay(entry.at, 0)));

  test("is named at its first entry alone", () => {
    const entries = [at(3, "2026-11-22T10:00:00Z"), at(2, "2026-11-22T09:00:00Z"), at(1, "2026-11-20T09:00:00Z")];
    assert.deepEqual(begun(entries), ["2026-11-22", undefined, "2026-11-20"]);
  });

  test("is named twice when the clock was set back, rather than hide the order of things", () => {
    const entries = [at(3, "2026-11-22T10:00:00Z"), at(2, "2026-11-23T09:00:00Z"), at(1, "2026-11-22T09:00:00Z")];
    assert.deepEqual(begun(entries), ["2026-11-22", "2026-11-23", "2026-11-22"]);
  });
});
