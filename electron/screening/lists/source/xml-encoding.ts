import { err, type Result } from "../../../../shared/result.ts";
import { type TextEncoding, textEncodings } from "../../../parsing/text-decoding.ts";
import { type ListStop, stopFor } from "../import-notes.ts";
import type { OpenedFile } from "./list-file.ts";
import { type TextKind, textKindOf } from "./text-pieces.ts";

/** Other names that documents give to encodings read here. */
const otherNames: Readonly<Record<string, TextEncoding>> = {
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
  "us-ascii": "utf-8",
  sjis: "shift_jis",
  "windows-31j": "shift_jis",
  gbk: "gb18030",
  gb2312: "gb18030",
};

/** As `textKindOf`, heeding the encoding that an XML document names in its first line, unless one was chosen by hand. */
export function xmlKindOf(file: OpenedFile, chosen: TextEncoding | null): Result<TextKind, ListStop> {
  if (chosen !== null) return textKindOf(file, chosen);
  const start = Buffer.from(file.head(300)).toString("latin1");
  const [, named] = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(start) ?? [];
  if (named === undefined || /^utf-?16/i.test(named)) return textKindOf(file);
  const plain = named.toLowerCase();
  const encoding = textEncodings.find((known) => known === plain) ?? otherNames[plain];
  return encoding === undefined ? err(stopFor("file-encoding-unknown", 1)) : textKindOf(file, encoding);
}
