/**
 * Kana as they are typed on a Latin keyboard: おおの is oono, しんいち shin'ichi, みづき miduki. Nothing is lost, so that
 * the kana can be had back; the reading dictionary is kept in this spelling.
 */

const syllables: ReadonlyMap<string, string> = new Map(
  (
    "あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo " +
    "たta ちchi つtsu てte とto だda ぢdi づdu でde どdo なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho ばba びbi ぶbu べbe ぼbo " +
    "ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa ゐwi ゑwe をwo ゔvu ー- " +
    "きゃkya きゅkyu きょkyo ぎゃgya ぎゅgyu ぎょgyo しゃsha しゅshu しょsho じゃja じゅju じょjo ちゃcha ちゅchu ちょcho ぢゃdya ぢゅdyu ぢょdyo " +
    "にゃnya にゅnyu にょnyo ひゃhya ひゅhyu ひょhyo びゃbya びゅbyu びょbyo ぴゃpya ぴゅpyu ぴょpyo みゃmya みゅmyu みょmyo りゃrya りゅryu りょryo " +
    "ふぁfa ふぃfi ふぇfe ふぉfo てぃthi でぃdhi でゅdhu とぅtwu どぅdwu うぃwhi うぇwhe うぉwho ゔぁva ゔぃvi ゔぇve ゔぉvo しぇshe じぇje ちぇche " +
    "つぁtsa つぃtsi つぇtse つぉtso いぇye くぁkwa くぃkwi くぇkwe くぉkwo ぁxa ぃxi ぅxu ぇxe ぉxo ゃxya ゅxyu ょxyo ゎxwa っxtsu"
  )
    .split(" ")
    .map((pair): readonly [string, string] => {
      const [kana = ""] = /^[^\x21-\x7e]+?(?=[\x21-\x7e]|-$)/u.exec(pair) ?? [];
      return [kana, pair.slice(kana.length)];
    }),
);

const kanaOf: ReadonlyMap<string, string> = new Map([...syllables].map(([kana, typed]) => [typed, kana]));

/** Katakana become hiragana; everything else stays. */
function toHiragana(text: string): string {
  return text.normalize("NFKC").replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

/** Kana as typed, in lower case; nothing where a character is no kana. */
export function typeKana(text: string): string | undefined {
  const kana = toHiragana(text);
  let typed = "";
  let doubled = false;
  for (let at = 0; at < kana.length; ) {
    const letter = kana.charAt(at);
    if (letter === "ん" || letter === "っ") {
      const next = kana.charAt(at + 1);
      const doubles = letter === "っ" && next !== "" && /[^あ-おぁ-ぉな-のんっー]/u.test(next);
      if (letter === "ん") typed += /[あ-おぁ-ぉや-よゃ-ょ]/u.test(next) ? "n'" : "n";
      else if (!doubles) typed += "xtsu";
      doubled = doubles;
      at += 1;
      continue;
    }
    const two = syllables.get(kana.slice(at, at + 2));
    const syllable = two ?? syllables.get(letter);
    if (syllable === undefined) return undefined;
    typed += (doubled ? syllable.charAt(0) : "") + syllable;
    doubled = false;
    at += two === undefined || kana.length === at + 1 ? 1 : 2;
  }
  return typed;
}

/** The hiragana that `typeKana` was given; what it would not write stays as it is. */
export function untypeKana(typed: string): string {
  let kana = "";
  for (let at = 0; at < typed.length; ) {
    const letter = typed.charAt(at);
    if (letter === "n" && !/[aiueoy]/.test(typed.charAt(at + 1))) {
      kana += "ん";
      at += typed.charAt(at + 1) === "'" ? 2 : 1;
    } else if (letter === typed.charAt(at + 1) && /[b-df-hj-mp-z]/.test(letter)) {
      kana += "っ";
      at += 1;
    } else {
      const length = [4, 3, 2, 1].find((count) => kanaOf.has(typed.slice(at, at + count)));
      kana += length === undefined ? letter : kanaOf.get(typed.slice(at, at + length));
      at += length ?? 1;
    }
  }
  return kana;
}

/** A typed reading in Hepburn with macrons: oono is ōno, shin'ichi stays, miduki is mizuki, itou is itō. */
export function hepburnOf(typed: string): string {
  return (
    typed
      .replace(/cc(?=h)/g, "tc")
      .replace(/d([iu])/g, (_found, vowel: string) => (vowel === "i" ? "ji" : "zu"))
      .replace(/dy/g, "j")
      .replace(/([td])h([iu])/g, "$1$2")
      .replace(/([td])wu/g, "$1u")
      .replace(/wh/g, "w")
      .replace(/xtsu|x(?=[aiueoyw])/g, "")
      // 井上 and the like: の and うえ are two words, and the vowels not one.
      .replace(/o(?!ue$)[ou-]/g, "ō")
      .replace(/u[u-]/g, "ū")
      .replace(/a[a-]/g, "ā")
      .replace(/e-/g, "ē")
      .replace(/i-/g, "ī")
  );
}
