import { romanize } from "es-hangul";
import { remembered } from "./remembered.ts";
import type { SpelledParts } from "./spelled-parts.ts";
import { plainLatin } from "./spoken-names.ts";

const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;

const revised = {
  initials: "g kk n d tt r m b pp s ss - j jj ch k t p h".split(" "),
  vowels: "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" "),
  finals: "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" "),
} as const;

/** McCune–Reischauer; initials between vowels are voiced, which `mcCuneSyllable` does. */
const mcCune = {
  initials: "k kk n t tt r m p pp s ss - ch tch ch' k' t' p' h".split(" "),
  vowels: "a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i".split(" "),
} as const;

const voicedInitials: Readonly<Record<string, string>> = { k: "g", t: "d", p: "b", ch: "j" };

/** Family names and the spellings their bearers use. */
const surnames: ReadonlyMap<string, readonly string[]> = new Map(
  (
    "김 kim gim|이 lee yi rhee i li rhie|리 ri lee li|박 park pak bak|최 choi choe choy|정 jung jeong chung jong chong|강 kang gang|조 cho jo joe|윤 yoon yun youn|" +
    "장 jang chang|임 lim im yim rim|림 rim lim|오 oh o|한 han|신 shin sin|서 seo suh so|권 kwon gwon|황 hwang whang|안 ahn an|송 song|유 yoo yu ryu you|류 ryu yoo yu lyu|" +
    "홍 hong|전 jeon chun chon jun jon|고 ko go koh|문 moon mun|손 son sohn|양 yang|량 ryang yang|배 bae pae|백 baek paik paek|허 heo hur huh ho|남 nam|심 shim sim|" +
    "노 noh roh no|로 ro roh|하 ha|곽 kwak gwak|성 sung seong song|차 cha|주 joo ju chu|우 woo u wu|구 koo gu ku|민 min|진 jin chin|지 ji chi jee|엄 eom um|" +
    "채 chae|원 won|천 cheon chun chon|방 bang pang|공 kong gong|현 hyun hyeon hyon|함 ham|변 byun byeon pyon|염 yeom yum|려 ryo|여 yeo yo|추 choo chu|" +
    "도 do to|소 so|석 seok suk sok|선 sun seon son|설 seol sul sol|마 ma|길 gil kil|연 yeon yun yon|위 wi|표 pyo|명 myung myeong|기 ki gi|반 ban pan|왕 wang|" +
    "금 keum geum kum|옥 ok|육 yook yuk|인 in|맹 maeng|제 je che|모 mo|탁 tak|국 kook guk kuk|어 eo uh|은 eun|편 pyeon pyun|용 yong|태 tae|봉 bong|경 kyung|" +
    "남궁 namkung namgung namkoong|황보 hwangbo|제갈 jegal|선우 sunwoo seonu|독고 dokgo dokko|사공 sagong|서문 seomun"
  )
    .split("|")
    .map((row): readonly [string, readonly string[]] => {
      const [name = "", ...spellings] = row.split(" ");
      return [name, spellings];
    }),
);

/** Whether a syllable, or two, are a family name in use. */
export function isHangulSurname(text: string): boolean {
  return surnames.has(text);
}

/** Spellings of vowels that given names use beside the official one. */
const customaryVowels: readonly (readonly [RegExp, readonly string[]])[] = [
  [/yeo/, ["you", "yu", "yo"]],
  [/(?<!y)eo/, ["u", "o"]],
  [/eu/, ["u"]],
  [/(?<![aeoy])u$/, ["oo"]],
  [/(?<![aeoy])u(?=n$)/, ["oo", "u"]],
  [/ui$/, ["ee", "eui", "i"]],
  [/^i$/, ["yi", "lee"]],
  [/(?<![aeouwy])i$/, ["ee"]],
  [/^u/, ["woo", "wu"]],
  [/ae$/, ["ai"]],
];

/**
 * How a Korean name in Hangul is spelled, syllable by syllable: the revised romanisation, McCune–Reischauer and what
 * bearers use (이: Lee, Yi, Rhee; 영: Yeong, Young). A family name of two syllables is one part. Nothing for text that is not all Hangul syllables.
 */
export function hangulSpellings(text: string): SpelledParts | undefined {
  const run = text.normalize("NFC").replace(/\s+/gu, "");
  const syllables = [...run];
  if (syllables.length === 0 || syllables.length > 8 || !/^[가-힣]+$/u.test(run)) return undefined;
  const compound = syllables.length > 2 ? surnames.get(run.slice(0, 2)) : undefined;
  const [first = ""] = syllables;
  const surname = compound ?? surnames.get(first) ?? spellingsOf(first, false);
  const given = syllables.slice(compound === undefined ? 1 : 2);
  return {
    system: "korean",
    surnameLength: 1,
    parts: [surname, ...given.map((syllable) => spellingsOf(syllable, true))],
  };
}

/**
 * Whether Latin letters spell a Korean name syllable by syllable, each in any of its spellings. Small letters without marks.
 */
export function spellsHangul(text: string, latin: string): boolean {
  let ends = new Set([0]);
  for (const syllable of text.normalize("NFC")) {
    const next = new Set<number>();
    for (const end of ends)
      for (const spelled of everySpelling(syllable)) if (latin.startsWith(spelled, end)) next.add(end + spelled.length);
    ends = next;
    if (ends.size === 0) return false;
  }
  return ends.has(latin.length);
}

/** The word as a whole in the revised romanisation, with the sounds it is spoken with: 한국전력 is hangukjeollyeok. */
export function hangulWord(text: string): string {
  return romanize(text.normalize("NFC")).toLowerCase();
}

function indexesOf(syllable: string): readonly [number, number, number] | undefined {
  const code = syllable.charCodeAt(0);
  if (code < firstSyllable || code > lastSyllable) return undefined;
  const at = code - firstSyllable;
  return [Math.floor(at / 588), Math.floor((at % 588) / 28), at % 28];
}

/** Every syllable there is, as the first and as a later one. */
const keptSyllables = 24_000;

const laterSpellings = remembered(keptSyllables, (syllable) => makeSpellings(syllable, true));
const firstSpellings = remembered(keptSyllables, (syllable) => makeSpellings(syllable, false));

const everySpelling = remembered(keptSyllables, (syllable): readonly string[] =>
  [...new Set([...firstSpellings(syllable), ...laterSpellings(syllable)].map(plainLatin))].filter((one) => one !== ""),
);

function spellingsOf(syllable: string, later: boolean): readonly string[] {
  return later ? laterSpellings(syllable) : firstSpellings(syllable);
}

function makeSpellings(syllable: string, later: boolean): readonly string[] {
  const indexes = indexesOf(syllable);
  if (indexes === undefined) return [syllable];
  const [initial, vowel, final] = indexes;
  const coda = (revised.finals[final] ?? "").replace("-", "");
  const onset = (revised.initials[initial] ?? "").replace("-", "");
  const official = onset + (revised.vowels[vowel] ?? "") + coda;
  return [...new Set([official, ...customary(official), ...mcCuneSyllables(initial, vowel, coda, later)])];
}

function customary(official: string): readonly string[] {
  const vowels = customaryVowels.flatMap(([pattern, spellings]) =>
    pattern.test(official) ? spellings.map((spelling) => official.replace(pattern, spelling)) : [],
  );
  const all = [official, ...vowels];
  return [
    ...vowels,
    ...all.flatMap((spelling) => (/^si/.test(spelling) ? [spelling.replace(/^s/, "sh")] : [])),
    ...all.flatMap((spelling) => (/^[gdb]/.test(spelling) ? [spelling.replace(/^[gdb]/, hardened)] : [])),
    ...all.flatMap((spelling) => (/^j/.test(spelling) ? [spelling.replace(/^j/, "ch")] : [])),
    ...all.flatMap((spelling) => (/^r/.test(spelling) ? [spelling.replace(/^r/, "l")] : [])),
  ];
}

function hardened(letter: string): string {
  return letter === "g" ? "k" : letter === "d" ? "t" : "p";
}

function mcCuneSyllables(initial: number, vowel: number, coda: string, later: boolean): readonly string[] {
  const onset = (mcCune.initials[initial] ?? "").replace("-", "");
  const rest = (mcCune.vowels[vowel] ?? "") + coda;
  const soft = later ? voicedInitials[onset] : undefined;
  return soft === undefined ? [onset + rest] : [onset + rest, soft + rest];
}
