import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { type CaseJourney, journeyPassphrase, startCaseJourney } from "../support/case-journey.ts";
import { openCase } from "../support/demo/pictures.ts";
import { finishedEnquiry } from "../support/finished-enquiry.ts";
import { must } from "../support/must.ts";
import { proposal } from "../support/paper-scene.ts";
import { addPerson, approver, changePlaces } from "../support/second-person.ts";

const secretary = { displayName: "﨑本 さくら", unit: "架空研究推進部", passphrase: "三人目の鍵は池の鯉の下 2026" };

let journey: CaseJourney;
let dossier: Dossier;

before(async () => {
  journey = await startCaseJourney();
  journey.host.context.setDefaultTimeout(20_000);
  const office = { host: journey.client, passphrase: journeyPassphrase };
  await addPerson(office, { ...approver, roles: ["approver"] });
  await addPerson(office, { ...secretary, roles: ["secretary"] });
  dossier = await finishedEnquiry(journey);
});
after(() => journey.close());

/** A form that is half filled in, with a field of text. */
interface HalfTyped {
  /** Whose keyboard it is. */
  readonly passphrase: string;
  /** The page of the case on which the form stands. */
  readonly stop: string;
  /** Opens the form where it is not open, and gives its field of text. */
  readonly open: (page: Page) => Promise<Locator>;
  /** Fills in the rest of the form, once. */
  readonly fillRest: (page: Page) => Promise<void>;
  /** Sees that the rest is filled in. */
  readonly seeRest: (page: Page) => Promise<void>;
}

async function holds(field: Locator, words: string): Promise<void> {
  await field.waitFor();
  for (let turn = 0; turn < 80 && (await field.inputValue()) !== words; turn += 1)
    await field.page().waitForTimeout(100);
  assert.equal(await field.inputValue(), words);
}

async function goToStop(page: Page, stop: string): Promise<void> {
  await page.getByRole("navigation", { name: "案件の進み" }).getByText(stop, { exact: true }).click();
  await page.getByRole("heading", { level: 1, name: stop, exact: true }).waitFor();
}

async function arrive(page: Page, stop: string): Promise<void> {
  await page.getByRole("navigation", { name: "主な画面" }).waitFor({ timeout: 60_000 });
  await openCase(page, dossier.number);
  await goToStop(page, stop);
}

async function unlockAs(page: Page, passphrase: string): Promise<void> {
  await page.getByRole("heading", { name: "金庫を開く" }).waitFor();
  await page.locator("input[type=password]").fill(passphrase);
  await page.keyboard.press("Enter");
}

const closeDialog = async (page: Page): Promise<void> => {
  if ((await page.getByRole("dialog").count()) > 0) await page.keyboard.press("Escape");
};

/** Every way out of a half-filled form, taken in the same instant as the last key, and the way back to it. */
const waysOut: readonly { readonly name: string; readonly take: (page: Page, form: HalfTyped) => Promise<void> }[] = [
  {
    name: "another page of the case",
    take: async (page) => {
      await closeDialog(page);
      await goToStop(page, "評価");
    },
  },
  { name: "a reload", take: async (page) => void (await page.reload()) },
  {
    name: "a lock",
    take: async (page, { passphrase }) => {
      await page.keyboard.press("Control+L");
      await unlockAs(page, passphrase);
    },
  },
];

/** Tests that what is typed outlives every way out; each way adds words of its own and finds all of them again. */
function outlivesEveryWayOut(form: HalfTyped): void {
  let words = "";
  const typeMore = async (page: Page, more: string): Promise<void> => {
    const field = await form.open(page);
    await holds(field, words);
    await field.press("Control+End");
    await field.pressSequentially(more);
    words += more;
  };
  const allIsThere = async (page: Page): Promise<void> => {
    await arrive(page, form.stop);
    await holds(await form.open(page), words);
    await form.seeRest(page);
    await closeDialog(page);
  };

  for (const [at, { name, take }] of waysOut.entries())
    it(`comes back after ${name}`, async () => {
      const { page } = journey;
      await arrive(page, form.stop);
      if (at === 0) {
        await form.open(page);
        await form.fillRest(page);
      }
      await typeMore(page, `𠮷${at}`);
      await take(page, form);
      await allIsThere(page);
    });

  it("comes back in another window after its own was closed", async () => {
    const other = await journey.host.newWindow();
    await arrive(other, form.stop);
    await typeMore(other, "葛󠄀末尾");
    await Promise.all([other.waitForEvent("close"), other.close({ runBeforeUnload: true })]);
    await allIsThere(journey.page);
  });
}

describe("a depth below the rules, whose reason is half typed", () => {
  outlivesEveryWayOut({
    passphrase: journeyPassphrase,
    stop: "切り分け",
    open: async (page) => page.getByRole("textbox", { name: /^深度を変える理由/u }),
    fillRest: async (page) => {
      await page.getByRole("main").getByText("簡易", { exact: true }).click();
    },
    seeRest: async (page) => {
      assert.ok(await page.getByRole("main").getByRole("radio", { name: "簡易", exact: true }).isChecked());
      const { triage } = must(await journey.client.dossiers.get({ dossierId: dossier.id }));
      assert.equal(triage.depthChosen, null, "it is not in force without its reason");
    },
  });
});

/** Puts the keyboard into somebody's hands, who declares no ties to the case. */
async function sit(passphrase: string): Promise<void> {
  await changePlaces(journey.client, passphrase);
  must(await journey.client.access.declare({ dossierId: dossier.id, hasConflict: false, note: "" }));
  await journey.page.reload();
}

describe("a decision put forward", () => {
  before(async () => {
    must(await journey.client.decision.record({ dossierId: dossier.id, decision: proposal }));
  });

  describe("and what the approver half says when sending it back", () => {
    before(() => sit(approver.passphrase));
    outlivesEveryWayOut({
      passphrase: approver.passphrase,
      stop: "決定",
      open: async (page) => {
        const field = page.getByRole("dialog").getByRole("textbox", { name: /^差戻しの理由/u });
        if ((await field.count()) === 0)
          await page.getByRole("main").getByRole("button", { name: "差し戻す", exact: true }).click();
        return field;
      },
      fillRest: async () => undefined,
      seeRest: async () => undefined,
    });
  });

  describe("and what the secretary half wrote of the committee", () => {
    const dialog = (page: Page): Locator => page.getByRole("dialog");
    before(() => sit(secretary.passphrase));
    outlivesEveryWayOut({
      passphrase: secretary.passphrase,
      stop: "決定",
      open: async (page) => {
        const field = dialog(page).getByRole("textbox", { name: /^議決の付記/u });
        if ((await field.count()) === 0)
          await page.getByRole("main").getByRole("button", { name: "委員会の議決を記録する", exact: true }).click();
        return field;
      },
      fillRest: async (page) => {
        await dialog(page)
          .getByRole("textbox", { name: /^会議の名称/u })
          .fill("第12回 委員会 ﾊﾝｶｸ 𠮷");
        await dialog(page)
          .getByRole("group", { name: /^開催日/u })
          .getByRole("spinbutton")
          .first()
          .click();
        await page.keyboard.type("20261120");
        await dialog(page).getByText("差戻し", { exact: true }).click();
      },
      seeRest: async (page) => {
        const meeting = dialog(page).getByRole("textbox", { name: /^会議の名称/u });
        assert.equal(await meeting.inputValue(), "第12回 委員会 ﾊﾝｶｸ 𠮷");
        assert.ok(await dialog(page).getByRole("radio", { name: "差戻し", exact: true }).isChecked());
        const day = await dialog(page)
          .getByRole("group", { name: /^開催日/u })
          .innerText();
        assert.match(day.replace(/\D+/gu, "-"), /2026-11-20/u);
      },
    });
  });
});
