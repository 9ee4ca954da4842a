import { type ReactNode, useEffect, useState } from "react";
import type { RestorableSnapshot } from "../../../shared/contract/calls/backup.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import { host, onEvent } from "../../host.ts";
import { refreshStatus } from "../../stores/session-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { useDateStyle } from "../../ui/calendar-style.ts";
import { DateText } from "../../ui/DateText.tsx";
import { formatInstant } from "../../ui/date-format.ts";
import { Progress } from "../../ui/Progress.tsx";
import { Select } from "../../ui/Select.tsx";
import css from "./unlock.module.css";

const taskId = "restore-by-hand";

interface Found {
  readonly restoreId: string;
  readonly snapshots: readonly RestorableSnapshot[];
  readonly damaged: number;
}

/** Brings a vault back out of a backup, before any vault is open. */
export function RestoreVault({ onBack }: { onBack: () => void }): ReactNode {
  const text = useText();
  const [found, setFound] = useState<Found>();
  const [restored, setRestored] = useState<{ takenAt: number; replacedKnown: boolean }>();
  const [fault, setFault] = useState<Fault>();
  const keep = (refused: Fault): void => setFault(refused.code === "cancelled" ? undefined : refused);

  async function open(): Promise<void> {
    setFault(undefined);
    const opened = await host.backup.openRestore({});
    if (opened.ok) setFound(opened.value);
    else keep(opened.error);
  }

  return (
    <section className={css["panel"]} aria-labelledby="restore-title">
      <h1 className={css["title"]} id="restore-title">
        {text("backup.restoreTitle")}
      </h1>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {restored === undefined ? (
        <>
          <p>{text("backup.restoreLead")}</p>
          <Button tone={found === undefined ? "primary" : "secondary"} onPress={() => void open()} isWide>
            {text("backup.openFolder")}
          </Button>
          {found !== undefined && <Choice key={found.restoreId} found={found} onDone={setRestored} onFault={keep} />}
        </>
      ) : (
        <Banner tone="success" title={text("backup.restored")} isLive>
          <DateText instantMs={restored.takenAt} /> {restored.replacedKnown && text("backup.replaced")}
        </Banner>
      )}
      <div className={css["others"]}>
        <Button tone="quiet" size="small" onPress={onBack}>
          {text("backup.back")}
        </Button>
      </div>
    </section>
  );
}

interface ChoiceProps {
  readonly found: Found;
  readonly onDone: (restored: { takenAt: number; replacedKnown: boolean }) => void;
  readonly onFault: (fault: Fault) => void;
}

function Choice({ found, onDone, onFault }: ChoiceProps): ReactNode {
  const text = useText();
  const style = useDateStyle();
  const [name, setName] = useState(found.snapshots[0]?.name ?? "");
  const [isBusy, setBusy] = useState(false);
  const [done, setDone] = useState<{ done?: number; total?: number }>({});
  useEffect(
    () =>
      onEvent("task.progress", (event) => {
        if (event.taskId === taskId) setDone({ done: event.done, total: event.total });
      }),
    [],
  );

  async function restore(): Promise<void> {
    setBusy(true);
    const restored = await host.backup.restore({ taskId, restoreId: found.restoreId, name });
    setBusy(false);
    if (!restored.ok) return onFault(restored.error);
    await refreshStatus();
    onDone(restored.value);
  }

  return (
    <>
      {found.damaged > 0 && <Banner tone="warning" title={text("backup.damaged", { count: found.damaged })} />}
      <Select
        label={text("backup.snapshot")}
        placeholder={text("backup.chooseSnapshot")}
        options={found.snapshots.map((snapshot) => ({
          value: snapshot.name,
          label: `${formatInstant(snapshot.takenAt, style)} · ${text("backup.links", { count: snapshot.trailCount })}`,
        }))}
        value={name}
        onChange={setName}
        isDisabled={isBusy}
      />
      {isBusy && (
        <Progress
          label={text("backup.restoring")}
          detail=""
          {...done}
          onCancel={() => void host.app.cancelTask({ taskId })}
        />
      )}
      <Button tone="primary" onPress={() => void restore()} isBusy={isBusy} isDisabled={name === ""} isWide>
        {text("backup.restoreTo")}
      </Button>
    </>
  );
}
