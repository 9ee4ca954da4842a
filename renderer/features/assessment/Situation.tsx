import type { ReactNode } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { Assessment } from "../../../shared/domain/risk/assessment.ts";
import { useContent } from "../../stores/content-store.ts";
import { type DossierPage, navigate } from "../../stores/route-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Card } from "../../ui/Card.tsx";
import { Link } from "../../ui/Link.tsx";
import { Meter } from "../../ui/Meter.tsx";
import css from "./Situation.module.css";

interface SituationProps {
  readonly dossier: Dossier;
  readonly assessment: Assessment;
}

/** How far the enquiry has come, and what stands open in it. */
export function Situation({ dossier, assessment }: SituationProps): ReactNode {
  const text = useText();
  const { scoring } = useContent();
  const { coverage, open, facts } = assessment;
  return (
    <Card title={text("assessment.situation")} ground="sunken">
      <Meter
        label={text("risk.coverage")}
        value={coverage.checked}
        max={coverage.required}
        words={text("risk.coverageValue", {
          percent: coverage.percent,
          required: coverage.required,
          checked: coverage.checked,
        })}
      />
      <ul className={css["counts"]}>
        <Count dossier={dossier} label={text("risk.requiredNotChecked")} items={open.requiredNotChecked} />
        <Count dossier={dossier} label={text("risk.awaitingCorroboration")} items={open.awaitingCorroboration} />
        <Count dossier={dossier} label={text("risk.keyUnknown")} items={open.keyUnknown} />
        <Count
          dossier={dossier}
          label={text("risk.candidatesUndecided")}
          items={open.candidatesUndecided}
          page="screening"
        />
      </ul>
      <Identity facts={facts} />
      <Depth assessment={assessment} />
      <p className={css["policy"]}>
        {text("assessment.policy", { model: assessment.modelVersion, content: scoring.contentVersion })}
      </p>
    </Card>
  );
}

interface CountProps {
  readonly dossier: Dossier;
  readonly label: string;
  readonly items: readonly string[];
  readonly page?: DossierPage;
}

function Count({ dossier, label, items, page = "checklist" }: CountProps): ReactNode {
  const text = useText();
  const [first] = items;
  const itemId = page === "checklist" ? first : undefined;
  return (
    <li className={css["count"]}>
      <span className={css["label"]}>{label}</span>
      {first === undefined ? (
        <span className={css["zero"]}>{text("assessment.countZero")}</span>
      ) : (
        <Link isStrong onPress={() => navigate({ view: "dossier", dossierId: dossier.id, page, itemId })}>
          {text("assessment.count", { count: items.length })}
        </Link>
      )}
    </li>
  );
}

function Identity({ facts }: { facts: Assessment["facts"] }): ReactNode {
  const text = useText();
  const { nameOf } = useSpeaker();
  const { scoring } = useContent();
  const order = scoring.identity.weakestFirst;
  if (order.indexOf(facts.subjectIdentity) >= order.indexOf(scoring.identity.countedFrom)) return null;
  const identity = nameOf("identity", facts.subjectIdentity);
  return <p className={css["note"]}>{text("assessment.identityWeak", { identity })}</p>;
}

function Depth({ assessment }: { assessment: Assessment }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { nameOf } = useSpeaker();
  const { scoring } = useContent();
  const { depthAdvice, depth } = assessment;
  if (!depthAdvice.short) return <p className={css["note"]}>{text("risk.depthEnough")}</p>;
  const rules = scoring.depthRules.filter((rule) => depthAdvice.rules.includes(rule.id));
  return (
    <Banner tone="warning" title={text("assessment.depthShortTitle")}>
      <p>{text("assessment.depthShort", { now: nameOf("depth", depth), depth: nameOf("depth", depthAdvice.depth) })}</p>
      <ul className={css["rules"]}>
        {rules.map((rule) => (
          <li key={rule.id}>{pick(rule.text)}</li>
        ))}
      </ul>
    </Banner>
  );
}
