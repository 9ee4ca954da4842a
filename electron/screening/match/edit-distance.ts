/** Words with more letters are never compared letter by letter. */
const longestComparedWord = 63;

const row = (): Float64Array => new Float64Array(longestComparedWord + 1);
let beforeLast = row();
let last = row();
let current = row();

/** Returned where the distance is beyond the limit. */
export const tooFar = 99;

/**
 * Typing errors between two words: letters left out, put in, changed, or two neighbours swapped, each counting one.
 * `tooFar` beyond `limit`.
 */
export function typingErrors(a: string, b: string, limit: number): number {
  return distance(a, b, limit, false);
}

/**
 * The same with vowels and letters that scripts confuse counting less than one, for comparing across scripts; a fraction.
 */
export function soundDistance(a: string, b: string, limit: number): number {
  return distance(a, b, limit, true);
}

const near = new Set<number>();
for (const pair of "bv bp vw vf fp fh ck kq cs sz cz jy ji iy lr dt gk gj mn gh kh td zj sc uw xk".split(" ")) {
  near.add((pair.charCodeAt(0) << 8) | pair.charCodeAt(1));
  near.add((pair.charCodeAt(1) << 8) | pair.charCodeAt(0));
}

function isVowel(code: number): boolean {
  return code === 97 || code === 101 || code === 105 || code === 111 || code === 117 || code === 121;
}

const vowelGap = 0.4;
const vowelChange = 0.5;
const nearChange = 0.45;
const doubledGap = 0.5;

function changeCost(a: number, b: number, soft: boolean): number {
  if (!soft) return 1;
  if (isVowel(a) && isVowel(b)) return vowelChange;
  return near.has((a << 8) | b) ? nearChange : 1;
}

function gapCost(code: number, before: number, soft: boolean): number {
  if (!soft) return 1;
  if (code === before) return doubledGap;
  return isVowel(code) ? vowelGap : 1;
}

function distance(a: string, b: string, limit: number, soft: boolean): number {
  const n = a.length;
  const m = b.length;
  if (n > longestComparedWord || m > longestComparedWord) return tooFar;
  last[0] = 0;
  for (let j = 1; j <= m; j += 1) last[j] = (last[j - 1] ?? 0) + gapCost(b.charCodeAt(j - 1), -1, soft);
  for (let i = 1; i <= n; i += 1) {
    if (fillRow(a, b, i, soft) > limit) return tooFar;
    const spare = beforeLast;
    beforeLast = last;
    last = current;
    current = spare;
  }
  const found = last[m] ?? 0;
  return found > limit ? tooFar : found;
}

/** Fills the row of letter `i` of `a` and answers its least value. */
function fillRow(a: string, b: string, i: number, soft: boolean): number {
  const code = a.charCodeAt(i - 1);
  const before = i > 1 ? a.charCodeAt(i - 2) : -1;
  const gap = gapCost(code, before, soft);
  let least = (last[0] ?? 0) + gap;
  current[0] = least;
  let other = -1;
  for (let j = 1; j <= b.length; j += 1) {
    const previous = other;
    other = b.charCodeAt(j - 1);
    let value = last[j - 1] ?? 0;
    if (code !== other) {
      value += changeCost(code, other, soft);
      value = Math.min(value, (last[j] ?? 0) + gap, (current[j - 1] ?? 0) + gapCost(other, previous, soft));
      if (i > 1 && j > 1 && code === previous && before === other)
        value = Math.min(value, (beforeLast[j - 2] ?? 0) + 1);
    }
    current[j] = value;
    if (value < least) least = value;
  }
  return least;
}
