import { type ReactNode, useState } from "react";
import type { FalsePositiveReason } from "../../../shared/domain/content/vocabulary.ts";
import type { HitGroup } from "../../../shared/domain/judging/group-hits.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Select } from "../../ui/Select.tsx";

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
  const { vocabulary } = useContent();
  const [reasons, setReasons] = useState<ReadonlyMap<string, FalsePositiveReason>>(new Map());
  const options = vocabulary.falsePositiveReasons.map((entry) => ({ value: entry.id, label: pick(entry.name) }));
  return (
    <Dialog
      title={text("match.bulkTitle", { count: groups.length })}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button onPress={onClose}>{text("match.cancel")}</Button>
          <Button
            tone="primary"
            isDisabled={groups.some(({ id }) => !reasons.has(id))}
            onPress={() => onRecord(reasons)}
          >
            {text("match.record")}
          </Button>
        </>
      }
    >
      <p>{text("match.bulkHelp")}</p>
      {groups.map((group) => (
        <Select
          key={group.id}
          label={`${group.hits[0].matchedName}（${group.hits.map((hit) => hit.listTitle).join(text("match.comma"))}）`}
          necessity="required"
          placeholder={text("match.chooseReason")}
          options={options}
          value={reasons.get(group.id)}
          onChange={(reason) => setReasons((known) => new Map(known).set(group.id, reason))}
        />
      ))}
    </Dialog>
  );
}
