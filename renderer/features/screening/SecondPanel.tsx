import { type ReactNode, useState } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { isOpenForWork } from "../../../shared/domain/dossier.ts";
import type { HitGroup } from "../../../shared/domain/judging/group-hits.ts";
import type { Hit } from "../../../shared/domain/screening.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { isolated } from "../../parts/listed/listed-words.ts";
import { useCaseRights, useRights } from "../../stores/rights.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { confirmHits } from "./screening-store.ts";

/** The second person's side of a verdict: what the first one said, and agreeing to it or not. */
export function SecondPanel({ dossier, group }: { dossier: Dossier; group: HitGroup }): ReactNode {
  const text = useText();
  const { personId } = useRights();
  const may = useCaseRights(dossier);
  const answered = group.hits.filter((hit) => hit.second !== null);
  const waiting = group.hits.filter((hit) => hit.awaitsSecondPerson && hit.second === null);
  const mayAnswer = (may("work-on-cases") || may("approve-decisions")) && isOpenForWork(dossier.state);
  const others = waiting.filter((hit) => hit.judgedById !== personId);
  if (answered.length === 0 && waiting.length === 0) return null;
  return (
    <Card title={text("match.secondTitle")}>
      {answered.map((hit) => (
        <p key={hit.id}>{secondSentence(text, hit)}</p>
      ))}
      {waiting.length > 0 && (others.length === 0 || !mayAnswer) && <p>{text("match.secondWaits")}</p>}
      {others.length > 0 && mayAnswer && <Answer dossier={dossier} hits={others} />}
    </Card>
  );
}

function secondSentence(text: ReturnType<typeof useText>, { second, listTitle }: Hit): string {
  if (second === null) return "";
  const said = text(second.agrees ? "match.secondAgreed" : "match.secondDisagreed", { by: second.by, list: listTitle });
  return second.note === "" ? said : `${said} ${second.note}`;
}

function Answer({ dossier, hits }: { dossier: Dossier; hits: readonly Hit[] }): ReactNode {
  const text = useText();
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string>();
  const answer = async (agrees: boolean): Promise<void> => {
    const fault = await confirmHits(dossier.id, hits, { agrees, note });
    setProblem(fault === undefined ? undefined : faultText(text, fault));
  };
  return (
    <>
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      {hits.map((hit) => (
        <p key={hit.id}>
          {text("match.secondAsked", {
            by: isolated(hit.judgedBy ?? "–"),
            list: isolated(hit.listTitle),
            verdict: text(`match.verdict-${hit.judgement?.disposition ?? "undecided"}`),
            note: isolated(hit.judgement?.note ?? ""),
          })}
        </p>
      ))}
      <TextArea
        label={text("match.secondNote")}
        help={text("match.secondNoteHelp")}
        value={note}
        onChange={setNote}
        rows={2}
        characterLimit={textLimits.note}
      />
      <p>
        <Button tone="primary" onPress={() => void answer(true)}>
          {text("match.agree")}
        </Button>{" "}
        <Button isDisabled={note.trim().length < textLimits.reasonMinimum} onPress={() => void answer(false)}>
          {text("match.disagree")}
        </Button>
      </p>
    </>
  );
}
