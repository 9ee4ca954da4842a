import { diffWordsWithSpace } from "diff";
import type { ReactNode } from "react";
import { useText } from "../../stores/text.ts";
import css from "./templates.module.css";

const segmenters = {
  ja: new Intl.Segmenter("ja", { granularity: "word" }),
  en: new Intl.Segmenter("en", { granularity: "word" }),
};

interface WordDiffProps {
  readonly before: string;
  readonly after: string;
  readonly locale: "ja" | "en";
}

/** Two texts side by side, with the words that went on the left and those that came on the right. */
export function WordDiff({ before, after, locale }: WordDiffProps): ReactNode {
  const text = useText();
  const parts = diffWordsWithSpace(before, after, { intlSegmenter: segmenters[locale] });
  let at = 0;
  const keyed = parts.map((part) => {
    at += part.value.length;
    return { ...part, key: `${at}${part.added ? "a" : part.removed ? "r" : "s"}` };
  });
  const none = text("templates.nothingWritten");
  return (
    <div className={css["sides"]} lang={locale}>
      <p>
        {before === "" && none}
        {keyed
          .filter((part) => !part.added)
          .map((part) =>
            part.removed ? (
              <del key={part.key} className={css["gone"]}>
                {part.value}
              </del>
            ) : (
              <span key={part.key}>{part.value}</span>
            ),
          )}
      </p>
      <p>
        {after === "" && none}
        {keyed
          .filter((part) => !part.removed)
          .map((part) =>
            part.added ? (
              <ins key={part.key} className={css["come"]}>
                {part.value}
              </ins>
            ) : (
              <span key={part.key}>{part.value}</span>
            ),
          )}
      </p>
    </div>
  );
}
