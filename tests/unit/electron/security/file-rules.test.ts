import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import {
  evidenceExtensions,
  evidenceHeadBytes,
  evidenceLimitBytes,
  judgeEvidenceFile,
} from "../../../../electron/security/file-rules.ts";
import { err, ok } from "../../../../shared/result.ts";
import { tempFolder } from "../../../support/temp-folder.ts";

function judge(name: string, bytes: string | Uint8Array): ReturnType<typeof judgeEvidenceFile> {
  const whole = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
  return judgeEvidenceFile({ name, sizeBytes: whole.length, head: whole.subarray(0, evidenceHeadBytes) });
}

/** The start of a ZIP file whose first entry has this name. */
function zipStart(firstName: string): Uint8Array {
  const header = Buffer.alloc(30);
  header.write("PK\u0003\u0004", "latin1");
  header.writeUInt16LE(Buffer.byteLength(firstName), 26);
  return Buffer.concat([header, Buffer.from(firstName), Buffer.alloc(50)]);
}

const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const shiftJis = Buffer.from("8eb096bc2c8f8a91ae0d0a", "hex");

const accepted: readonly (readonly [name: string, bytes: string | Uint8Array, mediaType: string])[] = [
  ["論文.pdf", "%PDF-1.7\n", "application/pdf"],
  ["scan.PDF", "\n\n%PDF-1.4\n", "application/pdf"],
  ["figure.png", png, "image/png"],
  ["photo.JPG", Buffer.from("ffd8ffe0", "hex"), "image/jpeg"],
  ["fax.tif", Buffer.from("49492a0008000000", "hex"), "image/tiff"],
  ["fax.tiff", Buffer.from("4d4d002a00000008", "hex"), "image/tiff"],
  ["memo.txt", "髙橋 𠮷野\n", "text/plain"],
  ["memo.txt", shiftJis, "text/plain"],
  ["memo.txt", Buffer.from("fffe6851", "hex"), "text/plain"],
  ["list.csv", "氏名,所属\n", "text/csv"],
  ["page.html", "<!DOCTYPE html><title>x</title>", "text/html"],
  ["page.htm", Buffer.from("\ufeff<html></html>", "utf16le"), "text/html"],
  ["saved.mhtml", "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n", "multipart/related"],
  ["mail.eml", "Received: from x\r\n", "message/rfc822"],
  ["table.xlsx", zipStart("[Content_Types].xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  [
    "letter.docx",
    zipStart("word/document.xml"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ],
  ["talk.pptx", zipStart("_rels/.rels"), "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
];

const refused: readonly (readonly [why: string, name: string, bytes: string | Uint8Array])[] = [
  ["a program", "tool.exe", "MZ\u0090"],
  ["a program under the name of a paper", "paper.pdf", "MZ\u0090\u0000"],
  ["a program under the name of a text", "memo.txt", Buffer.from("7f454c4602010100", "hex")],
  ["an archive", "all.zip", zipStart("a.txt")],
  ["an archive under the name of a table", "table.xlsx", zipStart("evil/run.exe")],
  ["a letter under the name of a table", "table.xlsx", zipStart("word/document.xml")],
  ["a table with macros", "table.xlsm", zipStart("[Content_Types].xml")],
  ["a drawing that can hold scripts", "figure.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"],
  ["a shortcut", "paper.pdf.lnk", Buffer.from("4c00000001140200", "hex")],
  ["a picture under another picture's name", "photo.jpg", png],
  ["a name without an extension", "pdf", "%PDF-1.7"],
  ["a name that is only an extension", ".pdf", "%PDF-1.7"],
  ["an extension followed by a dot", "paper.pdf.", "%PDF-1.7"],
  ["an empty file", "memo.txt", ""],
  ["a header too far into the file", "paper.pdf", `${" ".repeat(1_024)}%PDF-1.7`],
  ["prose under the name of a mail", "mail.eml", "拝啓"],
  ["prose under the name of a page", "page.html", "plain words"],
  ["the first half of a package's header", "letter.docx", "PK\u0003\u0004"],
];

describe("evidence", () => {
  for (const [name, bytes, mediaType] of accepted) {
    it(`may be ${mediaType} as ${name} (${Buffer.from(bytes).subarray(0, 4).toString("hex")})`, () => {
      assert.deepEqual(judge(name, bytes), ok({ mediaType }));
    });
  }

  for (const [why, name, bytes] of refused) {
    it(`may not be ${why}`, () => {
      assert.deepEqual(judge(name, bytes), err("file-type-refused"));
    });
  }

  it("may be two gibibytes long and no longer", () => {
    const head = Buffer.from("%PDF-1.7");
    assert.equal(judgeEvidenceFile({ name: "a.pdf", sizeBytes: evidenceLimitBytes, head }).ok, true);
    assert.deepEqual(
      judgeEvidenceFile({ name: "a.pdf", sizeBytes: evidenceLimitBytes + 1, head }),
      err("file-too-large"),
    );
  });

  it("has extensions in lower case without a dot, each once", () => {
    for (const extension of evidenceExtensions) assert.match(extension, /^[a-z]+$/u);
    assert.equal(new Set(evidenceExtensions).size, evidenceExtensions.length);
  });

  it("may be a package that a real ZIP program has written", (t) => {
    const folder = tempFolder(t);
    mkdirSync(join(folder, "word"));
    writeFileSync(join(folder, "word/document.xml"), "<x/>");
    execFileSync("python3", ["-m", "zipfile", "-c", join(folder, "letter.docx"), join(folder, "word")]);
    assert.equal(judge("letter.docx", readFileSync(join(folder, "letter.docx"))).ok, true);
  });
});
