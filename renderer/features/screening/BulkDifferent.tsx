import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import type { FalsePositiveReason } from "../../../shared/domain/content/vocabulary.ts";
import type { HitGroup } from "../../../shared/domain/judging/group-hits.ts";
import { useOfferCommands } from "../../stores/command-store.ts";
import { useContent } from "../../stores/content-store.ts";
import { useLocale, usePick, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Select } from "../../ui/Select.tsx";
import { listsOf, tellingApart } from "./group-words.ts";
import css from "./screening.module.css";

interface BulkDifferentProps {
  readonly groups: readonly HitGroup[];
  readonly onClose: () => void;
  /** One reason for each group, by its id. */
  readonly onRecord: (reasons: ReadonlyMap<string, FalsePositiveReason>) => void;
}

/** Several namesakes called different at once: each with a reason of its own, or nothing is recorded. */
export function BulkDifferent({ groups, onClose, onRecord }: BulkDifferentProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const locale = useLocale();
  const { vocabulary } = useContent();
  const rows = useRef<HTMLDivElement>(null);
  const [reasons, setReasons] = useState<ReadonlyMap<string, FalsePositiveReason>>(new Map());
  const choose = (groupId: string, reason: FalsePositiveReason): void =>
    setReasons((known) => new Map(known).set(groupId, reason));
  const isComplete = groups.every(({ id }) => reasons.has(id));
  useOfferCommands([
    {
      id: "match.bulkRecord",
      titleKey: "match.record",
      keys: ["Ctrl+Enter"],
      isAlways: true,
      when: () => isComplete,
      run: () => onRecord(reasons),
    },
  ]);
  const onKey = (event: KeyboardEvent): void => {
    const buttons = [...(rows.current?.querySelectorAll("button") ?? [])];
    const at = buttons.findIndex((button) => button.matches(":focus"));
    const [group, reason] = [groups[at], vocabulary.falsePositiveReasons[Number(event.key) - 1]];
    if (group === undefined || reason === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    choose(group.id, reason.id);
    buttons[at + 1]?.focus();
  };
  return (
    <Dialog
      title={text("match.bulkTitle", { count: groups.length })}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button onPress={onClose}>{text("match.cancel")}</Button>
          <Button tone="primary" shortcut="Ctrl+Enter" isDisabled={!isComplete} onPress={() => onRecord(reasons)}>
            {text("match.bulkRecord", { count: groups.length })}
          </Button>
        </>
      }
    >
      <div ref={rows} className={css["fields"]} onKeyDownCapture={onKey}>
        <p>{text("match.bulkHelp")}</p>
        {groups.map((group, place) => (
          <Select
            key={group.id}
            label={text("match.bulkName", { place: place + 1, name: group.hits[0].matchedName })}
            help={[tellingApart(text, locale, group), listsOf(text, group)].filter((part) => part !== "").join(" · ")}
            necessity="required"
            placeholder={text("match.chooseReason")}
            options={vocabulary.falsePositiveReasons.map((entry, at) => ({
              value: entry.id,
              label: `${at + 1}. ${pick(entry.name)}`,
            }))}
            value={reasons.get(group.id)}
            onChange={(reason) => choose(group.id, reason)}
            autoFocus={place === 0}
          />
        ))}
      </div>
    </Dialog>
  );
}
