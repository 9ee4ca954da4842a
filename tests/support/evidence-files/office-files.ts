import { zipSync } from "fflate";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Media types that files of offices have, by extension. */
export const officeTypes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** A package of named parts. */
export function packageOf(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> {
  const named = Object.entries(parts).map(([name, body]) => [name, typeof body === "string" ? utf8(body) : body]);
  return new Uint8Array(zipSync(Object.fromEntries(named) as Record<string, Uint8Array>)); // Made one line above.
}

/** A Word file with these paragraphs. */
export function docxOf(paragraphs: readonly string[]): Uint8Array<ArrayBuffer> {
  const body = paragraphs.map((words) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`).join("");
  return packageOf({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
  });
}

/** A presentation with one paragraph on each slide, named out of order as programs do. */
export function pptxOf(slides: readonly string[]): Uint8Array<ArrayBuffer> {
  const named = slides.map((words, at): [string, string] => [
    `ppt/slides/slide${at + 1}.xml`,
    `<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>${words}</a:t></a:r></a:p></p:sld>`,
  ]);
  return packageOf({ "[Content_Types].xml": "<Types/>", ...Object.fromEntries(named.reverse()) });
}

/** A workbook with one sheet of inline texts, and any further part. */
export function xlsxOf(
  rows: readonly (readonly string[])[],
  more: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array<ArrayBuffer> {
  const cells = rows.map((row, at) => {
    const inRow = row.map((cell, column) => {
      const name = `${String.fromCharCode(65 + column)}${at + 1}`;
      return `<c r="${name}" t="inlineStr"><is><t>${cell}</t></is></c>`;
    });
    return `<row r="${at + 1}">${inRow.join("")}</row>`;
  });
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const kinds = "http://schemas.openxmlformats.org/package/2006/relationships";
  return packageOf({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships xmlns="${kinds}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="葛󠄀城" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${kinds}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${cells.join("")}</sheetData></worksheet>`,
    ...more,
  });
}
