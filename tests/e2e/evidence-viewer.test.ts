import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { deflateSync } from "node:zlib";
import type { Locator } from "playwright";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { openCase, setLanguage } from "../support/demo/pictures.ts";
import { hostileHost, hostileHtml } from "../support/evidence-files/hostile-html.ts";
import { registryDetails } from "../support/evidence-files/registry-details.ts";
import { must } from "../support/must.ts";
import { journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";
import { barriers, settled, troublesOf, wideWindow } from "../support/page-troubles.ts";
import { renderSamplePdf } from "../support/sample-pdf.ts";

const pictures = join(import.meta.dirname, "../../dist/pictures/evidence-viewer");

/** A picture of one colour, 600 by 400. */
function png(): Buffer {
  const chunk = (kind: string, body: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    const named = Buffer.concat([Buffer.from(kind), body]);
    return Buffer.concat([length, named, crcOf(named)]);
  };
  const head = Buffer.from("000002580000019008000000", "hex");
  const rows = Buffer.alloc(400 * 601, 0xc8);
  for (let row = 0; row < 400; row += 1) rows[row * 601] = 0;
  const header = Buffer.concat([head.subarray(0, 8), Buffer.from([8, 0, 0, 0, 0])]);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function crcOf(bytes: Buffer): Buffer {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  const out = Buffer.alloc(4);
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return out;
}

describe("reading evidence in the window", () => {
  const folders = journeyFolders();
  let desk: PageDesk;
  let dossier: Dossier;

  before(async () => {
    mkdirSync(pictures, { recursive: true });
    desk = await openPageDesk({ userData: folders.userData, viewport: wideWindow });
    const subject = { kind: "person", role: "principal", country: "架空国", note: "" } as const;
    const names = [{ kind: "primary" as const, text: "葛󠄀城 𠮷乃" }];
    dossier = must(
      await desk.client.dossiers.create({
        kind: "person",
        title: "𠮷野研究室",
        subject: { ...subject, names, identifiers: [] },
      }),
    );
    const rows = Array.from({ length: 4_000 }, (_, row) => `2025,架空論文${row},髙橋${row}`).join("\n");
    const lines = Array.from({ length: 900 }, (_, row) => `${row}行目 葛󠄀城財団の寄付者は𠮷田 ﾊﾝｶｸ である。`);
    const files: readonly [string, Uint8Array][] = [
      ["審査票.pdf", await renderSamplePdf()],
      ["悪意.html", Buffer.from(hostileHtml)],
      ["論文.csv", Buffer.from(`年,題名,著者\n${rows}\n`)],
      ["説明.txt", Buffer.from(lines.join("\n"))],
      ["写真.png", png()],
      ["壊れた.pdf", Buffer.from("%PDF-1.7\nこれはPDFではない")],
      ["図面.tif", Buffer.concat([Buffer.from([0x49, 0x49, 0x2a, 0]), Buffer.alloc(100)])],
    ];
    for (const [name, bytes] of files) await take(name, bytes);
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  async function take(name: string, bytes: Uint8Array): Promise<void> {
    const path = join(folders.carried, name);
    writeFileSync(path, bytes);
    desk.dialogs.answer("evidence", path);
    must(
      await desk.client.evidence.attach({
        dossierId: dossier.id,
        itemId: null,
        taskId: name,
        details: { ...registryDetails, title: `${name}の資料` },
      }),
    );
  }

  const button = (name: string | RegExp): Locator => desk.page.getByRole("button", { name });
  const panel = (): Locator => desk.page.getByRole("complementary", { name: "しるし" });

  async function read(name: string): Promise<void> {
    await openCase(desk.page, dossier.number);
    await button("証拠").first().click();
    await desk.page.getByRole("row", { name: new RegExp(name, "u") }).click();
    await button("中を見る").click();
    await desk.page.getByRole("heading", { level: 1, name: new RegExp(name, "u") }).waitFor();
  }

  const words = (): Locator => desk.page.locator("[data-part='1']", { hasText: "0行目 葛󠄀城財団" });

  const shoot = (name: string): Promise<Buffer> => desk.page.screenshot({ path: join(pictures, `${name}.png`) });

  it("draws a PDF with its words above it, and finds words in it", async () => {
    await read("審査票.pdf");
    const page = desk.page.locator("[data-page='1']");
    await page.locator("span", { hasText: "審査対象" }).first().waitFor();
    await desk.page.getByRole("textbox", { name: "この資料の中を探す" }).fill("葛󠄀馬");
    await desk.page.getByRole("status").getByText("1/2").waitFor();
    await settled(desk.page);
    await shoot("pdf-ja");
    assert.deepEqual(await barriers(desk.page), []);
  });

  it("keeps a passage of a PDF chosen with the keyboard alone, shows it where it stands and undoes its removal", async () => {
    await desk.page.evaluate(() => {
      const span = [...document.querySelectorAll("[data-page='1'] span")].find((one) =>
        one.textContent.includes("審査対象"),
      );
      if (span === undefined) throw new Error("no words");
      document.getSelection()?.selectAllChildren(span);
      document.querySelector<HTMLElement>("section[tabindex]")?.focus();
    });
    await desk.page.keyboard.press("h");
    await panel().getByLabel("覚え書き").fill("登記と突き合わせる 髙﨑");
    await button("しるしを残す").click();
    await panel().getByText("登記と突き合わせる 髙﨑").waitFor();
    await desk.page.locator("[data-page='1'] [data-mark='1']").first().waitFor();
    await shoot("mark-ja");
    await button("しるしE1-1を取り除く").click();
    await desk.page.locator("[data-page='1'] [data-mark='1']").first().waitFor({ state: "detached" });
    await desk.page.keyboard.press("u");
    await panel().getByText("登記と突き合わせる 髙﨑").waitFor();
  });

  it("marks a region of a picture by arrow keys, and goes back with Esc", async () => {
    await read("写真.png");
    await desk.page.getByRole("img", { name: /写真/u }).waitFor();
    await desk.page.keyboard.press("m");
    const region = desk.page.getByRole("application");
    await region.waitFor();
    for (const key of ["ArrowRight", "ArrowDown", "Shift+ArrowRight", "Shift+ArrowDown", "Enter"])
      await desk.page.keyboard.press(key);
    await panel().getByLabel("覚え書き").fill("顔写真");
    await button("しるしを残す").click();
    const { marks } = must(await desk.client.reading.marks({ dossierId: dossier.id }));
    const place = marks.find((mark) => mark.note === "顔写真")?.place;
    assert.ok(place?.kind === "boxes");
    const box = place.boxes[0];
    assert.ok(box !== undefined && Math.abs(box.x - 0.31) < 1e-6 && Math.abs(box.width - 0.41) < 1e-6);
    await desk.page.keyboard.press("r");
    await desk.page.keyboard.press("+");
    await settled(desk.page);
    await shoot("picture-ja");
    await desk.page.keyboard.press("Escape");
    await desk.page.getByRole("heading", { name: "証拠", exact: true }).first().waitFor();
  });

  it("marks a region by the mouse", async () => {
    await read("写真.png");
    await desk.page.getByRole("img", { name: /写真/u }).waitFor();
    await button("範囲を囲む").click();
    const rect = await desk.page.getByRole("img", { name: /写真/u }).boundingBox();
    assert.ok(rect !== null);
    await desk.page.mouse.move(rect.x + rect.width * 0.1, rect.y + rect.height * 0.2);
    await desk.page.mouse.down();
    await desk.page.mouse.move(rect.x + rect.width * 0.5, rect.y + rect.height * 0.6, { steps: 4 });
    await desk.page.mouse.up();
    await panel().getByLabel("覚え書き").fill("手で囲んだ");
    await button("しるしを残す").click();
    const { marks } = must(await desk.client.reading.marks({ dossierId: dossier.id }));
    const place = marks.find((mark) => mark.note === "手で囲んだ")?.place;
    const box = place?.kind === "boxes" ? place.boxes[0] : undefined;
    assert.ok(box !== undefined && Math.abs(box.x - 0.1) < 0.02 && Math.abs(box.height - 0.4) < 0.02);
  });

  it("shows a hostile page without running, loading, sending or leaving anything", async () => {
    await read("悪意.html");
    const frame = desk.page.frameLocator("iframe");
    await frame.getByText("髙橋 﨑子の経歴").waitFor();
    await frame.getByText("公式の発表").click();
    await settled(desk.page);
    await shoot("hostile-ja");
    assert.equal(await desk.page.evaluate(() => "kuraPwned" in globalThis), false);
    assert.deepEqual(
      desk.page.frames().map((one) => one.url().replace(/^https?:\/\/[^/]+/u, "")),
      ["/", "about:srcdoc"],
    );
    const inside = await desk.page.locator("iframe").getAttribute("srcdoc");
    assert.ok(inside?.includes("髙橋") === true && !/<(?:script|form|iframe|object|embed|svg|link|a)\b/iu.test(inside));
    assert.ok(!new RegExp(`(?:src|href|action|url\\()[^>]{0,20}${hostileHost}`, "u").test(inside));
    assert.deepEqual(desk.host.blockedRequests, []);
    assert.deepEqual(desk.consoleErrors, []);
    await desk.page.getByText("本文", { exact: true }).click();
    await desk.page.locator("[data-part='1']").getByText("𠮷田財団の寄付を受けた").waitFor();
    assert.deepEqual(await barriers(desk.page), []);
  });

  it("refuses a frame document that was not made by the one maker of frames", async () => {
    const thrown = await desk.page.evaluate(() => {
      try {
        document.createElement("iframe").srcdoc = "<script>top.kuraPwned = true</script>";
        return "";
      } catch (error) {
        return error instanceof TypeError ? "refused" : "other";
      }
    });
    assert.equal(thrown, "refused");
  });

  it("shows a table of four thousand rows by the row in sight, worked by arrow keys, and keeps cells", async () => {
    await read("論文.csv");
    const grid = desk.page.getByRole("grid", { name: "表" });
    await grid.waitFor();
    assert.ok((await grid.getByRole("row").count()) < 80);
    await grid.focus();
    for (const key of ["ArrowDown", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowDown"])
      await desk.page.keyboard.press(key);
    await desk.page.keyboard.press("h");
    await panel().getByText("架空論文0").waitFor();
    await button("しるしを残す").click();
    await desk.page.getByRole("textbox", { name: "この資料の中を探す" }).fill("髙橋3999");
    await grid.getByRole("gridcell", { name: "髙橋3999", exact: true }).waitFor();
    await settled(desk.page);
    await shoot("table-ja");
    assert.deepEqual(await barriers(desk.page), []);
  });

  it("shows a long text, finds in it, and keeps a passage that is cited from an item and opened from there", async () => {
    await read("説明.txt");
    await words().waitFor();
    await desk.page.evaluate(() => {
      const part = document.querySelector("[data-part='1']")?.firstChild;
      if (part === null || part === undefined) throw new Error("no words");
      document.getSelection()?.setBaseAndExtent(part, 0, part, 12);
    });
    await button(/^しるしを付ける/u).click();
    await panel().getByLabel("覚え書き").fill("寄付者の記載");
    await button("しるしを残す").click();
    const { template } = must(await desk.client.checklist.open({ dossierId: dossier.id }));
    const item = template.sections[0]?.items[0]?.id ?? "";
    await panel()
      .getByRole("button", { name: /引用する確認事項/u })
      .click();
    await desk.page.getByRole("option", { name: item, exact: true }).click();
    await panel().getByText(`${item}で引用`).click();
    const chip = desk.page.getByRole("button", { name: /^E4-1/u });
    await chip.waitFor();
    await settled(desk.page);
    await shoot("chip-ja");
    await chip.click();
    await words().waitFor();
    await button(new RegExp(`確認事項${item}へ戻る`, "u")).waitFor();
    await desk.page.keyboard.press("Escape");
    await chip.waitFor();
  });

  it("says in a sentence why a broken PDF and a TIFF are not shown", async () => {
    await read("壊れた.pdf");
    await desk.page.getByText(/壊れているか、拡張子の示す種類と中身が合わない/u).waitFor();
    await shoot("broken-ja");
    await read("図面.tif");
    await desk.page.getByText(/この種類の資料は、アプリの中では表示できません/u).waitFor();
  });

  it("reads in English too, without barriers and without scrolling sideways at 200 %", async () => {
    await read("審査票.pdf");
    await desk.page.locator("[data-page='1'] span").first().waitFor();
    assert.deepEqual(await troublesOf(desk.page, "reading ja"), []);
    await setLanguage(desk.page, "English");
    assert.deepEqual(await troublesOf(desk.page, "reading en"), []);
    await shoot("pdf-en");
    await setLanguage(desk.page, "日本語");
  });

  it("holds nothing of what was read once the vault is locked", async () => {
    await read("説明.txt");
    await words().waitFor();
    must(await desk.client.vault.lock({}));
    await words().waitFor({ state: "detached" });
    assert.ok(!(await desk.page.content()).includes("葛󠄀城財団"));
  });

  it("asks nothing of any network and breaks no rule of the page", () => {
    assert.deepEqual(desk.host.blockedRequests, []);
    // The frame that was refused above is the one breach, and the browser said so.
    assert.deepEqual(
      desk.consoleErrors.filter((line) => !line.includes("requires 'TrustedHTML' assignment")),
      [],
    );
  });
});
