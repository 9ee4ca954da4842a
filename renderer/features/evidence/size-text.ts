const units = ["B", "KiB", "MiB", "GiB"] as const;

/** A size as people read it: three figures at most and a binary unit. */
export function sizeText(sizeBytes: number): string {
  let value = sizeBytes;
  let unit = 0;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_024;
    unit += 1;
  }
  const figures = unit === 0 || value >= 100 ? value.toFixed(0) : value.toFixed(1);
  return `${figures} ${units[unit] ?? "B"}`;
}
