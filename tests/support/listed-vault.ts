import { createHash } from "node:crypto";
import type { IndexedEntry } from "../../electron/screening/index/segment-builder.ts";
import { scriptOf } from "../../electron/screening/names/scripts.ts";
import { createTables, openCaseKeys, type Tables } from "../../electron/vault/tables/all.ts";
import { createVaults, type OpenVault } from "../../electron/vault/vault.ts";
import { EditionId, Sha256 } from "../../shared/domain/ids.ts";
import { type ListedRow, spansOf } from "../../shared/domain/list-spans.ts";
import type { Edition } from "../../shared/domain/screening.ts";
import { Instant } from "../../shared/domain/time.ts";
import { testPorts } from "../integration/vault/scratch-vault.ts";
import { must } from "./must.ts";
import { testPassphrase } from "./test-engine.ts";

/** An open vault with its tables, and nobody at the keyboard. */
export interface ListedVault {
  readonly vault: OpenVault;
  readonly tables: Tables;
}

/** Opens the vault in this folder as a person does with the passphrase of the tests. */
export async function openListedVault(folder: string): Promise<ListedVault> {
  const vault = must(await createVaults(testPorts).open({ folder, passphrase: testPassphrase }));
  return { vault, tables: createTables(vault.db, openCaseKeys(vault, testPorts.random)) };
}

/** Stores an edition whose entries have these names, in transactions of a few thousand entries. */
export function storeEdition(
  { vault, tables }: ListedVault,
  entries: readonly IndexedEntry[],
  { number, title = "架空リスト" }: { readonly number: number; readonly title?: string },
): Edition {
  const rows: ListedRow[] = [];
  for (let from = 0; from < entries.length; from += 5_000) {
    const staged = entries.slice(from, from + 5_000).map((entry, at) => listed(entry, from + at + 1));
    rows.push(...vault.db.transaction(() => tables.listStaging.put(staged)).rows);
  }
  const edition: Edition = {
    title,
    authority: "架空庁",
    effectClass: "permit_trigger",
    edition: `第${number}版`,
    publishedDay: null,
    effectiveDay: null,
    licence: "",
    id: EditionId.parse(number.toString(16).padStart(32, "0")),
    layout: "csv",
    entries: entries.length,
    sha256: Sha256.parse(createHash("sha256").update(`${title} ${number}`).digest("hex")),
    importedAt: Instant.parse(Date.now()),
    importedBy: "架空 花子",
    current: true,
  };
  vault.db.transaction(() => tables.lists.add(edition, spansOf(rows)));
  return edition;
}

function listed({ entryKey, type, names }: IndexedEntry, rowNumber: number) {
  return {
    entryKey,
    type,
    names: names.map((text) => ({ text, kind: "primary", script: scriptOf(text) })),
    countries: [],
    identifiers: [],
    birthDates: [],
    programmes: [],
    wmd: [],
    conventional: false,
    remarks: "",
    sourceId: null,
    rowNumber,
  };
}
