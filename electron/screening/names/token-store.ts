import { createRecent } from "../readings/recent.ts";
import { thaiSpellings } from "../readings/thai-spellings.ts";
import { foldDiacritics } from "./character-folding.ts";
import { latinSpelling } from "./latin-spelling.ts";
import { letterMask, type NameToken, type TokenRole } from "./name-token.ts";
import { shortFormsOf, variantsOf } from "./name-variants.ts";
import { scriptOf } from "./scripts.ts";
import { arabicSkeleton, consonantSkeleton, looseKey } from "./sound-keys.ts";

/** What a token is made from. */
export interface TokenSource {
  readonly text: string;
  readonly role: TokenRole;
  readonly ofPerson: boolean;
  readonly expansion?: string | undefined;
  readonly generic?: boolean;
  /** Latin spellings known better than by table, the likeliest first. */
  readonly spellings?: readonly string[];
}

/** Tokens kept, at most: some 500 bytes each, and lists hold far more words than one screening meets. */
const keptTokens = 80_000;

const kept = createRecent<string, NameToken>(keptTokens);
let nextId = 1;

/** The token for this word, made once. Keys are made here, so that a listed name costs nothing where its words are known. */
export function tokenFor(source: TokenSource): NameToken {
  const { text, role, ofPerson, expansion = "", spellings } = source;
  const key = `${ofPerson ? "p" : "o"}${role} ${text} ${expansion} ${spellings === undefined ? "" : spellings.join(" ")}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const token = makeToken(source);
  kept.set(key, token);
  return token;
}

/** Thai letters are spelled by syllables; Persian says gh for what Arabic says q. */
function spellingsOf(text: string): readonly string[] {
  if (/^\p{Script=Thai}/u.test(text)) return thaiSpellings(text);
  if (!/ق/.test(text)) return [];
  const spelled = latinSpelling(text);
  return [spelled, latinSpelling(text.replace(/ق/g, "غ"))];
}

function makeToken(source: TokenSource): NameToken {
  const { text, role, ofPerson, expansion, generic = false } = source;
  const spellings = source.spellings ?? spellingsOf(text);
  const latin = spellings[0] ?? latinSpelling(foldDiacritics(expansion ?? text));
  const number = role === "number";
  nextId += 1;
  return {
    id: nextId,
    text,
    script: scriptOf(text),
    role,
    ofPerson,
    latin,
    spellings: spellings.length > 1 ? spellings : [],
    expansion,
    generic,
    variantOf: ofPerson && role === "word" ? variantsOf(text) : [],
    shortOf: ofPerson && role === "word" ? shortFormsOf(text) : [],
    loose: number ? latin : looseKey(latin),
    skeleton: number ? latin : consonantSkeleton(latin),
    arabic: number ? latin : arabicSkeleton(latin),
    letters: letterMask(latin),
  };
}
