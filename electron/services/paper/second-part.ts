import type { PaperData } from "../../pdf/paper/paper-data.ts";
import { clip, oneLine } from "./clip.ts";
import type { PaperSource } from "./paper-source.ts";

/** Most second reviews on one paper; the vault has them all. */
const reviewsLimit = 20;
const namesLimit = 10;

/** What the paper says of second reviews; nothing at all where none was handed in. */
export function secondPart({ file }: Pick<PaperSource, "file">): Pick<PaperData, "secondReviews"> {
  if (file.seconds.length === 0) return {};
  return {
    secondReviews: file.seconds.slice(-reviewsLimit).map((one) => {
      const count = (lets: (settled: (typeof one.settlements)[number]) => boolean): number =>
        one.settlements.filter(lets).length;
      const byThird = one.settlements.filter(({ settledBy }) => settledBy === "third-person");
      return {
        firstNames: printed(one.firstNames),
        secondName: clip(oneLine(one.readerName), 120),
        items: one.items,
        agreed: one.agreed,
        kappaHundredths: hundredths(one.kappa),
        ac1Hundredths: hundredths(one.ac1),
        differences: one.conflicts,
        settledTogether: count(({ settledBy }) => settledBy === "together"),
        settledByThird: byThird.length,
        thirdNames: printed(byThird.map(({ byName }) => byName)),
        forFirst: count(({ settledFor }) => settledFor === "first"),
        forSecond: count(({ settledFor }) => settledFor === "second"),
        forOther: count(({ settledFor }) => settledFor === "other"),
      };
    }),
  };
}

/** Each name once, as it fits a line. */
function printed(names: readonly string[]): string[] {
  const shown = names.map((name) => clip(oneLine(name), 120)).filter((name) => name !== "");
  return [...new Set(shown)].slice(0, namesLimit);
}

/** The figure with the two decimals that the comparison shows. */
function hundredths(figure: number | null): number | null {
  // `+ 0` makes a minus zero the zero that JSON writes.
  return figure === null ? null : Math.round(Number(figure.toFixed(2)) * 100) + 0;
}
