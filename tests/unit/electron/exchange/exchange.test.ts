import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { loadContent } from "../../../../electron/content/load-content.ts";
import { openArchive, replyArchiveLimits } from "../../../../electron/exchange/archive.ts";
import { createExchangeReader } from "../../../../electron/exchange/exchange-reader.ts";
import { isSealed, writeQuestionnaire } from "../../../../electron/exchange/questionnaire-sheet.ts";
import { readReplyWorkbook } from "../../../../electron/exchange/reply-workbook.ts";
import { guarded, unguarded } from "../../../../electron/exchange/sheet-layout.ts";
import { readTemplateFile, writeTemplateFile } from "../../../../electron/exchange/template-text.ts";
import type { Template } from "../../../../shared/domain/content/template.ts";
import { DossierId, ItemId, QuestionnaireId, Sha256 } from "../../../../shared/domain/ids.ts";
import type { QuestionnaireBinding } from "../../../../shared/domain/questionnaire.ts";
import type { Result } from "../../../../shared/result.ts";
import { places } from "../../../support/test-engine.ts";

const runs = Number(process.env["KURA_RUNS"] ?? 300);
let templates: readonly Template[];
before(async () => {
  templates = (await loadContent(places.resources)).templates;
});

/** What was read, or a failed test. */
function must<T>(read: Result<T, unknown>): T {
  if (!read.ok) throw new Error(`refused: ${JSON.stringify(read.error)}`);
  return read.value;
}

const binding: QuestionnaireBinding = {
  form: "kura-questionnaire",
  version: 1,
  questionnaireId: QuestionnaireId.parse("1".repeat(32)),
  dossierId: DossierId.parse("2".repeat(32)),
  templateHash: Sha256.parse("3".repeat(64)),
  locale: "ja",
  itemIds: [ItemId.parse("P-A1"), ItemId.parse("P-B2")],
};
const sealKey = "4".repeat(64);
const words = {
  sheet: "照会票",
  title: "照会票",
  lead: ["葛󠄀城室 宛て"],
  number: "番号",
  question: "確認したいこと",
  explanation: "御説明",
  fact: "事実",
};
const sheet = (questions: readonly string[]): Promise<Buffer> =>
  writeQuestionnaire({
    words,
    binding,
    sealKey,
    lines: binding.itemIds.map((itemId, at) => ({ itemId, question: questions[at] ?? "問い" })),
  });

describe("a template file", () => {
  test("goes out and comes in with the same hash, for every built-in template", () => {
    for (const { hash, ...file } of templates) {
      const read = must(readTemplateFile(writeTemplateFile(file, hash)));
      assert.deepEqual([read.hash, read.hashNamed], [hash, "agrees"]);
    }
  });

  test("is refused with the place where one word was changed under the old hash", () => {
    const [template] = templates;
    assert.ok(template !== undefined);
    const { hash, ...file } = template;
    const text = writeTemplateFile(file, hash).toString("utf8").replace("採用", "採用等");
    const read = readTemplateFile(Buffer.from(text));
    assert.deepEqual(read, { ok: false, error: { reason: "hash-differs", place: "" } });
  });

  test("is answered, never thrown at, with random bytes, random JSON and a true file with bytes changed", () => {
    const [template] = templates;
    assert.ok(template !== undefined);
    const { hash, ...file } = template;
    const original = writeTemplateFile(file, hash);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3_000 }), (bytes) => void readTemplateFile(bytes)),
      { numRuns: runs },
    );
    fc.assert(
      fc.property(fc.json(), (text) => void readTemplateFile(Buffer.from(text))),
      { numRuns: runs },
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(original.length - 1), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 6,
        }),
        (changes) => {
          const bytes = Buffer.from(original);
          for (const [at, value] of changes) bytes[at] = value;
          const read = readTemplateFile(bytes);
          if (read.ok) assert.equal(read.value.hash, hash, "what is taken under a hash has that hash");
        },
      ),
      { numRuns: Math.ceil(runs / 3) },
    );
  });

  test("nested a hundred thousand deep is ended with a sentence, in the worker", async () => {
    const reader = createExchangeReader(new URL("../../../../electron/exchange/exchange-worker.ts", import.meta.url));
    const deep = Buffer.from(`{"sections":${"[".repeat(100_000)}${"]".repeat(100_000)}}`);
    assert.equal((await reader.template(deep)).ok, false);
    const good = templates[0];
    assert.ok(good !== undefined);
    const { hash, ...file } = good;
    assert.equal((await reader.template(writeTemplateFile(file, hash))).ok, true);
  });
});

describe("a questionnaire as a workbook", () => {
  test("comes back with its binding, its seal and every line", async () => {
    const read = must(await readReplyWorkbook(await sheet(["髙﨑さんの所属は。", "𠮷野の資金は。"])));
    assert.deepEqual(read.binding, binding);
    assert.ok(isSealed(read.binding, sealKey, read.seal));
    assert.equal(isSealed({ ...read.binding, dossierId: DossierId.parse("9".repeat(32)) }, sealKey, read.seal), false);
    assert.deepEqual(
      read.lines.map(({ itemId, question }) => [itemId, question]),
      [
        ["P-A1", "髙﨑さんの所属は。"],
        ["P-B2", "𠮷野の資金は。"],
      ],
    );
  });

  test("hides the binding from people and holds no formula, whatever a question begins with", async () => {
    const bytes = await sheet(['=HYPERLINK("http://x","y")', "＠SUM(1)"]);
    const parts = unzipSync(bytes);
    const text = (name: string): string => Buffer.from(parts[name] ?? new Uint8Array()).toString("utf8");
    assert.match(text("xl/workbook.xml"), /name="kura"[^>]*state="veryHidden"|state="veryHidden"[^>]*name="kura"/u);
    for (const name of Object.keys(parts))
      if (name.startsWith("xl/worksheets/")) assert.doesNotMatch(text(name), /<f[ >]/u);
    const read = must(await readReplyWorkbook(bytes));
    assert.deepEqual(
      read.lines.map((line) => line.question),
      ['=HYPERLINK("http://x","y")', "＠SUM(1)"],
    );
  });

  test("keeps texts from being run and gives them back as they were", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.doesNotMatch(guarded(text), /^[=+\-@＝＋－＠]/u);
        if (!text.startsWith("'")) assert.equal(unguarded(guarded(text)), text);
      }),
    );
  });
});

describe("a hostile workbook", () => {
  const minimal = { "xl/workbook.xml": strToU8("<workbook/>") };
  const stop = (bytes: Uint8Array): string => {
    const opened = openArchive(bytes, replyArchiveLimits);
    return opened.ok ? "opened" : opened.error;
  };
  test("that would grow beyond measure is refused before it is inflated", () => {
    const bomb = zipSync({ ...minimal, "xl/worksheets/sheet1.xml": new Uint8Array(40_000_000) }, { level: 9 });
    assert.ok(bomb.length < 100_000);
    assert.equal(stop(bomb), "grows-too-much");
  });
  test("that lies about the size of a part gets no more room than it named", () => {
    const bomb = zipSync({ ...minimal, "xl/worksheets/sheet1.xml": new Uint8Array(40_000_000) }, { level: 9 });
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let at = 0; at < bomb.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 40_000_000)
        view.setUint32(at + 24, 900, true);
    const opened = openArchive(bomb, replyArchiveLimits);
    assert.ok(!opened.ok || opened.value.length < 5_000);
  });
  test("with too many parts, behind a password, or that is none, is told apart", () => {
    const many = Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`xl/${at}.xml`, new Uint8Array(1)]));
    assert.equal(stop(zipSync({ ...minimal, ...many })), "too-many-parts");
    assert.equal(stop(Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)])), "encrypted");
    assert.equal(stop(Buffer.from("PK, but not quite")), "not-a-workbook");
    assert.equal(stop(zipSync({ "a.txt": strToU8("x") })), "not-a-workbook");
  });
  test("is answered, never thrown at, with random bytes and a true one with bytes changed", async () => {
    const original = await sheet(["一", "二"]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(original.length - 1), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 8,
        }),
        async (changes) => {
          const bytes = Buffer.from(original);
          for (const [at, value] of changes) bytes[at] = value;
          await readReplyWorkbook(bytes);
        },
      ),
      { numRuns: Math.ceil(runs / 4) },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        assert.equal((await readReplyWorkbook(bytes)).ok, false);
      }),
      { numRuns: runs },
    );
  });
});
