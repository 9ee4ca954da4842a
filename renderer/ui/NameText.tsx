import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import css from "./NameText.module.css";

export type NameTextProps = {
  /** In the form the person uses. */
  readonly name: string;
  readonly reading?: string | undefined;
  /** Language of the name, where it is known, so that the right forms of the letters are drawn. */
  readonly lang?: string | undefined;
  readonly readingPlace?: "beside" | "below";
  /** At most two lines, for rows; the whole name stays in the accessible text and in the tip. */
  readonly isClamped?: boolean;
};

/** A name, kept apart from the text around it so that one written right to left does not pull it along. */
export function NameText(props: NameTextProps): ReactNode {
  const { name, reading, lang, readingPlace = "beside", isClamped = false } = props;
  return (
    <>
      <span className={classNames(css["name"], isClamped && css["clamp"])} title={isClamped ? name : undefined}>
        <bdi lang={lang}>{name}</bdi>
      </span>
      {reading !== undefined && reading !== "" && (
        <span
          className={classNames(
            css["reading"],
            css[readingPlace],
            isClamped && readingPlace === "below" && css["clamp"],
          )}
        >
          <bdi>{reading}</bdi>
        </span>
      )}
    </>
  );
}
