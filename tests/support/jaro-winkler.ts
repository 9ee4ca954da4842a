/** Jaro–Winkler likeness of two texts, 0 to 1, prefix weight 0.1 over four characters: a baseline for benches only. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const jaro = jaroOf(a, b);
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const ours: number[] = [];
  for (let at = 0; at < a.length; at += 1) {
    const end = Math.min(b.length, at + reach + 1);
    for (let other = Math.max(0, at - reach); other < end; other += 1) {
      if (taken[other] === 1 || a.charCodeAt(at) !== b.charCodeAt(other)) continue;
      taken[other] = 1;
      ours.push(a.charCodeAt(at));
      break;
    }
  }
  const shared = ours.length;
  if (shared === 0) return 0;
  let swapped = 0;
  for (let other = 0, at = 0; other < b.length; other += 1) {
    if (taken[other] !== 1) continue;
    if (ours[at] !== b.charCodeAt(other)) swapped += 1;
    at += 1;
  }
  return (shared / a.length + shared / b.length + (shared - swapped / 2) / shared) / 3;
}
