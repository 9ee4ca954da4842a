import { CalendarClock } from "lucide-react";
import { type ReactNode, useState } from "react";
import { DossierId } from "../../../shared/domain/ids.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import css from "./lists.module.css";

/** What can be done with the cases chosen: their due days are changed together, and put back. */
export function DueDayBar({ keys, onClear }: { keys: ReadonlySet<string>; onClear: () => void }): ReactNode {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  return (
    <section className={css["chosen"]} aria-label={text("desk.selected", { count: keys.size })}>
      <span role="status">{text("desk.selected", { count: keys.size })}</span>
      <Button size="small" icon={CalendarClock} onPress={() => setAsking(true)}>
        {text("desk.setDue")}
      </Button>
      <Button size="small" tone="quiet" onPress={onClear}>
        {text("desk.clearSelection")}
      </Button>
      {isAsking && <DueDayDialog keys={keys} onClose={() => setAsking(false)} />}
    </section>
  );
}

function DueDayDialog({ keys, onClose }: { keys: ReadonlySet<string>; onClose: () => void }): ReactNode {
  const text = useText();
  const [day, setDay] = useState<string>();
  const [isNone, setNone] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const isReady = isNone || day !== undefined;
  async function confirm(): Promise<void> {
    if (!isReady || isBusy) return;
    setBusy(true);
    const dueDay = isNone ? null : (day ?? null);
    const done = await host.dossiers.setDueDays({
      changes: [...keys].map((key) => ({ dossierId: DossierId.parse(key), dueDay })),
    });
    setBusy(false);
    if (!done.ok) return setProblem(faultText(text, done.error));
    const { before, refused } = done.value;
    if (refused.length > 0) notify({ tone: "warning", text: text("desk.dueRefused", { count: refused.length }) });
    if (before.length > 0) {
      notify({
        tone: "success",
        text: text("desk.dueChanged", { count: before.length }),
        undo: async () => {
          const back = await host.dossiers.setDueDays({ changes: before });
          notify(back.ok ? { text: text("desk.dueUndone") } : { tone: "error", text: faultText(text, back.error) });
        },
      });
    }
    onClose();
  }
  return (
    <Dialog
      title={text("desk.setDueTitle", { count: keys.size })}
      isOpen
      size="small"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text("common.cancel")}</Button>
          <Button tone="primary" isDisabled={!isReady} isBusy={isBusy} onPress={() => void confirm()}>
            {text("desk.setDueConfirm")}
          </Button>
        </>
      }
    >
      <p>{text("desk.setDueLead")}</p>
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <DateField label={text("desk.newDue")} value={isNone ? undefined : day} onChange={setDay} isDisabled={isNone} />
      <Checkbox isSelected={isNone} onChange={setNone}>
        {text("desk.noDue")}
      </Checkbox>
    </Dialog>
  );
}
