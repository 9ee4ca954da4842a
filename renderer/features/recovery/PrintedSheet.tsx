import type { ReactNode } from "react";
import type { RecoverySheet } from "../../../shared/domain/recovery.ts";
import { createText, type Locale, type Text } from "../../../shared/strings/text.ts";
import { useText } from "../../stores/text.ts";
import { DateText } from "../../ui/DateText.tsx";
import type { DrawnSheets } from "./drawn-sheets.ts";
import css from "./sheet.module.css";

interface PrintedSheetProps {
  readonly drawn: DrawnSheets;
  readonly sheet: RecoverySheet;
}

/** Whoever finds the sheet may read one language or the other. */
const languages: readonly { readonly locale: Locale; readonly text: Text }[] = [
  { locale: "ja", text: createText("ja") },
  { locale: "en", text: createText("en") },
];

/** One sheet of a kit as it is printed: a page in both languages, black on white whatever the window's colours. */
export function PrintedSheet({ drawn, sheet }: PrintedSheetProps): ReactNode {
  const { kitId, threshold, count } = drawn;
  const facts = { index: sheet.index, count, threshold, kit: kitId };
  return (
    <article className={css["sheet"]}>
      <header className={css["head"]}>
        {languages.map(({ locale, text }) => (
          <p key={locale} className={css["title"]} lang={locale}>
            {text("recovery.paperTitle", facts)}
          </p>
        ))}
      </header>
      <Facts drawn={drawn} sheet={sheet} />
      <div className={css["secret"]}>
        <ol className={css["words"]} lang="en">
          {sheet.words.map((word, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a word may stand on a sheet twice, and sheets never change.
            <li key={place}>
              <span className={css["place"]}>{place + 1}</span>
              <span className={css["word"]}>{word}</span>
            </li>
          ))}
        </ol>
        <Code sheet={sheet} />
      </div>
      {languages.map(({ locale, text }) => (
        <section key={locale} className={css["about"]} lang={locale}>
          <p>{text("recovery.paperPurpose", facts)}</p>
          <p>{text("recovery.paperUse", facts)}</p>
          <p>{text("recovery.paperKeep", facts)}</p>
          <p>{text("recovery.paperLost", facts)}</p>
        </section>
      ))}
    </article>
  );
}

function Facts({ drawn, sheet }: PrintedSheetProps): ReactNode {
  const both = (key: "paperVault" | "paperKit" | "paperSheet" | "paperNeeded" | "paperDate" | "paperKeeper"): string =>
    languages.map(({ text }) => text(`recovery.${key}`)).join(" / ");
  return (
    <dl className={css["facts"]}>
      <dt>{both("paperVault")}</dt>
      <dd>{drawn.officeName}</dd>
      <dt>{both("paperKit")}</dt>
      <dd className={css["number"]}>{drawn.kitId}</dd>
      <dt>{both("paperSheet")}</dt>
      <dd className={css["number"]}>
        {sheet.index} / {drawn.count}
      </dd>
      <dt>{both("paperNeeded")}</dt>
      <dd className={css["number"]}>
        {drawn.threshold} / {drawn.count}
      </dd>
      <dt>{both("paperDate")}</dt>
      <dd>
        <DateText instantMs={drawn.drawnAt} />
      </dd>
      <dt>{both("paperKeeper")}</dt>
      <dd className={css["blank"]} />
    </dl>
  );
}

function Code({ sheet }: { sheet: RecoverySheet }): ReactNode {
  const text = useText();
  const { size, path } = sheet.qr;
  return (
    <svg
      className={css["code"]}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={text("recovery.code")}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
