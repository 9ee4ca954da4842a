import type { ReactNode } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { FactorRating, Step } from "../../../shared/domain/risk/assessment.ts";
import { listSeparator, stepSentence } from "../../../shared/strings/risk-sentences.ts";
import { useContent } from "../../stores/content-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { useLocale, usePick, useText } from "../../stores/text.ts";
import css from "./Arithmetic.module.css";
import type { Basis } from "./assessment-store.ts";
import { ItemBasis } from "./ItemBasis.tsx";
import { LinkedSentence } from "./LinkedSentence.tsx";

interface ArithmeticProps {
  readonly dossier: Dossier;
  readonly rating: FactorRating;
  readonly basis: Basis | undefined;
}

/** Every step from the answers to the three scores, in sentences, with what each rests on. */
export function Arithmetic({ dossier, rating, basis }: ArithmeticProps): ReactNode {
  const text = useText();
  const { steps } = rating;
  const isCut = (part: readonly Step[]): boolean => part.some((step) => step.measures.length > 0);
  return (
    <>
      <Meaning rating={rating} />
      <ol className={css["parts"]}>
        <Part title={text("assessment.part1")}>
          <ul className={css["steps"]}>
            {steps.severity.map((step) => (
              <li key={step.items.join()} className={css["item"]}>
                <Sentence step={step} dossier={dossier} />
                {step.items.map((item) => (
                  <ItemBasis key={item} itemId={item} rating={rating} basis={basis} dossierId={dossier.id} />
                ))}
              </li>
            ))}
          </ul>
        </Part>
        <Steps title={text("assessment.part2")} steps={steps.likelihood} dossier={dossier} />
        <Steps title={text("assessment.part3")} steps={steps.impact} dossier={dossier} />
        <Steps
          title={text("assessment.part4")}
          note={isCut(steps.planned) ? undefined : text("assessment.partNone")}
          steps={steps.planned}
          dossier={dossier}
        />
        <Steps
          title={text("assessment.part5")}
          note={isCut(steps.actual) ? undefined : text("assessment.partNone")}
          steps={steps.actual}
          dossier={dossier}
        />
      </ol>
    </>
  );
}

function Meaning({ rating }: { rating: FactorRating }): ReactNode {
  const text = useText();
  const pick = usePick();
  const locale = useLocale();
  const { factors, about } = useContent();
  const factor = factors.factors.find((one) => one.id === rating.factor);
  if (factor === undefined) return null;
  const names = about.frameworks.filter((one) => factor.basedOn.includes(one.id)).map((one) => pick(one.name));
  return (
    <div className={css["meaning"]}>
      <p>{pick(factor.desc)}</p>
      <p className={css["models"]}>
        {factor.impactFloor > 0 && `${text("assessment.floor", { floor: factor.impactFloor })} `}
        {names.length > 0 && text("assessment.modelledOn", { names: names.join(listSeparator(locale)) })}
      </p>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <li className={css["part"]}>
      <h4 className={css["title"]}>{title}</h4>
      {children}
    </li>
  );
}

interface StepsProps {
  readonly title: string;
  readonly note?: string | undefined;
  readonly steps: readonly Step[];
  readonly dossier: Dossier;
}

function Steps({ title, note, steps, dossier }: StepsProps): ReactNode {
  return (
    <Part title={title}>
      {note !== undefined && <p className={css["note"]}>{note}</p>}
      <ul className={css["steps"]}>
        {steps.map((step) => (
          <li key={`${step.code} ${step.measures.join()}`} className={css["step"]}>
            <Sentence step={step} dossier={dossier} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Sentence({ step, dossier }: { step: Step; dossier: Dossier }): ReactNode {
  const speaker = useSpeaker();
  return (
    <p className={css["sentence"]}>
      <LinkedSentence sentence={stepSentence(speaker, step)} step={step} dossierId={dossier.id} />
    </p>
  );
}
