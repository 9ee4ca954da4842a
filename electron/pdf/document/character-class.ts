/** How a character behaves at the ends of a line and beside its neighbours (after JIS X 4051). */
export interface CharacterClass {
  /** Belongs to a run of Latin letters, digits and their punctuation, which is kept together. */
  readonly isWord: boolean;
  readonly isSpace: boolean;
  /** Must not open a line. */
  readonly noStart: boolean;
  /** Must not close a line. */
  readonly noEnd: boolean;
  /** Full-width bracket or stop with an empty half that may be dropped: on which side that half lies. */
  readonly emptyHalf: "left" | "right" | undefined;
}

const closingHalves = "、。，．）」』】〉》〕］｝〙〗";
const openingHalves = "（「『【〈《〔［｛〘〖";
const fullNoStart =
  "～〜゠・：；！？‼⁇⁈⁉ー々〻ゝゞヽヾ％‰℃°′″℉％…‥" +
  "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ";
const halfNoStart = "｡｣､･ｰﾞﾟｧｨｩｪｫｬｭｮｯ";
const wordNoStart = ",.;:!?)]}%’”»›";
const wordNoEnd = "([{‘“«‹$¥£#€";

const noStart = new Set([...closingHalves, ...fullNoStart, ...halfNoStart, ...wordNoStart]);
const noEnd = new Set([...openingHalves, ..."｢￥＄￡＃№", ...wordNoEnd]);
const closing = new Set(closingHalves);
const opening = new Set(openingHalves);
const spaces = new Set([" ", "\u3000", "\u2003", "\u2002"]);

/** The class of one cluster, by its first character. */
export function classOf(text: string): CharacterClass {
  const character = String.fromCodePoint(text.codePointAt(0) ?? 0);
  const codePoint = character.codePointAt(0) ?? 0;
  return {
    isWord: isWordCharacter(codePoint),
    isSpace: spaces.has(character),
    noStart: noStart.has(character),
    noEnd: noEnd.has(character),
    emptyHalf: closing.has(character) ? "right" : opening.has(character) ? "left" : undefined,
  };
}

/** Two of these in a row are one mark and stay on one line: ellipses and dashes. */
export function isInseparablePair(before: string, after: string): boolean {
  return before === after && "…‥—―─".includes(before);
}

/** Where a long Latin run may be cut without a hyphen: after these, inside web addresses and compound names. */
export function mayBreakAfterInWord(character: string): boolean {
  return "-/?&=_–".includes(character);
}

/** True for a text that is mainly written in Japanese or another East Asian script. */
export function isMainlyEastAsian(text: string): boolean {
  let eastAsian = 0;
  let letters = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint <= 0x20) continue;
    letters += 1;
    if (!isWordCharacter(codePoint)) eastAsian += 1;
  }
  return eastAsian * 3 > letters;
}

function isWordCharacter(codePoint: number): boolean {
  if (codePoint <= 0x20 || codePoint === 0x3000) return false;
  if (codePoint < 0x2000) return true;
  // Quotation marks, en dash and primes go with the Latin text they stand in; em dash and ellipsis are full-width here.
  return (
    (codePoint >= 0x2010 && codePoint <= 0x2013) || (codePoint >= 0x2018 && codePoint <= 0x201e) || codePoint === 0x20ac
  );
}
