import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Fills cells of the visible sheet of a workbook, by their addresses, as a spreadsheet would: as text in the cell itself. */
export function fillSheet(bytes: Uint8Array, cells: Readonly<Record<string, string>>): Uint8Array {
  const parts = unzipSync(bytes);
  const name = "xl/worksheets/sheet1.xml";
  const part = parts[name];
  if (part === undefined) throw new Error("the workbook has a first sheet");
  let xml = strFromU8(part);
  for (const [address, text] of Object.entries(cells)) {
    const cell = `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
    const there = new RegExp(`<c r="${address}"(?:[^>]*/>|[^>]*>.*?</c>)`, "su");
    if (there.test(xml)) xml = xml.replace(there, () => cell);
    else {
      const row = address.replace(/\D/gu, "");
      xml = xml.replace(
        new RegExp(`(<row r="${row}"[^>]*>.*?)(</row>)`, "su"),
        (_all, head: string, end: string) => head + cell + end,
      );
    }
  }
  return zipSync({ ...parts, [name]: strToU8(xml) });
}

/** The row in which the line of an item stands, from 1. */
export function rowOfItem(bytes: Uint8Array, itemId: string): number {
  const parts = unzipSync(bytes);
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  const shared = strFromU8(parts["xl/sharedStrings.xml"] ?? new Uint8Array());
  const strings = [...shared.matchAll(/<si>.*?<\/si>/gsu)].map(([one]) => one.replace(/<[^>]+>/gu, ""));
  const index = strings.indexOf(itemId);
  const found = new RegExp(`<c r="B(\\d+)"[^>]*>(?:<v>${index}</v>|<is><t[^>]*>${itemId}</t></is>)`, "u").exec(sheet);
  if (found === null) throw new Error(`no line for ${itemId}`);
  return Number(found[1]);
}
