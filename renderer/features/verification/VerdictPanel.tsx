import type { ReactNode } from "react";
import type { VerificationResult } from "../../../shared/contract/calls/proof.ts";
import { createText } from "../../../shared/strings/text.ts";
import { useLocale, useText } from "../../stores/text.ts";
import { Icon } from "../../ui/Icon.tsx";
import { verdictShapes } from "./outcome-mark.ts";
import { reasonText } from "./reason-text.ts";
import css from "./verification.module.css";

/** The verdict in one word, in both languages, and one sentence; then the reasons and what to do. */
export function VerdictPanel({ result }: { result: VerificationResult }): ReactNode {
  const text = useText();
  const other = useLocale() === "ja" ? "en" : "ja";
  const { verdict, reasons, fileName } = result;
  return (
    <section className={css["verdict"]} data-verdict={verdict} aria-labelledby="verdict" role="status">
      <span className={css["shape"]}>
        <Icon shape={verdictShapes[verdict]} size="large" />
      </span>
      <div className={css["words"]}>
        <p className={css["file"]}>
          <bdi>{fileName}</bdi>
        </p>
        <h2 id="verdict" className={css["word"]}>
          {text(`verification.verdict.${verdict}`)}
          <span className={css["otherWord"]} lang={other}>
            {createText(other)(`verification.verdict.${verdict}`)}
          </span>
        </h2>
        <p className={css["sentence"]}>{text(`verification.meaning.${verdict}`)}</p>
        {reasons.length > 0 && (
          <>
            <h3 className={css["small"]}>{text("verify.reasons")}</h3>
            <ul className={css["reasons"]}>
              {reasons.map((code) => (
                <li key={code}>{reasonText(text, code)}</li>
              ))}
            </ul>
          </>
        )}
        <h3 className={css["small"]}>{text("verify.next")}</h3>
        <p>{text(`verify.next-${verdict}`)}</p>
      </div>
    </section>
  );
}
