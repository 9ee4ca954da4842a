import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { type KuraRun, runKuraProcess } from "../../support/kura-process.ts";

const program = join(import.meta.dirname, "../../../electron/cli/kura.ts");
let folder: string;
let list: string;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "kura-screen-"));
  list = file(
    "list.csv",
    [
      "name,aliases,type,country,dob,id",
      "髙橋 鉄男,TAKAHASHI Tetsuo,person,JP,1960-04-01,L-1",
      "Northern Lights Aerospace Co.,,entity,KP,,L-2",
      "𠮷野 花子,,person,JP,昭和35年,L-3",
      "李,,person,CN,,L-4",
      "=HYPERLINK(one),,entity,,,=L-5",
    ].join("\r\n"),
  );
});
after(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function kura(...words: string[]): Promise<KuraRun> {
  return runKuraProcess(folder, "screen", ...words);
}

function objects({ out }: KuraRun): Record<string, unknown>[] {
  // Safe: each line is an object this program printed; what is in it the tests look at.
  return out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("kura screen --json", () => {
  test("gives a line for each candidate with everything it rests on, and says at the end what was searched", async () => {
    const names = file(
      "names.csv",
      "\uFEFF氏名,種別,国,生年\r\n高橋鉄男,個人,日本,1960\r\n吉野花子,個人,,\r\n李,,,\r\n",
    );
    const run = await kura("--list", list, "--names", names, "--json");
    assert.equal(run.code, 1, run.errors);
    const [first, second, third, summary] = objects(run);
    assert.equal(first?.["query"], "高橋鉄男");
    assert.equal(first?.["candidate"], "髙橋 鉄男");
    assert.equal(first?.["band"], "strong");
    assert.equal(first?.["sourceId"], "L-1");
    assert.deepEqual(first?.["inFavour"], ["country-agrees", "birth-year-agrees"]);
    assert.match(String(first?.["explanation"]), /「高橋鉄男」.*「髙橋 鉄男」/);
    assert.match(String(first?.["editionSha256"]), /^[0-9a-f]{64}$/);
    assert.ok(String(first?.["matcherVersion"]).length > 0);
    assert.equal(second?.["candidate"], "𠮷野 花子");
    assert.equal(third?.["candidate"], "李");
    assert.equal(summary?.["type"], "summary");
    assert.equal(summary?.["names"], 3);
    assert.equal(summary?.["noProof"], "該当なしは、懸念がないことを証明するものではない。");
  });

  test("a name without candidates has its line, and the code says that nothing was found", async () => {
    const names = file("none.csv", "name\nNobody Whatsoever\n");
    const run = await kura("--list", list, "--names", names, "--json");
    assert.equal(run.code, 0, run.errors);
    assert.deepEqual(objects(run)[0], { type: "no-candidate", line: 2, query: "Nobody Whatsoever" });
  });

  test("names in Shift_JIS are read", async () => {
    const bytes = [0x8e, 0x81, 0x96, 0xbc, 0x0a, 0x8d, 0x82, 0x8b, 0xb4, 0x93, 0x53, 0x92, 0x6a, 0x0a];
    const run = await kura("--list", list, "--names", file("sjis.csv", Uint8Array.from(bytes)), "--json");
    assert.equal(objects(run)[0]?.["query"], "高橋鉄男");
  });

  test("a higher cut-off leaves out what is less near", async () => {
    const names = file("near.csv", "name\n李\n");
    const run = await kura("--list", list, "--names", names, "--json", "--cut-off", "0.95");
    assert.equal(objects(run)[0]?.["type"], "no-candidate");
  });
});

describe("kura screen --csv", () => {
  test("no cell would run as a formula, and what was searched goes to standard error", async () => {
    const names = file("formula.csv", "name\n=HYPERLINK(one)\n@sum\n");
    const run = await kura("--list", list, "--names", names, "--csv");
    assert.ok(run.out.startsWith("\uFEFF行,"), run.out);
    const cells = run.out.split("\r\n").flatMap((line) => line.split(","));
    assert.ok(cells.includes("'=HYPERLINK(one)"), run.out);
    assert.ok(cells.includes("'=L-5"), run.out);
    assert.deepEqual(
      cells.filter((cell) => /^[=+@-]/.test(cell)),
      [],
    );
    assert.match(run.errors, /証明するものではない/);
    assert.doesNotMatch(run.out, /証明するものではない/);
  });
});

describe("kura screen for a reader", () => {
  test("a row that cannot be searched is told, and nothing turns a line round", async () => {
    const names = file("rows.csv", "name,kind\n李\u202e赤,person\n,person\n");
    const run = await kura("--list", list, "--names", names);
    assert.equal(run.code, 1);
    assert.match(run.out, /3行目は照合していません/);
    assert.doesNotMatch(run.out, /\u202e/);
  });

  test("lists that follow --list are all searched, one of the same bytes once", async () => {
    const other = file("other.csv", "name,type\nNorthern Lights Aerospace,entity\n");
    const names = file("northern.csv", "name,kind\nNorthern Lights Aerospace,団体\n");
    const run = await kura(
      "--list",
      list,
      other,
      file("again.csv", readFileSync(list)),
      "--names",
      names,
      "--lang",
      "en",
    );
    assert.match(run.out, /searched in 2 lists/);
    assert.match(run.out, /2 candidates/);
    assert.match(run.errors, /again\.csv holds the same bytes/);
  });
});

describe("what cannot be done is refused in both languages", () => {
  for (const [language, sentence] of [
    ["ja", /empty\.csv：ファイルが空です/],
    ["en", /empty\.csv: .*empty/i],
  ] as const) {
    test(`an empty list (${language})`, async () => {
      const names = file("one.csv", "name\n李\n");
      const run = await kura("--list", file("empty.csv", ""), "--names", names, "--lang", language);
      assert.equal(run.code, 3);
      assert.match(run.errors, sentence);
      assert.equal(run.out, "");
    });
  }

  test("a list with a broken row names the line, as words for programs", async () => {
    const broken = file("broken.csv", 'name,type\nA One,person\n"B Two,person\n');
    const run = await kura("--list", broken, "--names", file("one.csv", "name\n李\n"), "--json");
    assert.equal(run.code, 3);
    const { error } = objects(run)[0] as { error: Record<string, unknown> };
    assert.equal(error["reason"], "quote-broken");
    assert.equal(error["line"], 3);
  });

  for (const words of [
    ["--names", "x.csv"],
    ["--list", "x.csv"],
    ["--list", "x.csv", "--names", "y.csv", "--format", "pdf"],
    ["--list", "x.csv", "--names", "y.csv", "--cut-off", "0.3"],
    ["--list", "x.csv", "--names", "y.csv", "--json", "--csv"],
  ]) {
    test(`wrong use: ${words.join(" ")}`, async () => {
      const run = await kura(...words);
      assert.equal(run.code, 2, run.out);
      assert.notEqual(run.errors, "");
    });
  }
});

test("a reader who has had enough ends the command without an error of its own", async () => {
  const names = file("many.csv", `name\n${"李\n".repeat(4_000)}`);
  const child = spawn(process.execPath, [program, "screen", "--list", list, "--names", names], {
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: join(folder, "config") },
  });
  const errors: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => errors.push(text));
  child.stdout.once("data", () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.once("exit", resolve));
  assert.equal(code, 3);
  assert.doesNotMatch(errors.join(""), /EPIPE|\n\s+at /);
});

test("no name is written anywhere but to the output", async () => {
  const secret = "Unlikely Nameholder";
  const names = file("secret.csv", `name\n${secret}\n`);
  const run = await kura("--list", list, "--names", names, "--json");
  assert.match(run.out, /Unlikely Nameholder/);
  assert.doesNotMatch(run.errors, /Nameholder/);
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const whole = join(folder, path);
    if (whole === names || !statSync(whole).isFile()) continue;
    assert.doesNotMatch(readFileSync(whole, "utf8"), /Nameholder/, path);
  }
});
