import { type Day, dayOf } from "./time.ts";

/** Hex digits of the head that a receipt keeps: few enough to copy by hand, too many to be met by chance. */
const receiptDigits = 16;

/** What a person noted of a trail: how many links, and how the last one's hash begins. */
export interface Receipt {
  readonly count: number;
  readonly head: string;
  readonly day: Day | null;
}

/** A receipt as it is shown, printed and copied by hand: `1523 3f2a-91bc-00de-7721 2026-11-23`. */
export function receiptText({ count, head }: { readonly count: number; readonly head: string }, atMs: number): string {
  const groups = head.slice(0, receiptDigits).match(/.{4}/gu) ?? [];
  return `${count} ${groups.join("-")} ${dayOf(atMs)}`;
}

const pattern =
  /^(?<count>\d[\d,]{0,18}) (?<head>[0-9a-f]{64}|(?:[0-9a-f]{4}[ -]?){3}[0-9a-f]{4})(?: (?<day>\d{4}-\d{2}-\d{2}))?$/u;

/**
 * Reads a receipt as people type it: full-width digits, other dashes and blanks, and the whole hash as a signed paper prints
 * it, are all right. Undefined when it is no receipt.
 */
export function readReceipt(typed: string): Receipt | undefined {
  const plain = typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‐-―−ー]/gu, "-")
    .replace(/\s+/gu, " ")
    .trim();
  const found = pattern.exec(plain)?.groups;
  if (found === undefined) return undefined;
  const head = (found["head"] ?? "").replace(/[ -]/gu, "");
  const count = Number((found["count"] ?? "").replaceAll(",", ""));
  if (!Number.isSafeInteger(count) || count === 0) return undefined;
  if (head.length !== receiptDigits && head.length !== 64) return undefined;
  return { count, head, day: found["day"] ?? null };
}
