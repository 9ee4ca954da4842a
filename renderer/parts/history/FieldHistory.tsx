import { History } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import type { FieldChange, FieldName } from "../../../shared/contract/calls/history.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Popover } from "../../ui/Popover.tsx";
import { Diff } from "./Diff.tsx";
import { foldChanges } from "./fold.ts";
import css from "./history.module.css";
import { ReasonAsk } from "./ReasonAsk.tsx";
import { usePastWords } from "./value-words.ts";

interface FieldHistoryProps {
  readonly dossierId: DossierId;
  readonly name: FieldName;
  readonly label: string;
  /** Nothing can be put back: the case is frozen, or the person only reads. */
  readonly isReadOnly: boolean;
}

/** Who changed one field, when, from what to what and why; each state can be gone back to. */
export function FieldHistory({ label, ...props }: FieldHistoryProps): ReactNode {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const title = text("past.fieldHistory", { field: label });
  return (
    <Popover
      trigger={<IconButton icon={History} size="small" label={title} />}
      title={title}
      isOpen={isOpen}
      onOpenChange={setOpen}
    >
      {isOpen && <Changes {...props} onDone={() => setOpen(false)} />}
    </Popover>
  );
}

interface ChangesProps extends Omit<FieldHistoryProps, "label"> {
  readonly onDone: () => void;
}

function Changes({ dossierId, name, isReadOnly, onDone }: ChangesProps): ReactNode {
  const text = useText();
  const words = usePastWords();
  const { place, rowId, field } = name;
  const [changes, setChanges] = useState<readonly FieldChange[]>();
  const [fault, setFault] = useState<Fault>();
  const [wanted, setWanted] = useState<FieldChange>();
  useEffect(() => {
    void host.history.field({ dossierId, name: { place, rowId, field } }).then((read) => {
      if (read.ok) setChanges(foldChanges(read.value.changes));
      else setFault(read.error);
    });
  }, [dossierId, place, rowId, field]);
  const goBack = useCallback(
    async (change: FieldChange, reason = ""): Promise<void> => {
      const back = { dossierId, name: { place, rowId, field }, state: change.state };
      const done = await host.history.restoreState(reason === "" ? back : { ...back, reason });
      if (done.ok) {
        notify({ tone: "success", text: text("past.restored", { count: done.value.restored }) });
        onDone();
      } else if (done.error.code === "reason-required") setWanted(change);
      else setFault(done.error);
    },
    [dossierId, place, rowId, field, text, onDone],
  );
  if (fault !== undefined) return <Banner tone="error" title={faultText(text, fault)} isLive />;
  if (wanted !== undefined) return <ReasonAsk onGive={(reason) => void goBack(wanted, reason)} />;
  if (changes === undefined) return null;
  if (changes.length === 0) return <p>{text("past.fieldHistoryEmpty")}</p>;
  return (
    <ol className={css["changes"]}>
      {changes.map((change, at) => (
        <li key={change.state} className={css["change"]}>
          <p className={css["facts"]}>
            <DateText instantMs={change.at} hasWeekday={false} />
            <span>{change.by ?? text("past.unknownPerson")}</span>
            {change.origin === "restore" && <span>{text("past.putBack")}</span>}
          </p>
          <Diff before={words.valueText(name, change.before)} after={words.valueText(name, change.after)} />
          {change.reason !== "" && <p className={css["facts"]}>{text("past.reasonLine", { reason: change.reason })}</p>}
          {at === 0 ? (
            <p className={css["facts"]}>{text("past.current")}</p>
          ) : (
            !isReadOnly && (
              <div>
                <Button size="small" onPress={() => void goBack(change)}>
                  {text("past.goBackTo")}
                </Button>
              </div>
            )
          )}
        </li>
      ))}
    </ol>
  );
}
