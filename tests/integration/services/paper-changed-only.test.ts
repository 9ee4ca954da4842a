import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { mustExist } from "../../../shared/assert.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Locale } from "../../../shared/strings/text.ts";
import { carryEdition, type ListRow } from "../../support/list-editions.ts";
import { must } from "../../support/must.ts";
import { answeredCase } from "../../support/paper-scene.ts";
import { deskOf } from "../../support/scene.ts";
import { invented, settledIn } from "../../support/screened-cases.ts";
import { createVault, startTestEngine, type TestEngine } from "../../support/test-engine.ts";

const title = "架空機関リスト 髙﨑・𠮷野・ﾊﾝｶｸ版";
const university: ListRow = { name: "虚構工業大学 葛󠄀城研究所", country: "架空国" };
const others = invented(300);
/** Between one edition and the next, so that papers tell their times apart. */
const minute = 60_000;

let kura: TestEngine;
let dossierId: DossierId;
before(async () => {
  kura = await startTestEngine({ rescreenAfterMs: 1 });
  await createVault(kura.host);
  await carryEdition(deskOf(kura), [university, ...others], { title, edition: "第1版" });
  dossierId = (await answeredCase(kura.host)).id;
});
after(() => kura.close());

/** The next edition of the list, and the case as it then stands. */
async function carry(rows: readonly ListRow[], edition: string): Promise<void> {
  kura.advance(minute);
  await carryEdition(deskOf(kura), [university, ...rows], { title, edition });
  await settledIn(kura.host, [dossierId]);
}

/** Pages as somebody reads them, without the breaks and selectors that a page sets. */
async function pages(locale: Locale): Promise<string> {
  const { pdf } = must(await kura.host.paper.preview({ dossierId, locale }));
  const path = join(kura.folder, `changed-${locale}.pdf`);
  writeFileSync(path, Buffer.from(pdf, "base64"));
  return bare(execFileSync("pdftotext", [path, "-"], { encoding: "utf8", maxBuffer: 1 << 26 }));
}

const bare = (text: string): string => text.normalize("NFC").replaceAll(/\s|\p{Variation_Selector}/gu, "");
const has = (page: string, sentence: string): void =>
  assert.ok(page.includes(bare(sentence)), `not printed: ${sentence}`);

const latest = async () => mustExist(must(await kura.host.screening.pastRuns({ dossierId })).runs[0], "a screening");

/** Year, month, day and time of an instant at the office. */
function atOffice(instantMs: number): { year: string; month: string; day: string; time: string } {
  const iso = new Date(instantMs + 9 * 60 * minute).toISOString();
  return { year: iso.slice(0, 4), month: iso.slice(5, 7), day: iso.slice(8, 10), time: iso.slice(11, 16) };
}

const marks = ["全ての記載と照合した日時", "Every entry was compared"].map(bare);

test("a screening in everything says nothing of changes", async () => {
  for (const locale of ["ja", "en"] as const) {
    const page = await pages(locale);
    assert.ok(page.includes(bare("虚構工業大学 葛󠄀城研究所")));
    assert.ok(marks.every((mark) => !page.includes(mark)));
  }
});

test("where only changes were compared, the paper says since when, how many, and of when the candidates are, in both languages", async () => {
  const { at: wholeMs } = await latest();
  const third = [...others.slice(2), { name: "Vellmoor 社" }, { name: "Quorrin 社" }, { name: "ﾊｽﾃﾙ 社" }];
  await carry([...others.slice(1), { name: "Vellmoor 社" }], "第2版");
  await carry(third, "第3版");
  const run = await latest();
  assert.deepEqual(
    run.changedOnly?.steps.map(({ compared, gone }) => [compared, gone]),
    [
      [1, 1],
      [2, 1],
    ],
  );
  const whole = atOffice(wholeMs);
  assert.notEqual(whole.time, atOffice(run.at).time);
  const ja = await pages("ja");
  const day = `${whole.year}年${Number(whole.month)}月${Number(whole.day)}日`;
  has(ja, `全ての記載と照合した日時　${day} ${whole.time}（UTC+09:00）。`);
  has(ja, "その後に加わった記載と内容が変わった記載（延べ3件）を全ての名称と照合し、新たな候補はなかった。");
  has(ja, "下の候補は、全ての記載と照合したときのものである。該当なしは、懸念がないことを証明するものではない。");
  const en = await pages("en");
  has(en, `Every entry was compared: ${whole.year}-${whole.month}-${whole.day}, ${whole.time} (UTC+09:00).`);
  has(en, "Entries added or changed since then (3, counting each change) were compared with every name;");
  has(en, "no new candidate came up, and the candidates below are those of the full comparison.");
  for (const page of [ja, en]) has(page, "第3版");
});

test("once everything is compared again, the paper no longer rests on changes", async () => {
  must(await kura.host.screening.run({ dossierId }));
  const page = await pages("ja");
  assert.ok(marks.every((mark) => !page.includes(mark)));
  has(page, "第3版");
});
