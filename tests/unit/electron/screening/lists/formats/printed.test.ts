import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { namesOf, readKnown, stopOf } from "../read-known.ts";

const heading = `○ 架空の輸出等に係る禁止措置の対象となる団体（令和四年外務省告示第零号）
指定日：2022 年03月01 日
最終更新日：2025 年09 月12 日`;
const tokutei = `${heading}
１ 有限会社タコ
Tako LLC, a.k.a. the following one alias:
-Taco LLC.
所在地：17 Fiction Street, Yerevan,
Armenia.
2 架空航空 DMCC（別称、カクウ、架空航空
サービス及び虚構航空）
FICTION JET DMCC, a.k.a. the following two aliases:
—Fic Jet;
and
- Fiction Jet
Services.
所在地：Damascus, Syria; and Unit 3, Dubai, United
Arab Emirates.3 虚構電子
Fiction Electronics
所 在 地 ：No. 4 Road, Moscow, Russia.
- 2 -
4 虚構ナノエレクトロニクスFiction Nano Electronics
所在地：42 Avenue, Moscow, Russia.
5 髙﨑機械有限会社
Takasaki Machines Ltd
別称：TM社; 有限会社 TM
LLC TM; Kompaniya TM
所在地：5 Road, Minsk, Belarus
`;

describe("the text of a list of designated bodies", () => {
  test("gives Japanese and English names of one entry, with the aliases of both", async () => {
    const { layout, entries, report } = await readKnown(tokutei, { announcedRows: 5 });
    assert.equal(layout, "meti-tokutei");
    assert.equal(report.statedDay, "2025-09-12");
    assert.deepEqual(namesOf(entries[0]), ["primary: 有限会社タコ", "alias: Tako LLC", "alias: Taco LLC"]);
    assert.deepEqual(namesOf(entries[1]), [
      "primary: 架空航空 DMCC",
      "alias: カクウ",
      "alias: 架空航空サービス",
      "alias: 虚構航空",
      "alias: FICTION JET DMCC",
      "alias: Fic Jet",
      "alias: Fiction Jet Services",
    ]);
    assert.deepEqual(entries[1]?.countries, ["Syria", "United Arab Emirates"]);
  });

  test("finds rows where the break of a line was lost, and names glued together", async () => {
    const { entries } = await readKnown(tokutei);
    assert.deepEqual(namesOf(entries[2]), ["primary: 虚構電子", "alias: Fiction Electronics"]);
    assert.deepEqual(namesOf(entries[3]), ["primary: 虚構ナノエレクトロニクス", "alias: Fiction Nano Electronics"]);
    assert.deepEqual(entries[2]?.addresses, ["No. 4 Road, Moscow, Russia"]);
  });

  test("reads aliases that stand behind a word of their own", async () => {
    const { entries } = await readKnown(tokutei);
    assert.deepEqual(namesOf(entries[4]), [
      "primary: 髙﨑機械有限会社",
      "alias: Takasaki Machines Ltd",
      "alias: LLC TM",
      "alias: Kompaniya TM",
      "alias: TM社",
      "alias: 有限会社 TM",
    ]);
  });

  test("warns while nobody has confirmed the number of rows, and stops at another figure", async () => {
    const { report } = await readKnown(tokutei);
    assert.ok(report.warnings.some(({ code }) => code === "count-unconfirmed"));
    assert.ok(
      !(await readKnown(tokutei, { announcedRows: 5 })).report.warnings.some(
        ({ code }) => code === "count-unconfirmed",
      ),
    );
    assert.equal(await stopOf(tokutei, { announcedRows: 6 }), "count-differs");
  });

  test("stops at a line no page can hold", async () => {
    assert.equal(await stopOf(`${tokutei}6 ${"架空A".repeat(20_000)}\n`), "line-too-long 28");
  });

  test("stops at a number that does not follow, and at a row that is cut off", async () => {
    assert.equal(await stopOf(tokutei.replace("\n4 虚構ナノ", "\n6 虚構ナノ")), "row-number-gap 21");
    assert.equal(await stopOf(tokutei.slice(0, tokutei.lastIndexOf("所在地"))), "layout-row-broken 23");
  });
});

const metiHeader = `No.
国名、地域名
Country or Region
企業名､組織名
Company or Organization
別名
Also Known As
懸念区分
Type of WMD
通常兵器
Conventional Weapons
`;
const metiText = `${metiHeader}1 アフガニスタン
Islamic Republic
of Afghanistan
Fiction Works（虚構廠）
・FW
・Fiction Long Alias That Was
Wrapped
核
N
2 イラン
Iran
虚構（カクウ）研究所、第三部
化学、ミサイル
C, M
CW
- 1 -
3 中国
China
Mill 88
・髙﨑
生物
B
`;

describe("METI's end user list pasted from its PDF", () => {
  test("gives countries, names in brackets, wrapped aliases and the types of weapons", async () => {
    const { layout, entries, report } = await readKnown(metiText, { announcedRows: 3 });
    assert.equal(layout, "meti-text");
    assert.deepEqual(namesOf(entries[0]), [
      "primary: Fiction Works",
      "original-script: 虚構廠",
      "alias: FW",
      "alias: Fiction Long Alias That Was Wrapped",
    ]);
    assert.deepEqual(
      entries.map(({ wmd, conventional }) => `${wmd.join("")} ${conventional}`),
      ["N false", "CM true", "B false"],
    );
    assert.deepEqual(entries[0]?.countries, ["アフガニスタン", "Islamic Republic of Afghanistan"]);
    assert.deepEqual(namesOf(entries[1]), ["primary: 虚構（カクウ）研究所、第三部"]);
    assert.deepEqual(namesOf(entries[2]), ["primary: Mill 88", "original-script: 髙﨑"]);
    assert.deepEqual(report.warnings, [{ line: 27, code: "page-footer" }]);
  });

  test("stops when fewer rows were read than the list can have, or than were announced", async () => {
    assert.equal(await stopOf(metiText), "too-few-rows");
    assert.equal(await stopOf(metiText, { announcedRows: 835 }), "count-differs");
  });

  test("stops at a gap in the numbers and at a text without the header", async () => {
    assert.equal(await stopOf(metiText.replace("3 中国", "4 中国"), { announcedRows: 3 }), "row-number-gap 28");
    assert.equal(
      await stopOf(metiText.replace(metiHeader, ""), { layout: "meti-text", announcedRows: 3 }),
      "header-unknown",
    );
  });

  test("stops at a row without a name", async () => {
    const text = metiText.replace("Mill 88\n・髙﨑\n", "");
    assert.match(await stopOf(text, { announcedRows: 3 }), /^listed-name-missing 28$/);
  });
});
