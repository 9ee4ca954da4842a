import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Report } from "../../shared/contract/calls/decision.ts";
import type { KuraClient } from "../../shared/contract/calls.ts";
import type { ScoringExample } from "../../shared/domain/content/scoring-policy.ts";
import type { DecisionInput } from "../../shared/domain/decision.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import { engineClientOf } from "../support/call-engine.ts";
import { type ChromiumHost, startChromiumHost } from "../support/chromium-host/chromium-host.ts";
import { createDialogScript, type DialogScript } from "../support/chromium-host/dialog-script.ts";
import {
  agreeMeasures,
  answerExample,
  exampleDecisions,
  openExample,
  screenExample,
  takeEvidence,
} from "../support/demo/example-cases.ts";
import { realListFile, writeUserList } from "../support/demo/list-files.ts";
import { caseStops, generalStops, openCase, setLanguage, takePicture } from "../support/demo/pictures.ts";
import { createProgress, printTable, type TableRow } from "../support/demo/report.ts";
import { must } from "../support/must.ts";
import { addPerson, approve, approver, asPerson } from "../support/second-person.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const out = join(root, "out");
const passphrase = "実演のための長い合言葉 2026";

const folders = {
  data: join(out, "data"),
  carried: join(out, "carried-in"),
  papers: join(out, "papers"),
  pages: join(out, "pages"),
  screens: join(out, "screens"),
};

interface Demo {
  readonly host: ChromiumHost;
  readonly client: KuraClient;
  readonly dialogs: DialogScript;
  readonly rows: TableRow[];
  readonly progress: ReturnType<typeof createProgress>;
}

async function main(): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const rows: TableRow[] = [];
  const progress = createProgress(30);
  const startedMs = performance.now();
  const dialogs = createDialogScript();
  const host = await startChromiumHost({
    userData: folders.data,
    headless: true,
    dialogs,
    viewport: { width: 1_280, height: 800 },
  });
  const demo: Demo = { host, client: engineClientOf(host.engine), dialogs, rows, progress };
  try {
    rows.push({ what: "app started", made: "lock screen", seconds: secondsSince(startedMs) });
    progress.step("vault");
    await takePicture(host.page, folders.screens, "00-first-start");
    await timed(demo, "vault made", "1 vault", () => makeVault(demo));
    await timed(demo, "lists carried in", undefined, () => carryLists(demo));
    const { examples } = must(await demo.client.content.get({})).examples;
    const worked: WorkedCase[] = [];
    for (const example of examples.slice(0, 3)) worked.push(await workedCase(demo, example));
    await timed(demo, "decisions approved, papers countersigned", undefined, () => approveAll(demo, worked));
    const numbers = worked.map(({ number }) => number);
    const open = examples[3];
    if (open !== undefined) numbers.push(await begunCase(demo, open));
    await pictures(demo, numbers);
    must(await demo.client.vault.lock({}));
    await host.page.waitForTimeout(1_500);
    await takePicture(host.page, folders.screens, "99-locked");
    progress.step("lock");
  } finally {
    await host.close();
  }
  pagesToPictures(demo);
  progress.end();
  printTable(rows);
  const blocked = host.blockedRequests.length;
  process.stdout.write(
    `\nRequests that tried to leave the page: ${blocked}\n結果は out/ にあります。 The results are in out/.\n`,
  );
  process.stdout.write("Shown in the Chromium host; Electron itself was not part of this run.\n");
  if (blocked > 0) process.exitCode = 1;
}

async function timed(
  demo: Demo,
  what: string,
  made: string | undefined,
  work: () => Promise<string | undefined>,
): Promise<void> {
  const startedMs = performance.now();
  const done = await work();
  demo.rows.push({ what, made: made ?? done ?? "", seconds: secondsSince(startedMs) });
  demo.progress.step(what);
}

function secondsSince(startedMs: number): number {
  return (performance.now() - startedMs) / 1_000;
}

async function makeVault({ client }: Demo): Promise<undefined> {
  const personName = "髙﨑 𠮷之助";
  const officeName = "架空研究開発機構 研究セキュリティ室";
  must(await client.vault.create({ place: "default", personName, officeName, passphrase }));
  must(await client.identity.create({ name: personName, passphrase }));
}

async function carryLists(demo: Demo): Promise<string> {
  const synthetic = join(folders.carried, "user-list.csv");
  writeUserList(synthetic);
  const own = await carryList(demo, synthetic, {
    title: "外国ユーザーリスト（架空）",
    authority: "架空省",
    effectClass: "permit_trigger",
    edition: "2026-10-01改正",
    publishedDay: "2026-10-01",
  });
  const real = realListFile();
  if (real === undefined) return `${own} entries (synthetic)`;
  const more = await carryList(demo, real, {
    title: "US Section 1286",
    authority: "US DoD",
    effectClass: "funder_rule",
    edition: "as carried in",
    publishedDay: null,
  });
  return `${own} + ${more} entries (synthetic + real)`;
}

interface ListFacts {
  readonly title: string;
  readonly authority: string;
  readonly effectClass: "permit_trigger" | "funder_rule";
  readonly edition: string;
  readonly publishedDay: string | null;
}

async function carryList({ client, dialogs }: Demo, path: string, facts: ListFacts): Promise<number> {
  dialogs.answer("list", path);
  const { importId, layout, mapping } = must(await client.screening.beginImport({}));
  must(await client.screening.tryImport({ importId, layout, mapping, title: facts.title }));
  const details = { ...facts, effectiveDay: null, licence: "" };
  return must(await client.screening.finishImport({ importId, details })).entries;
}

interface WorkedCase {
  readonly id: string;
  readonly dossierId: DossierId;
  readonly number: string;
}

/** One worked example from intake to a decision put forward and a paper the reviewer has signed. */
async function workedCase(demo: Demo, example: ScoringExample): Promise<WorkedCase> {
  const { client } = demo;
  const startedMs = performance.now();
  const dossierId = await openExample(client, example);
  const answered = await answerExample(client, dossierId, example);
  await evidenceFor(demo, dossierId, example);
  await screenExample({ host: client, passphrase }, dossierId);
  await agreeMeasures(client, dossierId, example);
  demo.progress.step(`${example.id} worked`);
  const { assessment } = must(await client.risk.assess({ dossierId }));
  const got = [assessment.inherent.band, assessment.planned.band, assessment.advice.recommendation].join(" / ");
  const { inherentOverall, residualOverall, recommendation } = example.expected;
  const wanted = [inherentOverall, residualOverall, recommendation].join(" / ");
  if (got !== wanted) throw new Error(`${example.id} came out as ${got}, expected ${wanted}`);
  demo.rows.push({
    what: `${example.id} entered`,
    made: `${answered} answers → ${got}`,
    seconds: secondsSince(startedMs),
  });
  await decide(client, dossierId, example.id);
  demo.progress.step(`${example.id} put forward`);
  for (const locale of ["ja", "en"] as const) await sign(demo, { dossierId, id: example.id, locale });
  return { id: example.id, dossierId, number: must(await client.dossiers.get({ dossierId })).number };
}

/** The second person takes the keyboard, approves each decision and signs each paper behind the reviewer. */
async function approveAll(demo: Demo, worked: readonly WorkedCase[]): Promise<string> {
  const { client: host } = demo;
  await addPerson({ host, passphrase }, { ...approver, roles: ["approver"] });
  return asPerson({ host, passphrase }, approver.passphrase, async () => {
    must(await host.identity.create({ name: approver.displayName, passphrase: approver.passphrase }));
    let papers = 0;
    for (const { id, dossierId } of worked) {
      await approve(host, dossierId, approver);
      for (const report of must(await host.paper.reports({ dossierId })).reports) {
        await countersignAndVerify(demo, { id, dossierId, report });
        papers += 1;
      }
      demo.progress.step(`${id} approved`);
    }
    return `${worked.length} decisions, ${papers} papers`;
  });
}

/** A worked example left in the middle of the work, so that pages show what a reviewer sees. */
async function begunCase({ client, dialogs }: Demo, example: ScoringExample): Promise<string> {
  const dossierId = await openExample(client, example);
  const few = { ...example, input: { ...example.input, items: example.input.items.slice(0, 4) } };
  await answerExample(client, dossierId, few, "named items");
  await evidenceFor({ client, dialogs }, dossierId, example);
  await agreeMeasures(client, dossierId, example);
  return must(await client.dossiers.get({ dossierId })).number;
}

async function evidenceFor(
  { client, dialogs }: Pick<Demo, "client" | "dialogs">,
  dossierId: DossierId,
  example: ScoringExample,
): Promise<void> {
  const small = join(folders.carried, `${example.id}-note.txt`);
  writeFileSync(small, "公式資料の写し（架空）。\n");
  const large = join(folders.carried, `${example.id}-table.csv`);
  writeFileSync(large, "年,論文,共著\n".concat("2025,架空論文,架空著者\n".repeat(20_000)));
  dialogs.answer("evidence", small, large);
  const [first, second] = example.input.items;
  await takeEvidence(client, dossierId, { title: "公式資料の写し", itemId: first?.item ?? "" });
  await takeEvidence(client, dossierId, { title: "論文一覧", itemId: second?.item ?? "" });
}

async function decide(client: KuraClient, dossierId: DossierId, id: string): Promise<void> {
  const words = exampleDecisions[id];
  if (words === undefined) throw new Error(`No decision prepared for ${id}`);
  const decision: DecisionInput = {
    ...words,
    departureReason: "",
    dissent: "",
    decidedBy: "研究セキュリティ委員会",
    decidedDay: "2026-11-22",
    attendees: "委員5名",
    recusals: "",
  };
  must(await client.decision.record({ dossierId, decision }));
  const draft = {
    value: "実施しない場合、材料評価の機会を失う。より安全な代替案は、公知の試料に限って行うことである。",
    law: "該非判定は非該当。特定類型には当たらない。資金配分機関への手続は要しない。",
  };
  must(await client.paper.setSections({ dossierId, draft, baseRevision: 0 }));
}

async function sign(
  demo: Demo,
  { dossierId, id, locale }: { dossierId: DossierId; id: string; locale: "ja" | "en" },
): Promise<void> {
  const startedMs = performance.now();
  const report = must(await demo.client.paper.sign({ dossierId, locale, passphrase }));
  demo.rows.push({
    what: `${id} signed by the reviewer (${locale})`,
    made: `${report.pageCount} pages`,
    seconds: secondsSince(startedMs),
  });
  demo.progress.step(`${id} ${locale} signed`);
}

/** Signs as the approver, carries the paper out and has it verified with both signatures. */
async function countersignAndVerify(
  demo: Demo,
  { dossierId, id, report }: { dossierId: DossierId; id: string; report: Report },
): Promise<void> {
  const { client, dialogs } = demo;
  const { locale } = report;
  const { passphrase: own } = approver;
  const startedMs = performance.now();
  const signed = must(await client.paper.countersign({ dossierId, reportId: report.id, passphrase: own }));
  const path = join(folders.papers, `${id}-${locale}.pdf`);
  dialogs.answer("report-copy", path);
  must(await client.paper.saveCopy({ dossierId, reportId: signed.id, purpose: "committee", passphrase: own }));
  dialogs.answer("signed-pdf", path);
  const { verdict, reasons, signatures } = must(await client.verification.verify({}));
  if (verdict !== "valid") throw new Error(`${id} ${locale} is ${verdict}: ${reasons.join()}`);
  if (signatures.length !== 2) throw new Error(`${id} ${locale} has ${signatures.length} signatures`);
  const size = `${Math.round(statSync(path).size / 1_024)} KiB`;
  demo.rows.push({
    what: `${id} countersigned (${locale})`,
    made: `${report.pageCount} pages, ${size}, ${signatures.length} signatures, ${verdict}`,
    seconds: secondsSince(startedMs),
  });
}

/** Pages that look another way once a case is decided. */
const decidedStops = ["screening", "assessment", "measures", "paper", "decision", "review", "evidence"];

async function pictures({ host, rows, progress }: Demo, numbers: readonly string[]): Promise<void> {
  const startedMs = performance.now();
  const { page } = host;
  await page.getByRole("navigation", { name: "主な画面" }).waitFor();
  for (const stop of generalStops) {
    await stop.go(page);
    await takePicture(page, folders.screens, `10-${stop.name}-ja`);
  }
  progress.step("pictures");
  await openCase(page, numbers[3] ?? "");
  for (const [at, stop] of caseStops.entries()) {
    await stop.go(page);
    await takePicture(page, folders.screens, `${20 + at}-${stop.name}-ja`);
    await setLanguage(page, "English");
    await takePicture(page, folders.screens, `${20 + at}-${stop.name}-en`);
    await setLanguage(page, "日本語");
    progress.step(stop.name);
  }
  await openCase(page, numbers[2] ?? "");
  for (const [at, stop] of caseStops.filter((one) => decidedStops.includes(one.name)).entries()) {
    await stop.go(page);
    await takePicture(page, folders.screens, `${40 + at}-${stop.name}-decided-ja`);
  }
  rows.push({
    what: "screens",
    made: `${readdirSync(folders.screens).length} pictures`,
    seconds: secondsSince(startedMs),
  });
}

/** Each page of each paper as a picture, by Poppler; an independent program's view of what was made. */
function pagesToPictures({ rows, progress }: Demo): void {
  const startedMs = performance.now();
  for (const name of readdirSync(folders.papers)) {
    const target = join(folders.pages, name.replace(".pdf", ""));
    const ran = spawnSync("pdftoppm", ["-r", "80", "-png", join(folders.papers, name), target]);
    if (ran.error !== undefined) {
      rows.push({ what: "paper pages", made: "skipped: pdftoppm is not installed", seconds: 0 });
      return;
    }
  }
  progress.step("pages");
  rows.push({
    what: "paper pages",
    made: `${readdirSync(folders.pages).length} pictures`,
    seconds: secondsSince(startedMs),
  });
}

await main();
