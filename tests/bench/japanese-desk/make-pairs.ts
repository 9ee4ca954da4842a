import type { BenchPair, BenchSet } from "./bench-pair.ts";
import {
  type ChinesePart,
  chineseBrands,
  chineseForms,
  chineseGiven,
  chinesePlaces,
  chineseSurnames,
  chineseTrades,
} from "./chinese-parts.ts";
import {
  asHalfWidth,
  asKatakana,
  type Invented,
  inKana,
  inKanji,
  inRomaji,
  inventPerson,
  nearGiven,
  otherGiven,
  otherSurname,
} from "./invented-people.ts";
import { type Draws, drawsFrom } from "./random.ts";
import { standards } from "./spell-kana.ts";

/** Pairs of one name per set, and pairs of two names. */
export const sizes = { same: 620, other: 300 } as const;

type Maker = (draws: Draws) => Pick<BenchPair, "a" | "b"> & { readonly kind?: BenchPair["kind"] };

interface SetMakers {
  readonly set: BenchSet;
  readonly same: Maker;
  readonly other: Maker;
}

/** Characters of names and the forms of them that stand in family registers; by hand. */
const registerForms: readonly (readonly [string, string])[] = (
  "高髙 崎﨑 崎嵜 辺邊 辺邉 斎齋 斎齊 斎斉 沢澤 浜濱 島嶋 島嶌 吉𠮷 広廣 桜櫻 滝瀧 竜龍 真眞 恵惠 栄榮 静靜 礼禮 " +
  "国國 実實 寿壽 徳德 円圓 学學 豊豐 弥彌 彦彥 黒黑 関關 鉄鐵 槙槇 穂穗 晃晄 峰峯 杉椙 郎郞 曽曾 尭堯 渓溪 蔵藏 覚覺 遥遙 桑桒 清淸 瀬瀨"
)
  .split(" ")
  .map((pair) => {
    const [plain = "", form = ""] = [...pair];
    return [plain, form] as const;
  });

function inRegisterForm(text: string, draws: Draws): string {
  const usable = registerForms.filter(([plain]) => text.includes(plain));
  const chosen = draws.one(usable);
  const rest = usable.filter(([plain]) => plain !== chosen[0] && draws.below(2) === 0);
  const written = [chosen, ...rest].reduce((name, [plain, form]) => name.replace(plain, form), text);
  // Some systems add a selector that chooses among drawings of one character.
  return draws.below(8) === 0 ? written.replace(/\p{Script=Han}/u, "$&\u{e0100}") : written;
}

function personWithForms(draws: Draws): Invented {
  for (;;) {
    const person = inventPerson(draws);
    const text = person.surname.kanji + person.given.kanji;
    if (registerForms.some(([plain]) => text.includes(plain))) return person;
  }
}

function otherPerson(person: Invented, draws: Draws): Invented {
  const { surname, given } = person;
  if (draws.below(4) === 0) return { surname: otherSurname(draws, surname), given };
  return { surname, given: draws.below(2) === 0 ? nearGiven(draws, given) : otherGiven(draws, given) };
}

function fromJapanese(write: (person: Invented, other: Invented, draws: Draws) => Pick<BenchPair, "a" | "b">): {
  readonly same: Maker;
  readonly other: Maker;
} {
  return {
    same: (draws) => {
      const person = inventPerson(draws);
      return write(person, person, draws);
    },
    other: (draws) => {
      const person = inventPerson(draws);
      return write(person, otherPerson(person, draws), draws);
    },
  };
}

const variantKanji: SetMakers = {
  set: "variant-kanji",
  same: (draws) => {
    const person = personWithForms(draws);
    const plain = inKanji(person, draws);
    return draws.below(2) === 0
      ? { a: inRegisterForm(plain, draws), b: inKanji(person, draws) }
      : { a: plain, b: inRegisterForm(inKanji(person, draws), draws) };
  },
  other: (draws) => {
    const person = personWithForms(draws);
    return { a: inRegisterForm(inKanji(person, draws), draws), b: inKanji(otherPerson(person, draws), draws) };
  },
};

const romaji = fromJapanese((person, other, draws) => {
  const first = draws.one(standards);
  const second = draws.one(standards.filter((standard) => standard !== first));
  return { a: inRomaji(person, first, draws), b: inRomaji(other, second, draws) };
});

const kana = fromJapanese((person, other, draws) => {
  const a = inKana(person, draws);
  const b = inKana(other, draws);
  switch (draws.below(6)) {
    case 0:
      return { a, b: asKatakana(b) };
    case 1:
      return { a: asHalfWidth(asKatakana(a)), b };
    case 2:
      return { a: asHalfWidth(asKatakana(a)), b: inRomaji(other, draws.one(standards), draws) };
    case 3:
      return { a: inRomaji(person, draws.one(standards), draws), b: asKatakana(b) };
    case 4:
      return { a: asKatakana(a), b: inRomaji(other, draws.one(standards), draws) };
    default:
      return { a, b: inRomaji(other, draws.one(standards), draws) };
  }
});

const kanjiToRomaji = fromJapanese((person, other, draws) => ({
  a: inKanji(person, draws),
  b: inRomaji(other, draws.one(standards), draws),
}));

const romajiToKanji = fromJapanese((person, other, draws) => ({
  a: inRomaji(person, draws.one(standards), draws),
  b: inKanji(other, draws),
}));

function joined(parts: readonly ChinesePart[]): ChinesePart {
  return {
    simplified: parts.map(({ simplified }) => simplified).join(""),
    traditional: parts.map(({ traditional }) => traditional).join(""),
  };
}

function inventChinese(draws: Draws): { name: ChinesePart; other: ChinesePart; kind: BenchPair["kind"] } {
  const unlike = <T>(items: readonly T[], item: T): T => draws.one(items.filter((each) => each !== item));
  if (draws.below(3) === 0) {
    const surname = draws.one(chineseSurnames);
    const given = Array.from({ length: 1 + draws.below(2) }, () => draws.one(chineseGiven));
    const [first = draws.one(chineseGiven), ...rest] = given;
    const other = joined([surname, unlike(chineseGiven, first), ...rest.map((part) => unlike(chineseGiven, part))]);
    return { name: joined([surname, ...given]), other, kind: "person" };
  }
  const place = draws.one(chinesePlaces);
  const brand = draws.one(chineseBrands);
  const trade = draws.one(chineseTrades);
  const form = draws.one(chineseForms);
  const other = joined([place, unlike(chineseBrands, brand), unlike(chineseTrades, trade), form]);
  return { name: joined([place, brand, trade, form]), other, kind: "organisation" };
}

const traditionalSimplified: SetMakers = {
  set: "traditional-simplified",
  same: (draws) => {
    const { name, kind } = inventChinese(draws);
    return draws.below(2) === 0
      ? { a: name.simplified, b: name.traditional, kind }
      : { a: name.traditional, b: name.simplified, kind };
  },
  other: (draws) => {
    const { name, other, kind } = inventChinese(draws);
    return { a: name.simplified, b: other.traditional, kind };
  },
};

const makers: readonly SetMakers[] = [
  variantKanji,
  { set: "romaji-romaji", ...romaji },
  { set: "kana", ...kana },
  { set: "kanji-romaji", ...kanjiToRomaji },
  { set: "romaji-kanji", ...romajiToKanji },
  traditionalSimplified,
];

/** All pairs of the sets that are made by rule, the same on every run; no pair twice and none of two equal texts. */
export function makePairs(): readonly BenchPair[] {
  return makers.flatMap(({ set, same, other }, at) => {
    const draws = drawsFrom(20_261_123 + at);
    const seen = new Set<string>();
    const take = (maker: Maker, wanted: number, isSame: boolean): readonly BenchPair[] => {
      const pairs: BenchPair[] = [];
      while (pairs.length < wanted) {
        const { a, b, kind = "person" } = maker(draws);
        if (a === b || seen.has(`${a}|${b}`)) continue;
        seen.add(`${a}|${b}`);
        pairs.push({ a, b, kind, set, same: isSame });
      }
      return pairs;
    };
    return [...take(same, sizes.same, true), ...take(other, sizes.other, false)];
  });
}
