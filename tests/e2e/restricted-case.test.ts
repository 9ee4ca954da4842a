import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Locator } from "playwright";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { type CaseJourney, journeyPassphrase, startCaseJourney } from "../support/case-journey.ts";
import { setLanguage } from "../support/demo/pictures.ts";
import { graveFindings } from "../support/grave-findings.ts";
import { must } from "../support/must.ts";
import { addPerson, changePlaces } from "../support/second-person.ts";

const second = { displayName: "江﨑 ﾐﾎ", unit: "架空室", passphrase: "二人目の鍵は梁の上の箱 2026" } as const;
const third = {
  displayName: "髙﨑 𠮷之助 葛󠄀城寺小路殿 バルトロメウス・ﾊﾝｶｸ・アレクサンドロヴィチ三世",
  unit: "架空室",
  passphrase: "三人目の鍵は池の鯉の下 2026",
} as const;

/** What opens a dialog, and the words of its heading, in either language. */
const dialogs = {
  restrict: { act: ["限定にする", "Restrict"], title: ["この案件を限定にする", "Restrict this case"] },
  grant: { act: ["読む人を加える", "Add a reader"], title: ["読む人を加える", "Add a reader"] },
  withdraw: {
    act: [`${second.displayName}を外す`, `Withdraw ${second.displayName}`],
    title: ["読む人から外す", "Withdraw a reader"],
  },
  withdrawSelf: {
    act: ["髙﨑 𠮷を外す", "Withdraw 髙﨑 𠮷"],
    title: ["読む人から外す", "Withdraw a reader"],
  },
  open: {
    act: ["限定を解く", "Lift the restriction"],
    title: ["この案件の限定を解く", "Lift the restriction on this case"],
  },
} as const;
type Asked = keyof typeof dialogs;

let journey: CaseJourney;
let dossier: Dossier;
before(async () => {
  journey = await startCaseJourney();
  const office = { host: journey.client, passphrase: journeyPassphrase };
  await addPerson(office, { ...second, roles: ["reviewer"] });
  await addPerson(office, { ...third, roles: ["reviewer"] });
  dossier = await journey.newCase();
});
after(() => journey.close());

const dialog = (): Locator => journey.page.getByRole("dialog");

async function shot(name: string): Promise<void> {
  const folder = process.env["KURA_SHOTS"];
  if (folder !== undefined) await journey.page.screenshot({ path: `${folder}/${name}.png` });
}

/** Opens a dialog from the card, in Japanese unless told. */
async function ask(asked: Asked, language: 0 | 1 = 0): Promise<void> {
  const { act, title } = dialogs[asked];
  await journey.page.getByRole("main").getByRole("button", { name: act[language], exact: true }).click();
  await dialog().getByRole("heading", { name: title[language], exact: true }).waitFor();
}

async function confirmWith(passphrase: string, act: string): Promise<void> {
  await dialog()
    .getByLabel(/^金庫のパスフレーズ/u)
    .fill(passphrase);
  await dialog().getByRole("button", { name: act, exact: true }).click();
}

/** What bars anybody from the card and from these dialogs, in both languages. */
async function barriers(asked: readonly Asked[]): Promise<string[]> {
  const { page } = journey;
  const found: string[] = [];
  const note = async (name: string): Promise<void> => {
    await page.waitForTimeout(300);
    await shot(name);
    found.push(...(await graveFindings(page)).map((one) => `${name}: ${one}`));
  };
  for (const [language, words] of (["日本語", "English"] as const).entries()) {
    await setLanguage(page, words);
    await page.getByRole("button", { name: ["限定案件とは", "What restricted means"][language] ?? "" }).click();
    await note(`card-${asked[0]}-${language}`);
    await page.getByRole("button", { name: ["限定案件とは", "What restricted means"][language] ?? "" }).click();
    for (const one of asked) {
      await ask(one, language === 0 ? 0 : 1);
      await note(`dialog-${one}-${language}`);
      await page.keyboard.press("Escape");
      await dialog().waitFor({ state: "hidden" });
    }
  }
  await setLanguage(page, "日本語");
  return found;
}

/** The numbers of the cases somebody finds, on the page and by the calls; the first person is back after. */
async function foundBy(passphrase: string): Promise<{ readonly listed: number; readonly onPage: number }> {
  const { client, page } = journey;
  await changePlaces(client, passphrase);
  await page.reload();
  await page.getByRole("navigation", { name: "主な画面" }).getByRole("button", { name: "案件", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "案件" }).waitFor();
  const listed = must(await client.dossiers.list({})).rows.length;
  if (listed > 0) await page.getByText(dossier.title).first().waitFor();
  const onPage = await page.getByText(dossier.title).count();
  await changePlaces(client, journeyPassphrase);
  await page.reload();
  await journey.show(dossier, "受付");
  return { listed, onPage };
}

test("the card of an ordinary case and the dialog that restricts it bar nobody, in either language", async () => {
  await journey.show(dossier, "受付");
  assert.deepEqual(await barriers(["restrict"]), []);
});

test("a wrong passphrase is answered in its place, and the case stays as it was", async () => {
  await ask("restrict");
  await confirmWith("違う鍵 違う鍵 違う鍵", "限定にする");
  await dialog().getByText("パスフレーズが違います", { exact: false }).waitFor();
  await shot("wrong-passphrase");
  assert.deepEqual(await graveFindings(journey.page), []);
  const readers = must(await journey.client.access.readers({ dossierId: dossier.id }));
  assert.equal(readers.restricted, false);
  await journey.page.keyboard.press("Escape");
});

test("one person restricts a case in the window, and it bears the mark in its head and in the list", async () => {
  const { page } = journey;
  await ask("restrict");
  await dialog().getByText("江﨑 ﾐﾎ").waitFor();
  await confirmWith(journeyPassphrase, "限定にする");
  await page.getByText("案件を限定にしました。").waitFor();
  await page.getByRole("button", { name: "限定を解く" }).waitFor();
  await shot("restricted-card");
  const { rows } = must(await journey.client.dossiers.list({}));
  assert.deepEqual(
    rows.map((row) => row.restricted),
    [true],
  );
});

test("another person at the same window finds no such case", async () => {
  await changePlaces(journey.client, second.passphrase);
  const listed = await journey.client.dossiers.list({});
  assert.deepEqual(listed.ok && listed.value.rows, []);
  await journey.page.reload();
  await journey.page.getByRole("navigation", { name: "主な画面" }).waitFor();
  assert.equal(await journey.page.getByText(dossier.title).count(), 0);
  await shot("other-home");
  await changePlaces(journey.client, journeyPassphrase);
  await journey.page.reload();
});

test("whoever is added in the window reads the case from then on", async () => {
  const { page } = journey;
  await journey.show(dossier, "受付");
  await ask("grant");
  const who = dialog().getByRole("button", { name: /加える人/u });
  assert.equal(await who.evaluate((one) => one === document.activeElement), true, "the first field has the focus");
  await who.click();
  await page.getByRole("option", { name: second.displayName }).click();
  await confirmWith(journeyPassphrase, "加える");
  await page.getByText("読む人を加えました。").waitFor();
  assert.deepEqual(await foundBy(second.passphrase), { listed: 1, onPage: 1 });
  assert.deepEqual(await foundBy(third.passphrase), { listed: 0, onPage: 0 });
});

test("the card of a restricted case and its dialogs bar nobody, in either language", async () => {
  assert.deepEqual(await barriers(["grant", "withdraw", "withdrawSelf", "open"]), []);
});

test("whoever is withdrawn in the window finds no such case any more", async () => {
  await ask("withdraw");
  await dialog().getByText(`${second.displayName}は、この案件を読めなくなります。`, { exact: false }).waitFor();
  await confirmWith(journeyPassphrase, "外す");
  await journey.page.getByText("読む人から外し、新しい鍵で封じ直しました。").waitFor();
  assert.deepEqual(await foundBy(second.passphrase), { listed: 0, onPage: 0 });
});

test("the last reader cannot withdraw, and is told so in the dialog", async () => {
  await ask("withdrawSelf");
  await confirmWith(journeyPassphrase, "外す");
  await dialog().getByRole("alert").waitFor();
  await shot("last-reader");
  assert.deepEqual(await graveFindings(journey.page), []);
  const readers = must(await journey.client.access.readers({ dossierId: dossier.id }));
  assert.deepEqual(
    readers.readers.map(({ self }) => self),
    [true],
  );
  await journey.page.keyboard.press("Escape");
});

test("once the restriction is lifted in the window, everybody with a right to cases reads it again", async () => {
  await ask("open");
  await confirmWith(journeyPassphrase, "限定を解く");
  await journey.page.getByText("案件の限定を解きました。").waitFor();
  await journey.page.getByRole("main").getByRole("button", { name: "限定にする", exact: true }).waitFor();
  assert.deepEqual(await foundBy(second.passphrase), { listed: 1, onPage: 1 });
  assert.deepEqual(await foundBy(third.passphrase), { listed: 1, onPage: 1 });
});

test("the journey breaks no rule of the page", () => {
  assert.deepEqual(journey.host.blockedRequests, []);
});
