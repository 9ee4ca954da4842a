import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { IntlMessageFormat } from "intl-messageformat";
import { en } from "../../shared/strings/en.ts";
import { ja } from "../../shared/strings/ja.ts";
import { projectRoot } from "./planted-tree.ts";

type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;
type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

const catalogues: Readonly<Record<"ja" | "en", Catalogue>> = { ja, en };
const japaneseLetters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Words that judge a person before the committee has; クロ only where it stands alone. */
const bannedWords = /疑い|(?<![ァ-ヶー])クロ(?![ァ-ヶー])/u;

/** Dates: each language takes other parts of one. */
const spelledPerLanguage = new Set(["paper.date", "paper.dateTime"]);

function keysOf(catalogue: Catalogue): string[] {
  return Object.entries(catalogue).flatMap(([area, messages]) =>
    Object.keys(messages).map((name) => `${area}.${name}`),
  );
}

function messagesOf(locale: "ja" | "en"): [string, string][] {
  return Object.entries(catalogues[locale]).flatMap(([area, messages]) =>
    Object.entries(messages).map(([name, pattern]): [string, string] => [`${area}.${name}`, pattern]),
  );
}

/** Names of the arguments a pattern takes, through plurals, choices and tags. */
function argumentsOf(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    const own = "value" in element && element.type !== 0 ? [element.value] : [];
    const options =
      "options" in element ? Object.values(element.options).flatMap((option) => argumentsOf(option.value)) : [];
    const children = "children" in element ? argumentsOf(element.children) : [];
    return [...own, ...options, ...children];
  });
}

function argumentSet(pattern: string, locale: string): string[] {
  return [...new Set(argumentsOf(new IntlMessageFormat(pattern, locale).getAst()))].sort();
}

/** Content names things by code, so its codes are words too. */
const sourceFiles = [
  ...["shared", "electron", "renderer", "tests/support"].map((folder) => `${folder}/**/*.{ts,tsx}`),
  "resources/**/*.json",
];

async function sourceText(): Promise<string> {
  const texts: string[] = [];
  for await (const path of glob(sourceFiles, { cwd: projectRoot })) {
    if (!/^shared\/strings\/(ja|en)\b/u.test(path)) texts.push(await readFile(join(projectRoot, path), "utf8"));
  }
  return texts.join("\n");
}

describe("the catalogues", () => {
  test("hold the same keys in both languages", () => {
    assert.deepEqual(keysOf(en), keysOf(ja));
  });

  test("hold patterns that compile, with the same arguments in both languages", () => {
    const different = messagesOf("ja").filter(([key, pattern]) => {
      if (spelledPerLanguage.has(key)) return false;
      const [area = "", name = ""] = key.split(/\.(.*)/su);
      const english = catalogues.en[area]?.[name] ?? "";
      return String(argumentSet(pattern, "ja")) !== String(argumentSet(english, "en"));
    });
    assert.deepEqual(different, []);
  });

  test("hold no empty message", () => {
    const empty = [...messagesOf("ja"), ...messagesOf("en")].filter(([, pattern]) => pattern.trim() === "");
    assert.deepEqual(empty, []);
  });

  test("never judge a person", () => {
    assert.deepEqual(
      messagesOf("ja").filter(([, pattern]) => bannedWords.test(pattern)),
      [],
    );
  });

  test("are translated: no Japanese letters in English but the app's own name and the name of the language", () => {
    const untranslated = messagesOf("en").filter(([, pattern]) =>
      japaneseLetters.test(pattern.replace(/蔵|日本語/gu, "")),
    );
    assert.deepEqual(untranslated, []);
  });

  test("hold no key that nothing uses", async () => {
    assert.deepEqual(unusedKeys(keysOf(ja), await sourceText()), []);
  });

  test("would show an unused key, and know a used one however it is named", () => {
    const source = [
      'text("a.full", none ?? ""); const kind = "middle"; type L = "low";',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is source text to be looked at.
      "text(`a.${kind}-title`); word(`band_${level}`); const words = { ja: ja.b, en: en.b }; words.open;",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the same.
      'text(`c.${kind}.${props.level}`); text(`d.${kind}-${what}`); f("two-words");',
    ].join("\n");
    const keys = [
      "a.full",
      "a.middle-title",
      "a.band_low",
      "a.nobody",
      "a.other-title",
      "a.band_high",
      "b.open",
      "b.shut",
      "c.middle.low",
      "c.middle.high",
      "d.middle-two-words",
    ];
    assert.deepEqual(unusedKeys(keys, source), ["a.nobody", "a.other-title", "a.band_high", "b.shut", "c.middle.high"]);
  });
});

/** Keys that stand nowhere in the source, neither whole nor in the computed parts of one. */
function unusedKeys(keys: readonly string[], source: string): string[] {
  const words = wordsOf(source);
  const computed = computedKeysOf(source);
  return keys.filter((key) => {
    const texts = [key, key.slice(key.indexOf(".") + 1)];
    const isComputed = computed.some((pattern) =>
      texts.some(
        (text) =>
          pattern
            .exec(text)
            ?.slice(1)
            .every((part) => words.has(part)) === true,
      ),
    );
    return !words.has(key) && !isComputed;
  });
}

/** Every quoted text, property name and word after a dot. */
function wordsOf(source: string): Set<string> {
  const quoted = [...source.matchAll(/"([^"\n]*)"/gu)].map(([, text = ""]) => text);
  const names = [...source.matchAll(/\b([A-Za-z_$][\w$]*)\s*[:,)\]};.]/gu)].map(([, name = ""]) => name);
  return new Set([...quoted, ...names].filter((word) => word !== ""));
}

/**
 * Patterns of computed keys, `area.${word}-title`; what stands for the parts must be words of the source. An area
 * handed over whole (`ja.host`) is the same with nothing behind it.
 */
function computedKeysOf(source: string): RegExp[] {
  const templates = [...source.matchAll(/`([A-Za-z][\w.-]*(?:\$\{[^{}]*\}[\w.-]*)+)`/gu)].map(([, text = ""]) => text);
  // Parts may hold the hyphen that stands between parts: each may be the longer one.
  const bodies = ["([\\w.-]+)", "([\\w.-]+?)"].flatMap((part) =>
    templates.map((template) => template.replaceAll(".", "\\.").replace(/\$\{[^{}]*\}/gu, part)),
  );
  const whole = [...source.matchAll(/\bja\.([a-z]\w*)\b/gu)].map(([, area = ""]) => `${area}\\.(.+)`);
  return [...new Set([...bodies, ...whole])].map((body) => new RegExp(`^${body}$`, "u"));
}

describe("the content in resources", () => {
  test("never judges a person", async () => {
    const found: string[] = [];
    for await (const path of glob("resources/{checklists,policy}/**/*.json", { cwd: projectRoot })) {
      const text = await readFile(join(projectRoot, path), "utf8");
      const lines = text.split("\n").filter((line) => bannedWords.test(line));
      found.push(...lines.map((line) => `${path}: ${line.trim()}`));
    }
    assert.deepEqual(found, []);
  });
});
