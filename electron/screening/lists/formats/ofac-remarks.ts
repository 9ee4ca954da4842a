import type { EntryParts, IdPart, NamePart } from "../entry-parts.ts";

/** What the remarks of an OFAC entry say in their fixed wording; the rest stays text. */
export type OfacRemarks = Pick<EntryParts, "names" | "birthDates" | "birthPlaces" | "nationalities" | "ids">;

const idWords =
  /^(?:alt\. )?(?<scheme>passport|national id no\.|identification number|tax id no\.|registration (?:id|number)|registration no\.|d-u-n-s number|company number|vessel registration identification|imo number|mmsi|swift\/bic|identity card|driver's license no\.|unified social credit code \(uscc\)|business registration number|ssn|c\.?u\.?i\.?t\.? #|cedula no\.|nit #|rfc|c\.?u\.?r\.?p\.?)\s*(?<value>.+)$/i;

/** Reads the remarks of OFAC's tables: parts divided by semicolons, each beginning with what it is. */
export function ofacRemarks(text: string): OfacRemarks {
  const names: NamePart[] = [];
  const birthDates: string[] = [];
  const birthPlaces: string[] = [];
  const nationalities: string[] = [];
  const ids: IdPart[] = [];
  for (const raw of text.split(";")) {
    const part = raw.trim().replace(/\.$/, "");
    const [, kind = "", rest = ""] =
      /^(?:alt\. )?(DOB|POB|nationality|citizen|a\.k\.a\.|f\.k\.a\.|n\.k\.a\.)\s+(.+)$/i.exec(part) ?? [];
    const word = kind.toLowerCase();
    if (word === "dob") birthDates.push(rest);
    else if (word === "pob") birthPlaces.push(rest);
    else if (word === "nationality" || word === "citizen") nationalities.push(rest);
    // Names that stand in the remarks and not in the table of names are the ones OFAC calls weak.
    else if (word !== "") names.push({ text: rest.replace(/^['"‘“]|['"’”]$/g, ""), kind: "weak-alias" });
    const id = idWords.exec(part)?.groups;
    if (id !== undefined) ids.push({ scheme: id["scheme"] ?? "", value: id["value"] ?? "" });
  }
  return { names, birthDates, birthPlaces, nationalities, ids };
}

/** What OFAC's tables print for an empty cell becomes empty. */
export function ofacCell(cell: string | undefined): string {
  const text = (cell ?? "").trim();
  return text === "-0-" ? "" : text;
}
