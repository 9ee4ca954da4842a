/** Jaro–Winkler likeness of two texts, 0 to 1, prefix weight 0.1 over four characters: a baseline for benches only. */
export function jaroWinkler(a: string, b: string): number {
  const jaro = jaroOf(a, b);
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const used = new Uint8Array(b.length);
  const fromA: string[] = [];
  for (let i = 0; i < a.length; i += 1) {
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j += 1) {
      if (used[j] === 1 || a[i] !== b[j]) continue;
      used[j] = 1;
      fromA.push(a[i] ?? "");
      break;
    }
  }
  if (fromA.length === 0) return 0;
  const fromB = [...b].length === b.length ? Array.from(b).filter((_, at) => used[at] === 1) : [];
  const swapped = fromB.length === 0 ? 0 : fromA.filter((letter, at) => letter !== fromB[at]).length / 2;
  const shared = fromA.length;
  return (shared / a.length + shared / b.length + (shared - swapped) / shared) / 3;
}
