import { describe, test } from "node:test";
import { formWord } from "../../electron/screening/names/legal-forms.ts";
import { parseName } from "../../electron/screening/names/parse-name.ts";
import { scriptGroup, shown } from "./screening/bench-numbers.ts";
import { noFormCodes, readWrittenForms, type WrittenForm } from "./screening/form-codes.ts";
import { readRealLists } from "./screening/real-lists.ts";

/** Lines printed of what was missed. */
const most = Number(process.env["KURA_MISSES_SHOWN"] ?? 25);

/** A name of no language, which no legal form is a part of. */
const bareNames = { Han: "虚構銀山", Kana: "虚構銀山", Hangul: "허구은산", other: "Vostrova Qelm" } as const;

/** Whether nothing but the name is left of a name with this form behind it, or before it where it is written so. */
function isSetApart(form: string): boolean {
  const script = scriptGroup(form);
  const bare = script === "Han" || script === "Kana" || script === "Hangul" ? bareNames[script] : bareNames.other;
  const written = [`${bare} ${form}`, `${form} ${bare}`, ...(bare === bareNames.other ? [] : [`${bare}${form}`])];
  return written.some((name) => {
    const left = parseName(name, "organisation").words.filter(({ role }) => role !== "legal-form");
    return left.map(({ source }) => source).join(" ") === bare;
  });
}

/** Words as legal forms are looked up by, and whether each is set apart. */
function wordsOf(text: string): readonly { readonly word: string; readonly isApart: boolean }[] {
  return parseName(text, "organisation").words.map(({ source, role }) => ({
    word: formWord(source),
    isApart: role === "legal-form",
  }));
}

const phraseOf = (text: string): string =>
  wordsOf(text)
    .map(({ word }) => word)
    .join(" ");

interface Met {
  readonly form: string;
  readonly name: string;
  readonly fate: "set apart" | "kept as a word" | "missed";
}

/**
 * Official forms that say what a body does or where it is, and letters that are words or numbers in more names than they are
 * forms: set apart, they would take the telling part of a name away. They weigh little as words instead.
 */
const keptAsWords = new Set(
  (
    "bank,commercial bank,national bank,savings bank,industrial bank,cooperative bank,agricultural cooperative,trust,society,fund,pension fund," +
    "region,district,cooperation,municipality,cc,i,ii,a,s,b,v,si,vi,bi,ko,rb,pa,vs,son,iks,sam,fab,ccc,cdc,iap,src,aam,tp,tr,spp,osk," +
    "insurance company,insurance corporation,investment company,development corporation,international company,foreign company," +
    "profit corporation,club,party,union,partnership,zoo,trust co,trust company,bank llc,a s,i s,s c,sp,npc,company"
  ).split(","),
);

const longestForm = 9;

/** Forms that names end with, or written-out ones that they begin with: the longest at each end. */
function formsMet(name: string, forms: ReadonlyMap<string, WrittenForm>): readonly Met[] {
  const words = wordsOf(name);
  const counts = Array.from({ length: Math.min(longestForm, words.length - 1) }, (_, at) => at + 1).toReversed();
  const ends = [
    counts.filter((count) => count > 1).map((count) => words.slice(0, count)),
    counts.map((count) => words.slice(-count)),
  ];
  return ends.flatMap((candidates): readonly Met[] => {
    const met = candidates.find((part) => forms.has(part.map(({ word }) => word).join(" ")));
    if (met === undefined) return [];
    const form = met.map(({ word }) => word).join(" ");
    if (met.every(({ isApart }) => isApart)) return [{ form, name, fate: "set apart" }];
    return [{ form, name, fate: keptAsWords.has(form) ? "kept as a word" : "missed" }];
  });
}

function counted<T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups].sort(([, a], [, b]) => b.length - a.length);
}

const listedNames = once((): readonly string[] => {
  const { entities, queries } = readRealLists();
  return [
    ...entities.filter(({ type }) => type === "organisation").flatMap(({ names }) => names),
    ...queries.filter(({ type }) => type === "organisation").map(({ text }) => text),
  ];
});

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

describe("legal forms set apart from the name", { skip: noFormCodes }, () => {
  test("prints the share of the official forms that is known, by script and by country", () => {
    const forms = readWrittenForms().map((form) => ({ ...form, isKnown: isSetApart(form.text) }));
    const rowOf = ([key, all]: readonly [
      string,
      readonly (WrittenForm & { readonly isKnown: boolean })[],
    ]): object => ({
      of: key,
      ways: all.length,
      known: shown(all.filter(({ isKnown }) => isKnown).length / all.length),
    });
    console.table([
      rowOf(["all", forms]),
      ...counted(forms, ({ part, text }) => `${scriptGroup(text)}, ${part}`).map(rowOf),
    ]);
    const missed = counted(
      forms.filter(({ isKnown }) => !isKnown),
      ({ country }) => country,
    );
    console.table(
      missed.slice(0, most).map(([country, all]) => ({
        country,
        missed: all.length,
        such: all
          .slice(0, 6)
          .map(({ text }) => text)
          .join(" | "),
      })),
    );
  });

  test("prints what becomes of the official forms that real listed names end or begin with", () => {
    const forms = new Map(readWrittenForms().map((form) => [phraseOf(form.text), form]));
    const met = listedNames().flatMap((name) => formsMet(name, forms));
    const distinct = counted(met, ({ form }) => form);
    const share = (fate: Met["fate"]): string => shown(met.filter((one) => one.fate === fate).length / met.length, 4);
    console.table([
      {
        "names of organisations": listedNames().length,
        "official forms met": met.length,
        "set apart": share("set apart"),
        "kept as a word": share("kept as a word"),
        missed: share("missed"),
        "different forms": distinct.length,
        "of these missed somewhere": distinct.filter(([, all]) => all.some(({ fate }) => fate === "missed")).length,
      },
    ]);
    console.table(
      counted(
        met.filter(({ fate }) => fate === "missed"),
        ({ form }) => form,
      )
        .slice(0, most)
        .map(([form, all]) => ({
          form,
          country: forms.get(form)?.country,
          script: scriptGroup(form),
          missed: all.length,
          in: all[0]?.name.slice(0, 70),
        })),
    );
  });

  test("prints short words at either end that are most often not set apart", () => {
    for (const [end, at] of [
      ["first", 0],
      ["last", -1],
    ] as const) {
      const words = listedNames()
        .flatMap((name) => parseName(name, "organisation").words.at(at) ?? [])
        .filter(({ role, source }) => role === "word" && [...source].length <= 6)
        .map(({ source }) => formWord(source));
      const shownWords = counted(words, (word) => word).slice(0, most * 4);
      console.log(`${end}: ${shownWords.map(([word, all]) => `${word} ${all.length}`).join("  ")}`);
    }
  });
});
