import { createHash, randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allMigrations } from "../../electron/vault/migrations/all.ts";
import { createTables, openCaseKeys } from "../../electron/vault/tables/all.ts";
import { createVaults, type OpenVault } from "../../electron/vault/vault.ts";
import { mustExist } from "../../shared/assert.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import { makeBigVault } from "./big-vault.ts";
import { must } from "./must.ts";
import { testPassphrase } from "./test-engine.ts";

/** How large a vault is to be. */
export interface DeskVaultSize {
  readonly cases: number;
  readonly answersEach: number;
  readonly evidenceEach: number;
}

/** A vault of many cases, and one of them to work on. */
export interface DeskVault {
  /** The engine's folder; the vault lies in it. */
  readonly folder: string;
  readonly passphrase: string;
  readonly workedOn: DossierId;
}

/**
 * A vault of very many cases in a new folder of its own. Two cases are worked through by the services; the others are made from
 * them by SQL, a few hundred in a transaction. What was made is kept among the temporary files and copied the next time.
 */
export async function makeDeskVault(size: DeskVaultSize, folder: string): Promise<DeskVault> {
  const kept = join(tmpdir(), `kura-desk-vault-${nameOf(size)}`);
  if (!existsSync(kept)) {
    const draft = `${kept}.${randomBytes(4).toString("hex")}`;
    mkdirSync(draft, { recursive: true });
    await build(size, draft);
    if (existsSync(kept)) rmSync(draft, { recursive: true });
    else renameSync(draft, kept);
  }
  cpSync(kept, folder, { recursive: true });
  return { folder, passphrase: testPassphrase, workedOn: await patternIn(folder) };
}

function nameOf({ cases, answersEach, evidenceEach }: DeskVaultSize): string {
  const schema = createHash("sha256").update(JSON.stringify(allMigrations)).digest("hex").slice(0, 12);
  return `${cases}-${answersEach}-${evidenceEach}-${schema}`;
}

const ports = {
  clock: { nowMs: Date.now, monotonicMs: () => performance.now() },
  random: { bytes: (count: number) => new Uint8Array(randomBytes(count)) },
};

async function openVault(folder: string): Promise<OpenVault> {
  const name = mustExist(
    readdirSync(folder).find((entry) => entry === "vault"),
    "the vault's folder",
  );
  return must(await createVaults(ports).open({ folder: join(folder, name), passphrase: testPassphrase }));
}

/** The case that was worked through and is still open: the first one made. */
async function patternIn(folder: string): Promise<DossierId> {
  const vault = await openVault(folder);
  const tables = createTables(vault.db, openCaseKeys(vault, ports.random));
  const first = tables.dossiers.list().find(({ number }) => number.endsWith("-0001"));
  vault.close();
  return mustExist(first, "the case worked on").id;
}

async function build(size: DeskVaultSize, folder: string): Promise<void> {
  const { workedOn, decided } = await makeBigVault(folder, 2);
  const vault = await openVault(folder);
  const copier = createCopier(vault, size);
  const step = 500;
  for (let first = 1; first <= size.cases - 2; first += step) {
    const last = Math.min(first + step - 1, size.cases - 2);
    vault.db.transaction(() => copier.copy({ workedOn, decided, first, last }));
  }
  vault.db.checkpoint();
  vault.close();
}

interface Span {
  readonly workedOn: DossierId;
  readonly decided: DossierId;
  readonly first: number;
  readonly last: number;
}

/** Id of the n-th copy's row; 32 hex digits, told apart by what the row is. */
const idOf = (what: number, further = "0"): string => `printf('%08x%08x%016x', ${what}, ${further}, n)`;
const ofCase = idOf(1);
/** Moments fall back an hour for each case, so that cases are of every age. */
const moment = `(SELECT CAST(strftime('%s', 'now') AS INTEGER) * 1000) - n * 3600000`;

/** Every third copy is of the decided case. */
const isDecided = "n % 3 = 0";

function createCopier({ db }: OpenVault, size: DeskVaultSize): { copy(span: Span): void } {
  const columnsOf = (table: string): string[] =>
    db
      .prepare<[string], { name: string }>("SELECT name FROM pragma_table_info(?)")
      .all(table)
      .map(({ name }) => name);
  const copyRows = (
    table: string,
    { from, where = "1", set }: { from: string; where?: string; set: Readonly<Record<string, string>> },
  ) => {
    const columns = columnsOf(table);
    const values = columns.map((column) => set[column] ?? `p.${column}`);
    return db.prepare<[number, number, string]>(
      `WITH RECURSIVE span (n) AS (SELECT ? UNION ALL SELECT n + 1 FROM span WHERE n < ?)
       INSERT INTO ${table} (${columns.join(", ")})
       SELECT ${values.join(", ")} FROM span JOIN ${table} p ON p.${from} = ? WHERE ${where}`,
    );
  };
  const mine = { dossier_id: ofCase };
  const order = "(SELECT count(*) FROM answer o WHERE o.dossier_id = p.dossier_id AND o.item_id < p.item_id)";
  const head = {
    id: ofCase,
    number: "printf('DD-2025-%04d', n)",
    title: "p.title || ' ' || n",
    depth: "CASE WHEN n % 25 = 0 THEN 'enhanced' WHEN n % 6 = 0 THEN 'standard' ELSE 'light' END",
    due_day: "CASE WHEN n % 4 = 0 THEN date('now', printf('%+d days', n % 400 - 30)) ELSE NULL END",
    created_at: moment,
    updated_at: moment,
  };
  const subject = { ...mine, id: idOf(2, "p.position") };
  const evidence = { ...mine, id: idOf(3, "p.number") };
  const open = { where: `NOT (${isDecided})` };
  const decided = { where: isDecided };
  const forBoth = (which: { where: string }) => [
    copyRows("dossier", { from: "id", ...which, set: head }),
    copyRows("subject", { from: "dossier_id", ...which, set: subject }),
    copyRows("answer", {
      from: "dossier_id",
      where: `${which.where} AND ${order} < ${size.answersEach} AND (${isDecided} OR ${order} <= ${size.answersEach} * (n % 5 + 1) / 5)`,
      set: { ...mine },
    }),
  ];
  const [openWorks, decidedWorks] = [forBoth(open), forBoth(decided)];
  const evidenceRows = evidenceStatements(db, { columns: columnsOf("evidence"), size, set: evidence });
  const decisions = [
    copyRows("dossier_move", { from: "dossier_id", ...decided, set: { ...mine, moved_at: `${moment} + 1800000` } }),
    copyRows("decision", { from: "dossier_id", ...decided, set: { ...mine, id: idOf(4) } }),
    copyRows("decision_approval", { from: "dossier_id", ...decided, set: { ...mine, decision_id: idOf(4) } }),
    copyRows("measure", { from: "dossier_id", ...decided, set: mine }),
  ];
  return {
    copy: ({ workedOn, decided: decidedId, first, last }) => {
      for (const work of openWorks) work.run(first, last, workedOn);
      for (const work of decidedWorks) work.run(first, last, decidedId);
      for (const work of evidenceRows) work.run(first, last, workedOn);
      for (const work of decisions) work.run(first, last, decidedId);
    },
  };
}

/** The same piece of evidence under as many numbers as asked for, each with a small body. */
function evidenceStatements(
  db: OpenVault["db"],
  { columns, size, set }: { columns: readonly string[]; size: DeskVaultSize; set: Readonly<Record<string, string>> },
) {
  if (size.evidenceEach === 0) return [];
  const numbered: Readonly<Record<string, string>> = {
    ...set,
    id: idOf(3, "k"),
    number: "k",
    object_id: "NULL",
    object_key: "NULL",
    sha256: "lower(hex(randomblob(32)))",
    size_bytes: "200",
  };
  const spans = `WITH RECURSIVE span (n) AS (SELECT ? UNION ALL SELECT n + 1 FROM span WHERE n < ?),
    pieces (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM pieces WHERE k < ${size.evidenceEach})`;
  const values = columns.map((column) => numbered[column] ?? `p.${column}`);
  return [
    db.prepare<[number, number, string]>(
      `${spans} INSERT INTO evidence (${columns.join(", ")})
       SELECT ${values.join(", ")} FROM span, pieces, (SELECT * FROM evidence WHERE dossier_id = ? ORDER BY number LIMIT 1) p`,
    ),
    db.prepare<[number, number, string]>(
      `${spans} INSERT INTO evidence_body (evidence_id, body)
       SELECT ${idOf(3, "k")}, randomblob(200) FROM span, pieces WHERE ? <> ''`,
    ),
  ];
}
