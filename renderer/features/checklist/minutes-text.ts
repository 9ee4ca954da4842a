/** More than any item takes; the contract's own limit. */
const minutesLimit = 100_000;

/** Minutes as a person types them, full-width digits included; undefined when it is no whole number in range. */
export function minutesOfText(typed: string): number | undefined {
  const plain = typed.normalize("NFKC").trim();
  if (plain === "") return 0;
  if (!/^\d{1,6}$/.test(plain)) return undefined;
  const minutes = Number(plain);
  return minutes <= minutesLimit ? minutes : undefined;
}
