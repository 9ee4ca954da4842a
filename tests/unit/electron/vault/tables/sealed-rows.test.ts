import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { describe, it } from "node:test";
import fc from "fast-check";
import { type CaseKeys, createCaseKeys, sealedTextMark } from "../../../../../electron/vault/crypto/case-seals.ts";
import { sealedRows } from "../../../../../electron/vault/tables/sealed-rows.ts";
import { type SealedTable, sealedTables } from "../../../../../electron/vault/tables/sealed-tables.ts";
import { testPorts } from "../../../../integration/vault/scratch-vault.ts";

const office = "0".repeat(32);
const named = "1".repeat(32);
const shut = "2".repeat(32);

/** Object keys turned over, so that the two forms differ and the way back is seen to be taken. */
const turned = ({ key }: { key: Uint8Array }): Uint8Array => Uint8Array.from(key).reverse();

function keys(): CaseKeys {
  const own = createCaseKeys({
    random: testPorts.random,
    objectKeys: { unwrapKey: turned, wrapKey: turned },
    restricted: [named, shut],
  });
  own.admit(named, randomBytes(32));
  return own;
}

const tables: readonly SealedTable[] = Object.values(sealedTables);

/** A row of this table with something in every column. */
function rowOf(table: SealedTable): Record<string, unknown> {
  const row: Record<string, unknown> = { updated_at: 5 };
  for (const column of [...table.key, ...(table.text ?? [])]) row[column] = `${column} 髙﨑 𠮷`;
  for (const column of table.bytes ?? []) row[column] = randomBytes(300);
  if (table.objectKey === undefined) return row;
  return { ...row, object_id: "ab", [table.objectKey]: new Uint8Array(randomBytes(60)) };
}

describe("rows of a restricted case", () => {
  for (const table of tables) {
    it(`of ${table.name} come back as they went in`, () => {
      const rows = sealedRows(keys(), table);
      const plain = rowOf(table);
      assert.deepEqual(rows.open(named, rows.close(named, plain)), plain);
    });

    it(`of ${table.name} show nothing of their content when stored`, () => {
      const stored = sealedRows(keys(), table).close(named, rowOf(table));
      const sealed = [...(table.text ?? []), ...(table.steady ?? [])];
      for (const column of sealed) assert.ok(String(stored[column]).startsWith(sealedTextMark), column);
      assert.equal(stored["updated_at"], 5);
    });
  }

  it("do not open in the place of another row", () => {
    const rows = sealedRows(keys(), sealedTables.answerHistory);
    const first = rows.close(named, { item_id: "Q1", revision: 1, body: "{}" });
    const second = rows.close(named, { item_id: "Q1", revision: 2, body: "{}" });
    assert.throws(() => rows.open(named, { ...second, body: first.body }), /vault-damaged/u);
  });

  it("do not open in the place of another column", () => {
    const rows = sealedRows(keys(), sealedTables.dossier);
    const row = rows.close(named, { title: "題", intake: "{}" });
    assert.throws(() => rows.open(named, { title: row.intake }), /vault-damaged/u);
  });

  it("that hold plain text are taken for damage, not for content", () => {
    const rows = sealedRows(keys(), sealedTables.dossier);
    fc.assert(
      fc.property(fc.string(), (title) => {
        assert.throws(() => rows.open(named, { title }), /vault-damaged/u);
      }),
    );
  });

  it("are searched by the same stored form that was written", () => {
    const rows = sealedRows(keys(), sealedTables.measure);
    const stored = rows.close(named, { measure_id: "M1", status: "planned", body: "{}" });
    assert.equal(rows.sought(named, "measure_id", "M1"), stored.measure_id);
  });

  it("keep null and columns nobody asked for", () => {
    const rows = sealedRows(keys(), sealedTables.decision);
    assert.deepEqual(rows.close(named, { id: "a", review_day: null }), { id: "a", review_day: null });
  });

  it("are refused without the columns that tell them apart", () => {
    assert.throws(() => sealedRows(keys(), sealedTables.decision).close(named, { body: "{}" }), /without id/u);
  });
});

describe("rows of other cases", () => {
  it("of the whole office pass untouched, even when they look sealed", () => {
    const rows = sealedRows(keys(), sealedTables.dossier);
    const row = { title: `${sealedTextMark}AAAA` };
    assert.equal(rows.close(office, row), row);
    assert.equal(rows.open(office, row), row);
  });

  it("that are shut can neither be read nor written", () => {
    const rows = sealedRows(keys(), sealedTables.dossier);
    assert.throws(() => rows.open(shut, { title: "題" }), /shut case/u);
    assert.throws(() => rows.close(shut, { title: "題" }), /shut case/u);
  });

  it("are shut after the keys were wiped", () => {
    const own = keys();
    const rows = sealedRows(own, sealedTables.dossier);
    const stored = rows.close(named, { title: "題" });
    own.wipe();
    assert.equal(own.isShut(named), true);
    assert.deepEqual(own.readable(), []);
    assert.throws(() => rows.open(named, stored), /shut case/u);
  });

  it("are the office's again once the case was set free", () => {
    const own = keys();
    own.free(named);
    assert.equal(own.isRestricted(named), false);
    assert.deepEqual(sealedRows(own, sealedTables.dossier).close(named, { title: "題" }), { title: "題" });
  });
});
