import { existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

/** A synthetic list in the layout of METI's end user list: invented bodies, enough rows to pass its checks. */
export function writeUserList(path: string): void {
  const header = "No.,国名、地域名,企業名､組織名,別名,懸念区分,通常兵器";
  const rows = Array.from({ length: 520 }, (_, at) => {
    if (at === 87)
      return '88,架空国,虚構理工大学先端材料学院,"・Kyoko Institute of Technology, School of Advanced Materials",核,CW';
    return `${at + 1},架空国,架空第${at + 1}研究公司,・Kaku Fictional Works No. ${at + 1},${"核,生物,化学,ミサイル".split(",")[at % 4]},`;
  });
  writeFileSync(path, `\uFEFF${header}\r\n${rows.join("\r\n")}\r\n`);
}

/** A real list file kept beside the project for measuring, or undefined where there is none. */
export function realListFile(): string | undefined {
  const path = join(root, "..", "shared", "data", "lists", "us_dod_section_1286.csv");
  return existsSync(path) ? path : undefined;
}
