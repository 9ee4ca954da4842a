import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import type { AwayMoment } from "../../electron/ports.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { openCase } from "../support/demo/pictures.ts";
import { jumpFileName } from "../support/jumping-engine.ts";
import { must } from "../support/must.ts";
import { deskPassphrase, goTo, journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";

const names = ["葛󠄀城", "髙﨑", "𠮷野", "ﾊﾝｶｸ"];
const restored = "書きかけを戻しました。";

describe("a vault that is left alone", () => {
  const folders = journeyFolders();
  let desk: PageDesk;
  let other: Page;
  let dossier: Dossier;
  let aheadMs = 0;

  before(async () => {
    desk = await openPageDesk({ userData: folders.userData, engine: "jumping-engine.ts" });
    dossier = must(
      await desk.client.dossiers.create({
        kind: "person",
        title: "𠮷野研究室での受入れ",
        subject: {
          kind: "person",
          role: "principal",
          names: [{ kind: "primary", text: "葛󠄀城 髙子" }],
          country: "架空国",
          identifiers: [],
          note: "",
        },
      }),
    );
    other = await desk.host.newWindow();
    await other.getByRole("navigation", { name: "主な画面" }).waitFor();
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  const dialogIn = (page: Page): Locator => page.getByRole("dialog");
  const subjectName = (page: Page): Locator => dialogIn(page).getByLabel(/^表記/u);
  const lockPageOf = (page: Page): Locator => page.getByRole("heading", { name: "金庫を開く" });

  /** Moves the engine's wall clock on, as sleep would. */
  function passMinutes(minutes: number): void {
    aheadMs += minutes * 60_000;
    writeFileSync(join(folders.userData, jumpFileName), String(aheadMs));
  }

  async function unlock(): Promise<void> {
    const field = desk.page.locator("input[type=password]");
    await field.fill(deskPassphrase);
    await field.press("Enter");
    for (const page of [desk.page, other]) await page.getByRole("navigation", { name: "主な画面" }).waitFor();
  }

  async function showsNoName(page: Page): Promise<void> {
    const html = await page.content();
    for (const name of names) assert.equal(html.includes(name), false, name);
  }

  async function beginEvidence(page: Page, title: string): Promise<void> {
    await openCase(page, dossier.number);
    await page.getByRole("button", { name: "証拠", exact: true }).click();
    await page.keyboard.press("e");
    await dialogIn(page).getByLabel(/^題名/u).fill(title);
  }

  async function beginSubject(page: Page, name: string): Promise<void> {
    await openCase(page, dossier.number);
    await page.getByRole("navigation", { name: "案件の進み" }).getByText("受付", { exact: true }).click();
    await page.getByRole("button", { name: "対象を加える" }).click();
    await subjectName(page).fill(name);
  }

  it("stays open for just under five minutes without a sign of life", async () => {
    await beginEvidence(desk.page, "葛󠄀城の説明 ﾊﾝｶｸ");
    await beginSubject(other, "髙﨑機構");
    passMinutes(4);
    await desk.page.waitForTimeout(5_500);
    assert.equal(must(await desk.client.vault.status({})).state, "open");
  });

  it("locks every window after five minutes by the wall clock, at the latest five seconds late", async () => {
    passMinutes(1);
    for (const page of [desk.page, other]) await lockPageOf(page).waitFor({ timeout: 6_500 });
    for (const page of [desk.page, other]) await showsNoName(page);
  });

  it("brings back what was half written in both windows, each form open as it was", async () => {
    await unlock();
    await openCase(other, dossier.number);
    await other.getByText(restored).waitFor();
    assert.equal(await subjectName(other).inputValue(), "髙﨑機構");
    await openCase(desk.page, dossier.number);
    await dialogIn(desk.page).waitFor();
    await desk.page.keyboard.press("Escape");
    await desk.page.getByRole("button", { name: "証拠", exact: true }).click();
    assert.equal(await dialogIn(desk.page).getByLabel(/^題名/u).inputValue(), "葛󠄀城の説明 ﾊﾝｶｸ");
  });

  it("forgets a draft once its form is saved", async () => {
    await dialogIn(other).getByRole("button", { name: "加える", exact: true }).click();
    await dialogIn(other).waitFor({ state: "hidden" });
    const kept = must(await desk.client.drafts.read({ dossierId: dossier.id, form: "new-subject" }));
    assert.equal(kept.draft, null);
  });

  const moments: readonly AwayMoment[] = ["suspend", "screen-lock", "session-switch"];
  for (const moment of moments) {
    it(`shows nothing of any case in the first frame after ${moment}, in any window`, async () => {
      await desk.page.keyboard.press("Escape");
      await goTo(desk.page, "案件");
      await desk.page.getByText("𠮷野研究室での受入れ").waitFor();
      for (const page of [desk.page, other]) await withoutCaret(page);
      // A window that never hands in: the engine waits as long as it may, and the page is looked at meanwhile.
      must(await desk.client.windows.join({ windowId: randomUUID() }));
      desk.host.engine.away(moment);
      const frames = await Promise.all([desk.page, other].map((page) => page.screenshot()));
      const texts = await Promise.all([desk.page, other].map((page) => page.evaluate(() => document.body.innerText)));
      for (const page of [desk.page, other]) await lockPageOf(page).waitFor();
      for (const text of texts) for (const name of names) assert.equal(text.includes(name), false, name);
      const blank = await blankFrames();
      for (const frame of frames)
        assert.ok(
          blank.some((one) => one.equals(frame)),
          "neither cover nor lock page",
        );
      for (const page of [desk.page, other]) await showsNoName(page);
      await unlock();
    });
  }

  /** A caret blinks, and whether it stands in a frame is chance; frames are compared byte for byte. */
  async function withoutCaret(page: Page): Promise<void> {
    await page.evaluate(() => {
      document.documentElement.style.caretColor = "transparent";
    });
  }

  /** What a window may look like while it is being left: covered, or the lock page; in either window's focus. */
  async function blankFrames(): Promise<Buffer[]> {
    const frames: Buffer[] = [];
    for (const page of [desk.page, other]) {
      frames.push(await page.screenshot());
      await page.evaluate(() => {
        document.documentElement.dataset["covered"] = "";
      });
      frames.push(await page.screenshot());
      await page.evaluate(() => {
        delete document.documentElement.dataset["covered"];
      });
    }
    return frames;
  }

  it("keeps what was typed a moment before the machine went to sleep", async () => {
    await goTo(desk.page, "案件");
    await desk.page.getByRole("button", { name: "新しい案件" }).first().click();
    await desk.page.getByLabel(/^件名/u).fill("髙﨑氏の受入れ 𠮷野研究室");
    desk.host.engine.away("suspend");
    await lockPageOf(desk.page).waitFor();
    await unlock();
    await goTo(desk.page, "案件");
    await desk.page.getByRole("button", { name: "新しい案件" }).first().click();
    await desk.page.getByText(restored).waitFor();
    assert.equal(await desk.page.getByLabel(/^件名/u).inputValue(), "髙﨑氏の受入れ 𠮷野研究室");
  });

  it("forgets what the person discards", async () => {
    await desk.page.getByRole("button", { name: "中止" }).click();
    await desk.page.waitForTimeout(700);
    assert.equal(must(await desk.client.drafts.read({ dossierId: null, form: "new-case" })).draft, null);
  });

  it("locks within 300 ms and what the lock takes when a window does not answer", async () => {
    must(await desk.client.windows.join({ windowId: randomUUID() }));
    const startedMs = performance.now();
    must(await desk.client.vault.lock({}));
    const tookMs = performance.now() - startedMs;
    assert.ok(tookMs >= 250 && tookMs < 1_500, `${tookMs} ms`);
    await lockPageOf(desk.page).waitFor();
  });

  it("breaks no rule of the page", () => {
    assert.deepEqual(desk.consoleErrors, []);
    assert.deepEqual(desk.host.blockedRequests, []);
  });
});
