import { type ReactNode, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Moment, RecoveryPoint } from "../../../shared/domain/history.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./past.module.css";

interface PointsProps {
  readonly dossierId: DossierId;
  readonly points: readonly RecoveryPoint[];
  readonly moment: Moment;
  readonly isReadOnly: boolean;
  readonly onLook: (moment: Moment) => void;
  readonly onMade: () => void;
}

/** Named moments to come back to, and the field that names this one. */
export function Points({ dossierId, points, moment, isReadOnly, onLook, onMade }: PointsProps): ReactNode {
  const text = useText();
  const [name, setName] = useState("");
  const [fault, setFault] = useState<Fault>();
  const make = async (): Promise<void> => {
    const made = await host.history.makePoint({ dossierId, name: name.trim() });
    setFault(made.ok ? undefined : made.error);
    if (!made.ok) return;
    setName("");
    notify({ tone: "success", text: text("past.pointMade") });
    onMade();
  };
  return (
    <Card title={text("past.points")} lead={text("past.pointsLead")} ground="sunken">
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {!isReadOnly && (
        <div className={css["make"]}>
          <TextField
            label={text("past.pointName")}
            placeholder={text("past.pointPlaceholder")}
            value={name}
            onChange={setName}
            maxLength={textLimits.title}
          />
          <Button isDisabled={name.trim() === ""} onPress={() => void make()}>
            {text("past.makePoint")}
          </Button>
        </div>
      )}
      {points.length === 0 && <p className={css["help"]}>{text("past.noPoints")}</p>}
      <ul className={css["points"]}>
        {points.map((point) => (
          <li key={point.number} className={css["point"]}>
            <span className={css["name"]}>{point.name === "" ? text(`past.kind-${point.kind}`) : point.name}</span>
            <span className={css["help"]}>
              <DateText instantMs={point.at} hasWeekday={false} /> {point.by}
            </span>
            <Button
              size="small"
              tone={moment.kind === "point" && moment.number === point.number ? "secondary" : "quiet"}
              onPress={() => onLook({ kind: "point", number: point.number })}
            >
              {text("past.look")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
