import { join } from "node:path";
import type { Page } from "playwright";
import type { KuraClient } from "../../shared/contract/calls.ts";
import type { Answer } from "../../shared/domain/answer.ts";
import type { Dossier, DossierKind } from "../../shared/domain/dossier.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import { engineClientOf } from "./call-engine.ts";
import { type ChromiumHost, startChromiumHost } from "./chromium-host/chromium-host.ts";
import { createDialogScript, type DialogScript } from "./chromium-host/dialog-script.ts";
import { must } from "./must.ts";
import { tempFolder } from "./temp-folder.ts";

/** A passphrase for journeys; long enough, and nobody's. */
export const journeyPassphrase = "蔵の鍵は井戸の底 2026 年";

/** A window on a vault of its own, with the real engine under it. */
export interface CaseJourney {
  readonly host: ChromiumHost;
  readonly page: Page;
  /** The same engine without a window; stands for another window too. */
  readonly client: KuraClient;
  readonly dialogs: DialogScript;
  readonly folder: string;
  readonly passphrase: string;
  /** Opens a new case with an invented subject. */
  newCase(kind?: DossierKind): Promise<Dossier>;
  /** Shows a page of a case, going there by keyboard from wherever the window is. */
  show(dossier: Dossier, page: string): Promise<void>;
  /** Opens the vault again on the locked screen. */
  unlock(): Promise<void>;
  answerOf(dossierId: DossierId, itemId: string): Promise<Answer | undefined>;
  close(): Promise<void>;
}

/** Starts a window in Japanese at the size reviewers work at, with an open vault. */
export async function startCaseJourney(): Promise<CaseJourney> {
  const cleanUps: (() => void)[] = [];
  const folder = tempFolder({ after: (cleanUp: unknown) => void cleanUps.push(cleanUp as () => void) });
  const dialogs = createDialogScript();
  const host = await startChromiumHost({
    userData: join(folder, "user"),
    headless: true,
    dialogs,
    viewport: { width: 1_280, height: 800 },
    engineEntry: join(import.meta.dirname, "quick-engine.ts"),
  });
  const { page } = host;
  const client = engineClientOf(host.engine);
  must(
    await client.vault.create({
      place: "default",
      personName: "髙﨑 𠮷",
      officeName: "架空研究機構",
      passphrase: journeyPassphrase,
    }),
  );
  await page.reload();
  return {
    host,
    page,
    client,
    dialogs,
    folder,
    passphrase: journeyPassphrase,
    newCase: (kind = "person") => openCase(client, kind),
    show: (dossier, name) => show(page, dossier, name),
    unlock: async () => {
      await page.locator("input[type=password]").fill(journeyPassphrase);
      await page.keyboard.press("Enter");
      await page.getByRole("navigation", { name: "主な画面" }).waitFor();
    },
    answerOf: async (dossierId, itemId) =>
      must(await client.checklist.open({ dossierId })).answers.find((answer) => answer.itemId === itemId),
    close: async () => {
      await host.close();
      for (const cleanUp of cleanUps) cleanUp();
    },
  };
}

async function openCase(client: KuraClient, kind: DossierKind): Promise<Dossier> {
  const names = [
    { kind: "primary", text: "𠮷野 葛󠄀" },
    { kind: "reading", text: "ﾖｼﾉ ｶﾂﾗ" },
  ] as const;
  const subject = {
    kind: kind === "person" ? "person" : "organisation",
    role: "principal",
    names: [...names],
    country: "架空国",
    identifiers: [],
    note: "",
  } as const;
  return must(
    await client.dossiers.create({
      kind,
      title: "架空の研究者の招へい",
      noConflict: true,
      subject: kind === "self-check" ? null : { ...subject, names: [...names], identifiers: [] },
    }),
  );
}

async function show(page: Page, dossier: Dossier, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "主な画面" }).waitFor();
  await page.keyboard.press("Control+K");
  const lines = page.getByRole("dialog").getByRole("option");
  await lines.filter({ hasText: dossier.number }).waitFor();
  await page.keyboard.type(dossier.number);
  // Keys come faster from here than from a hand: each waits for what a person would see before pressing the next.
  await lines.first().filter({ hasText: dossier.number }).waitFor();
  await walkTo(page, dossier);
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  const spine = page.getByRole("navigation", { name: "案件の進み" });
  await spine.getByText(name, { exact: true }).click();
  await page.getByRole("heading", { level: 1, name, exact: true }).waitFor({ state: "attached" });
}

/** Walks to the line of the case itself; whether the first line takes the focus by itself depends on how fast its results come. */
async function walkTo(page: Page, { number, title }: Dossier): Promise<void> {
  const focused = page.getByRole("dialog").locator("[role=option][data-focused]");
  for (let turn = 0; turn < 10; turn += 1) {
    const [words = ""] = await focused.allInnerTexts();
    if (words.includes(number) && words.includes(title)) return;
    await page.keyboard.press("ArrowDown");
    await focused.waitFor();
  }
  throw new Error(`the palette has no line for ${number}`);
}
