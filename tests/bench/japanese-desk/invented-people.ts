import { mensNames, type NamePart, surnames, womensNames } from "./name-parts.ts";
import type { Draws } from "./random.ts";
import { type Standard, spellKana } from "./spell-kana.ts";

/** An invented person: a common family name beside a common given name. */
export interface Invented {
  readonly surname: NamePart;
  readonly given: NamePart;
}

const givenNames = [...mensNames, ...womensNames];

/** Draws a person; nobody is meant. */
export function inventPerson(draws: Draws): Invented {
  return { surname: draws.one(surnames), given: draws.one(givenNames) };
}

/** A given name that cannot be another writing or reading of this one: no character and no first sound in common. */
export function otherGiven(draws: Draws, given: NamePart): NamePart {
  for (;;) {
    const other = draws.one(givenNames);
    if (![...other.kanji].some((letter) => given.kanji.includes(letter)) && other.kana[0] !== given.kana[0])
      return other;
  }
}

/**
 * A given name that begins with the same sound and ends otherwise in writing and in sound, as 健一 and 健二: near, and
 * still no reading of this one. Names of a single character have too many readings for that; they get any other name.
 */
export function nearGiven(draws: Draws, given: NamePart): NamePart {
  const near = givenNames.filter(
    (other) =>
      [given, other].every(({ kanji }) => [...kanji].length > 1) &&
      other.kana[0] === given.kana[0] &&
      other.kanji.at(-1) !== given.kanji.at(-1) &&
      other.kana.slice(-2) !== given.kana.slice(-2) &&
      !other.kana.startsWith(given.kana) &&
      !given.kana.startsWith(other.kana),
  );
  return near.length === 0 ? otherGiven(draws, given) : draws.one(near);
}

/** A family name that shares neither character nor first sound. */
export function otherSurname(draws: Draws, surname: NamePart): NamePart {
  for (;;) {
    const other = draws.one(surnames);
    if (![...other.kanji].some((letter) => surname.kanji.includes(letter)) && other.kana[0] !== surname.kana[0])
      return other;
  }
}

/** Kanji as lists and forms write them: with a space, a wide space or none. */
export function inKanji({ surname, given }: Invented, draws: Draws): string {
  return `${surname.kanji}${draws.one(["", " ", "　"])}${given.kanji}`;
}

/** Kana as forms write them. */
export function inKana({ surname, given }: Invented, draws: Draws): string {
  return `${surname.kana}${draws.one([" ", "　"])}${given.kana}`.replaceAll("・", "");
}

/** Latin letters by one standard, in either order, with the capitals that are in use. */
export function inRomaji({ surname, given }: Invented, standard: Standard, draws: Draws): string {
  const family = capital(spellKana(surname.kana, standard));
  const own = capital(spellKana(given.kana, standard));
  return draws.one([
    `${own} ${family}`,
    `${family} ${own}`,
    `${family.toUpperCase()} ${own}`,
    `${family.toUpperCase()}, ${own}`,
    `${own} ${family.toUpperCase()}`,
    `${own.toUpperCase()} ${family.toUpperCase()}`,
  ]);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Hiragana as katakana. */
export function asKatakana(text: string): string {
  return text.replace(/[ぁ-ゖ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}

const halfWidth = new Map(
  [
    ..."アｱイｲウｳエｴオｵカｶキｷクｸケｹコｺサｻシｼスｽセｾソｿタﾀチﾁツﾂテﾃトﾄナﾅニﾆヌﾇネﾈノﾉハﾊヒﾋフﾌヘﾍホﾎマﾏミﾐムﾑメﾒモﾓヤﾔユﾕヨﾖラﾗリﾘルﾙレﾚロﾛワﾜヲｦンﾝャｬュｭョｮッｯーｰ",
  ]
    .join("")
    .match(/../gu)
    ?.map((pair) => [pair.charAt(0), pair.charAt(1)] as const) ?? [],
);

/** Katakana in half width, voiced marks apart, as old files hold them. */
export function asHalfWidth(katakana: string): string {
  return [...katakana.normalize("NFD")]
    .map((letter) => halfWidth.get(letter) ?? { "\u3099": "ﾞ", "\u309a": "ﾟ" }[letter] ?? letter)
    .join("");
}
