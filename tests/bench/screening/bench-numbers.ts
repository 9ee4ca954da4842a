/** The value below which this share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** A number with so many decimals, as printed. */
export function shown(value: number, decimals = 3): string {
  return value.toFixed(decimals);
}

/** The middle, the slow and the slowest of some times in milliseconds. */
export function timesOf(ms: readonly number[]): Readonly<Record<"p50 ms" | "p95 ms" | "p99 ms", string>> {
  return {
    "p50 ms": shown(quantile(ms, 0.5), 2),
    "p95 ms": shown(quantile(ms, 0.95), 2),
    "p99 ms": shown(quantile(ms, 0.99), 2),
  };
}

/** Seconds of processor time of this process since `from`, which `process.cpuUsage()` gave. */
export function cpuSeconds(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

/** The script that makes a name hard or easy to find. */
export function scriptGroup(text: string): string {
  if (/\p{Script=Han}/u.test(text)) return "Han";
  if (/\p{Script=Hangul}/u.test(text)) return "Hangul";
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return "Kana";
  if (/\p{Script=Arabic}/u.test(text)) return "Arabic";
  if (/\p{Script=Cyrillic}/u.test(text)) return "Cyrillic";
  return /\p{Script=Latin}/u.test(text) ? "Latin" : "other";
}
