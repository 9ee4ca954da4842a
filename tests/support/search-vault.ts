import { randomBytes } from "node:crypto";
import { createTables, openCaseKeys, type Tables } from "../../electron/vault/tables/all.ts";
import type { DossierRecord } from "../../electron/vault/tables/dossier-table.ts";
import type { OpenVault } from "../../electron/vault/vault.ts";
import { createVaults } from "../../electron/vault/vault.ts";
import { mustExist } from "../../shared/assert.ts";
import { emptyAnswer } from "../../shared/domain/answer.ts";
import { plainStanding } from "../../shared/domain/evidence.ts";
import { DossierId, EvidenceId, ItemId, Sha256, SubjectId } from "../../shared/domain/ids.ts";
import { Instant } from "../../shared/domain/time.ts";
import { testPorts } from "../integration/vault/scratch-vault.ts";
import { must } from "./must.ts";
import { testPassphrase } from "./test-engine.ts";

/** How many of everything. */
export interface Scale {
  readonly cases: number;
  readonly answersEach: number;
  readonly evidenceEach: number;
}

const words = (
  "研究機関 連携 共同開発 技術情報 管理 資金提供者 所属経歴 確認 調査結果 公開資料 国際協力 先端材料 量子計算 半導体 宇宙航空 登記 照合 所在地 " +
  "設立の経緯 を確かめた。 髙﨑 𠮷野 葛󠄀城 ﾊﾝｶｸ Institute University Beijing Technology sanctions entity list export について 次のとおり、 " +
  "本人から 説明があり 記載がない ため 要確認 とした 架空大学 東京都 京都府 虚構市 工程 委託契約 寄附金 客員教授 兼業届 特許出願 論文 共著者"
).split(" ");

/** Numbers that look drawn and are the same at every run. */
function createDraw(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Texts of `length` words that differ, with names that few of them share. */
function createWriter(): (length: number) => string {
  const draw = createDraw();
  return (length) => {
    let text = "";
    for (let n = 0; n < length; n += 1) {
      text += words[Math.floor(draw() * draw() * words.length)] ?? "";
      if (draw() < 0.15)
        for (let letter = 0; letter < 2; letter += 1) text += String.fromCharCode(0x4e00 + Math.floor(draw() * 3_000));
    }
    return text;
  };
}

const id = (): string => randomBytes(16).toString("hex");

/**
 * Fills the locked vault in `vaultFolder` up to this scale with copies of the form of one of its cases, each with texts of its
 * own, written through the tables in few transactions.
 */
export async function fillForSearch(vaultFolder: string, scale: Scale): Promise<void> {
  const vault: OpenVault = must(
    await createVaults(testPorts).open({ folder: vaultFolder, passphrase: testPassphrase }),
  );
  try {
    const tables = createTables(vault.db, openCaseKeys(vault, testPorts.random));
    const write = createWriter();
    const form = mustExist(tables.dossiers.list().at(-1), "a case to copy");
    for (let first = 0; first < scale.cases; first += 50)
      vault.db.transaction(() => {
        for (let n = first; n < Math.min(first + 50, scale.cases); n += 1) addCase(tables, { form, n, scale, write });
      });
    vault.db.checkpoint();
  } finally {
    vault.close();
  }
}

interface OneCase {
  readonly form: DossierRecord;
  readonly n: number;
  readonly scale: Scale;
  readonly write: (length: number) => string;
}

function addCase(tables: Tables, { form, n, scale, write }: OneCase): void {
  const dossierId = DossierId.parse(id());
  const atMs = Date.now() - (n + 1) * 3_600_000;
  const at = Instant.parse(atMs);
  const by = "髙﨑 𠮷";
  const number = `DD-2024-${String(n + 1).padStart(5, "0")}`;
  tables.dossiers.add({ ...form, id: dossierId, number, title: `${write(3)}${n}`, createdAt: at, updatedAt: at });
  const names = [{ kind: "primary" as const, text: write(2) }];
  const subject = {
    kind: "organisation",
    role: "partner",
    names,
    country: "架空国",
    identifiers: [],
    note: "",
  } as const;
  tables.subjects.add(dossierId, { ...subject, names, identifiers: [], id: SubjectId.parse(id()), revision: 1 });
  for (let item = 0; item < scale.answersEach; item += 1) {
    const body = { ...emptyAnswer, answer: "none", fact: write(20), assessment: write(12) };
    tables.answers.put({ dossierId, itemId: ItemId.parse(`X-${item}`), body, atMs, by });
  }
  for (let number = 1; number <= scale.evidenceEach; number += 1)
    tables.evidence.add(
      dossierId,
      {
        title: write(4),
        evidenceType: "registry_copy",
        sourceType: "registry",
        reliability: "A",
        origin: write(2),
        location: "",
        capturedAt: null,
        capturedBy: by,
        note: write(10),
        id: EvidenceId.parse(id()),
        number,
        fileName: `資料${number}.txt`,
        mediaType: "text/plain",
        sizeBytes: 16,
        sha256: Sha256.parse(id() + id()),
        importedAt: at,
        importedBy: by,
        checkedAt: at,
        integrity: "intact",
        items: [],
        revision: 1,
        standing: plainStanding,
      },
      { kind: "inline", body: randomBytes(16) },
    );
}
