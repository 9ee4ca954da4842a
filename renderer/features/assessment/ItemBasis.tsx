import type { ReactNode } from "react";
import { findItem } from "../../../shared/domain/content/template.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { FactorRating } from "../../../shared/domain/risk/assessment.ts";
import { listSeparator } from "../../../shared/strings/risk-sentences.ts";
import { navigate } from "../../stores/route-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Link } from "../../ui/Link.tsx";
import type { Basis } from "./assessment-store.ts";
import css from "./ItemBasis.module.css";

interface ItemBasisProps {
  readonly itemId: string;
  readonly rating: FactorRating;
  readonly basis: Basis | undefined;
  readonly dossierId: DossierId;
}

/** What stands behind one answer: the question, the fact as recorded, the evidence, and how it bears on the factor. */
export function ItemBasis({ itemId, rating, basis, dossierId }: ItemBasisProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { locale } = useSpeaker();
  if (basis === undefined) return null;
  const item = findItem(basis.template, itemId);
  const answer = basis.answers.find((one) => one.itemId === itemId);
  const numbers = basis.evidence.filter((one) => one.items.some((id) => id === itemId)).map((one) => one.number);
  const role = rating.items.find((one) => one.item === itemId)?.role ?? "primary";
  const isFinding = answer !== undefined && ["minor", "material", "serious"].includes(answer.answer);
  return (
    <div className={css["basis"]}>
      {item !== undefined && <p className={css["question"]}>{pick(item.question)}</p>}
      {isFinding && answer.fact.trim() !== "" && <p className={css["fact"]}>{answer.fact}</p>}
      <p className={css["rests"]}>
        <span>{text(role === "primary" ? "assessment.primaryRole" : "assessment.supportingRole")}</span>
        {numbers.length === 0 ? (
          <span>{text("assessment.evidenceNone")}</span>
        ) : (
          <Link onPress={() => navigate({ view: "dossier", dossierId, page: "evidence" })}>
            {text("assessment.evidenceOf", { numbers: numbers.join(listSeparator(locale)) })}
          </Link>
        )}
        {answer !== undefined && answer.sources.length > 0 && (
          <span>{text("assessment.sources", { count: answer.sources.length })}</span>
        )}
        {answer?.confirmedBySubject === true && <span>{text("assessment.confirmedBySubject")}</span>}
      </p>
    </div>
  );
}
