import { type ReactNode, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import { type Evidence, type EvidenceStanding, EvidenceStatus } from "../../../shared/domain/evidence.ts";
import { daysLeft, evidenceStateOn } from "../../../shared/domain/evidence-age.ts";
import { type DossierId, EvidenceId } from "../../../shared/domain/ids.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { host } from "../../host.ts";
import { CarriageFields } from "../../parts/evidence/CarriageFields.tsx";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./evidence.module.css";
import { latestOf, replaceEvidence } from "./evidence-store.ts";

interface StandingPartProps {
  readonly dossierId: DossierId;
  readonly evidence: Evidence;
  readonly others: readonly Evidence[];
  readonly isFrozen: boolean;
}

/** How far a piece has come, until when it holds, what took its place and how it was carried in. */
export function StandingPart({ dossierId, evidence, others, isFrozen }: StandingPartProps): ReactNode {
  const text = useText();
  const { standing } = evidence;
  const [draft, setDraft] = useState<EvidenceStanding>(standing);
  const [why, setWhy] = useState("");
  const [fault, setFault] = useState<Fault>();
  const change = (part: Partial<EvidenceStanding>): void => setDraft((known) => ({ ...known, ...part }));
  const save = async (): Promise<void> => {
    const { status, supersededBy, validity, carriage } = draft;
    const wanted = { status, supersededBy, validity, carriage, why };
    const one = { dossierId, evidenceId: evidence.id, revision: evidence.revision };
    const changed = await host.intake.setStanding({ ...one, ...wanted });
    setFault(changed.ok ? undefined : changed.error);
    if (!changed.ok) {
      if (changed.error.code === "stale-revision") await latestOf(dossierId, evidence);
      return;
    }
    replaceEvidence(changed.value);
    setDraft(changed.value.standing);
    setWhy("");
    notify({ tone: "success", text: text("evidence.standingSaved") });
  };
  return (
    <Disclosure title={text("evidence.standing")} summary={useStandingWords(standing)} level={3}>
      <div className={css["part"]}>
        {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
        <div className={css["pair"]}>
          <Select
            label={text("evidence.status")}
            placeholder={text("evidenceform.choose")}
            options={EvidenceStatus.options.map((status) => ({
              value: status,
              label: text(`custody.status-${status}`),
            }))}
            value={draft.status}
            onChange={(status) => change({ status: EvidenceStatus.parse(status) })}
          />
          {draft.status === "superseded" && (
            <Select
              label={text("evidence.successor")}
              placeholder={text("evidenceform.choose")}
              options={others.map(({ id, number, title }) => ({ value: String(id), label: `E${number} ${title}` }))}
              value={draft.supersededBy ?? undefined}
              onChange={(id) => change({ supersededBy: EvidenceId.parse(id) })}
            />
          )}
          <DateField
            label={text("evidence.until")}
            help={text(draft.validity.by === "office" ? "evidence.untilByOffice" : "evidence.untilByHand")}
            value={draft.validity.until ?? undefined}
            onChange={(day) => change({ validity: { until: day ?? null, by: "hand" } })}
          />
        </div>
        <CarriageFields carriage={draft.carriage} onChange={(carriage) => change({ carriage })} />
        <TextField label={text("evidence.why")} value={why} onChange={setWhy} maxLength={textLimits.shortNote} />
        <span className={css["acts"]}>
          <Button size="small" isDisabled={isFrozen} onPress={() => void save()}>
            {text("evidence.standingSave")}
          </Button>
          {draft.validity.by === "hand" && (
            <Button
              size="small"
              isDisabled={isFrozen}
              onPress={() => change({ validity: { until: draft.validity.until, by: "office" } })}
            >
              {text("evidence.byOffice")}
            </Button>
          )}
        </span>
      </div>
    </Disclosure>
  );
}

/** Where a piece stands today, in words: its state and how long it still holds. */
function useStandingWords(standing: EvidenceStanding): string {
  const text = useText();
  const today = dayOf(Date.now());
  const state = text(`custody.status-${evidenceStateOn(standing, today)}`);
  const days = daysLeft(standing, today);
  if (days === null) return state;
  return `${state} · ${days < 0 ? text("evidence.daysOver", { days: -days }) : text("evidence.daysLeft", { days })}`;
}
