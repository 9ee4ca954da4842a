import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { contentHash } from "../../../../electron/content/content-hash.ts";
import { ContentError, loadContent } from "../../../../electron/content/load-content.ts";
import { policyFiles } from "../../../../shared/domain/content/content.ts";

const shipped = join(import.meta.dirname, "../../../../resources");
let base = "";

before(async () => {
  base = await mkdtemp(join(tmpdir(), "kura-content-"));
});
after(async () => {
  await rm(base, { recursive: true, force: true });
});

/** A copy of the shipped content with one file changed. */
async function installation(name: string, file: string, change: (text: string) => string): Promise<string> {
  const folder = join(base, name);
  await cp(join(shipped, "checklists"), join(folder, "checklists"), { recursive: true });
  await cp(join(shipped, "policy"), join(folder, "policy"), { recursive: true });
  await writeFile(join(folder, file), change(await readFile(join(folder, file), "utf8")));
  return folder;
}

describe("loading the content", () => {
  it("gives each template the hash of its canonical JSON", async () => {
    const { templates } = await loadContent(shipped);
    const file: unknown = JSON.parse(await readFile(join(shipped, "checklists/person.json"), "utf8"));
    assert.equal(templates[0]?.hash, contentHash(file));
  });

  it("gives each policy file a hash", async () => {
    const { hashes } = await loadContent(shipped);
    const file: unknown = JSON.parse(await readFile(join(shipped, "policy/scoring.json"), "utf8"));
    assert.equal(hashes["scoring"], contentHash(file));
    assert.equal(Object.keys(hashes).length, Object.keys(policyFiles).length);
  });

  it("gives the same hash however the file is laid out, and another one for another word", async () => {
    const original = await loadContent(shipped);
    const relaid = await loadContent(
      await installation("relaid", "checklists/person.json", (text) => JSON.stringify(JSON.parse(text))),
    );
    const reworded = await loadContent(
      await installation("reworded", "checklists/person.json", (text) => text.replace("案件の特定", "事案の特定")),
    );
    assert.equal(relaid.templates[0]?.hash, original.templates[0]?.hash);
    assert.notEqual(reworded.templates[0]?.hash, original.templates[0]?.hash);
  });

  const broken: Array<[name: string, file: string, change: (text: string) => string, says: RegExp]> = [
    ["a file that is no JSON", "policy/scoring.json", (text) => text.slice(0, -10), /scoring\.json cannot be read/],
    ["an unknown field", "policy/factors.json", (text) => text.replace('"desc"', '"dsc"'), /not valid/],
    [
      "an empty text",
      "checklists/company.json",
      (text) => text.replace(/"en": "[^"]+"/, '"en": ""'),
      /company\.json is not valid/,
    ],
    [
      "a reference to a measure that is not there",
      "policy/measures.json",
      (text) => text.replace('"M-PE1"', '"M-PE99"'),
      /unknown-id/,
    ],
    [
      "an impact table that does not rise",
      "policy/scoring.json",
      (text) => text.replace('"A3": 5', '"A3": 1'),
      /not-ascending scoring\.impact\.matrix T3\/A3/,
    ],
    ["a file beyond the size limit", "policy/about.json", (text) => text + " ".repeat(3 * 1024 * 1024), /too large/],
  ];
  for (const [name, file, change, says] of broken) {
    it(`refuses ${name}`, async () => {
      const folder = await installation(name.replaceAll(" ", "-"), file, change);
      await assert.rejects(loadContent(folder), (error: unknown) => {
        assert.ok(error instanceof ContentError);
        assert.match(error.message, says);
        return true;
      });
    });
  }

  it("refuses a missing file without naming a folder", async () => {
    const folder = await installation("missing", "policy/about.json", (text) => text);
    await rm(join(folder, "policy/about.json"));
    await assert.rejects(loadContent(folder), (error: unknown) => {
      assert.ok(error instanceof ContentError && error.cause === undefined);
      assert.ok(!error.message.includes(base));
      return true;
    });
  });
});

describe("the content hash", () => {
  it("is SHA-256 over RFC 8785 JSON", () => {
    // printf '{"a":1,"b":["\xe9\xab\x99",true]}' | sha256sum
    const expected = "7b33f099c72f5e981ff6ee8bd494139a8b9783e6bcf5e7d52d2d473a3ce2e233";
    assert.equal(contentHash({ b: ["髙", true], a: 1 }), expected);
  });

  it("tells 髙 from 高 and an ideograph from the same with a variation selector", () => {
    assert.notEqual(contentHash("髙"), contentHash("高"));
    assert.notEqual(contentHash("葛"), contentHash("葛\u{E0100}"));
  });
});
