import { type ReactNode, useState } from "react";
import { type RecoveryStatus, recoveryShape } from "../../../shared/domain/recovery.ts";
import { host } from "../../host.ts";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Select } from "../../ui/Select.tsx";
import type { DrawnSheets } from "./drawn-sheets.ts";
import css from "./recovery.module.css";

interface KitCardProps {
  readonly status: RecoveryStatus;
  readonly onDrawn: (drawn: DrawnSheets) => void;
}

/** The kit in force, and how to make another. */
export function KitCard({ status, onDrawn }: KitCardProps): ReactNode {
  const text = useText();
  const [threshold, setThreshold] = useState<number>(recoveryShape.threshold);
  const [count, setCount] = useState<number>(recoveryShape.count);
  const [isAsking, setAsking] = useState(false);
  const { kit } = status;
  return (
    <Card
      title={text("recovery.kit")}
      lead={kit === null ? text("recovery.noKit") : undefined}
      footer={
        <Button tone={kit === null ? "primary" : "secondary"} onPress={() => setAsking(true)}>
          {text(kit === null ? "recovery.make" : "recovery.replace")}
        </Button>
      }
    >
      {kit !== null && (
        <DescriptionList
          items={[
            { id: "number", term: text("recovery.kitNumber"), value: <code>{kit.kitId}</code> },
            {
              id: "shape",
              term: text("recovery.shape"),
              value: text("recovery.shapeOf", { threshold: kit.threshold, count: kit.count }),
            },
            { id: "made", term: text("recovery.madeAt"), value: <DateText instantMs={kit.madeAt} /> },
            { id: "by", term: text("recovery.madeBy"), value: kit.madeBy },
          ]}
        />
      )}
      <div className={css["shape"]}>
        <Select
          label={text("recovery.count")}
          options={choices(recoveryShape.fewest, recoveryShape.most)}
          placeholder=""
          width="short"
          value={String(count)}
          onChange={(chosen) => {
            setCount(Number(chosen));
            setThreshold(Math.min(threshold, Number(chosen)));
          }}
        />
        <Select
          label={text("recovery.threshold")}
          options={choices(recoveryShape.fewest, count)}
          placeholder=""
          width="short"
          value={String(threshold)}
          onChange={(chosen) => setThreshold(Number(chosen))}
        />
      </div>
      <p className={css["note"]}>{text("recovery.shapeMeans", { threshold, count, lost: count - threshold })}</p>
      {isAsking && (
        <ReauthDialog
          title={text(kit === null ? "recovery.make" : "recovery.replace")}
          lead={text(kit === null ? "recovery.drawLead" : "recovery.redrawLead", { count })}
          confirmLabel={text("recovery.draw")}
          onConfirm={({ passphrase }) => host.recovery.draw({ threshold, count, passphrase })}
          onDone={(drawn) => {
            setAsking(false);
            onDrawn(drawn);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}

function choices(from: number, to: number): { value: string; label: string }[] {
  return Array.from({ length: to - from + 1 }, (_, step) => String(from + step)).map((value) => ({
    value,
    label: value,
  }));
}
