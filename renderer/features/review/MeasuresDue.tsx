import { type ReactNode, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { MeasureInput } from "../../../shared/domain/decision.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { host } from "../../host.ts";
import { useContent } from "../../stores/content-store.ts";
import { notify } from "../../stores/notice-store.ts";
import { useCaseRights } from "../../stores/rights.ts";
import { adoptRisk } from "../../stores/risk-store.ts";
import { navigate } from "../../stores/route-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Link } from "../../ui/Link.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { Table } from "../../ui/Table.tsx";
import type { TableColumn } from "../../ui/table-model.ts";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import css from "./MeasuresDue.module.css";
import type { DueMeasure } from "./review-plan.ts";

interface MeasuresDueProps {
  readonly dossier: Dossier;
  readonly due: readonly DueMeasure[];
}

/** Measures by due day, overdue ones first, with the two marks that are made most often. */
export function MeasuresDue({ dossier, due }: MeasuresDueProps): ReactNode {
  const text = useText();
  const { fault, mark } = useMark(dossier);
  const mayWork = useCaseRights(dossier)("work-on-cases");
  const columns = useColumns(mark).filter((column) => mayWork || column.id !== "mark");
  const left = due.filter((one) => one.standing !== "done");
  const overdue = left.filter((one) => one.standing === "overdue").length;
  const actions = (
    <Link onPress={() => navigate({ view: "dossier", dossierId: dossier.id, page: "measures" })}>
      {text("review.toMeasures")}
    </Link>
  );
  const words =
    due.length === 0
      ? text("review.measuresNone")
      : left.length === 0
        ? text("review.measuresDone")
        : text("review.measuresLeft", { open: left.length, overdue });
  return (
    <Card title={text("review.measuresTitle")} lead={words} actions={actions} isFlush={due.length > 0}>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {due.length > 0 && (
        <Table
          label={text("review.measuresTitle")}
          columns={columns}
          rows={due}
          rowKey={(row) => row.taken.measureId}
          empty=""
          isPlain
        />
      )}
    </Card>
  );
}

type Mark = (row: DueMeasure, status: "implemented" | "overdue") => Promise<void>;

function useMark(dossier: Dossier): { fault: Fault | undefined; mark: Mark } {
  const text = useText();
  const { nameOf } = useSpeaker();
  const [fault, setFault] = useState<Fault>();

  async function put(measure: MeasureInput): Promise<boolean> {
    const stored = await host.risk.setMeasure({ dossierId: dossier.id, measure });
    setFault(stored.ok ? undefined : stored.error);
    if (stored.ok) adoptRisk(dossier.id, stored.value);
    return stored.ok;
  }

  return {
    fault,
    async mark({ taken }, status) {
      const { updatedAt: _at, updatedBy: _by, ...before } = taken;
      if (!(await put({ ...before, status }))) return;
      const words = { measure: nameOf("measure", taken.measureId), status: text(`measures.status-${status}`) };
      notify({ tone: "success", text: text("review.marked", words), undo: async () => void (await put(before)) });
    },
  };
}

function useColumns(mark: Mark): TableColumn<DueMeasure>[] {
  const text = useText();
  const { nameOf } = useSpeaker();
  const { measures } = useContent();
  return [
    {
      id: "measure",
      header: text("review.measure"),
      isRowHeader: true,
      cell: ({ taken }) => (
        <span className={css["stack"]}>
          <span>{nameOf("measure", taken.measureId)}</span>
          <span className={css["faint"]}>
            {text("risk.recheck", {
              months: measures.measures.find((one) => one.id === taken.measureId)?.recheckMonths ?? 0,
            })}
          </span>
        </span>
      ),
    },
    {
      id: "owner",
      header: text("risk.owner"),
      width: "9rem",
      cell: ({ taken }) => <NameText name={taken.owner === "" ? "–" : taken.owner} isClamped />,
    },
    { id: "due", header: text("review.due"), width: "9.5rem", cell: (row) => <Due row={row} /> },
    { id: "state", header: text("review.state"), width: "9rem", cell: (row) => <State row={row} /> },
    {
      id: "mark",
      header: text("review.markDone"),
      isHeaderHidden: true,
      width: "13rem",
      cell: (row) => <Marks row={row} mark={mark} />,
    },
  ];
}

function Due({ row }: { row: DueMeasure }): ReactNode {
  const text = useText();
  const { dueDay } = row.taken;
  return (
    <span className={css["stack"]}>
      {dueDay === null ? (
        <span className={css["faint"]}>{text("review.noDue")}</span>
      ) : (
        <DateText iso={dueDay} hasWeekday={false} />
      )}
      {(row.standing === "overdue" || row.standing === "soon") && (
        <Badge tone="warning">{text(`review.due-${row.standing}`)}</Badge>
      )}
    </span>
  );
}

function State({ row }: { row: DueMeasure }): ReactNode {
  const text = useText();
  return (
    <span className={css["stack"]}>
      <span>{text(`measures.status-${row.taken.status}`)}</span>
      {row.taken.beforeStart && <span className={css["faint"]}>{text("risk.beforeStart")}</span>}
    </span>
  );
}

function Marks({ row, mark }: { row: DueMeasure; mark: Mark }): ReactNode {
  const text = useText();
  const { nameOf } = useSpeaker();
  const { status, measureId } = row.taken;
  const measure = nameOf("measure", measureId);
  // A proposal must first be agreed; that is done with its owner and date on the page of measures.
  if (status !== "agreed" && status !== "overdue") return null;
  return (
    <span className={css["marks"]}>
      <Button size="small" onPress={() => void mark(row, "implemented")}>
        <span aria-hidden="true">{text("review.markDone")}</span>
        <VisuallyHidden>{text("review.markDoneOf", { measure })}</VisuallyHidden>
      </Button>
      {row.standing === "overdue" && status === "agreed" && (
        <Button size="small" tone="quiet" onPress={() => void mark(row, "overdue")}>
          <span aria-hidden="true">{text("review.markOverdue")}</span>
          <VisuallyHidden>{text("review.markOverdueOf", { measure })}</VisuallyHidden>
        </Button>
      )}
    </span>
  );
}
