import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { mustExist } from "../../../shared/assert.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Locale } from "../../../shared/strings/text.ts";
import { carryEdition } from "../../support/list-editions.ts";
import { must } from "../../support/must.ts";
import { answeredCase } from "../../support/paper-scene.ts";
import { deskOf } from "../../support/scene.ts";
import { createVault, startTestEngine, type TestEngine } from "../../support/test-engine.ts";

const arabic = "محمد العباسي الخيالي";
const hebrew = "אברהם הדמיוני";
/** A character of a plane that none of the bundled faces covers. */
const rare = "架空\u{2F00A}学院";

let kura: TestEngine;
let dossierId: DossierId;
before(async () => {
  kura = await startTestEngine();
  await createVault(kura.host);
  await carryEdition(
    deskOf(kura),
    [
      { name: arabic, aliases: "Muhammad al-Abbasi al-Khayali", type: "person" },
      { name: hebrew, type: "person" },
      { name: rare },
      { name: "髙橋架空", type: "person", country: "架空国" },
      { name: "髙橋架空", type: "person", country: "別の国", remarks: "同名の者" },
      { name: "Иван Выдуманов", type: "person" },
      { name: "김가상", type: "person" },
      { name: "علی‌رضا ساختگی", type: "person" },
    ],
    { title: "架空のリスト", edition: "第1版" },
  );
  dossierId = (await answeredCase(kura.host)).id;
  const people = [arabic, hebrew, "Иван Выдуманов", "김가상", "علی‌رضا ساختگی"];
  for (const text of people) await add("person", text);
  await add("organisation", rare);
  must(await kura.host.screening.run({ dossierId }));
});
after(() => kura.close());

async function add(kind: "person" | "organisation", text: string): Promise<void> {
  const names = [{ kind: "primary" as const, text }];
  const subject = { kind, role: "other" as const, names, country: "", identifiers: [], note: "" };
  must(await kura.host.dossiers.addSubject({ dossierId, subject }));
}

/** Pages as somebody reads them, without the breaks that a page sets. */
async function pages(locale: Locale): Promise<string> {
  const { pdf } = must(await kura.host.paper.preview({ dossierId, locale }));
  const path = join(kura.folder, `${locale}.pdf`);
  writeFileSync(path, Buffer.from(pdf, "base64"));
  return bare(execFileSync("pdftotext", [path, "-"], { encoding: "utf8", maxBuffer: 1 << 26 }));
}

const bare = (text: string): string => text.normalize("NFC").replaceAll(/\s/gu, "");

test("a first subject in letters that no face has stands in the outline under another name of theirs, and says so", async () => {
  const first = async () => mustExist(must(await kura.host.dossiers.get({ dossierId })).subjects[0], "a subject");
  const { names: before, kind, role, country, identifiers, note } = await first();
  const named = async (...names: typeof before): Promise<void> => {
    const { id: subjectId, revision } = await first();
    const subject = { kind, role, country, identifiers, note: note ?? "", names };
    must(await kura.host.dossiers.changeSubject({ dossierId, subjectId, revision, subject }));
  };
  await named({ kind: "primary", text: arabic }, { kind: "latin", text: "Muhammad al-Khayali" });
  assert.ok((await pages("ja")).includes("Muhammadal-Khayali（別の表記。原表記はアラビア文字）"));
  await named({ kind: "primary", text: hebrew });
  assert.match(await pages("en"), /abrhmhdmyvny\(spelledout;writtenin:other\)/u);
  await named(...before);
});

test("a listed name in letters that no face has stands under another name of its entry, and says so", async () => {
  const { hits } = must(await kura.host.screening.result({ dossierId }));
  assert.ok(hits.some(({ matchedName }) => matchedName === arabic));
  const page = await pages("ja");
  assert.ok(page.includes("Muhammadal-Abbasial-Khayali（同じ記載の別名。照合した表記はアラビア文字）"));
  assert.ok(page.includes("該当なしは、懸念がないことを証明するものではない。"));
});

test("a name that has no other is spelled letter by letter, with the letters it is written in", async () => {
  const page = await pages("en");
  assert.match(page, /N\d+mhmdalbasyalkhyaly\(spelledout;writtenin:Arabic\)/u);
  assert.match(page, /abrhmhdmyvny\(spelledout;writtenin:other\)/u);
});

test("a character that no face has is marked and named, and what remains is printed as it is", async () => {
  assert.ok((await pages("ja")).includes("架空〓学院（〓は書体にない文字U+2F00A）"));
});

test("names in letters that the faces have are printed as they are listed", async () => {
  const page = await pages("ja");
  for (const name of ["Иван Выдуманов", "김가상"]) assert.ok(page.includes(bare(name)), name);
});

test("namesakes in one list are told apart by what else the list says of them", async () => {
  await add("person", "髙橋架空");
  must(await kura.host.screening.run({ dossierId }));
  const page = await pages("ja");
  for (const country of ["架空国", "別の国"]) assert.ok(page.includes(`髙橋架空（${country}）`), country);
});

test("a name of the case that holds what nobody sees is printed without it, and says so", async () => {
  await add("organisation", "Zero\u200bWidth Fictional Works");
  must(await kura.host.screening.run({ dossierId }));
  assert.ok((await pages("ja")).includes("ZeroWidthFictionalWorks（見えない文字を除いた表記）"));
});
