import { DoorClosed, DoorOpen } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { RiskView } from "../../../shared/contract/calls/risk.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { stepSentence } from "../../../shared/strings/risk-sentences.ts";
import { useContent } from "../../stores/content-store.ts";
import { useMayWork } from "../../stores/rights.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { classNames } from "../../ui/class-names.ts";
import { DateText } from "../../ui/DateText.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { GateDialog, type GateMove } from "./GateDialog.tsx";
import css from "./Gates.module.css";
import { type GateRow, type GateStanding, gateRows } from "./gate-rows.ts";
import { LinkedSentence } from "./LinkedSentence.tsx";

interface GatesProps {
  readonly dossier: Dossier;
  readonly view: RiskView;
}

/** The gates: those that are open or wait for people in full, the quiet ones folded away. */
export function Gates({ dossier, view }: GatesProps): ReactNode {
  const text = useText();
  const { scoring } = useContent();
  const [move, setMove] = useState<GateMove>();
  const rows = gateRows(scoring.gates, view.assessment.gates, view.gates);
  const onMove = useMayWork(dossier) ? setMove : undefined;
  return (
    <Card title={text("risk.gates")}>
      <p className={css["lead"]}>{text("assessment.gatesLead")}</p>
      {rows.pressing.length === 0 && <p className={css["none"]}>{text("assessment.gateNone")}</p>}
      {rows.pressing.length > 0 && <List rows={rows.pressing} dossier={dossier} onMove={onMove} />}
      {rows.quiet.length > 0 && (
        <Disclosure title={text("assessment.gateOthers", { count: rows.quiet.length })}>
          <List rows={rows.quiet} dossier={dossier} onMove={onMove} />
        </Disclosure>
      )}
      {move !== undefined && <GateDialog dossierId={dossier.id} move={move} onClose={() => setMove(undefined)} />}
    </Card>
  );
}

interface ListProps {
  readonly rows: readonly GateRow[];
  readonly dossier: Dossier;
  readonly onMove: ((move: GateMove) => void) | undefined;
}

function List({ rows, dossier, onMove }: ListProps): ReactNode {
  return (
    <ul className={css["list"]}>
      {rows.map((row) => (
        <GateLine key={row.gate.id} row={row} dossier={dossier} onMove={onMove} />
      ))}
    </ul>
  );
}

const tones = {
  open: "solid",
  awaiting: "warning",
  consider: "warning",
  shutByHand: "neutral",
  shut: "neutral",
} as const satisfies Record<GateStanding, string>;

interface GateLineProps {
  readonly row: GateRow;
  readonly dossier: Dossier;
  readonly onMove: ((move: GateMove) => void) | undefined;
}

function GateLine({ row, dossier, onMove }: GateLineProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const speaker = useSpeaker();
  const { gate, state, standing } = row;
  const effect = text(`assessment.gateEffect-${gate.effect}`);
  return (
    <li className={classNames(css["gate"], standing === "open" && css["open"])}>
      <div className={css["words"]}>
        <p className={css["head"]}>
          <Badge tone={tones[standing]} icon={standing === "open" ? DoorOpen : undefined}>
            {text(`assessment.gateState-${standing}`)}
          </Badge>
          <span className={css["name"]}>{speaker.nameOf("gate", gate.id)}</span>
        </p>
        <p className={css["rule"]}>{pick(gate.opensWhen)}</p>
        {standing !== "shut" &&
          state.steps.map((step) => (
            <p key={step.code + step.items.join()} className={css["step"]}>
              <LinkedSentence sentence={stepSentence(speaker, step)} step={step} dossierId={dossier.id} />
            </p>
          ))}
        <p className={css["terms"]}>
          <span>{text("assessment.gateEffect", { effect })}</span>
          {gate.needsSecondPerson && <span>{text("risk.gateNeedsSecond")}</span>}
        </p>
        {row.setting !== undefined && <Setting setting={row.setting} />}
        {state.open && !row.mayShut && <p className={css["rule"]}>{text("assessment.gateCannotShut")}</p>}
      </div>
      {onMove !== undefined && <Moves row={row} onMove={onMove} />}
    </li>
  );
}

function Setting({ setting }: { setting: NonNullable<GateRow["setting"]> }): ReactNode {
  const text = useText();
  return (
    <blockquote className={css["setting"]}>
      <p className={css["reason"]}>{setting.reason}</p>
      <p className={css["by"]}>
        <bdi>{text("assessment.gateSet", { name: setting.setBy, open: String(setting.open) })}</bdi>{" "}
        <DateText instantMs={setting.setAt} />
      </p>
      {setting.secondPerson.trim() !== "" && (
        <p className={css["by"]}>
          {text("risk.gateSecondPerson")} <NameText name={setting.secondPerson} />
        </p>
      )}
    </blockquote>
  );
}

function Moves({ row, onMove }: { row: GateRow; onMove: (move: GateMove) => void }): ReactNode {
  const text = useText();
  const { gate, setting } = row;
  if (row.needsSecond && setting !== undefined) {
    return (
      <div className={css["moves"]}>
        <Button size="small" onPress={() => onMove({ gate, open: setting.open, setting })}>
          {text("assessment.gateAddSecond")}
        </Button>
      </div>
    );
  }
  return (
    <div className={css["moves"]}>
      {row.mayOpen && (
        <Button size="small" icon={DoorOpen} onPress={() => onMove({ gate, open: true, setting: undefined })}>
          {text("risk.openGate")}
        </Button>
      )}
      {(row.mayShut || (row.standing === "consider" && gate.shutByHand)) && (
        <Button size="small" icon={DoorClosed} onPress={() => onMove({ gate, open: false, setting: undefined })}>
          {text("risk.shutGate")}
        </Button>
      )}
    </div>
  );
}
