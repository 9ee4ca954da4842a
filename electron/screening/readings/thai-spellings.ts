import { type Syllable, thaiSyllables } from "./thai-syllables.ts";

/** Thai letters by what they are spelled with where a syllable begins and where it ends, by the royal system of 1999. */
const letters = new Map<string, readonly [begins: string, ends: string]>(
  (
    "ก k k,ข kh k,ฃ kh k,ค kh k,ฅ kh k,ฆ kh k,ง ng ng,จ ch t,ฉ ch t,ช ch t,ซ s t,ฌ ch t,ญ y n,ฎ d t,ฏ t t,ฐ th t,ฑ th t," +
    "ฒ th t,ณ n n,ด d t,ต t t,ถ th t,ท th t,ธ th t,น n n,บ b p,ป p p,ผ ph p,ฝ f p,พ ph p,ฟ f p,ภ ph p,ม m m,ย y i,ร r n," +
    "ล l n,ว w o,ศ s t,ษ s t,ส s t,ห h -,ฬ l n,อ - -,ฮ h -"
  )
    .split(",")
    .map((line) => {
      const [letter = "", begins = "", ends = ""] = line.split(" ");
      return [letter, [begins.replace("-", ""), ends.replace("-", "")]] as const;
    }),
);

/** What bearers of names write instead: Jaidee, Siriporn, Kittipong, Charnkul. */
const usual: Readonly<Record<string, readonly [begins: string, ends: string]>> = {
  จ: ["j", "t"],
  ผ: ["p", "p"],
  พ: ["p", "p"],
  ภ: ["p", "p"],
  ร: ["r", "r"],
  ล: ["l", "l"],
  ว: ["w", "w"],
  ฬ: ["l", "l"],
};

/**
 * Latin spellings of one word in Thai letters, small and without marks, the likeliest first: by the royal system and as
 * bearers of names write, each with both ways of parting syllables where the script leaves it open. Empty for a word
 * that holds anything else. Source: the rules of the Royal Society of Thailand, less its dictionary of exceptions.
 */
export function thaiSpellings(word: string): readonly string[] {
  const readings = [thaiSyllables(word, "usual"), thaiSyllables(word, "other")].filter(
    (reading) => reading !== undefined,
  );
  const spelled = readings.flatMap((reading) => [reading.map(spellRoyal).join(""), reading.map(spellUsual).join("")]);
  return [...new Set(spelled)].filter((spelling) => spelling !== "");
}

function spellRoyal({ initial, vowel, final }: Syllable): string {
  return `${[...initial].map((letter) => letters.get(letter)?.[0] ?? "").join("")}${vowel}${letters.get(final)?.[1] ?? ""}`;
}

function spellUsual({ initial, vowel, final }: Syllable): string {
  const begins = [...initial].map((letter) => (usual[letter] ?? letters.get(letter))?.[0] ?? "").join("");
  const ends = (usual[final] ?? letters.get(final))?.[1] ?? "";
  // พร is written porn: the r is seen, the n is heard.
  return `${begins}${vowel}${final === "ร" ? "rn" : ends}`;
}
