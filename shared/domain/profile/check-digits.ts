/** ISO 7064 MOD 11-2 over 16 characters, of which the last is the check: ORCID. */
export function fitsMod11Two(text: string): boolean {
  const digits = [...text.slice(0, -1)];
  const total = digits.reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const check = (12 - (total % 11)) % 11;
  return text.at(-1) === (check === 10 ? "X" : String(check));
}

/** ISO 7064 MOD 97-10 over letters and digits, letters counting 10 to 35: LEI. */
export function fitsMod97Ten(text: string): boolean {
  return remainder97(text) === 1;
}

function remainder97(text: string): number {
  let rest = 0;
  for (const one of text) {
    const value = Number.parseInt(one, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/**
 * The check digit of a corporate number, which stands first: 9 less the remainder by 9 of the twelve digits weighted 1 and 2
 * in turn from the last, as the National Tax Agency sets it.
 */
export function fitsCorporateNumber(text: string): boolean {
  const weighted = [...text.slice(1)].reverse().map((digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 2));
  const total = weighted.reduce((sum, value) => sum + value, 0);
  return Number(text[0]) === 9 - (total % 9);
}

const crockford = "0123456789abcdefghjkmnpqrstvwxyz";

/** The last two digits of a ROR id: 98 less a hundred times its base 32 number, by 97. */
export function fitsRor(text: string): boolean {
  const number = [...text.slice(1, 7)].reduce((sum, one) => sum * 32 + crockford.indexOf(one), 0);
  return Number(text.slice(7)) === 98 - ((number * 100) % 97);
}
