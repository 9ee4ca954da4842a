import type { EntryType, ListEntry, NameKind, WmdKind } from "./list-entry.ts";

/** A name as a reader found it; the first `primary` one becomes the entry's first name. */
export interface NamePart {
  readonly text: string;
  readonly kind: NameKind;
}

/** An identifier as a reader found it; the scheme in the list's own words. */
export interface IdPart {
  readonly scheme: string;
  readonly value: string;
}

/** What a reader found of one entry: texts as printed, empty and repeated ones allowed. `shapeEntry` makes an entry of it. */
export interface EntryParts {
  readonly type: EntryType;
  readonly names: readonly NamePart[];
  readonly nationalities?: readonly string[];
  /** Countries beside nationalities: of addresses, of registers. */
  readonly countries?: readonly string[];
  readonly addresses?: readonly string[];
  readonly ids?: readonly IdPart[];
  readonly birthDates?: readonly string[];
  readonly birthPlaces?: readonly string[];
  readonly programmes?: readonly string[];
  readonly positions?: readonly string[];
  readonly remarks?: readonly string[];
  readonly wmd?: readonly WmdKind[];
  readonly conventional?: boolean;
  readonly sourceId?: string;
  /** As printed; kept when it is a day. */
  readonly effectiveDay?: string;
  /** The number the list gives the row, if it gives one. */
  readonly rowNumber?: number;
}

/** An entry before it has its key. */
export type EntryDraft = Omit<ListEntry, "entryKey">;

function joined<T>(first: readonly T[] | undefined, second: readonly T[] | undefined): readonly T[] {
  return [...(first ?? []), ...(second ?? [])];
}

/** One entry of two rows about the same party. The first row's type, number and day stand unless it has none. */
export function joinParts(first: EntryParts, second: EntryParts): EntryParts {
  const effectiveDay = first.effectiveDay || second.effectiveDay;
  return {
    ...second,
    ...first,
    type: first.type === "unknown" ? second.type : first.type,
    names: joined(first.names, second.names),
    nationalities: joined(first.nationalities, second.nationalities),
    countries: joined(first.countries, second.countries),
    addresses: joined(first.addresses, second.addresses),
    ids: joined(first.ids, second.ids),
    birthDates: joined(first.birthDates, second.birthDates),
    birthPlaces: joined(first.birthPlaces, second.birthPlaces),
    programmes: joined(first.programmes, second.programmes),
    positions: joined(first.positions, second.positions),
    remarks: joined(first.remarks, second.remarks),
    ...(effectiveDay === undefined ? {} : { effectiveDay }),
  };
}
