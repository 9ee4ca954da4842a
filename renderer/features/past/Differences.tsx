import { type ReactNode, useEffect, useState } from "react";
import type { FieldName, NamedDifference } from "../../../shared/contract/calls/history.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { Moment, RecoveryPoint } from "../../../shared/domain/history.ts";
import { host } from "../../host.ts";
import { Diff } from "../../parts/history/Diff.tsx";
import { ReasonAsk } from "../../parts/history/ReasonAsk.tsx";
import { usePastWords } from "../../parts/history/value-words.ts";
import { loadDossier } from "../../stores/dossier-store.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Select } from "../../ui/Select.tsx";
import css from "./past.module.css";

interface DifferencesProps {
  readonly dossier: Dossier;
  readonly from: Moment;
  readonly points: readonly RecoveryPoint[];
  /** From the moment shown to now. */
  readonly toNow: readonly NamedDifference[];
  readonly isReadOnly: boolean;
}

/** What differs from the moment shown to now or to a recovery point, word by word; each can be put back, or all at once. */
export function Differences({ dossier, from, points, toNow, isReadOnly }: DifferencesProps): ReactNode {
  const text = useText();
  const [to, setTo] = useState("now");
  const shown = useCompared({ dossier, from, to, toNow });
  const { restore, fault, ask } = useRestoring(dossier, from);
  const others = points.filter(({ number }) => from.kind !== "point" || from.number !== number);
  const nameOf = (point: RecoveryPoint): string =>
    `${point.number} ${point.name === "" ? text(`past.kind-${point.kind}`) : point.name}`;
  const canRestore = !isReadOnly && to === "now";
  return (
    <Card
      title={text("past.differencesCount", { count: shown.length })}
      actions={
        canRestore &&
        shown.length > 0 && (
          <Button size="small" onPress={() => void restore("all")}>
            {text("past.restoreAll")}
          </Button>
        )
      }
    >
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {ask !== undefined && <ReasonAsk onGive={ask} />}
      <Select
        label={text("past.compareTo")}
        placeholder={text("past.now")}
        options={[
          { value: "now", label: text("past.now") },
          ...others.map((point) => ({ value: String(point.number), label: nameOf(point) })),
        ]}
        value={to}
        onChange={setTo}
      />
      {canRestore && shown.some(({ place }) => place === "hit") && <p>{text("past.verdictAsksAnew")}</p>}
      {shown.length === 0 && <p>{text("past.noDifferences")}</p>}
      <ul className={css["differences"]}>
        {shown.map((one) => (
          <Line
            key={`${one.place}/${one.rowId}/${one.field}`}
            difference={one}
            onRestore={canRestore ? () => void restore([nameIn(one)]) : undefined}
          />
        ))}
      </ul>
    </Card>
  );
}

function nameIn({ place, rowId, field }: NamedDifference): FieldName {
  return { place, rowId, field };
}

interface LineProps {
  readonly difference: NamedDifference;
  readonly onRestore: (() => void) | undefined;
}

function Line({ difference, onRestore }: LineProps): ReactNode {
  const text = useText();
  const words = usePastWords();
  const name = nameIn(difference);
  const { title, rowId, field, row } = difference;
  const which = title === "" && field !== "" ? rowId : title;
  return (
    <li className={css["difference"]}>
      <p className={css["what"]}>
        <span>{words.placeName(difference.place)}</span>
        {which !== "" && <span className={css["row"]}>{which}</span>}
        <strong>{words.fieldName(name)}</strong>
        {row !== "changed" && <span>{text(row === "added" ? "past.came" : "past.went")}</span>}
      </p>
      <Diff before={words.valueText(name, difference.before)} after={words.valueText(name, difference.after)} />
      {onRestore !== undefined && (
        <div>
          <Button size="small" tone="quiet" onPress={onRestore}>
            {text("past.restoreOne", { field: words.fieldName(name) })}
          </Button>
        </div>
      )}
    </li>
  );
}

interface Comparing {
  readonly dossier: Dossier;
  readonly from: Moment;
  readonly to: string;
  readonly toNow: readonly NamedDifference[];
}

function useCompared({ dossier, from, to, toNow }: Comparing): readonly NamedDifference[] {
  const [compared, setCompared] = useState<readonly NamedDifference[]>([]);
  const moment = JSON.stringify(from);
  useEffect(() => {
    if (to === "now") return;
    // What was written above is read back as it was.
    const from = JSON.parse(moment) as Moment;
    void host.history
      .compare({ dossierId: dossier.id, from, to: { kind: "point", number: Number(to) } })
      .then((read) => {
        setCompared(read.ok ? read.value.differences : []);
      });
  }, [dossier.id, moment, to]);
  return to === "now" ? toNow : compared;
}

interface RestoringWays {
  readonly fault: Fault | undefined;
  /** Takes the reason that is being asked for; undefined while none is. */
  readonly ask: ((reason: string) => void) | undefined;
  restore(fields: "all" | FieldName[]): Promise<void>;
}

/** Puts back, asks for a reason where the office wants one, and offers the way back again. */
function useRestoring(dossier: Dossier, moment: Moment): RestoringWays {
  const text = useText();
  const [fault, setFault] = useState<Fault>();
  const [waiting, setWaiting] = useState<{ readonly fields: "all" | FieldName[] }>();
  const dossierId = dossier.id;
  const run = async (fields: "all" | FieldName[], reason?: string): Promise<void> => {
    const request = { dossierId, moment, fields, ...(reason === undefined ? {} : { reason }) };
    const done = await host.history.restore(request);
    setWaiting(!done.ok && done.error.code === "reason-required" ? { fields } : undefined);
    setFault(done.ok || done.error.code === "reason-required" ? undefined : done.error);
    if (!done.ok) return;
    await loadDossier(dossierId);
    const { restored, left, point } = done.value;
    const undo =
      point === null
        ? undefined
        : async (): Promise<void> => {
            const before = { kind: "point", number: point.number } as const;
            const again = await host.history.restore({ ...request, moment: before });
            notify(again.ok ? { text: text("past.undone") } : { tone: "error", text: faultText(text, again.error) });
            await loadDossier(dossierId);
          };
    notify({
      tone: restored === 0 ? "info" : "success",
      text: restored === 0 ? text("past.restoredNone") : text("past.restored", { count: restored }),
      undo,
    });
    if (left.length > 0) notify({ tone: "info", text: text("past.left", { count: left.length }) });
  };
  return {
    fault,
    restore: (fields) => run(fields),
    ask: waiting === undefined ? undefined : (reason) => void run(waiting.fields, reason),
  };
}
