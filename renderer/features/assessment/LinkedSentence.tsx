import type { ReactNode } from "react";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Step } from "../../../shared/domain/risk/assessment.ts";
import { navigate } from "../../stores/route-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { Link } from "../../ui/Link.tsx";
import css from "./LinkedSentence.module.css";
import { sentenceParts } from "./sentence-parts.ts";

interface LinkedSentenceProps {
  readonly sentence: string;
  readonly step: Pick<Step, "items" | "measures">;
  readonly dossierId: DossierId;
}

/** A sentence in which every item leads to its page in the checklist, and every measure to the measures. */
export function LinkedSentence({ sentence, step, dossierId }: LinkedSentenceProps): ReactNode {
  const { nameOf } = useSpeaker();
  const parts = sentenceParts(sentence, step);
  return parts.map(({ kind, text, at }) => {
    if (kind === "words") return <span key={at}>{text}</span>;
    const isItem = kind === "item";
    return (
      <span key={at} className={css["place"]}>
        <Link
          onPress={() =>
            navigate({
              view: "dossier",
              dossierId,
              page: isItem ? "checklist" : "measures",
              itemId: isItem ? text : undefined,
            })
          }
        >
          {isItem ? text : nameOf("measure", text)}
        </Link>
      </span>
    );
  });
}
