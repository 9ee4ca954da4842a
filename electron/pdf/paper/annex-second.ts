import type { Block } from "../document/model.ts";
import type { PaperData } from "./paper-data.ts";
import type { Wording } from "./wording.ts";

type SecondReview = NonNullable<PaperData["secondReviews"]>[number];

/** Beside scope and limits: who else answered without seeing the first answers, and what came of it. */
export function annexSecond(words: Wording): Block[] {
  const { say, data } = words;
  const reviews = data.secondReviews ?? [];
  if (reviews.length === 0) return [];
  return [
    { kind: "space", heightPt: 8 },
    { kind: "heading", level: 3, text: say("annexSecond") },
    ...reviews.map((review): Block => ({ kind: "paragraph", text: sentences(words, review) })),
  ];
}

function sentences(words: Wording, review: SecondReview): string {
  const { say, data } = words;
  const settled = review.settledTogether + review.settledByThird;
  const left = review.differences - settled;
  return [
    say("secondReaders", {
      first: first(words, review),
      second: orNone(words, review.secondName),
      items: String(review.items),
    }),
    say("secondAgreement", {
      agreed: String(review.agreed),
      kappa: figure(words, review.kappaHundredths),
      ac1: figure(words, review.ac1Hundredths),
    }),
    review.differences === 0
      ? say("secondNoDifference")
      : say("secondDifferences", { count: String(review.differences) }),
    ...(review.settledTogether === 0 ? [] : [say("secondTogether", { count: String(review.settledTogether) })]),
    ...(review.settledByThird === 0
      ? []
      : [say("secondByThird", { count: String(review.settledByThird), names: names(words, review.thirdNames) })]),
    ...(settled === 0 ? [] : [say("secondStands", stands(review))]),
    ...(left <= 0 ? [] : [say("secondLeft", { count: String(left) })]),
  ].join(data.locale === "ja" ? "" : " ");
}

function stands({ forFirst, forSecond, forOther }: SecondReview): Record<"first" | "second" | "other", string> {
  return { first: String(forFirst), second: String(forSecond), other: String(forOther) };
}

function first(words: Wording, { firstNames }: SecondReview): string {
  return firstNames.length === 0 ? words.say("secondNobody") : names(words, firstNames);
}

function names(words: Wording, all: readonly string[]): string {
  return orNone(words, all.join(words.data.locale === "ja" ? "、" : ", "));
}

function orNone({ say }: Wording, name: string): string {
  return name === "" ? say("noEntry") : name;
}

/** Hundredths as a decimal fraction, without asking the machine how numbers look. */
function figure({ say }: Wording, hundredths: number | null): string {
  if (hundredths === null) return say("secondUndefined");
  const size = Math.abs(hundredths);
  return `${hundredths < 0 ? "−" : ""}${Math.floor(size / 100)}.${String(size % 100).padStart(2, "0")}`;
}
