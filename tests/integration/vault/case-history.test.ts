import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { headFields, hitFacts } from "../../../electron/services/remembering.ts";
import { createTables, openCaseKeys, type Tables } from "../../../electron/vault/tables/all.ts";
import { createVaults, type OpenVault } from "../../../electron/vault/vault.ts";
import { knownAt } from "../../../shared/domain/history.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import {
  canary,
  finishCanaryCase,
  openCanaryCase,
  vaultFolderIn,
  workOnCanaryCase,
} from "../../support/canary-case.ts";
import { must } from "../../support/must.ts";
import { deskOf } from "../../support/scene.ts";
import { secondReviewer } from "../../support/second-person.ts";
import { createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";
import { testPorts } from "./scratch-vault.ts";

describe("the history of a case", () => {
  let kura: TestEngine;
  let vault: OpenVault;
  let tables: Tables;
  let dossierId: DossierId;

  before(async () => {
    kura = await startTestEngine();
    await createVault(kura.host);
    const desk = deskOf(kura);
    dossierId = await openCanaryCase(desk);
    await workOnCanaryCase(desk, dossierId);
    await finishCanaryCase(desk, dossierId);
    must(await kura.host.vault.lock({}));
    const folder = vaultFolderIn(kura.folder);
    vault = must(await createVaults(testPorts).open({ folder, passphrase: testPassphrase }));
    tables = createTables(vault.db, openCaseKeys(vault, testPorts.random));
  });
  after(async () => {
    vault.close();
    await kura.close();
  });

  const latest = (place: string): [string, unknown][] => [
    ...knownAt(tables.history.list(dossierId, place), [], { atMs: Number.MAX_SAFE_INTEGER }),
  ];

  it("ends, for every part that ever changed, in the part as it stands", () => {
    const record = tables.dossiers.find(dossierId);
    assert.ok(record);
    const now: Readonly<Record<string, ReadonlyMap<string, unknown>>> = {
      head: new Map(Object.entries(headFields(record)).map(([name, value]) => [name, { value }])),
      triage: new Map(Object.entries(record.triage).map(([name, value]) => [name, { value }])),
      intake: new Map(Object.entries(record.intake).map(([name, value]) => [name, { value }])),
      subject: new Map(tables.subjects.list(dossierId).map((subject) => [subject.id, subject])),
      evidence: new Map(tables.evidence.list(dossierId).map((piece) => [piece.id, { ...piece, checkedAt: 0 }])),
      measure: new Map(tables.measures.list(dossierId).map((measure) => [measure.measureId, measure])),
      gate: new Map(tables.measures.gates(dossierId).map((gate) => [gate.gateId, gate])),
      hit: new Map(tables.screening.hits(dossierId).map(({ hit }) => [hit.id, hitFacts(hit)])),
    };
    for (const [place, parts] of Object.entries(now)) {
      const kept = latest(place).map(([row, body]): [string, unknown] =>
        place === "evidence" ? [row, { ...(body as object), checkedAt: 0 }] : [row, body],
      );
      assert.ok(kept.length > 0, `nothing was kept of ${place}`);
      for (const [row, body] of kept) assert.deepEqual(body, parts.get(row), `${place} ${row}`);
    }
    for (const subject of tables.subjects.list(dossierId))
      assert.ok(latest("subject").some(([row]) => row === subject.id));
  });

  it("says who and when, and numbers without gaps", () => {
    const states = tables.history.list(dossierId);
    assert.deepEqual(
      states.map((state) => state.number),
      states.map((_, at) => at + 1),
    );
    for (const state of states.filter((one) => one.origin === "change")) {
      // The second person confirms what the first one found, and depth and gates follow from it.
      const isHers = state.byName === secondReviewer.displayName;
      assert.equal(state.byName, isHers ? secondReviewer.displayName : "髙﨑 𠮷");
      if (isHers) assert.ok(["hit", "head", "gate"].includes(state.place), state.place);
      assert.match(state.byId ?? "", /^[0-9a-f]{32}$/u);
    }
    for (const { personId } of tables.answers.states(dossierId)) assert.match(personId ?? "", /^[0-9a-f]{32}$/u);
  });

  it("keeps, before the first change, what stood until then", () => {
    const tier = tables.history.of({ dossierId, place: "triage", rowId: "techTier" });
    assert.equal(tier[0]?.origin, "earlier");
    assert.deepEqual(tier[0]?.body, { value: null });
    assert.equal(tier[0]?.at, tables.dossiers.find(dossierId)?.createdAt);
    assert.equal(tier[0]?.byName, null);
    assert.equal(tier[1]?.origin, "change");
  });

  it("can neither be rewritten nor cut", () => {
    for (const sql of [
      "UPDATE case_history SET body = ''",
      "DELETE FROM case_history",
      "DELETE FROM answer_history",
      "UPDATE answer_history SET reason = 'x'",
    ])
      assert.throws(() => vault.db.prepare(sql).run(), /append-only/u, sql);
  });

  it("holds what the case holds, the canary among it", () => {
    assert.ok(JSON.stringify(tables.history.list(dossierId)).includes(canary));
  });
});
