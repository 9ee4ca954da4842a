import { cellText } from "../cell-values.ts";
import type { NamePart } from "../entry-parts.ts";
import { listDay } from "../list-day.ts";
import { primaryName } from "./name-cells.ts";
import type { TableFormat } from "./table-format.ts";
import { addressOf } from "./uk-ofsi.ts";

/** BIS's Denied Persons List: a table parted by tabs. It does not say who is a person and who a body. */
export const usDeniedPersons: TableFormat = {
  layout: "us-dpl",
  headers: ["Name", "Street_Address", "City", "Country", "Effective_Date", "Expiration_Date", "FR_Citation"],
  idScope: null,
  partsOf: (row) => ({
    type: "unknown",
    names: primaryName(row.cell("Name")),
    countries: [row.cell("Country")],
    addresses: [addressOf(row, ["Street_Address", "City", "State", "Postal_Code", "Country"])],
    programmes: ["Denied Persons List"],
    remarks: [row.cell("Action"), row.cell("FR_Citation"), expiry(row.cell("Expiration_Date"))],
    effectiveDay: listDay(row.cell("Effective_Date"), "month-first") ?? "",
  }),
};

function expiry(day: string): string {
  const text = cellText(day);
  return text === "" ? "" : `Expiration: ${listDay(text, "month-first") ?? text}`;
}

/** Supplement No. 4 to Part 744 as a table: the cell of the entity holds name, further names and address as one text. */
export const usEntityList: TableFormat = {
  layout: "us-entity-list",
  headers: ["Country", "Entity", "License requirement", "License review policy", "Federal Register citation"],
  idScope: null,
  fillDown: ["Country"],
  isVacant: (row) => /^\[(?:reserved|removed)\.?\]$/i.test(cellText(row.cell("Entity"))),
  partsOf: (row) => {
    const { names, address } = entityCell(cellText(row.cell("Entity")));
    return {
      type: "unknown",
      names,
      countries: [row.cell("Country")],
      addresses: [address],
      programmes: ["Entity List"],
      remarks: [
        row.cell("License requirement"),
        row.cell("License review policy"),
        row.cell("Federal Register citation"),
      ],
    };
  },
};

/** Legal forms and parts of names that follow a comma without ending the name. */
const afterComma =
  /^\s*(?:(?:co|corp|inc|ltd|llc|llp|lp|plc|gmbh|ag|sa|s\.a|s\.l|srl|spa|bv|nv|oy|ab|as|fze|fzco|fzc|fz-?llc|jsc|pjsc|ojsc|ooo|pte|pty|pvt|limited|incorporated|corporation|company|jr|sr|ii|iii)\b\.?)/i;

/** Parts an entity's cell: the name up to the first comma that ends it, the names after "a.k.a.", and the rest as address. */
export function entityCell(text: string): { readonly names: NamePart[]; readonly address: string } {
  const [head = "", after] = text.split(/,?\s*(?:a\.k\.a\.?|f\.k\.a\.?|d\.b\.a\.?)[^:—–]*[:—–]/i, 2);
  const aliases = after === undefined ? undefined : aliasesOf(after);
  const end = nameEnd(head);
  const name = aliases === undefined ? head.slice(0, end) : head;
  const address = aliases === undefined ? head.slice(end) : aliases.rest;
  return {
    names: [
      { text: name, kind: "primary" },
      ...(aliases?.names ?? []).map((alias) => ({ text: alias, kind: "alias" as const })),
    ],
    address: address.replace(/^[\s,;.]+/, "").trim(),
  };
}

function nameEnd(text: string): number {
  for (let at = text.indexOf(","); at >= 0; at = text.indexOf(",", at + 1)) {
    if (!afterComma.test(text.slice(at + 1))) return at;
  }
  return text.length;
}

/** Names after "a.k.a." begin with a dash each; the last one ends at its full stop, after which the address begins. */
function aliasesOf(text: string): { readonly names: string[]; readonly rest: string } {
  const parts = `—${text.replace(/^\s*[—–-]\s*/, "")}`.split(/[—–]/).filter((part) => part.trim() !== "");
  const last = parts.at(-1) ?? "";
  // A number begins an address whatever stands before it; a word does only where no abbreviation ends.
  const end =
    /\.\s+(?=[\d#]|No\b)/u.exec(last) ??
    /(?<!\b(?:Co|Ltd|Inc|Corp|Inst|Univ|Dept|Bros|St|No))\.\s+(?=\p{Lu})/u.exec(last);
  const names = [...parts.slice(0, -1), end === null ? last : last.slice(0, end.index)];
  return {
    names: names.map((name) => name.replace(/[;.,\s]+(?:and)?\s*$/i, "").trim()).filter((name) => name !== ""),
    rest: end === null ? "" : last.slice(end.index + 1),
  };
}
