import { type ReactNode, useState } from "react";
import { z } from "zod";
import type { GateSetting } from "../../../shared/contract/calls/risk.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Gate } from "../../../shared/domain/content/scoring-policy.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { host } from "../../host.ts";
import { useFormDraft } from "../../stores/form-draft.ts";
import { notify } from "../../stores/notice-store.ts";
import { adoptRisk } from "../../stores/risk-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { dropGateDraft, gateDraftOf, keepGateDraft } from "./assessment-store.ts";

/** Which gate to open or shut; `setting` when only the second person is to be added. */
export interface GateMove {
  readonly gate: Gate;
  readonly open: boolean;
  readonly setting: GateSetting | undefined;
}

interface GateDialogProps {
  readonly dossierId: DossierId;
  readonly move: GateMove;
  readonly onClose: () => void;
}

/** Asks for the ground, and for the second person where the gate needs one. What is typed outlives the dialog. */
export function GateDialog({ dossierId, move, onClose }: GateDialogProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { nameOf } = useSpeaker();
  const work = useGateWork(dossierId, move, onClose);
  const gate = nameOf("gate", move.gate.id);
  const actions = (
    <>
      <Button onPress={onClose}>{text("common.cancel")}</Button>
      <Button tone="primary" isBusy={work.isBusy} onPress={() => void work.save()}>
        {text(move.open ? "risk.openGate" : "risk.shutGate")}
      </Button>
    </>
  );
  return (
    <Dialog
      title={text(move.open ? "assessment.gateOpenTitle" : "assessment.gateShutTitle", { gate })}
      isOpen
      onClose={onClose}
      actions={actions}
    >
      <p>{pick(move.gate.opensWhen)}</p>
      {work.fault !== undefined && <Banner tone="error" title={faultText(text, work.fault)} isLive />}
      <TextArea
        label={text("risk.gateReason")}
        help={text("assessment.gateReasonHelp")}
        necessity="required"
        value={work.reason}
        onChange={(reason) => work.change({ reason })}
        characterLimit={textLimits.note}
        rows={4}
        autoFocus
        {...(work.isReasonShort && { error: text("common.reasonTooShort") })}
      />
      {move.gate.needsSecondPerson && (
        <TextField
          label={text("risk.gateSecondPerson")}
          help={text("assessment.gateSecondHelp")}
          value={work.secondPerson}
          onChange={(secondPerson) => work.change({ secondPerson })}
          width="medium"
          isName
        />
      )}
    </Dialog>
  );
}

interface GateWork {
  readonly reason: string;
  readonly secondPerson: string;
  readonly isReasonShort: boolean;
  readonly isBusy: boolean;
  readonly fault: Fault | undefined;
  change(part: { readonly reason?: string; readonly secondPerson?: string }): void;
  save(): Promise<void>;
}

function useGateWork(dossierId: DossierId, { gate, open, setting }: GateMove, onClose: () => void): GateWork {
  const text = useText();
  const { nameOf } = useSpeaker();
  const place = { dossierId, gateId: gate.id, open };
  const [typed, setTyped] = useState(() => {
    const kept = gateDraftOf(place) ?? setting;
    return { reason: kept?.reason ?? "", secondPerson: kept?.secondPerson ?? "" };
  });
  const kept = useFormDraft({
    dossierId,
    form: `gate.${gate.id}-${open ? "open" : "shut"}`,
    schema: z.object({ reason: z.string(), secondPerson: z.string() }),
    value: typed,
    isTouched: typed.reason !== (setting?.reason ?? "") || typed.secondPerson !== (setting?.secondPerson ?? ""),
    onRestore: setTyped,
  });
  const [hasTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const isShort = typed.reason.trim().length < textLimits.reasonMinimum;

  async function save(): Promise<void> {
    setTried(true);
    if (isShort || isBusy) return;
    setBusy(true);
    const stored = await host.risk.setGate({ ...place, ...typed });
    setBusy(false);
    if (!stored.ok) {
      setFault(stored.error);
      return;
    }
    dropGateDraft(place);
    kept.drop();
    adoptRisk(dossierId, stored.value);
    notify({
      tone: "success",
      text: text("assessment.gateDone", { gate: nameOf("gate", gate.id), open: String(open) }),
    });
    onClose();
  }

  return {
    ...typed,
    isReasonShort: hasTried && isShort,
    isBusy,
    fault,
    change(part) {
      const next = { ...typed, ...part };
      setTyped(next);
      setFault(undefined);
      keepGateDraft({ ...place, ...next });
    },
    save,
  };
}
