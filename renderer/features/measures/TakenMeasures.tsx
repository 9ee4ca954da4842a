import { Pencil, ShieldPlus, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { RiskView } from "../../../shared/contract/calls/risk.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Measure } from "../../../shared/domain/content/measure.ts";
import type { MeasureTaken } from "../../../shared/domain/decision.ts";
import { type Dossier, isOpenForWork } from "../../../shared/domain/dossier.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { useContent } from "../../stores/content-store.ts";
import { notify } from "../../stores/notice-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { Table } from "../../ui/Table.tsx";
import type { TableColumn } from "../../ui/table-model.ts";
import { EffectList } from "./EffectList.tsx";
import { recordMeasure, removeMeasure } from "./measure-store.ts";
import css from "./TakenMeasures.module.css";

interface TakenMeasuresProps {
  readonly dossier: Dossier;
  readonly view: RiskView;
  /** Undefined where the person changes nothing. */
  readonly onEdit: ((measure: Measure) => void) | undefined;
}

/** The measures of this case with owner, due day and state. */
export function TakenMeasures({ dossier, view, onEdit }: TakenMeasuresProps): ReactNode {
  const text = useText();
  const [fault, setFault] = useState<Fault>();
  const columns = useColumns({ dossier, view, onEdit, onFault: setFault });
  if (view.measures.length === 0) {
    return (
      <Card title={text("measures.taken", { count: 0 })}>
        <EmptyState icon={ShieldPlus} title={text("measures.takenNone")} level={3}>
          {text("measures.takenNoneText")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={text("measures.taken", { count: view.measures.length })} isFlush>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      <Table
        label={text("measures.taken", { count: view.measures.length })}
        columns={columns}
        rows={view.measures}
        rowKey={(row) => row.measureId}
        empty=""
        isPlain
      />
    </Card>
  );
}

interface ColumnParts extends TakenMeasuresProps {
  readonly onFault: (fault: Fault | undefined) => void;
}

function useColumns(parts: ColumnParts): TableColumn<MeasureTaken>[] {
  const text = useText();
  const { nameOf } = useSpeaker();
  const { measures } = useContent();
  return [
    {
      id: "measure",
      header: text("measures.measure"),
      isRowHeader: true,
      cell: (row) => {
        const measure = measures.measures.find((one) => one.id === row.measureId);
        return (
          <span className={css["measure"]}>
            <span>{nameOf("measure", row.measureId)}</span>
            {measure !== undefined && <EffectList measure={measure} />}
          </span>
        );
      },
    },
    {
      id: "state",
      header: text("measures.state"),
      width: "9rem",
      cell: (row) => <State row={row} view={parts.view} />,
    },
    { id: "owner", header: text("risk.owner"), width: "11rem", cell: (row) => <Owner row={row} /> },
    { id: "due", header: text("risk.dueDay"), width: "11rem", cell: (row) => <Due row={row} /> },
    {
      id: "actions",
      header: text("common.edit"),
      isHeaderHidden: true,
      width: "6rem",
      cell: (row) => <RowActions row={row} {...parts} />,
    },
  ];
}

function State({ row, view }: { row: MeasureTaken; view: RiskView }): ReactNode {
  const text = useText();
  const isUncounted = view.assessment.measuresNotCounted.some((step) => step.measures.includes(row.measureId));
  const tone = row.status === "implemented" ? "success" : row.status === "overdue" ? "warning" : "neutral";
  return (
    <span className={css["stack"]}>
      <Badge tone={tone}>{text(`measures.status-${row.status}`)}</Badge>
      {isUncounted && <span className={css["faint"]}>{text("measures.notCounted")}</span>}
      {row.beforeStart && <span className={css["faint"]}>{text("risk.beforeStart")}</span>}
    </span>
  );
}

function Owner({ row }: { row: MeasureTaken }): ReactNode {
  const text = useText();
  const { nameOf } = useSpeaker();
  return (
    <span className={css["stack"]}>
      {row.owner.trim() === "" ? (
        <span className={css["faint"]}>{text("measures.noOwner")}</span>
      ) : (
        <NameText name={row.owner} isClamped />
      )}
      <span className={css["faint"]}>{nameOf("role", row.ownerRole)}</span>
    </span>
  );
}

function Due({ row }: { row: MeasureTaken }): ReactNode {
  const text = useText();
  if (row.dueDay === null) return <span className={css["faint"]}>{text("measures.noDue")}</span>;
  const isDone = row.status === "implemented" || row.status === "withdrawn";
  return (
    <span className={css["stack"]}>
      <DateText iso={row.dueDay} hasWeekday={false} />
      {!isDone && row.dueDay < dayOf(Date.now()) && <Badge tone="warning">{text("measures.overdue")}</Badge>}
    </span>
  );
}

function RowActions({ row, dossier, onEdit, onFault }: ColumnParts & { row: MeasureTaken }): ReactNode {
  const text = useText();
  const { nameOf } = useSpeaker();
  const { measures } = useContent();
  const name = nameOf("measure", row.measureId);
  const measure = measures.measures.find((one) => one.id === row.measureId);

  async function takeOut(): Promise<void> {
    const removed = await removeMeasure(dossier.id, row.measureId);
    onFault(removed.ok ? undefined : removed.error);
    if (!removed.ok) return;
    const { updatedAt: _at, updatedBy: _by, ...before } = row;
    notify({
      text: text("measures.removed", { measure: name }),
      undo: async () => {
        const back = await recordMeasure(dossier.id, before);
        onFault(back.ok ? undefined : back.error);
      },
    });
  }

  return (
    <span className={css["actions"]}>
      {measure !== undefined && onEdit !== undefined && (
        <IconButton
          icon={Pencil}
          label={text("measures.edit", { measure: name })}
          size="small"
          onPress={() => onEdit(measure)}
        />
      )}
      {onEdit !== undefined && isOpenForWork(dossier.state) && (
        <IconButton
          icon={Trash2}
          label={text("measures.remove", { measure: name })}
          size="small"
          onPress={() => void takeOut()}
        />
      )}
    </span>
  );
}
