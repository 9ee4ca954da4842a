/** Syllables whose Wade–Giles form follows no rule below. */
const irregular: ReadonlyMap<string, string> = new Map(
  (
    "zi tzu|ci tz'u|si szu|zhi chih|chi ch'ih|shi shih|ri jih|e o|er erh|ge ko|ke k'o|he ho|guo kuo|kuo k'uo|huo huo|shuo shuo|" +
    "gui kuei|kui k'uei|yi i|you yu|yan yen|ye yeh|yong yung|yu yü|yue yüeh|yuan yüan|yun yün|lv lü|nv nü|lue lüeh|nue nüeh|lve lüeh|nve nüeh"
  )
    .split("|")
    .map((pair): readonly [string, string] => {
      const [pinyin = "", spelled = ""] = pair.split(" ");
      return [pinyin, spelled];
    }),
);

const initials: readonly (readonly [string, string])[] = [
  ["zh", "ch"],
  ["ch", "ch'"],
  ["sh", "sh"],
  ["b", "p"],
  ["p", "p'"],
  ["d", "t"],
  ["t", "t'"],
  ["g", "k"],
  ["k", "k'"],
  ["j", "ch"],
  ["q", "ch'"],
  ["x", "hs"],
  ["z", "ts"],
  ["c", "ts'"],
  ["r", "j"],
];

/** One syllable of pinyin without tone (ü as v) in Wade–Giles: zhang is chang, qing is ch'ing, xue is hsüeh. */
export function wadeGilesOf(pinyin: string): string {
  const known = irregular.get(pinyin);
  if (known !== undefined) return known;
  const [from, to] = initials.find(([initial]) => pinyin.startsWith(initial)) ?? ["", ""];
  const final = pinyin.slice(from.length);
  const palatal = from === "j" || from === "q" || from === "x";
  return to + finalOf(palatal ? final.replace(/^u/, "ü") : final, from);
}

function finalOf(final: string, initial: string): string {
  return final
    .replace(/^v/, "ü")
    .replace(/^ian$/, "ien")
    .replace(/^ie$/, "ieh")
    .replace(/^üe$/, "üeh")
    .replace(/ong$/, "ung")
    .replace(/^uo$/, initial === "sh" ? "uo" : "o");
}
