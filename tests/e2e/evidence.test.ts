import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { closeSync, ftruncateSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { after, before, describe, it } from "node:test";
import type { Locator } from "playwright";
import { createVaults } from "../../electron/vault/vault.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { openCase } from "../support/demo/pictures.ts";
import { must } from "../support/must.ts";
import { choose, deskPassphrase, journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";

const smallWords = "𠮷野氏の説明。葛󠄀城、髙﨑、ﾊﾝｶｸ。\n";

describe("the evidence page", () => {
  const folders = journeyFolders();
  const at = (name: string): string => join(folders.carried, name);
  let desk: PageDesk;
  let dossier: Dossier;

  before(async () => {
    desk = await openPageDesk({ userData: folders.userData });
    const subject = {
      kind: "person",
      role: "principal",
      names: [{ kind: "primary" as const, text: "葛󠄀城 𠮷乃" }],
      country: "架空国",
      identifiers: [],
      note: "",
    } as const;
    const input = { ...subject, names: [...subject.names], identifiers: [] };
    dossier = must(await desk.client.dossiers.create({ kind: "person", title: "𠮷野研究室", subject: input }));
    await openEvidence();
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  const button = (name: string): Locator => desk.page.getByRole("button", { name, exact: true });
  const dialog = (): Locator => desk.page.getByRole("dialog");
  const secret = (): Locator => dialog().locator("input[autocomplete=current-password]");
  const row = (name: string): Locator => desk.page.getByRole("row", { name: new RegExp(name, "u") });

  async function copyOut(): Promise<void> {
    await button("写しを書き出す").click();
    await dialog().getByRole("button", { name: /目的/u }).click();
    await desk.page.getByRole("option", { name: "委員会への付議" }).click();
    await secret().fill(deskPassphrase);
    await dialog().getByRole("button", { name: "写しを書き出す" }).click();
  }

  async function openEvidence(): Promise<void> {
    await openCase(desk.page, dossier.number);
    await button("証拠").click();
    await desk.page.getByRole("heading", { name: "証拠", exact: true }).first().waitFor();
  }

  /** Fills the form by hand; the file dialog answers with `path`. */
  async function begin(title: string, path: string): Promise<void> {
    desk.dialogs.answer("evidence", path);
    if (!(await dialog().isVisible())) await desk.page.keyboard.press("e");
    await dialog().getByLabel(/^題名/u).fill(title);
    await choose(desk.page, /証拠の種類/u, /^登記事項/u, dialog());
    await choose(desk.page, /情報源/u, /^登記・企業登録/u, dialog());
    await dialog()
      .getByText(/^A\s+公的な一次情報/u)
      .click();
    await button("ファイルを選んで取り込む").click();
  }

  it("says what to do while there is none, and keeps the file shut until the form says what it is", async () => {
    await desk.page.getByText("まだ証拠がありません。").waitFor();
    await desk.page.keyboard.press("e");
    assert.ok(await button("ファイルを選んで取り込む").isDisabled());
    await dialog().getByText("題名、種類、情報源、信頼度を入れると、ファイルを選べます。").waitFor();
  });

  it("refuses a program with the sentence, and keeps what was typed", async () => {
    writeFileSync(at("道具.exe"), Buffer.concat([Buffer.from("MZ"), randomBytes(512)]));
    await begin("𠮷野の道具", at("道具.exe"));
    await dialog()
      .getByText(/この種類のファイルは取り込めません/u)
      .waitFor();
    assert.equal(await dialog().getByLabel(/^題名/u).inputValue(), "𠮷野の道具");
  });

  it("takes in a small text and a table of two megabytes", async () => {
    writeFileSync(at("説明 髙﨑.txt"), smallWords);
    writeFileSync(at("論文一覧.csv"), `年,論文,共著\n${"2025,架空論文,架空著者\n".repeat(60_000)}`);
    await begin("葛󠄀城の説明", at("説明 髙﨑.txt"));
    await row("葛󠄀城の説明").waitFor();
    await dialog().waitFor({ state: "hidden" });
    await begin("論文の一覧", at("論文一覧.csv"));
    await row("論文の一覧").waitFor();
    await row("論文の一覧").getByText("一致", { exact: true }).waitFor();
    await dialog().waitFor({ state: "hidden" });
  });

  it("shows how far a very large file has come, and stops at once when asked", async () => {
    const file = openSync(at("巨大.csv"), "w");
    writeSync(file, "年,論文\n".repeat(1_000));
    ftruncateSync(file, 1_900 * 1_024 ** 2);
    closeSync(file);
    await begin("巨大な表", at("巨大.csv"));
    await dialog()
      .getByText(/MiB \/|\/ 1900\.0 MiB/u)
      .waitFor();
    const startedMs = performance.now();
    await dialog()
      .getByRole("progressbar")
      .locator("xpath=ancestor-or-self::*[.//button][1]")
      .getByRole("button")
      .last()
      .click();
    await dialog().getByRole("progressbar").waitFor({ state: "hidden" });
    assert.ok(performance.now() - startedMs < 5_000);
    await desk.page.keyboard.press("Escape");
    await dialog().waitFor({ state: "hidden" });
    assert.equal(await row("巨大な表").count(), 0);
  });

  it("checks a piece against its hash", async () => {
    await row("論文の一覧").click();
    await button("ハッシュを照合する").click();
    await desk.page.getByText("取込み時の内容と一致しています。").waitFor();
  });

  it("writes out a copy that is the original, byte for byte", async () => {
    desk.dialogs.answer("evidence-copy", at("写し.csv"));
    await copyOut();
    await desk.page.getByText("写しを書き出しました。金庫の外では暗号化されません。").waitFor();
    assert.ok(readFileSync(at("写し.csv")).equals(readFileSync(at("論文一覧.csv"))));
  });

  it("keeps a changed description glyph for glyph", async () => {
    const title = desk.page.getByRole("main").getByLabel(/^題名/u);
    await title.fill("論文の一覧 𠮷葛󠄀ﾊﾝｶｸ");
    await button("記載を保存する").click();
    await desk.page.getByText("証拠の記載を保存しました。").waitFor();
    const { evidence } = must(await desk.client.evidence.list({ dossierId: dossier.id }));
    assert.equal(evidence[1]?.title, "論文の一覧 𠮷葛󠄀ﾊﾝｶｸ");
  });

  it("asks for the passphrase before it removes a piece, with the cursor in its field and Escape as the way back", async () => {
    await button("外す").click();
    await dialog()
      .getByText(/元に戻せません/u)
      .waitFor();
    assert.ok(await dialog().getByRole("button", { name: "外す" }).isDisabled());
    await desk.page.keyboard.type("keep");
    assert.equal(await secret().inputValue(), "keep");
    await desk.page.keyboard.press("Escape");
    await dialog().waitFor({ state: "hidden" });
    assert.equal(await row("論文の一覧").count(), 1);
  });

  it("says in place that the passphrase is wrong, and removes nothing", async () => {
    await button("外す").click();
    assert.equal(await secret().inputValue(), "", "nothing of the last attempt is kept");
    await secret().fill("これは違う合言葉である");
    await desk.page.keyboard.press("Enter");
    await dialog().getByText("パスフレーズが違います。入力し直してください。").waitFor();
    await desk.page.keyboard.type("again");
    assert.equal(await secret().inputValue(), "again");
    assert.equal(must(await desk.client.evidence.list({ dossierId: dossier.id })).evidence.length, 2);
  });

  it("does nothing on the Enter that confirms a composition", async () => {
    await secret().fill(deskPassphrase);
    await secret().dispatchEvent("compositionstart");
    await secret().press("Enter");
    await secret().dispatchEvent("compositionend");
    await secret().press("Enter");
    await desk.page.waitForTimeout(300);
    assert.equal(await row("論文の一覧").count(), 1);
  });

  it("removes the piece under the right passphrase", async () => {
    await secret().press("Enter");
    await dialog().waitFor({ state: "hidden" });
    await row("論文の一覧").waitFor({ state: "detached" });
    assert.equal(await row("葛󠄀城の説明").count(), 1);
  });

  it("shows that stored bytes are no longer what came in", async () => {
    await desk.close();
    await tamper(join(folders.userData, "vault"));
    desk = await openPageDesk({ userData: folders.userData, hasVault: false });
    const field = desk.page.locator("input[type=password]");
    await field.fill(deskPassphrase);
    await field.press("Enter");
    await openEvidence();
    await row("葛󠄀城の説明").click();
    await button("ハッシュを照合する").click();
    await desk.page
      .getByRole("main")
      .getByText(/保存された内容が、取込み時のハッシュと一致しません/u)
      .first()
      .waitFor();
    await row("葛󠄀城の説明").getByText("不一致", { exact: true }).waitFor();
    await desk.page.getByText(/その証拠は裏付けとして数えていません/u).waitFor();
  });

  it("writes no copy of bytes that do not match", async () => {
    desk.dialogs.answer("evidence-copy", at("偽の写し.txt"));
    await copyOut();
    await desk.page
      .getByText("写しを書き出しました。金庫の外では暗号化されません。")
      .or(desk.page.getByText(/この証拠は使わず/u).nth(1))
      .first()
      .waitFor();
    assert.throws(() => readFileSync(at("偽の写し.txt")));
  });

  it("asks nothing of any network and breaks no rule of the page", () => {
    assert.deepEqual(desk.host.blockedRequests, []);
    assert.deepEqual(desk.consoleErrors, []);
  });
});

/** Changes one byte of the stored text with the vault's own key, as somebody with the passphrase and a tool could. */
async function tamper(folder: string): Promise<void> {
  const clock = { nowMs: Date.now, monotonicMs: () => performance.now() };
  const vaults = createVaults({ clock, random: { bytes: (count) => randomBytes(count) } });
  const opened = await vaults.open({ folder, passphrase: deskPassphrase });
  if (!opened.ok) throw new Error(opened.error.code);
  const changed = Buffer.from(smallWords.replace("説明", "説朋"), "utf8");
  opened.value.db.prepare("UPDATE evidence_body SET body = ?").run(changed);
  opened.value.close();
}
