const units: ReadonlyMap<string, number> = new Map(
  (
    "zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 " +
    "fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 " +
    "eighth 8 ninth 9 tenth 10 eleventh 11 twelfth 12"
  )
    .split(/ (?=[a-z])/)
    .map((pair): readonly [string, number] => [pair.replace(/ .*/, ""), Number(pair.replace(/.* /, ""))]),
);

const tens: ReadonlyMap<string, number> = new Map(
  ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].map((word, at) => [
    word,
    at * 10 + 20,
  ]),
);

const hanDigits = "〇一二三四五六七八九";

/** The number a lower-case Latin word spells: digits, 1st, two, second, or nothing. */
export function numberOf(word: string): number | undefined {
  if (/^\d{1,15}(?:st|nd|rd|th)?$/.test(word)) return Number.parseInt(word, 10);
  return units.get(word) ?? tensOf(word);
}

/** The tens a word spells: forty, and fourty as it is often written. */
export function tensOf(word: string): number | undefined {
  return tens.get(word === "fourty" ? "forty" : word);
}

/** The value of a Roman numeral up to 39 in small letters, or nothing. */
export function romanNumber(word: string): number | undefined {
  const parts = /^(x{0,3})(ix|iv|v?i{0,3})$/.exec(word);
  if (parts === null || word === "") return undefined;
  const [, ten = "", one = ""] = parts;
  const ones = one === "ix" ? 9 : one === "iv" ? 4 : one.replace("v", "iiiii").length;
  return ten.length * 10 + ones;
}

/** Ordinals in Han: 第二, 第十三, 第12 become ` 2 `, so that the number stands as a word of its own. */
export function spellHanOrdinals(text: string): string {
  return text.replace(/第([〇一二三四五六七八九十百]{1,5}|\d{1,6})/gu, (all: string, digits: string) => {
    const value = /\d/.test(digits) ? Number(digits) : hanNumber(digits);
    return value === undefined ? all : ` ${value} `;
  });
}

function hanNumber(digits: string): number | undefined {
  let total = 0;
  let digit = 0;
  for (const letter of digits) {
    if (letter === "十" || letter === "百") {
      total += (digit === 0 ? 1 : digit) * (letter === "十" ? 10 : 100);
      digit = 0;
    } else digit = digit * 10 + hanDigits.indexOf(letter);
  }
  return Number.isFinite(total + digit) ? total + digit : undefined;
}
