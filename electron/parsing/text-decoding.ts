import { err, ok, type Result } from "../../shared/result.ts";

/**
 * Every encoding a text file from outside may have. `shift_jis` is Microsoft's CP932 (with ㈱, 髙, 﨑), `gb18030` holds GBK and
 * GB 2312, `windows-1252` holds Latin-1.
 */
export const textEncodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "shift_jis",
  "euc-jp",
  "gb18030",
  "windows-1252",
] as const;
export type TextEncoding = (typeof textEncodings)[number];

/**
 * Why bytes are not text: `spreadsheet`, `pdf`, `archive` are told by their first bytes; `binary` holds NUL or other
 * control characters; `encoding-unknown` fits none of the encodings, or not the one that was asked for.
 */
export type TextFault = "spreadsheet" | "pdf" | "archive" | "binary" | "encoding-unknown";

/** Text and how it was read. `uncertain` says that a second encoding fitted too and the likelier one was taken. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly byteOrderMark: boolean;
  readonly uncertain: boolean;
}

/**
 * Reads bytes as text, strictly: no byte is ever replaced. A byte order mark decides; otherwise UTF-8 is tried first,
 * then UTF-16 where NUL bytes point to it, then Windows-1252 where the odd bytes stand singly between Latin letters, then
 * Shift_JIS, EUC-JP and GB 18030. `wanted` allows one encoding only.
 */
export function decodeText(bytes: Uint8Array, wanted?: TextEncoding): Result<DecodedText, TextFault> {
  const container = containerFault(bytes);
  if (container !== undefined) return err(container);
  const marked = byteOrderMarkOf(bytes);
  const likely = marked?.encoding ?? wanted ?? (bytes.includes(0) ? "utf-16le" : "utf-8");
  // In UTF-16 the last of an even number of bytes is half a character, whatever it looks like.
  const isHalf = likely.startsWith("utf-16") && bytes.length % 2 === 0;
  const body = isHalf ? bytes : withoutTrailingEof(bytes);
  if (marked !== undefined && (wanted === undefined || wanted === marked.encoding)) {
    return finish(body.subarray(marked.lengthBytes), marked.encoding, true);
  }
  if (wanted !== undefined) return finish(body, wanted, false);
  if (body.includes(0)) return decodeUnmarkedUtf16(body);
  if (strictDecode(body, "utf-8") !== undefined) return finish(body, "utf-8", false);
  return isWesternEuropean(body) ? decodeWesternEuropean(body) : decodeEastAsian(body);
}

function finish(body: Uint8Array, encoding: TextEncoding, byteOrderMark: boolean): Result<DecodedText, TextFault> {
  const text = strictDecode(body, encoding);
  if (text === undefined) return err("encoding-unknown");
  if (hasForbiddenControl(text)) return err("binary");
  return ok({ text, encoding, byteOrderMark, uncertain: false });
}

function strictDecode(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function byteOrderMarkOf(bytes: Uint8Array): { encoding: TextEncoding; lengthBytes: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "utf-8", lengthBytes: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "utf-16le", lengthBytes: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "utf-16be", lengthBytes: 2 };
  return undefined;
}

/** Spreadsheets and PDFs are the files people choose by mistake; naming them tells the reader what to do instead. */
function containerFault(bytes: Uint8Array): TextFault | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (head.startsWith("%PDF-")) return "pdf";
  if (head.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return "spreadsheet";
  if (head.startsWith("PK\x03\x04")) return isWorkbook(bytes) ? "spreadsheet" : "archive";
  if (head.startsWith("\x1f\x8b") || head.startsWith("7z\xbc\xaf") || head.startsWith("Rar!")) return "archive";
  return undefined;
}

function isWorkbook(bytes: Uint8Array): boolean {
  const probe = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  return probe.includes("xl/") || probe.includes("[Content_Types].xml") || probe.includes("opendocument.spreadsheet");
}

/** DOS programs end a text file with byte 1A; it is not content. */
function withoutTrailingEof(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === 0x1a ? bytes.subarray(0, -1) : bytes;
}

/** Whether a text holds control characters that no text has: then it is something else. */
export function hasForbiddenControl(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters that tell binary from text
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ufffe\uffff]/.test(text);
}

/**
 * The byte order shows in line ends and delimiters: read the wrong way round they become letters of rare scripts.
 * Zero bytes alone do not tell, since 一 and the ideographic space end in one.
 */
function decodeUnmarkedUtf16(body: Uint8Array): Result<DecodedText, TextFault> {
  if (body.length % 2 !== 0) return err("binary");
  const little = finish(body, "utf-16le", false);
  const big = finish(body, "utf-16be", false);
  const littleCount = little.ok ? separatorCount(little.value.text) : 0;
  const bigCount = big.ok ? separatorCount(big.value.text) : 0;
  if (littleCount === bigCount) return err("binary");
  const found = littleCount > bigCount ? little : big;
  return found.ok && isPlausibleUtf16(found.value.text) ? found : err("binary");
}

function separatorCount(text: string): number {
  return countOf(text.slice(0, sampleUnits), /[\t\n,;]/g);
}

/** How much of a text is looked at to judge it, in UTF-16 units; the rest of a file is of the same kind. */
const sampleUnits = 200_000;

/** Below this many non-ASCII characters a guess between two fitting encodings stays a guess. */
const sureFromCount = 40;

/** Machine code and images read as UTF-16 scatter over unassigned and private-use characters; texts do not. */
function isPlausibleUtf16(text: string): boolean {
  const sample = text.slice(0, sampleUnits);
  return countOf(sample, /[\p{Cn}\p{Co}]/gu) * 20 <= sample.length;
}

/** How many odd bytes are looked at, and how many of a hundred bytes of Latin text they can be. */
const oddByteSample = 2_000;
const mostOddBytesPerHundred = 12;

/** Letters and typographic signs of Windows-1252 above ASCII; its other signs are lead bytes of Japanese text. */
const westernSigns =
  /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u00a0\u00ab\u00bb\u00b0\u00b4\u00ba\u00aa]/;

/**
 * In Latin text the bytes above ASCII are few and stand alone beside letters; in East Asian text they come in runs. In
 * katakana of Shift_JIS every other byte is one, but those are signs that Latin text does not use.
 */
function isWesternEuropean(body: Uint8Array): boolean {
  let odd = 0;
  let at = 0;
  for (; at < body.length && odd < oddByteSample; at += 1) {
    const byte = body[at] ?? 0;
    if (byte < 0x80) continue;
    odd += 1;
    const isAlone = (body[at - 1] ?? 0) < 0x80 && (body[at + 1] ?? 0) < 0x80;
    if (!isAlone || !westernSigns.test(new TextDecoder("windows-1252").decode(body.subarray(at, at + 1)))) return false;
  }
  return odd > 0 && odd * 100 <= at * mostOddBytesPerHundred;
}

function decodeWesternEuropean(body: Uint8Array): Result<DecodedText, TextFault> {
  const read = finish(body, "windows-1252", false);
  return read.ok ? ok({ ...read.value, uncertain: true }) : read;
}

function decodeEastAsian(body: Uint8Array): Result<DecodedText, TextFault> {
  const japanese = decodeJapanese(body);
  const chinese = finish(body, "gb18030", false);
  if (!chinese.ok) return japanese;
  if (!japanese.ok) return ok({ ...chinese.value, uncertain: true });
  const isChinese = familiarity(chinese.value.text) > familiarity(japanese.value.text) + 0.1;
  return isChinese ? ok({ ...chinese.value, uncertain: true }) : japanese;
}

/** Kana, and the characters that lists of bodies in either language hold most. Read in the wrong encoding few of them are left. */
const familiar =
  /[\u3041-\u30fe年月日名称号番国籍地区中华人民共和有限责任公司团株式会社大学研究所院科技集股份北京上海工业电子学校的東京都府県市法個氏備考別懸念対象称者]/g;

/** How much of what is not ASCII is familiar, 0 to 1. */
function familiarity(text: string): number {
  const sample = text.slice(0, sampleUnits);
  const foreign = countOf(sample, /\P{ASCII}/gu);
  return foreign === 0 ? 0 : countOf(sample, familiar) / foreign;
}

function decodeJapanese(body: Uint8Array): Result<DecodedText, TextFault> {
  const shiftJis = finish(body, "shift_jis", false);
  const eucJp = finish(body, "euc-jp", false);
  if (!shiftJis.ok || !eucJp.ok) return eucJp.ok ? eucJp : shiftJis;
  const asShiftJis = judge(shiftJis.value.text);
  const asEucJp = judge(eucJp.value.text);
  const likelier = asEucJp.oddity < asShiftJis.oddity ? eucJp.value : shiftJis.value;
  const close = Math.abs(asShiftJis.oddity - asEucJp.oddity) < 0.25;
  return ok({ ...likelier, uncertain: close || asEucJp.foreign < sureFromCount });
}

/**
 * `oddity` is the share of non-ASCII characters that ordinary Japanese text rarely holds, 0 to 1: EUC-JP read as
 * Shift_JIS turns into half-width kana, Shift_JIS read as EUC-JP into private-use characters, Greek and Cyrillic.
 */
function judge(text: string): { foreign: number; oddity: number } {
  const sample = text.slice(0, sampleUnits);
  const foreign = countOf(sample, /\P{ASCII}/gu);
  const odd = countOf(sample, /[\uff61-\uff9f\ue000-\uf8ff\u2500-\u257f\u0370-\u04ff]/gu);
  return { foreign, oddity: foreign === 0 ? 0 : odd / foreign };
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
