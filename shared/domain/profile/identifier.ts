import { fitsCorporateNumber, fitsMod11Two, fitsMod97Ten, fitsRor } from "./check-digits.ts";

/** The schemes a subject is known under. Passport and residence card numbers are not among them, by design. */
export const identifierSchemes = ["orcid", "e-rad", "researchmap", "corporate-number", "lei", "ror", "other"] as const;
export type IdentifierScheme = (typeof identifierSchemes)[number];

/** Why an identifier cannot be right: characters or length that the scheme does not have, or a check digit that disagrees. */
export type IdentifierFault = "shape" | "check-digit";

/** One identifier: its scheme, its value in the scheme's own writing, and what is wrong with it, if anything. */
export interface Identifier {
  readonly scheme: IdentifierScheme;
  readonly value: string;
  readonly fault: IdentifierFault | undefined;
}

interface Scheme {
  /** What stands before the value where it is written out. */
  readonly label: string;
  /** Other ways people name the scheme in front of a value, and its web addresses. */
  readonly names: RegExp;
  readonly shape: RegExp;
  /** What a bare value looks like when it can be nothing else. */
  readonly bare: RegExp | undefined;
  plain(text: string): string;
  fits(value: string): boolean;
}

const digitsOnly = (text: string): string => text.normalize("NFKC").replace(/[\s\-‐–−ー,]/gu, "");
const always = (): boolean => true;

const schemes: Readonly<Record<Exclude<IdentifierScheme, "other">, Scheme>> = {
  orcid: {
    label: "ORCID",
    names: /^(?:orcid(?:\s*id)?\s*[:：]?|(?:https?:\/\/)?(?:www\.)?orcid\.org\/)\s*/iu,
    shape: /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/u,
    bare: /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/iu,
    plain: (text) => {
      const bare = text
        .normalize("NFKC")
        .replace(/[^0-9A-Za-z]/gu, "")
        .toUpperCase();
      return bare.replace(/(.{4})(?=.)/gu, "$1-");
    },
    fits: (value) => fitsMod11Two(value.replaceAll("-", "")),
  },
  "e-rad": {
    label: "e-Rad",
    names: /^(?:e-?rad(?:\s*(?:研究者番号|id|number))?|研究者番号|科研費研究者番号)\s*[:：]?\s*/iu,
    shape: /^\d{8}$/u,
    bare: undefined,
    plain: digitsOnly,
    // The number carries no public check digit.
    fits: always,
  },
  researchmap: {
    label: "researchmap",
    names: /^(?:researchmap(?!\.jp)(?:\s*id)?\s*[:：]?|(?:https?:\/\/)?(?:www\.)?researchmap\.jp\/)\s*/iu,
    shape: /^[A-Za-z0-9][A-Za-z0-9_.-]{1,39}$/u,
    bare: undefined,
    plain: (text) =>
      text
        .normalize("NFKC")
        .trim()
        .replace(/[/?].*$/u, ""),
    fits: always,
  },
  "corporate-number": {
    label: "法人番号",
    names: /^(?:法人番号|corporate\s*number|houjin\s*bangou)\s*[:：]?\s*/iu,
    shape: /^[1-9]\d{12}$/u,
    bare: /^[1-9]\d{12}$/u,
    plain: digitsOnly,
    fits: fitsCorporateNumber,
  },
  lei: {
    label: "LEI",
    names: /^lei(?:\s*code)?\s*[:：]?\s+|^lei[:：]\s*/iu,
    shape: /^[0-9A-Z]{18}\d{2}$/u,
    bare: /^[0-9A-Z]{18}\d{2}$/iu,
    plain: (text) => digitsOnly(text).toUpperCase(),
    fits: fitsMod97Ten,
  },
  ror: {
    label: "ROR",
    names: /^(?:ror(?!\.org)(?:\s*id)?\s*[:：]?\s+|ror[:：]\s*|(?:https?:\/\/)?ror\.org\/)/iu,
    shape: /^0[a-hj-km-np-tv-z0-9]{6}\d{2}$/u,
    bare: /^0[a-hj-km-np-tv-z0-9]*[a-hj-km-np-tv-z][a-hj-km-np-tv-z0-9]*\d{2}$/iu,
    plain: (text) => digitsOnly(text).toLowerCase(),
    fits: fitsRor,
  },
};

const named = Object.keys(schemes).filter((key): key is Exclude<IdentifierScheme, "other"> => key in schemes);

/**
 * Reads an identifier as it is stored or typed: `ORCID 0000-…`, a web address, or the bare value where it can be nothing
 * else. Anything that no scheme claims is `other`, which is never wrong.
 */
export function readIdentifier(line: string): Identifier {
  const text = line.normalize("NFKC").trim();
  for (const scheme of named) {
    if (schemes[scheme].names.test(text)) return identifierOf(scheme, text.replace(schemes[scheme].names, ""));
    const { bare, shape } = schemes[scheme];
    const found = bare?.test(text) === true ? identifierOf(scheme, text) : undefined;
    if (found !== undefined && shape.test(found.value)) return found;
  }
  return { scheme: "other", value: line.trim(), fault: undefined };
}

/** An identifier of a scheme that was chosen. */
export function identifierOf(scheme: IdentifierScheme, typed: string): Identifier {
  if (scheme === "other") return { scheme, value: typed.trim(), fault: undefined };
  const { plain, shape, fits, names } = schemes[scheme];
  const value = plain(typed.normalize("NFKC").trim().replace(names, ""));
  if (!shape.test(value)) return { scheme, value, fault: "shape" };
  return { scheme, value, fault: fits(value) ? undefined : "check-digit" };
}

/** The line an identifier is stored as: its scheme's name and its value, readable wherever it is printed. */
export function identifierLine({ scheme, value }: Pick<Identifier, "scheme" | "value">): string {
  return scheme === "other" ? value : `${schemes[scheme].label} ${value}`;
}

/** What two records of the same subject share, for comparing; undefined for what proves nothing. */
export function identifierKey(line: string): string | undefined {
  const { scheme, value, fault } = readIdentifier(line);
  return scheme === "other" || fault !== undefined ? undefined : `${scheme}:${value}`;
}

/** The identifiers of a subject that were not there before and cannot be right. */
export function newlyWrong(before: readonly string[], after: readonly string[]): readonly Identifier[] {
  return after
    .filter((line) => !before.includes(line))
    .map(readIdentifier)
    .filter(({ fault }) => fault !== undefined);
}

/** What the sentence about a wrong identifier chooses its words by; its patterns know no hyphens. */
export function identifierWords({ scheme, fault }: Identifier): { readonly scheme: string; readonly problem: string } {
  return { scheme: scheme.replace("-", "_"), problem: fault === "shape" ? "shape" : "check" };
}
