import type { AnalysedName } from "../names/analysed-name.ts";
import type { TokenPair } from "./align-tokens.ts";
import type { NamePiece, PieceKind } from "./candidate.ts";
import type { Found, Side } from "./pair-comparison.ts";

/** The words of both names side by side as written, in the order of the searched name, legal forms last. */
export function piecesOf(query: AnalysedName, listed: AnalysedName, found: Found): readonly NamePiece[] {
  const { alignment } = found;
  const pieces: NamePiece[] = [];
  if (found.han !== undefined) pieces.push(hanPiece(query, listed, found.han));
  const pairs = [...alignment.pairs].sort((a, b) => a.queryFrom - b.queryFrom);
  for (const pair of pairs) pieces.push(pairPiece(pair, found));
  pieces.push(...leftPieces(found), ...formPieces(query, listed));
  return withWholeReading(pieces, query, listed, found);
}

function hanPiece(query: AnalysedName, listed: AnalysedName, value: number): NamePiece {
  const how: PieceKind =
    query.hanSource === listed.hanSource ? "exact" : value === 1 ? "variant" : value > 0.7 ? "missing" : "conflict";
  return { query: query.hanSource, listed: listed.hanSource, how };
}

function written(side: Side, from: number, to: number): string {
  const words: string[] = [];
  for (let at = from; at <= to; at += 1) words.push(side.sources?.[at] ?? side.tokens[at]?.latin ?? "");
  return words.join(" ");
}

function pairPiece(pair: TokenPair, { query, listed }: Found): NamePiece {
  const ours = written(query, pair.queryFrom, pair.queryTo);
  const theirs = written(listed, pair.listedFrom, pair.listedTo);
  return { query: ours, listed: theirs, how: howOf(pair, query.how ?? listed.how, ours === theirs) };
}

function howOf({ how }: TokenPair, read: Side["how"], same: boolean): PieceKind {
  if (read !== undefined && (how === "exact" || how === "transliteration" || how === "variant")) return read;
  if (how === "exact") return same ? "exact" : "variant";
  return how;
}

/** Words of both sides that are left over stand beside each other, in the order they were weighed. */
function leftPieces({ query, listed, alignment }: Found): readonly NamePiece[] {
  const telling = (side: Side, left: readonly number[]): readonly number[] =>
    left.filter((at) => ["word", "initial", "number"].includes(side.tokens[at]?.role ?? ""));
  const ours = telling(query, alignment.queryLeft);
  const theirs = telling(listed, alignment.listedLeft);
  const pieces: NamePiece[] = [];
  for (let at = 0; at < Math.max(ours.length, theirs.length); at += 1) {
    const a = ours[at];
    const b = theirs[at];
    pieces.push({
      query: a === undefined ? null : written(query, a, a),
      listed: b === undefined ? null : written(listed, b, b),
      how: a === undefined || b === undefined ? "missing" : "conflict",
    });
  }
  return pieces;
}

function formPieces(query: AnalysedName, listed: AnalysedName): readonly NamePiece[] {
  const forms = [...new Set([...query.forms, ...listed.forms].map(({ form }) => form))];
  return forms.map((form) => {
    const ours = query.forms.find((written) => written.form === form)?.source ?? null;
    const theirs = listed.forms.find((written) => written.form === form)?.source ?? null;
    return {
      query: ours,
      listed: theirs,
      how: ours === null || theirs === null ? "missing" : ours === theirs ? "exact" : "variant",
    };
  });
}

/** A reading is not written in the name: the Han characters it is the reading of are shown before its first word. */
function withWholeReading(
  pieces: readonly NamePiece[],
  query: AnalysedName,
  listed: AnalysedName,
  found: Found,
): readonly NamePiece[] {
  const how = found.query.how ?? found.listed.how;
  if (how === undefined) return pieces;
  const spoken = (found.query.how === undefined ? found.listed : found.query).tokens
    .map(({ latin }) => latin)
    .join(" ");
  const whole: NamePiece =
    found.query.how === undefined
      ? { query: spoken, listed: listed.hanSource, how }
      : { query: query.hanSource, listed: spoken, how };
  return [whole, ...pieces];
}
