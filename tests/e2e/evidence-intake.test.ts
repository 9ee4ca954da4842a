import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Locator } from "playwright";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { openCase } from "../support/demo/pictures.ts";
import { must } from "../support/must.ts";
import { choose, journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";

/** The smallest picture there is: one pixel, as a screenshot would come. */
const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

interface Carried {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

describe("the ways in for evidence", () => {
  const folders = journeyFolders();
  const at = (name: string): string => join(folders.carried, name);
  let desk: PageDesk;
  let dossier: Dossier;

  before(async () => {
    desk = await openPageDesk({ userData: folders.userData });
    dossier = must(await desk.client.dossiers.create({ kind: "person", title: "𠮷野研究室", subject: null }));
    await openCase(desk.page, dossier.number);
    await button("証拠").click();
    await desk.page.getByRole("heading", { name: "証拠", exact: true }).first().waitFor();
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  const button = (name: string): Locator => desk.page.getByRole("button", { name, exact: true });
  const dialog = (): Locator => desk.page.getByRole("dialog");
  const row = (name: string): Locator => desk.page.getByRole("row", { name: new RegExp(name, "u") });
  const list = async () => must(await desk.client.evidence.list({ dossierId: dossier.id })).evidence;
  const shot = (name: string): Promise<Buffer> => desk.page.screenshot({ path: join(folders.carried, `${name}.png`) });

  /** Lets files go over the window, or pastes them, with the events a browser sends. */
  async function carry(way: "drop" | "paste", files: readonly Carried[]): Promise<void> {
    await desk.page.evaluate(
      ({ way: how, files: all }) => {
        const data = new DataTransfer();
        for (const { name, type, base64 } of all) {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          data.items.add(new File([bytes], name, { type, lastModified: 1_790_000_000_000 }));
        }
        const target = document.activeElement ?? document.body;
        const options = { bubbles: true, cancelable: true };
        if (how === "paste") target.dispatchEvent(new ClipboardEvent("paste", { ...options, clipboardData: data }));
        else {
          for (const kind of ["dragenter", "dragover", "drop"])
            target.dispatchEvent(new DragEvent(kind, { ...options, dataTransfer: data }));
        }
      },
      { way, files },
    );
  }

  async function describeFiles(): Promise<void> {
    await choose(desk.page, /証拠の種類/u, /^画面・ページの写し|^ウェブ|^取得|^登記事項/u, dialog());
    await choose(desk.page, /情報源/u, /^登記・企業登録/u, dialog());
    await dialog()
      .getByText(/^A\s+公的な一次情報/u)
      .click();
  }

  const textFile = (name: string, words: string): Carried => ({
    name,
    type: "text/plain",
    base64: Buffer.from(words).toString("base64"),
  });

  it("opens the form with the files that were dropped, and takes each in by its own name and hash", async () => {
    const small = "𠮷野氏の説明。葛󠄀城、髙﨑、ﾊﾝｶｸ。";
    const large = "論文の一覧、架空著者、共著。\n".repeat(40_000);
    await carry("drop", [textFile("説明 髙﨑.txt", small), textFile("論文一覧.csv", large)]);
    await dialog().getByText("取り込むファイル（2件）").waitFor();
    await describeFiles();
    await shot("dropped");
    await button("2件を取り込む").click();
    await dialog()
      .getByText(/取り込んだもの2件/u)
      .waitFor();
    await shot("dropped-done");
    await button("閉じる").last().click();
    await row("説明 髙﨑").waitFor();
    const [one, two] = await list();
    assert.equal(one?.sha256, createHash("sha256").update(small).digest("hex"));
    assert.equal(two?.sha256, createHash("sha256").update(large).digest("hex"));
    assert.deepEqual([one?.standing.way, one?.standing.status], ["drop", "draft"]);
  });

  it("takes in a screenshot from the clipboard, under the moment for a name", async () => {
    await carry("paste", [{ name: "image.png", type: "image/png", base64: pixel }]);
    await dialog()
      .getByText(/画面の写し .*\.png/u)
      .waitFor();
    await describeFiles();
    await button("1件を取り込む").click();
    await dialog().waitFor({ state: "hidden" });
    const taken = (await list()).at(-1);
    assert.equal(taken?.mediaType, "image/png");
    assert.equal(taken?.standing.way, "paste");
    assert.match(taken?.title ?? "", /^画面の写し \d{4}-\d{2}-\d{2} \d{6}$/u);
  });

  it("says that the case holds the very bytes already, and ends without a second copy when told so", async () => {
    const known = (await list()).length;
    await carry("paste", [{ name: "image.png", type: "image/png", base64: pixel }]);
    await describeFiles();
    await button("1件を取り込む").click();
    await dialog().getByText("E3と同じ内容", { exact: true }).waitFor();
    await shot("duplicate");
    await button("取り込まない").click();
    await button("閉じる").last().click();
    assert.equal((await list()).length, known);
  });

  it("refuses what only calls itself a PDF, in place, and keeps the form", async () => {
    await carry("drop", [textFile("偽物.pdf", "MZ")]);
    await describeFiles();
    await button("1件を取り込む").click();
    await dialog()
      .getByText(/この種類のファイルは取り込めません/u)
      .waitFor();
    await desk.page.keyboard.press("Escape");
    await dialog().waitFor({ state: "hidden" });
  });

  it("takes a folder in and lists what was taken and what was not, with the reason", async () => {
    mkdirSync(join(at("持込み"), "下"), { recursive: true });
    writeFileSync(join(at("持込み"), "一.txt"), "一つ目の写し");
    writeFileSync(join(at("持込み"), "下", "二.txt"), "二つ目の写し");
    writeFileSync(join(at("持込み"), "道具.exe"), "MZ");
    desk.dialogs.answer("evidence-folder", at("持込み"));
    await desk.page.keyboard.press("e");
    await describeFiles();
    await button("フォルダーごと取り込む").click();
    await dialog()
      .getByText(/取り込んだもの2件、同じ内容があるもの0件、取り込まなかったもの1件/u)
      .waitFor();
    await dialog().getByText("下 / 二.txt", { exact: true }).waitFor();
    await shot("folder");
    await button("閉じる").last().click();
    await row("二").first().waitFor();
  });

  it("shows the chain of custody of a piece from the first touch on", async () => {
    await row("説明 髙﨑").click();
    await button("ハッシュを照合する").click();
    await desk.page.getByText("取込み時の内容と一致しています。").waitFor();
    await button("管理の記録").click();
    await dialog().getByText("取り込んだ", { exact: true }).waitFor();
    await dialog().getByText("ハッシュを照合した", { exact: true }).waitFor();
    await dialog()
      .getByText(/切れ目なくつながっています/u)
      .waitFor();
    await shot("custody");
    await desk.page.keyboard.press("Escape");
  });

  it("shows in the list what has run out, and narrows the list to it", async () => {
    const [one] = await list();
    assert.ok(one !== undefined);
    must(
      await desk.client.intake.setStanding({
        dossierId: dossier.id,
        evidenceId: one.id,
        revision: one.revision,
        status: "accepted",
        supersededBy: null,
        validity: { until: "2020-01-31", by: "hand" },
        carriage: one.standing.carriage,
        why: "古い写し",
      }),
    );
    await row("説明 髙﨑").getByText("期限切れ", { exact: true }).waitFor();
    await choose(desk.page, /表示/u, "期限切れ（古い証拠）");
    await row("論文一覧").waitFor({ state: "detached" });
    assert.equal(await row("説明 髙﨑").count(), 1);
    await shot("expired");
  });

  it("breaks no rule of the page and asks nothing of any network", () => {
    assert.deepEqual(desk.host.blockedRequests, []);
    assert.deepEqual(desk.consoleErrors, []);
  });
});
