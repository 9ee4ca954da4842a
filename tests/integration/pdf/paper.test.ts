import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { canonicalJson } from "../../../electron/pdf/paper/canonical-json.ts";
import { signatureFields } from "../../../electron/pdf/paper/compose-paper.ts";
import type { PaperData } from "../../../electron/pdf/paper/paper-data.ts";
import { type RenderedPaper, regenerate, renderPaper } from "../../../electron/pdf/paper/render-paper.ts";
import { verifyPdf } from "../../../electron/pdf/verification/verify-pdf.ts";
import { englishPaper } from "../../fixtures/paper/english-paper.ts";
import { fontsFolder } from "../../fixtures/paper/fonts-folder.ts";
import { fullPaper } from "../../fixtures/paper/full-paper.ts";
import { lintPdf, pagesOf } from "../../fixtures/paper/lint-pdf.ts";
import { longestName, oddPaper } from "../../fixtures/paper/odd-paper.ts";
import { type QpdfFile, readWithQpdf, textOf } from "../../fixtures/paper/read-with-qpdf.ts";
import { samplePaper } from "../../fixtures/paper/sample-paper.ts";
import { createPerson, signField, signingDayMs } from "../../support/signing-people.ts";

const folder = await mkdtemp(join(tmpdir(), "paper-"));
after(() => rm(folder, { recursive: true }));

async function render(data: PaperData): Promise<RenderedPaper> {
  const paper = await renderPaper(data, fontsFolder);
  if (!paper.ok) assert.fail(JSON.stringify(paper.error));
  return paper.value;
}

async function write(name: string, data: PaperData): Promise<{ path: string; paper: RenderedPaper }> {
  const paper = await render(data);
  const path = join(folder, `${name}.pdf`);
  await writeFile(path, paper.bytes);
  return { path, paper };
}

const papers = {
  sample: await write("sample", samplePaper()),
  english: await write("english", englishPaper()),
  odd: await write("odd", oddPaper()),
  full: await write("full", fullPaper("ja", true)),
  fullBlank: await write("full-blank", fullPaper("ja", false)),
  fullEnglish: await write("full-english", fullPaper("en", true)),
};

function pageText(path: string, page?: number): string {
  const range = page === undefined ? [] : ["-f", String(page), "-l", String(page)];
  return execFileSync("pdftotext", [...range, path, "-"], { maxBuffer: 64 * 1024 * 1024 }).toString("utf8");
}

function withoutBreaks(text: string): string {
  return text.replaceAll(/\s/g, "");
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function embeddedData(file: QpdfFile): Buffer {
  const root = file.dict(file.trailer["/Root"]);
  return file.data(file.dict(file.dict(file.list(root["/AF"])[0])["/EF"])["/F"]);
}

for (const [name, { path, paper }] of Object.entries(papers)) {
  test(`qpdf finds nothing to complain about in the ${name} paper`, () => {
    execFileSync("qpdf", ["--check", path], { stdio: "pipe" });
  });

  test(`the ${name} paper breaks no rule of PDF/A-3a or PDF/UA-1 that we know`, () => {
    assert.deepEqual(lintPdf(path, paper.bytes), []);
  });

  test(`all fonts of the ${name} paper are embedded subsets with a Unicode map`, () => {
    const rows = execFileSync("pdffonts", [path]).toString("utf8").trim().split("\n").slice(2);
    assert.ok(rows.length >= 2);
    for (const row of rows) assert.match(row, /CID TrueType\s+Identity-H\s+yes yes yes/);
  });

  test(`the ${name} paper regenerates byte for byte from the data inside it`, async () => {
    const again = await regenerate(new Uint8Array(embeddedData(readWithQpdf(path))), fontsFolder);
    assert.ok(again.ok);
    assert.ok(Buffer.from(again.value.bytes).equals(paper.bytes));
  });
}

for (const name of ["sample", "english", "odd", "full", "fullBlank", "fullEnglish"] as const) {
  test(`sections 1 to 12 of the ${name} paper stand on the first two pages`, () => {
    const { path } = papers[name];
    const marks = name.toLowerCase().includes("english")
      ? ["Matter for", "Decision", "Annex 1"]
      : ["審議事項", "審議結果", "別紙1"];
    assert.ok(pageText(path, 1).includes(marks[0] ?? ""));
    assert.ok(pageText(path, 2).includes(marks[1] ?? ""));
    assert.ok(withoutBreaks(pageText(path, 3)).includes(withoutBreaks(marks[2] ?? "")));
  });
}

test("more measures than the summary holds run on to a third page without losing one", async () => {
  const base = fullPaper("ja", true);
  const measures = Array.from({ length: 24 }, (_, index) => ({
    ...samplePaper().measures[0]!,
    title: `追加の措置その${index + 1}`,
  }));
  const { path } = await write("many", { ...base, measures });
  const text = withoutBreaks(pageText(path));
  for (let index = 1; index <= 24; index += 1) assert.ok(text.includes(`追加の措置その${index}`));
  assert.ok(withoutBreaks(pageText(path, 3)).includes("審議結果"));
  assert.ok(withoutBreaks(pageText(path, 4)).includes("別紙1"));
});

test("the rules we check our files by notice when one is broken", async () => {
  const broken = [
    ["/Scope /Column", "/Scopx /Column", "header cell without scope"],
    ["/Tabs /S", "/Tabs /R", "page tabs do not follow the structure"],
    ["/Marked true", "/Markex true", "not marked as tagged"],
    ["/DisplayDocTitle true", "/DisplayDocTitlx true", "title is not displayed"],
    ["/S /H1", "/S /H3", "not one first-level heading, first"],
    ["/S /LI\n", "/S /TD\n", "/TD inside /L"],
    ["/AFRelationship /Data", "/AFRelationship /Datx", "associated file is not the data"],
    ["/Alt (", "/Alx (", "without description"],
    ["<pdfaid:part>3", "<pdfaid:part>2", "no PDF/A-3a claim"],
  ] as const;
  const original = Buffer.from(papers.sample.paper.bytes).toString("latin1");
  assert.ok(original.includes("/S /LI\n"));
  for (const [right, wrong, complaint] of broken) {
    const bytes = Buffer.from(original.replace(right, wrong), "latin1");
    const path = join(folder, "broken.pdf");
    await writeFile(path, bytes);
    const complaints = lintPdf(path, bytes);
    assert.ok(
      complaints.some((text) => text.includes(complaint)),
      `${wrong}: ${complaints.join("; ")}`,
    );
  }
});

test("rendering twice gives the same bytes", async () => {
  const again = await render(samplePaper());
  assert.equal(sha256(again.bytes), sha256(papers.sample.paper.bytes));
});

test("rendering another paper in between changes nothing", async () => {
  await render(oddPaper());
  assert.equal(sha256((await render(samplePaper())).bytes), sha256(papers.sample.paper.bytes));
});

test("a machine in another time zone and language gives the same bytes", () => {
  const script = fileURLToPath(new URL("../../fixtures/paper/print-paper-hash.ts", import.meta.url));
  for (const [TZ, LANG] of [
    ["Asia/Tokyo", "ja_JP.UTF-8"],
    ["America/St_Johns", "tr_TR.UTF-8"],
  ]) {
    const hash = execFileSync(process.execPath, [script], {
      env: { ...process.env, TZ, LANG, LC_ALL: LANG },
    }).toString();
    assert.equal(hash, sha256(papers.sample.paper.bytes));
  }
});

test("this version of the drawing code still gives the bytes it gave when it was fixed", () => {
  const golden: unknown = JSON.parse(
    readFileSync(new URL("../../fixtures/paper/golden.json", import.meta.url), "utf8"),
  );
  // A change here breaks the promise that old papers regenerate: raise `rendererVersion` with it.
  const now = Object.fromEntries(Object.entries(papers).map(([name, { paper }]) => [name, sha256(paper.bytes)]));
  assert.deepEqual(golden, { renderer: samplePaper().renderer, sha256: now });
});

test("the hash printed on page one is that of the embedded data, and every page carries its head", () => {
  const { path, paper } = papers.sample;
  const data = embeddedData(readWithQpdf(path));
  assert.equal(sha256(data), paper.dataSha256);
  assert.equal(canonicalJson(samplePaper()).sha256, paper.dataSha256);
  assert.ok(pageText(path, 1).includes(paper.dataSha256));
  for (let page = 1; page <= paper.pageCount; page += 1) {
    const text = pageText(path, page);
    assert.ok(text.includes(paper.dataSha256.slice(0, 16)), `page ${page}`);
    assert.ok(text.includes("研安審-2026-0142"), `page ${page}`);
    assert.match(text, new RegExp(`${page}／${paper.pageCount}`));
    assert.ok(text.includes("髙橋 德子"), `page ${page}`);
  }
});

test("names come out of the text layer in the form they are written in", () => {
  const sample = pageText(papers.sample.path);
  for (const name of ["髙橋 德子", "𠮷田 葛󠄀城", "山﨑 千尋", "辻󠄀本 鷗", "ﾐﾅﾄ ﾙｶﾞﾝ"]) {
    assert.ok(sample.includes(name), name);
  }
  const odd = withoutBreaks(pageText(papers.odd.path));
  for (const name of [
    longestName,
    "ŁukaszŻółć-Nguyễn",
    "张伟",
    "김철수",
    "ｼﾞｭｹﾞﾑ･ｺﾞｺｳﾉｽﾘｷﾚ",
    "カ\u3099キ\u3099ク\u3099".normalize("NFC"),
    "髙﨑𠮷・葛󠄀城",
    "〜と～",
  ]) {
    assert.ok(odd.includes(name) || odd.normalize("NFC").includes(name), name);
  }
});

test("markup in names is shown as text and starts nothing", () => {
  const text = pageText(papers.odd.path);
  assert.ok(text.includes("<script>alert('x')</script>"));
  assert.ok(text.includes(`<b>室</b> & "課"`));
});

test("the annexes hold what their headings promise", () => {
  const text = withoutBreaks(pageText(papers.sample.path));
  const { checklist, screening, evidence, history, trail } = samplePaper();
  for (const { rows } of checklist ?? []) for (const row of rows) assert.ok(text.includes(row.number));
  assert.ok(text.includes("該当なしは、懸念がないことを証明するものではない。"));
  for (const edition of screening?.editions ?? []) assert.ok(text.includes(edition.sha256.slice(0, 32)));
  for (const row of evidence ?? []) assert.ok(text.includes(row.sha256.slice(32)));
  for (const row of history ?? []) assert.ok(text.includes(withoutBreaks(row.text)));
  assert.ok(text.includes(trail.headHash) && text.includes("412件"));
});

test("three empty signature fields wait on one page, and the chair's locks all", () => {
  const file = readWithQpdf(papers.sample.path);
  const root = file.dict(file.trailer["/Root"]);
  const fields = file.list(file.dict(root["/AcroForm"])["/Fields"]).map((field) => file.dict(field));
  assert.deepEqual(
    fields.map((field) => textOf(field["/T"])),
    [signatureFields.reviewer, signatureFields.approver, signatureFields.chair],
  );
  assert.equal(new Set(fields.map((field) => String(field["/P"]))).size, 1);
  assert.deepEqual(
    fields.map((field) => file.dict(field["/Lock"])["/Action"]),
    [undefined, undefined, "/All"],
  );
  for (const field of fields) {
    const [left = 0, bottom = 0, right = 0, top = 0] = file.list(field["/Rect"]).map(Number);
    const box = file.list(file.dict(file.dict(field["/AP"])["/N"])["/BBox"]).map(Number);
    assert.deepEqual(box, [0, 0, right - left, Math.round((top - bottom) * 100) / 100]);
    assert.ok(left >= 0 && right <= 595 && bottom >= 0 && top <= 842);
  }
  assert.equal(pagesOf(file, root["/Pages"]).length, papers.sample.paper.pageCount);
});

test("the paper takes three signatures, is valid, and its first revision still regenerates", async () => {
  const signers = await Promise.all(["𠮷田 葛󠄀馬", "髙橋 﨑子", "ﾔﾏﾀﾞ ﾀﾛｳ"].map(createPerson));
  let bytes: Uint8Array = papers.sample.paper.bytes;
  for (const [index, field] of Object.values(signatureFields).entries()) {
    bytes = await signField(bytes, field, signers[index]!, signingDayMs + index * 3_600_000);
  }
  const verdict = await verifyPdf(
    bytes,
    {
      trustedRoots: signers.map(({ rootDer }) => rootDer),
      requiredFields: Object.values(signatureFields),
      nowMs: signingDayMs + 86_400_000,
    },
    async (data) => {
      const drawn = await regenerate(data, fontsFolder);
      if (!drawn.ok) throw new Error(drawn.error.code);
      return drawn.value.bytes;
    },
  );
  assert.equal(verdict.verdict, "valid", JSON.stringify(verdict));
  const path = join(folder, "signed.pdf");
  await writeFile(path, bytes);
  execFileSync("qpdf", ["--check", path], { stdio: "pipe" });
});

test("an outside copy with everything withheld still keeps the rules", async () => {
  const data = samplePaper();
  const nothing = { request: null, conclusion: null, outline: null, value: null, coverage: null, law: null };
  const { path, paper } = await write("withheld", {
    ...data,
    document: { ...data.document, redactionLevel: "R3", copyNumber: "", retainUntil: null },
    sections: nothing,
    ...{ risk: null, facts: null, checklist: null, screening: null, evidence: null, history: null },
    ...{ measures: [], precedents: [] },
  });
  assert.deepEqual(lintPdf(path, paper.bytes), []);
  assert.ok(pageText(path).includes("この開示区分では表示しない。"));
});

test("a paper on a case with nothing in it yet still keeps the rules", async () => {
  const data = samplePaper();
  const { path, paper } = await write("empty", {
    ...data,
    risk: data.risk === null ? null : { ...data.risk, rows: [], openGates: [] },
    screening: data.screening === null ? null : { ...data.screening, editions: [], names: [], candidates: [] },
    ...{ facts: [], measures: [], precedents: [], checklist: [], evidence: [], history: [] },
  });
  assert.deepEqual(lintPdf(path, paper.bytes), []);
  assert.ok(pageText(path).includes("証拠は登録されていない。"));
});

test("a paper with a character no font has is refused with the place of the character", async () => {
  const data = samplePaper();
  const paper = await renderPaper({ ...data, case: { ...data.case, title: "ناقل の受入れ" } }, fontsFolder);
  assert.ok(!paper.ok && paper.error.code === "glyph-missing");
  assert.equal(paper.error.missing[0]?.at, "case.title");
  assert.equal(paper.error.missing[0]?.codePoint, 0x0646);
});

test("embedded data that is not canonical is refused", async () => {
  const pretty = new TextEncoder().encode(JSON.stringify(samplePaper(), undefined, 1));
  const again = await regenerate(pretty, fontsFolder);
  assert.deepEqual(again, { ok: false, error: { code: "paper-unreadable", at: [] } });
});

test("embedded data with one changed letter gives other bytes", async () => {
  const { bytes } = canonicalJson(samplePaper());
  const text = new TextDecoder().decode(bytes).replace("任期2年", "任期3年");
  const again = await regenerate(new TextEncoder().encode(text), fontsFolder);
  assert.ok(again.ok);
  assert.ok(!Buffer.from(again.value.bytes).equals(papers.sample.paper.bytes));
});

test("bytes that are no JSON are refused, not thrown at", async () => {
  for (const bytes of [new Uint8Array([0xff, 0xfe]), new Uint8Array(), new TextEncoder().encode("[")]) {
    const again = await regenerate(bytes, fontsFolder);
    assert.deepEqual(again, { ok: false, error: { code: "paper-unreadable", at: [] } });
  }
});

test("the file says nothing of the machine or the person who made it", () => {
  const file = readWithQpdf(papers.sample.path);
  const info = file.dict(file.trailer["/Info"]);
  assert.equal(textOf(file.resolve(info["/Author"])), "研究安全保障推進室");
  assert.equal(textOf(file.resolve(info["/CreationDate"])), "D:20261122060400Z");
  const all = Buffer.from(papers.sample.paper.bytes).toString("latin1");
  assert.ok(!all.includes(process.cwd()) && !all.includes("/home/"));
});
