import { type ReactNode, useEffect, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { EntryField, EntryLine, ListSide } from "../../../shared/domain/list-editions.ts";
import { host } from "../../host.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ValueText, wordFor } from "./EntryText.tsx";
import css from "./lists.module.css";

interface EntryDialogProps {
  readonly side: ListSide;
  readonly line: EntryLine;
  readonly onClose: () => void;
}

/** One entry whole, as it was printed. */
export function EntryDialog({ side, line, onClose }: EntryDialogProps): ReactNode {
  const text = useText();
  const [fields, setFields] = useState<readonly EntryField[]>();
  const [fault, setFault] = useState<Fault>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the entry is what is asked for; the side never changes under it.
  useEffect(() => {
    void host.lists.entry({ side, content: line.content }).then((read) => {
      if (read.ok) setFields(read.value.fields);
      else setFault(read.error);
    });
  }, [line.content]);
  return (
    <Dialog title={line.name} isOpen onClose={onClose} size="large" isDismissable isForReading>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} />}
      <DescriptionList
        items={(fields ?? []).map(({ field, values }) => ({
          id: field,
          term: wordFor(text, "field", field),
          value: (
            <ul className={css["each"]}>
              {values.map((value, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a list may print one value twice, and never moves here.
                <li key={at}>
                  <ValueText field={field} value={value} />
                </li>
              ))}
            </ul>
          ),
        }))}
      />
    </Dialog>
  );
}
