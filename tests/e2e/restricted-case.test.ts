import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { type CaseJourney, journeyPassphrase, startCaseJourney } from "../support/case-journey.ts";
import { addPerson, changePlaces } from "../support/second-person.ts";

const second = { displayName: "江﨑 ﾐﾎ", unit: "架空室", passphrase: "二人目の鍵は梁の上の箱 2026" } as const;

let journey: CaseJourney;
let dossier: Dossier;
before(async () => {
  journey = await startCaseJourney();
  await addPerson({ host: journey.client, passphrase: journeyPassphrase }, { ...second, roles: ["reviewer"] });
  dossier = await journey.newCase();
});
after(() => journey.close());

async function shot(name: string): Promise<void> {
  const folder = process.env["KURA_SHOTS"];
  if (folder !== undefined) await journey.page.screenshot({ path: `${folder}/${name}.png` });
}

test("one person restricts a case in the window, and it bears the mark in its head and in the list", async () => {
  const { page } = journey;
  await journey.show(dossier, "受付");
  await page.getByRole("button", { name: "限定にする" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("江﨑 ﾐﾎ").waitFor();
  await shot("restrict-dialog");
  await dialog.getByLabel("パスフレーズ").first().fill(journeyPassphrase);
  await dialog.getByRole("button", { name: "限定にする" }).click();
  await page.getByText("案件を限定にしました。").waitFor();
  await page.getByRole("button", { name: "限定を解く" }).waitFor();
  await shot("restricted-card");
  const { rows } = await journey.client.dossiers.list({}).then((listed) => (listed.ok ? listed.value : { rows: [] }));
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
});
