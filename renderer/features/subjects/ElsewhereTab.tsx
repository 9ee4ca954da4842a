import { type ReactNode, useEffect, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { displayName, type Subject } from "../../../shared/domain/party.ts";
import type { Sighting } from "../../../shared/domain/profile/sameness.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { FindOther } from "./FindOther.tsx";
import { JudgeDialog, type Pair } from "./JudgeDialog.tsx";
import { useCanWrite } from "./RecordTab.tsx";
import css from "./subjects.module.css";

interface ElsewhereTabProps {
  readonly dossier: Dossier;
  readonly subject: Subject;
}

/** Where else the subjects of this case stand, as far as the person may read, and what was found about it. */
export function ElsewhereTab({ dossier, subject }: ElsewhereTabProps): ReactNode {
  const text = useText();
  const canWrite = useCanWrite(dossier);
  const [sightings, setSightings] = useState<readonly Sighting[]>();
  const [fault, setFault] = useState<Fault>();
  const [judging, setJudging] = useState<Pair>();
  useEffect(() => {
    void host.profile.sightings({ dossierId: dossier.id }).then((read) => {
      if (read.ok) setSightings(read.value.sightings);
      else setFault(read.error);
    });
  }, [dossier.id]);
  const forget = async ({ subjectId, other }: Sighting): Promise<void> => {
    const pair = { subjectId, otherSubjectId: other.subjectId };
    const forgotten = await host.profile.forgetJudgement({ dossierId: dossier.id, ...pair });
    if (!forgotten.ok) return setFault(forgotten.error);
    setSightings(forgotten.value.sightings);
    notify({ text: text("subjects.forgotten") });
  };
  const shown = sightings?.filter((sighting) => sighting.subjectId === subject.id) ?? [];
  return (
    <>
      <Card title={text("subjects.tabElsewhere")} lead={text("subjects.elsewhereLead")}>
        {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
        {sightings !== undefined && shown.length === 0 && (
          <EmptyState level={3} title={text("subjects.elsewhereNone")}>
            {text("subjects.elsewhereNoneText")}
          </EmptyState>
        )}
        <ul className={css["sightings"]}>
          {shown.map((sighting) => (
            <SightingLine
              key={sighting.other.subjectId}
              sighting={sighting}
              canWrite={canWrite}
              onJudge={() => setJudging(sighting)}
              onForget={() => void forget(sighting)}
            />
          ))}
        </ul>
      </Card>
      {canWrite && <FindOther dossier={dossier} onChoose={(other) => setJudging({ subjectId: subject.id, other })} />}
      {judging !== undefined && (
        <JudgeDialog
          dossier={dossier}
          pair={judging}
          title={text("subjects.judgeTitle", { name: displayName(subject) })}
          onClose={() => setJudging(undefined)}
          onDone={setSightings}
        />
      )}
    </>
  );
}

interface SightingLineProps {
  readonly sighting: Sighting;
  readonly canWrite: boolean;
  readonly onJudge: () => void;
  readonly onForget: () => void;
}

function SightingLine({ sighting, canWrite, onJudge, onForget }: SightingLineProps): ReactNode {
  const text = useText();
  const { other, grounds, judgement } = sighting;
  const verdict = judgement === null ? "subjects.verdictNone" : (`subjects.verdict-${judgement.verdict}` as const);
  const words = grounds.map((ground) => text(`subjects.ground-${ground}`)).join("、");
  return (
    <li className={css["sighting"]}>
      <div className={css["source"]}>
        <NameText name={other.name} />
        <span>{text("subjects.otherCase", { number: other.number, title: other.title })}</span>
        <span className={css["quiet"]}>{text("subjects.groundsOf", { grounds: words })}</span>
        <Badge tone={judgement === null ? "warning" : "neutral"}>{text(verdict)}</Badge>
        {judgement !== null && (
          <span className={css["quiet"]}>
            {judgement.reason}（{judgement.by}、<DateText instantMs={judgement.at} />）
          </span>
        )}
      </div>
      <div className={css["acts"]}>
        <Button
          size="small"
          tone="quiet"
          onPress={() => navigate({ view: "dossier", dossierId: other.dossierId, page: "intake" })}
        >
          {text("subjects.openCase")}
        </Button>
        {canWrite && (
          <Button size="small" onPress={onJudge}>
            {text("subjects.judge")}
          </Button>
        )}
        {canWrite && judgement !== null && (
          <Button size="small" tone="quiet" onPress={onForget}>
            {text("subjects.forget")}
          </Button>
        )}
      </div>
    </li>
  );
}
