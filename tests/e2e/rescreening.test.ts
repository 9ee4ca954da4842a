import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Locator } from "playwright";
import type { DossierId } from "../../shared/domain/ids.ts";
import { openCase, setLanguage } from "../support/demo/pictures.ts";
import { carryEdition } from "../support/list-editions.ts";
import { must } from "../support/must.ts";
import { goTo, journeyFolders, openPageDesk, type PageDesk } from "../support/page-desk.ts";
import { troublesOf } from "../support/page-troubles.ts";
import { invented, screenedCase, settledIn } from "../support/screened-cases.ts";

/** Folder for pictures; left out, none are taken. */
const pictures = process.env["KURA_PICTURES"];
const title = "髙﨑財団の参考リスト ﾊﾝｶｸ";
const count = 90;

describe("screening again in the background, as the window shows it", () => {
  const folders = journeyFolders();
  let desk: PageDesk;
  const cases: DossierId[] = [];

  before(async () => {
    desk = await openPageDesk({ userData: folders.userData, engine: "rescreening-engine.ts" });
    for (let number = 0; number < count; number += 1)
      cases.push(await screenedCase(desk.client, [`葛󠄀城${number}研究会`, "極めて長い名称の研究所".repeat(6)]));
    await goTo(desk.page, "ホーム");
  });
  after(async () => {
    await desk.close();
    folders.remove();
  });

  const region = (): Locator => desk.page.getByRole("region", { name: /^(照合のやり直し|Screening cases again)$/u });
  const said = (): Locator => desk.page.getByRole("navigation").getByRole("status");
  const take = async (name: string): Promise<void> => {
    if (pictures !== undefined) await desk.page.screenshot({ path: join(pictures, `rescreening-${name}.png`) });
  };
  const carry = (edition: string, from: number): Promise<unknown> =>
    carryEdition(
      {
        host: desk.client,
        outside: folders.carried,
        choose: (purpose, path) => {
          desk.dialogs.answer(purpose, path);
        },
      },
      invented(400, from),
      { title, edition },
    );

  it("says how many of how many cases are done, and is held up and goes on", async () => {
    await carry("第1版", 0);
    await region()
      .getByText(/^90件中 [1-9][0-9]*件済み$/u)
      .waitFor();
    await take("running-ja");
    await region().getByRole("button", { name: "一時停止" }).click();
    await region().getByRole("button", { name: "続ける" }).waitFor();
    const state = must(await desk.client.screening.rescreening({}));
    assert.equal(state.held, true);
    assert.ok(state.waiting > 0 && state.waiting < count);
    await region()
      .getByText(`90件中 ${count - state.waiting}件済み`)
      .waitFor();
    assert.equal(await said().textContent(), "照合のやり直し（一時停止中）");
    assert.deepEqual(await troublesOf(desk.page, "held"), []);
    await take("held-ja");
    await setLanguage(desk.page, "English");
    await region().getByText("Screening again (paused)").waitFor();
    await take("held-en");
    await setLanguage(desk.page, "日本語");
    await region().getByRole("button", { name: "続ける" }).click();
    await region().getByText("リストの変更により、").waitFor();
    await take("done-ja");
    assert.match((await said().textContent()) ?? "", /^リストの変更により、[0-9]+件の案件を照合し直した。$/u);
    await region().waitFor({ state: "detached" });
  });

  it("tells in the case what was compared when only changes were", async () => {
    await settledIn(desk.client, cases);
    await carry("第2版", 4);
    await settledIn(desk.client, cases);
    const newest = cases.at(-1);
    assert.ok(newest);
    const { number } = must(await desk.client.dossiers.get({ dossierId: newest }));
    await openCase(desk.page, number);
    await desk.page.getByRole("navigation", { name: "案件の進み" }).getByText("照合", { exact: true }).click();
    await desk.page.getByRole("button", { name: /^照合した名称/u }).click();
    await desk.page.getByText("新しい記載と変わった記載 4件を照合、なくなった記載 4件").waitFor();
    await desk.page.getByRole("button", { name: "これまでの照合" }).click();
    await desk.page
      .getByRole("button", { name: /リストの変更による/u })
      .first()
      .waitFor();
    await take("compared-ja");
    await setLanguage(desk.page, "English");
    await take("compared-en");
    assert.deepEqual(await troublesOf(desk.page, "compared"), []);
  });
});
