import { type ReactNode, useState } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { Moment } from "../../../shared/domain/history.ts";
import { usePastWords } from "../../parts/history/value-words.ts";
import { useMayWork } from "../../stores/rights.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Card } from "../../ui/Card.tsx";
import { useDateStyle } from "../../ui/calendar-style.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { formatInstant } from "../../ui/date-format.ts";
import { Page } from "../../ui/Page.tsx";
import { Differences } from "./Differences.tsx";
import { Points } from "./Points.tsx";
import css from "./past.module.css";
import { Rating } from "./Rating.tsx";
import { TimeSlider } from "./TimeSlider.tsx";
import { type KnownCase, type Moments, usePast } from "./use-past.ts";

/** The case as it was known at a moment: nothing can be edited here, and everything can be put back. */
export function PastView({ dossier }: { readonly dossier: Dossier }): ReactNode {
  const text = useText();
  const [moment, setMoment] = useState<Moment>({ kind: "now" });
  const [reads, setReads] = useState(0);
  const isReadOnly = !useMayWork(dossier);
  return (
    <Page title={text("past.title")} lead={text("past.lead")} width="wide">
      <Shown
        key={reads}
        dossier={dossier}
        moment={moment}
        isReadOnly={isReadOnly}
        onMoment={setMoment}
        onMade={() => setReads((count) => count + 1)}
      />
    </Page>
  );
}

interface ShownProps {
  readonly dossier: Dossier;
  readonly moment: Moment;
  readonly isReadOnly: boolean;
  readonly onMoment: (moment: Moment) => void;
  readonly onMade: () => void;
}

function Shown({ dossier, moment, isReadOnly, onMoment, onMade }: ShownProps): ReactNode {
  const text = useText();
  const { moments, known, fault } = usePast(dossier.id, moment);
  if (fault !== undefined) return <Banner tone="error" title={faultText(text, fault)} isLive />;
  if (moments === undefined || known === undefined) return null;
  return (
    <>
      <TimeSlider moments={moments} moment={moment} onChange={onMoment} />
      <div className={css["columns"]}>
        <div className={css["main"]}>
          <State moment={moment} moments={moments} known={known} />
          <Differences
            dossier={dossier}
            from={moment}
            points={moments.points}
            toNow={known.differences}
            isReadOnly={isReadOnly}
          />
        </div>
        <aside className={css["side"]}>
          <Rating assessment={known.assessment} />
          <Points
            dossierId={dossier.id}
            points={moments.points}
            moment={moment}
            isReadOnly={isReadOnly}
            onLook={onMoment}
            onMade={onMade}
          />
        </aside>
      </div>
    </>
  );
}

interface StateProps {
  readonly moment: Moment;
  readonly moments: Moments;
  readonly known: KnownCase;
}

/** Places in the order of the work; what other parts keep comes after. */
const order = [
  "head",
  "intake",
  "triage",
  "subject",
  "profile-entry",
  "subject-link",
  "sameness",
  "hit",
  "answer",
  "evidence",
  "gate",
  "measure",
  "paper",
];

/** Everything the case held at the moment, place by place. */
function State({ moment, moments, known }: StateProps): ReactNode {
  const text = useText();
  const style = useDateStyle();
  const words = usePastWords();
  const byPlace = Map.groupBy(known.parts, (part) => part.place);
  const places = [...byPlace.keys()].sort((a, b) => rankOf(a) - rankOf(b));
  const count = (place: string): number => byPlace.get(place)?.length ?? 0;
  const point = moments.points.find(({ number }) => moment.kind === "point" && number === moment.number);
  const at = moment.kind === "time" ? moment.at : point?.at;
  const title = at === undefined ? text("past.now") : text("past.asKnown", { when: formatInstant(at, style) });
  const counts = {
    answers: count("answer"),
    subjects: count("subject"),
    evidence: count("evidence"),
    measures: count("measure"),
  };
  return (
    <Card title={title} lead={text("past.counts", counts)}>
      {places.map((place) => (
        <Disclosure key={place} title={words.placeName(place)} summary={String(count(place))} level={3}>
          <dl className={css["parts"]}>
            {byPlace.get(place)?.map((part) => (
              <Part key={part.rowId} place={place} rowId={part.rowId} body={part.body} />
            ))}
          </dl>
        </Disclosure>
      ))}
    </Card>
  );
}

function rankOf(place: string): number {
  const rank = order.indexOf(place);
  return rank === -1 ? order.length : rank;
}

interface PartProps {
  readonly place: string;
  readonly rowId: string;
  readonly body: unknown;
}

function Part({ place, rowId, body }: PartProps): ReactNode {
  const text = useText();
  const words = usePastWords();
  const isSingle = typeof body === "object" && body !== null && "value" in body && Object.keys(body).length === 1;
  const fields: [string, unknown][] =
    typeof body !== "object" || body === null ? [["", body]] : isSingle ? [["", body.value]] : Object.entries(body);
  const said = fields.flatMap(([field, value]): [string, string][] => {
    if (quiet.has(field)) return [];
    const words_ = words.valueText({ place, rowId, field }, value);
    return words_ === "" ? [] : [[field, words_]];
  });
  return (
    <div className={css["part"]}>
      <dt>{words.partName({ place, rowId, body })}</dt>
      {said.length === 0 && <dd className={css["help"]}>{text("past.nothing")}</dd>}
      {said.map(([field, value]) => (
        <dd key={field}>
          {field !== "" && <span className={css["help"]}>{words.fieldName({ place, rowId, field })} </span>}
          <span className={css["value"]}>{value}</span>
        </dd>
      ))}
    </div>
  );
}

/** Ids and marks that tell a person nothing. */
const quiet: ReadonlySet<string> = new Set([
  "id",
  "itemId",
  "subjectId",
  "measureId",
  "gateId",
  "revision",
  "updatedAt",
  "checkedAt",
  "importedAt",
  "setAt",
  "judgedAt",
  "sha256",
  "entryKey",
  "batchId",
  "otherSubjectId",
  "at",
  "score",
]);
