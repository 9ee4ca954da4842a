import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Locator } from "playwright";
import { openCase } from "../support/demo/pictures.ts";
import { must } from "../support/must.ts";
import { deskPassphrase, journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";

const secret = "架空番号-𠮷-0042";

describe("a restricted value on the clipboard", () => {
  const folders = journeyFolders();
  let desk: PageDesk;
  let number: string;
  const replies: string[] = [];

  before(async () => {
    desk = await openPageDesk({ userData: folders.userData });
    const made = must(
      await desk.client.dossiers.create({
        kind: "person",
        title: "葛󠄀城研究室での受入れ",
        hostUnit: "",
        noConflict: true,
        subject: {
          kind: "person",
          role: "principal",
          names: [{ kind: "primary", text: "髙﨑 𠮷乃" }],
          country: "",
          identifiers: [secret],
          note: "",
        },
      }),
    );
    number = made.number;
    // Everything the page is answered from here on.
    await desk.page.evaluate(() => {
      const heard: string[] = [];
      const parse = JSON.parse.bind(JSON);
      JSON.parse = (text: string) => {
        heard.push(text);
        return parse(text) as unknown;
      };
      Reflect.set(globalThis, "heardByTest", heard);
    });
    await openCase(desk.page, number);
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  const dialog = (): Locator => desk.page.getByRole("dialog");
  async function copy(): Promise<void> {
    await desk.page
      .getByRole("button", { name: /を写し取る$/u })
      .first()
      .click();
    await dialog().locator("input[type=password]").fill(deskPassphrase);
    await desk.page.keyboard.press("Enter");
    await dialog().waitFor({ state: "hidden" });
  }

  it("is there after the passphrase, although the page never had it", async () => {
    await copy();
    assert.equal(await desk.host.clipboard.read(), secret);
    replies.push(...(await desk.page.evaluate(() => Reflect.get(globalThis, "heardByTest") as string[])));
    assert.ok(replies.length > 3, "the test hears what the page is answered");
    for (const reply of replies) assert.equal(reply.includes(secret), false);
    assert.equal((await desk.page.content()).includes(secret), false);
  });

  it("cannot be read by the page", async () => {
    const read = await desk.page.evaluate(() => navigator.clipboard.readText().then(String, () => "refused"));
    assert.equal(read, "refused");
  });

  it("is gone after 20 seconds", async () => {
    await desk.page.waitForTimeout(21_000);
    assert.equal(await desk.host.clipboard.read(), "");
  });

  it("is gone at the lock", async () => {
    await copy();
    assert.equal(await desk.host.clipboard.read(), secret);
    await desk.page.keyboard.press("Control+l");
    await desk.page.getByRole("heading", { name: "金庫を開く" }).waitFor();
    await desk.page.waitForTimeout(200);
    assert.equal(await desk.host.clipboard.read(), "");
  });

  it("shows for a minute when it is asked for, and is hidden by hand before", async () => {
    await desk.page.locator("input[type=password]").fill(deskPassphrase);
    await desk.page.keyboard.press("Enter");
    await openCase(desk.page, number);
    await desk.page
      .getByRole("button", { name: /を表示する$/u })
      .first()
      .click();
    await dialog().locator("input[type=password]").fill(deskPassphrase);
    await desk.page.keyboard.press("Enter");
    const field = desk.page.getByLabel(/^識別子/u);
    await field.waitFor();
    assert.equal(await field.inputValue(), secret);
    await desk.page.getByRole("button", { name: /を隠す$/u }).click();
    await field.waitFor({ state: "detached" });
    assert.equal((await desk.page.content()).includes(secret), false);
  });
});
