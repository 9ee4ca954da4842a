import { fewVerdicts, type ListFalseRate, shareOf } from "../../../shared/domain/scorecard.ts";
import type { Text } from "../../../shared/strings/text.ts";

/** A share as a person reads it: 0.9934 as 99.3 %, without ever rounding up to a whole that was not reached. */
export function percentText(value: number | null): string {
  if (value === null) return "–";
  const tenths = Math.floor(value * 1_000 + 1e-9) / 10;
  return `${tenths.toFixed(1)} %`;
}

/** The rise or fall of a share in points. */
export function changeText(now: number | null, before: number | null | undefined): string {
  if (now === null || before === null || before === undefined) return "–";
  const points = Math.round((now - before) * 1_000) / 10;
  return points === 0 ? "±0.0" : `${points > 0 ? "+" : "−"}${Math.abs(points).toFixed(1)}`;
}

/** The share of a list in words, with how far the numbers bear it. */
export function rateText(text: Text, { judged, different }: Pick<ListFalseRate, "judged" | "different">): string {
  const share = shareOf(different, judged);
  if (share === undefined) return text("scorecard.rateNone");
  const numbers = {
    judged,
    different,
    percent: Math.round(share.share * 100),
    low: Math.floor(share.low * 100),
    high: Math.ceil(share.high * 100),
  };
  return text(judged < fewVerdicts ? "scorecard.rateFew" : "scorecard.rateWords", numbers);
}
