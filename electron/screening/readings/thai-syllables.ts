/** One syllable of a Thai word: Thai letters around a vowel in Latin ones. `final` is empty or one letter. */
export interface Syllable {
  readonly initial: string;
  readonly vowel: string;
  readonly final: string;
}

/** How letters without a vowel are parted: `other` takes the less usual way wherever there are two. */
export type Parting = "usual" | "other";

const tones = /[\u0e48-\u0e4b\u0e4d\u0e4e\u0e3a]/gu;
/** Letters under the mark that silences them; of จันทร์ and ศาสตร์ the one before as well. */
const silenced = /(?:[ทต]ร|[ก-ฮ][\u0e34\u0e38]?)\u0e4c/gu;
const isConsonant = (letter: string): boolean => letter >= "ก" && letter <= "ฮ";
/** Vowels written behind, above or below. */
const isSign = (letter: string): boolean =>
  letter !== "" && "ะาำ\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47".includes(letter);
const isAhead = (letter: string): boolean => letter !== "" && "เแโใไ".includes(letter);

/** Pairs that begin one syllable; those with a silent letter come down to the one that is heard. */
const clusters = new Map<string, string>(
  [..."กขคตปผพ"].flatMap((first) => [..."รลว"].map((second) => [first + second, first + second] as const)),
);
for (const second of "งญนมยรลว") clusters.set(`ห${second}`, second);
for (const first of "ศสซ") clusters.set(`${first}ร`, first);
clusters.set("ทร", "ซ");
clusters.set("จร", "จ");
clusters.set("ฉล", "ฉล");

/** Letters that begin a syllable of their own, with an a, where they stand bare between two syllables: สุรชัย, วีรกูล. */
const linking = "รลภธศษทชวฒฐพ";

/** Letters of words from Sanskrit and Pali that are heard twice behind the short a. */
const doubling = "ฒฐตชคลธภศ";

/** Longest word that is read, in letters. */
const longestWord = 60;

/** Cuts a Thai word into syllables; nothing where it holds other letters or begins with what cannot begin one. */
export function thaiSyllables(word: string, parting: Parting): readonly Syllable[] | undefined {
  if (word.length > longestWord || !/^[\u0e01-\u0e4e]+$/u.test(word)) return undefined;
  // Compatibility forms take the vowel am apart.
  const letters = word.replaceAll("\u0e4d\u0e32", "\u0e33").replace(silenced, "").replace(tones, "");
  const syllables: Syllable[] = [];
  let at = 0;
  while (at < letters.length) {
    const read = isAhead(letters[at] ?? "") ? readAhead(letters, at, parting) : readBehind(letters, at, parting);
    if (read === undefined) return undefined;
    // A letter left over behind a closed syllable is not heard: เพชร.
    if (!isLeftOver(read, syllables, letters)) syllables.push(...read.syllables);
    at = read.end;
  }
  return syllables;
}

interface Read {
  readonly syllables: readonly Syllable[];
  readonly end: number;
  /** Nothing but a letter. */
  readonly bare: boolean;
}

function isLeftOver({ bare, end }: Read, before: readonly Syllable[], letters: string): boolean {
  const last = before.at(-1);
  return bare && end === letters.length && last !== undefined && last.final !== "";
}

/** A vowel that is written ahead of the letters it is spoken after. */
function readAhead(letters: string, start: number, parting: Parting): Read | undefined {
  const vowel = letters[start] ?? "";
  const initial = initialAt(letters, start + 1, (tail) => mayFollow(vowel, tail[0] ?? ""));
  if (initial === undefined) return undefined;
  const { at } = initial;
  const rest = (sound: string, length: number): Read =>
    close(letters, { ...initial, at: at + length }, { sound, closes: false }, parting);
  const tail = letters.slice(at);
  if (vowel === "ไ" || vowel === "ใ") {
    const skipped = tail.startsWith("ย") && !isSign(tail[1] ?? "") ? 1 : 0;
    return { syllables: [{ initial: initial.text, vowel: "ai", final: "" }], end: at + skipped, bare: false };
  }
  if (vowel === "โ") return rest("o", tail.startsWith("ะ") ? 1 : 0);
  if (vowel === "แ") return rest("ae", /^[ะ\u0e47]/u.test(tail) ? 1 : 0);
  for (const [shape, sound] of behindE) {
    const found = shape.exec(tail)?.[0];
    if (found !== undefined) return rest(sound, found.length);
  }
  return rest("e", 0);
}

/** What stands behind เ and its letters makes the vowel. */
const behindE: readonly (readonly [RegExp, string])[] = [
  [/^\u0e35ยะ?/u, "ia"],
  [/^\u0e37อะ?/u, "uea"],
  [/^าะ/u, "o"],
  [/^า/u, "ao"],
  [/^อะ?(?![\u0e31\u0e34-\u0e39])/u, "oe"],
  [/^\u0e34/u, "oe"],
  [/^ย(?![ะาำ\u0e31\u0e34-\u0e39อ])/u, "oei"],
  [/^[ะ\u0e47]/u, "e"],
];

function mayFollow(vowel: string, next: string): boolean {
  if (!isSign(next)) return isConsonant(next);
  return vowel === "เ" ? "ะา\u0e34\u0e35\u0e37\u0e47".includes(next) : vowel === "แ" && "ะ\u0e47".includes(next);
}

/** Letters first, then the vowel, if one is written at all. */
function readBehind(letters: string, start: number, parting: Parting): Read | undefined {
  const initial = initialAt(letters, start, startsWithVowel);
  if (initial === undefined) return undefined;
  const tail = letters.slice(initial.at);
  for (const [shape, sound] of behind) {
    const found = shape.exec(tail)?.[0];
    if (found === undefined) continue;
    const vowel: Vowel = { sound, closes: found === "\u0e31" };
    return close(letters, { ...initial, at: initial.at + found.length }, vowel, parting);
  }
  return readBare(letters, initial, parting);
}

const open = "(?![ะาำ\\u0e31\\u0e34-\\u0e39\\u0e47อ])";
/** Vowels behind their letters, the longest first. `open` is: no vowel of its own follows. */
const behind: readonly (readonly [RegExp, string])[] = [
  [/^\u0e31วะ?/u, "ua"],
  [/^\u0e31/u, "a"],
  [/^\u0e37อ?/u, "ue"],
  [/^\u0e36/u, "ue"],
  [/^[\u0e34\u0e35]/u, "i"],
  [/^[\u0e38\u0e39]/u, "u"],
  [/^[ะา]/u, "a"],
  [/^ำ/u, "am"],
  [new RegExp(`^รร(?=[ก-ฮ]${open})`, "u"), "a"],
  [/^รร/u, "an"],
  [new RegExp(`^\\u0e47?อ${open}`, "u"), "o"],
  [new RegExp(`^ว(?=[ก-ฮ]${open}(?:[ก-ฮเแโใไ]|$))`, "u"), "ua"],
];

/** A sign, อ as a vowel, or ว between two letters. */
function startsWithVowel(tail: string): boolean {
  return isSign(tail[0] ?? "") || behind.slice(-2).some(([shape]) => shape.test(tail));
}

/** A letter without a vowel has an o before another such letter, and an a before everything else. */
function readBare(letters: string, initial: Initial, parting: Parting): Read {
  const next = letters[initial.at] ?? "";
  const run = bareRun(letters, initial.at);
  const pairs = parting === "usual" ? run % 2 === 1 : run > 0;
  if (isConsonant(next) && run > 0 && pairs)
    return { syllables: [{ initial: initial.text, vowel: "o", final: next }], end: initial.at + 1, bare: false };
  return { syllables: [{ initial: initial.text, vowel: "a", final: "" }], end: initial.at, bare: run === 0 };
}

interface Vowel {
  readonly sound: string;
  /** Written only in a syllable that a letter ends. */
  readonly closes: boolean;
}

interface Initial {
  readonly text: string;
  readonly at: number;
}

/** The letters a syllable begins with; two of them only where what follows belongs to both. */
function initialAt(letters: string, start: number, belongs: (tail: string) => boolean): Initial | undefined {
  const first = letters[start] ?? "";
  if (!isConsonant(first)) return undefined;
  const pair = clusters.get(letters.slice(start, start + 2));
  if (pair !== undefined && belongs(letters.slice(start + 2))) return { text: pair, at: start + 2 };
  return { text: first, at: start + 1 };
}

/** Ends a syllable: with the letter that follows its vowel, where that one begins no syllable itself. */
function close(letters: string, { text, at }: Initial, vowel: Vowel, parting: Parting): Read {
  const next = letters[at] ?? "";
  const { sound } = vowel;
  const openly: Read = { syllables: [{ initial: text, vowel: sound, final: "" }], end: at, bare: false };
  const run = bareRun(letters, at);
  if (!isConsonant(next) || run === 0) return openly;
  const atEnd = at + run === letters.length;
  const closed: Syllable = { initial: text, vowel: sound, final: next };
  if (!vowel.closes && !isGlide(sound, next) && startsNext(letters.slice(at), run, atEnd, parting)) return openly;
  // วัฒนา is wat-tha-na: one letter ends this syllable and begins the next.
  const doubled = vowel.closes && parting === "usual" && !(atEnd && run === 1) && doubling.includes(next);
  const second: readonly Syllable[] = doubled ? [{ initial: next, vowel: "a", final: "" }] : [];
  return { syllables: [closed, ...second], end: at + 1, bare: false };
}

/** Whether the first of some letters without vowels begins a syllable: su-ra-chai, thi-ra-phon, ni-kon; but not but and phet. */
function startsNext(tail: string, run: number, atEnd: boolean, parting: Parting): boolean {
  const usual = parting === "usual";
  if (run === 2 && atEnd) return !/^[ตทชด]ร/u.test(tail);
  if (run === 1 && atEnd) return false;
  return usual && run % 2 === 1 && linking.includes(tail[0] ?? "");
}

/** ชาย and แก้ว end in a vowel that is written with a consonant. */
function isGlide(vowel: string, next: string): boolean {
  return next === "ย" || (next === "ว" && /[aei]$/.test(vowel));
}

/** Letters from here on that have no vowel of their own, behind, above, below or ahead. */
function bareRun(letters: string, from: number): number {
  let at = from;
  while (at < letters.length && isConsonant(letters[at] ?? "") && !hasVowel(letters, at)) at += 1;
  return at - from;
}

function hasVowel(letters: string, at: number): boolean {
  const next = letters[at + 1] ?? "";
  if (isSign(next)) return true;
  if (next === "อ") return !isSign(letters[at + 2] ?? "");
  if (letters.startsWith("รร", at + 1)) return true;
  return clusters.has(letters.slice(at, at + 2)) && isSign(letters[at + 2] ?? "");
}
