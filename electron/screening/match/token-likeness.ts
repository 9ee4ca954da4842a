import type { NameToken } from "../names/name-token.ts";
import type { Script } from "../names/scripts.ts";
import { arabicSkeleton, consonantSkeleton, looseKey } from "../names/sound-keys.ts";
import { spellsHangul } from "../readings/hangul-spellings.ts";
import { remembered } from "../readings/remembered.ts";
import { isUsualJapaneseName } from "../readings/usual-names.ts";
import type { PieceKind } from "./candidate.ts";
import { soundDistance, tooFar, typingErrors } from "./edit-distance.ts";
import { scoreParameters } from "./score-parameters.ts";

/** How two words answer to each other: as pieces of names do, without the kinds that need a whole name. */
export type LikenessKind = Exclude<PieceKind, "acronym" | "merged" | "reading" | "translation" | "missing">;

/** How like two words are, and the typing errors between them (0 where they differ in no letter that counts). */
export interface Likeness {
  readonly value: number;
  readonly how: LikenessKind;
  readonly errors: number;
}

const { likeness: like, typing } = scoreParameters;
const unlike: Likeness = { value: 0, how: "conflict", errors: 0 };
const equal: Likeness = { value: 1, how: "exact", errors: 0 };

const rememberedPairs = 1 << 17;
const rememberedA = new Int32Array(rememberedPairs);
const rememberedB = new Int32Array(rememberedPairs);
const rememberedLikeness: (Likeness | undefined)[] = new Array<Likeness | undefined>(rememberedPairs);

/** Compares two words of names of the same type. Answers are remembered by the words' ids. */
export function likenessOf(a: NameToken, b: NameToken): Likeness {
  if (a === b) return equal;
  const at = (Math.imul(a.id, 0x9e3779b1) ^ Math.imul(b.id, 0x85ebca6b)) >>> 15;
  const known = rememberedLikeness[at];
  if (known !== undefined && rememberedA[at] === a.id && rememberedB[at] === b.id) return known;
  const found = compare(a, b);
  rememberedA[at] = a.id;
  rememberedB[at] = b.id;
  rememberedLikeness[at] = found;
  return found;
}

function compare(a: NameToken, b: NameToken): Likeness {
  if (a.role === "number" || b.role === "number") return a.latin === b.latin && a.role === b.role ? equal : unlike;
  if (a.text === b.text && a.expansion === b.expansion) return a.role === b.role ? equal : { ...equal, value: 0.99 };
  if (a.role === "initial" || b.role === "initial") return compareInitials(a, b);
  const small = smallWords(a, b);
  if (small !== undefined) return small;
  if (a.latin !== "" && a.latin === b.latin) return sameLatin(a, b);
  const known = knownVariant(a, b);
  if (known !== undefined) return known;
  if (a.script === b.script) return compareInScript(a, b);
  return bestSpelling(a, b);
}

function compareInitials(a: NameToken, b: NameToken): Likeness {
  const same = a.latin.charAt(0) === b.latin.charAt(0) && a.latin !== "";
  if (!same || a.role === "particle" || b.role === "particle") return unlike;
  return a.role === b.role ? { value: like.transliteration, how: "transliteration", errors: 0 } : initial;
}
const initial: Likeness = { value: like.initial, how: "initial", errors: 0 };

/** A particle answers to a particle of the same sound only, a title to a title of the same spelling. */
function smallWords(a: NameToken, b: NameToken): Likeness | undefined {
  const small = (token: NameToken): boolean => token.role === "particle" || token.role === "filler";
  if (!small(a) && !small(b)) return undefined;
  if (a.role !== b.role) return unlike;
  if (a.loose === b.loose) return { value: like.romanisation, how: "variant", errors: 0 };
  const alike = a.role === "particle" && a.latin.charAt(0) === b.latin.charAt(0);
  return alike || (a.skeleton !== "" && a.skeleton === b.skeleton)
    ? { value: 0.85, how: "variant", errors: 0 }
    : unlike;
}

function sameLatin(a: NameToken, b: NameToken): Likeness {
  if (a.expansion !== b.expansion) return { value: like.abbreviation, how: "abbreviation", errors: 0 };
  if (a.script !== b.script) return { value: like.transliteration, how: "transliteration", errors: 0 };
  // One script, one Latin spelling, other letters: й and и are near, 张 and 章 are not, and Han is not compared here.
  return { value: like.romanisation, how: "variant", errors: 0 };
}

function shareOne(a: readonly number[], b: readonly number[]): boolean {
  for (const value of a) if (b.includes(value)) return true;
  return false;
}

function knownVariant(a: NameToken, b: NameToken): Likeness | undefined {
  if (shareOne(a.variantOf, b.variantOf))
    return { value: a.loose === b.loose ? like.romanisation : like.variant, how: "variant", errors: 0 };
  if (shareOne(a.variantOf, b.shortOf) || shareOne(a.shortOf, b.variantOf))
    return { value: like.nickname, how: "nickname", errors: 0 };
  return undefined;
}

/** Scripts whose words are compared letter by letter in the script itself. */
const alphabets: ReadonlySet<Script> = new Set<Script>(["latin", "cyrillic", "greek", "arabic", "kana", "other"]);

function compareInScript(a: NameToken, b: NameToken): Likeness {
  if (a.script === "hangul") return typo(a.text, b.text, 5);
  if (!alphabets.has(a.script)) return unlike;
  const [one, other] = a.script === "latin" ? [a.latin, b.latin] : [a.text, b.text];
  const shortest = Math.min(one.length, other.length);
  if (a.loose === b.loose && a.loose.length > 1 && shortest > 2 && a.script !== "arabic")
    return { value: like.romanisation, how: "variant", errors: Math.min(1, typingErrors(one, other, 1)) % tooFar };
  if (a.script === "latin" && fewShared(a.letters, b.letters)) return unlike;
  const typed = typo(one, other, 0);
  if (typed.value > 0 && areTwoNames(a, b)) return unlike;
  const sounded = a.script === "arabic" || areTwoNames(a, b) ? unlike : soundsAlike(a, b);
  return sounded.value > typed.value ? sounded : typed;
}

/** Names of persons that are both in use, and not of each other: Masao and Masako, Antonio and Antonia. */
function areTwoNames(a: NameToken, b: NameToken): boolean {
  if (!a.ofPerson || !b.ofPerson || a.loose === b.loose || writtenNm(a.latin) === writtenNm(b.latin)) return false;
  if (Math.min(a.latin.length, b.latin.length) >= longGivenName && a.variantOf.length > 0 && b.variantOf.length > 0)
    return true;
  return isUsualJapaneseName(a.loose) && isUsualJapaneseName(b.loose);
}

/** Shorter names of the table are mostly single syllables, which are parts of names too. */
const longGivenName = 5;

/** Homma and Honma are one name, and not Homa. */
function writtenNm(latin: string): string {
  return latin.replace("mm", "nm");
}

/** Whether two words hold too few letters in common to be worth comparing: each typing error changes two bits at most. */
export function fewShared(a: number, b: number): boolean {
  let bits = a ^ b;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24 > 6;
}

/** A word may hold one error; two from five letters on, three from twelve on. Shorter than `least` it may hold none. */
function typo(a: string, b: string, least: number): Likeness {
  const longest = Math.max(a.length, b.length);
  if (longest < Math.max(2, least)) return unlike;
  const allowed = longest <= typing.shortWord ? 1 : longest < typing.longWord ? 2 : 3;
  if (Math.abs(a.length - b.length) > allowed) return unlike;
  const errors = typingErrors(a, b, allowed);
  if (errors === tooFar) return unlike;
  const value = 1 - (typing.share * errors) / longest;
  return value <= 0 ? unlike : { value, how: "typo", errors };
}

/** Same consonants and nearly the same vowels, as when one name is written down by ear. */
function soundsAlike(a: NameToken, b: NameToken): Likeness {
  if (a.skeleton.length < 2 || a.skeleton !== b.skeleton) return unlike;
  const longest = Math.max(a.latin.length, b.latin.length);
  const far = soundDistance(a.latin, b.latin, longest * 0.4);
  if (far === tooFar) return unlike;
  const value = Math.min(like.sound, 1 - (1.3 * far) / longest);
  return value < 0.6 ? unlike : { value, how: "variant", errors: 1 };
}

/** Words of two scripts are compared by every Latin spelling they are known to have. */
function bestSpelling(a: NameToken, b: NameToken): Likeness {
  if (a.ofPerson && a.script === "hangul" && b.script === "latin") return compareHangul(a, b.latin);
  if (b.ofPerson && b.script === "hangul" && a.script === "latin") return compareHangul(b, a.latin);
  let best = compareSpelled(a, b, a.latin, b.latin);
  for (const spelled of a.spellings) best = better(best, compareSpelled(a, b, spelled, b.latin));
  for (const spelled of b.spellings) best = better(best, compareSpelled(a, b, a.latin, spelled));
  return best;
}

/** Every syllable must be spelled: 영자 is not Yong. */
function compareHangul({ text, latin, spellings }: NameToken, other: string): Likeness {
  if (spellings.includes(other) || latin === other || spellsHangul(text, other)) return across(like.transliteration);
  return [latin, ...spellings].map((spelled) => misspelledReading(spelled, other)).reduce(better, unlike);
}

function better(a: Likeness, b: Likeness): Likeness {
  return b.value > a.value ? b : a;
}

function across(value: number): Likeness {
  return { value, how: "transliteration", errors: 0 };
}

function compareSpelled(a: NameToken, b: NameToken, one: string, other: string): Likeness {
  if (one === "" || other === "") return unlike;
  if (one === other) return across(like.transliteration);
  const respelled = one !== a.latin || other !== b.latin;
  const [x, y] = respelled ? [spelledKeys(one), spelledKeys(other)] : [a, b];
  if (x.loose === y.loose && x.loose.length > 1) return across(like.romanisation);
  if (isVowelless(a) || isVowelless(b)) {
    const begins =
      a.script === "arabic" ? beginsAlike(a.text, other) : b.script !== "arabic" || beginsAlike(b.text, one);
    return compareConsonants(x.arabic, y.arabic, begins);
  }
  const longest = Math.max(one.length, other.length);
  if (isRead(a) || isRead(b)) return misspelledReading(one, other);
  const far = soundDistance(one, other, longest * 0.45);
  if (far === tooFar || ((a.script === "kana" || b.script === "kana") && areTwoNames(a, b))) return unlike;
  if (x.skeleton === y.skeleton && x.skeleton.length >= 2)
    return across(Math.max(0.8, Math.min(like.sound, 1 - far / longest)));
  const value = 0.96 * (1 - far / longest);
  return value >= 0.7 ? across(value) : unlike;
}

/** Characters have several readings, and all of them are known: near a reading is mostly another name, 浩司 and Kosuke. */
function isRead({ ofPerson, script, spellings }: NameToken): boolean {
  return ofPerson && (script === "han" || script === "japanese") && spellings.length > 0;
}

const longReading = 8;

function misspelledReading(one: string, other: string): Likeness {
  const longest = Math.max(one.length, other.length);
  if (longest < longReading || typingErrors(one, other, 1) === tooFar) return unlike;
  return across(1 - typing.share / longest);
}

/** Spellings of readings, which many names share. */
const keptSpellings = 30_000;

const spelledKeys = remembered(
  keptSpellings,
  (latin): Pick<NameToken, "loose" | "skeleton" | "arabic"> => ({
    loose: looseKey(latin),
    skeleton: consonantSkeleton(latin),
    arabic: arabicSkeleton(latin),
  }),
);

function isVowelless({ script, text }: NameToken): boolean {
  return script === "arabic" || (script === "other" && /\p{Script=Hebrew}/u.test(text));
}

/** Latin letters a word may begin with, by what it begins with in Arabic script. The weak letters are not among its consonants. */
const beginnings: readonly (readonly [RegExp, RegExp])[] = [
  [/^[اأإآع]/u, /^[aeiouy]/],
  [/^[حه]/u, /^h/],
  [/^خ/u, /^(?:k|h|x|c)/],
  [/^و/u, /^[wvuo]/],
  [/^ي/u, /^[yijea]/],
];

function beginsAlike(arabic: string, latin: string): boolean {
  const known = beginnings.find(([letter]) => letter.test(arabic));
  return known === undefined ? /^[^aeiouywvh]/.test(latin) : known[1].test(latin);
}

function compareConsonants(a: string, b: string, beginAlike: boolean): Likeness {
  if (a === b) {
    if (a === "") return beginAlike ? across(0.7) : unlike;
    if (!beginAlike) return a.length >= 3 ? across(like.consonantsElsewhere) : unlike;
    return across(a.length >= 3 ? like.consonants : a.length === 2 ? like.consonantsShort : like.consonantsOne);
  }
  const near = beginAlike && Math.min(a.length, b.length) >= 3 && typingErrors(a, b, 1) <= 1;
  return near ? across(like.consonantsNear) : unlike;
}
