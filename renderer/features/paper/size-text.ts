/** A size in bytes as people read it: kilobytes below a megabyte, one decimal from there. */
export function sizeText(sizeBytes: number, locale: "ja" | "en"): string {
  const isSmall = sizeBytes < 1_000_000;
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: isSmall ? "kilobyte" : "megabyte",
    maximumFractionDigits: isSmall ? 0 : 1,
  }).format(sizeBytes / (isSmall ? 1_000 : 1_000_000));
}
