import { type ReactNode, useState } from "react";
import type { RiskView } from "../../../shared/contract/calls/risk.ts";
import type { Measure } from "../../../shared/domain/content/measure.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { useContent } from "../../stores/content-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import css from "./Candidates.module.css";
import { MeasureLine } from "./MeasureLine.tsx";
import { Packages } from "./Packages.tsx";
import { suggestionGroups } from "./suggestions.ts";

interface CandidatesProps {
  readonly dossier: Dossier;
  readonly view: RiskView;
  readonly onAdd: (measure: Measure) => void;
}

/** Measures to choose from: suggested for the factors at hand, in packages, and the whole catalogue. */
export function Candidates(props: CandidatesProps): ReactNode {
  const text = useText();
  const { measures } = useContent();
  const groups = suggestionGroups(props.view.assessment, measures);
  const [tab, setTab] = useState<"suggested" | "packages" | "catalogue">("suggested");
  const suggested = new Set(groups.flatMap((group) => group.measures.map((one) => one.id)));
  return (
    <Card title={text("measures.candidates")}>
      <Tabs
        label={text("measures.candidates")}
        selected={tab}
        onSelect={setTab}
        tabs={[
          {
            id: "suggested",
            label: text("measures.tabSuggested"),
            count: suggested.size,
            content: <Suggested {...props} />,
          },
          {
            id: "packages",
            label: text("measures.tabPackages"),
            count: measures.packages.length,
            content: <Packages dossier={props.dossier} view={props.view} />,
          },
          {
            id: "catalogue",
            label: text("measures.tabCatalogue"),
            count: measures.measures.length,
            content: <Catalogue {...props} />,
          },
        ]}
      />
    </Card>
  );
}

function Suggested({ view, onAdd }: CandidatesProps): ReactNode {
  const text = useText();
  const { nameOf } = useSpeaker();
  const { measures } = useContent();
  const groups = suggestionGroups(view.assessment, measures);
  if (groups.length === 0) return <p className={css["hint"]}>{text("measures.suggestedNone")}</p>;
  return (
    <div className={css["groups"]}>
      <p className={css["hint"]}>{text("measures.suggestedHint")}</p>
      {groups.map(({ rating, measures: proposed }) => (
        <section key={rating.factor} className={css["group"]}>
          <h3 className={css["title"]}>
            {nameOf("factor", rating.factor)}
            <span className={css["bands"]}>
              {text("measures.groupLead", {
                inherent: nameOf("band", rating.inherent.band),
                planned: nameOf("band", rating.planned.band),
              })}
            </span>
          </h3>
          <Lines measures={proposed} view={view} onAdd={onAdd} />
        </section>
      ))}
    </div>
  );
}

function Catalogue({ view, onAdd }: CandidatesProps): ReactNode {
  const { nameOf } = useSpeaker();
  const { measures } = useContent();
  return (
    <div>
      {measures.categories.map((category, index) => {
        const inIt = measures.measures.filter((one) => one.category === category.id);
        return (
          <Disclosure
            key={category.id}
            title={nameOf("category", category.id)}
            summary={String(inIt.length)}
            isOpenAtFirst={index === 0}
          >
            <Lines measures={inIt} view={view} onAdd={onAdd} />
          </Disclosure>
        );
      })}
    </div>
  );
}

interface LinesProps extends Pick<CandidatesProps, "view" | "onAdd"> {
  readonly measures: readonly Measure[];
}

function Lines({ measures, view, onAdd }: LinesProps): ReactNode {
  return (
    <ul className={css["lines"]}>
      {measures.map((measure) => (
        <MeasureLine key={measure.id} measure={measure} view={view} onAdd={onAdd} />
      ))}
    </ul>
  );
}
