import { Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { z } from "zod";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Result } from "../../../shared/result.ts";
import type { TextKey } from "../../../shared/strings/text.ts";
import { useFormDraft } from "../../stores/form-draft.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import css from "./subjects.module.css";

/** What tells the form of one kind of fact from another. */
export interface FactFormParts<Draft extends object> {
  readonly dossierId: DossierId;
  /** The draft's name within the case. */
  readonly form: string;
  readonly schema: z.ZodType<Draft>;
  readonly first: () => Draft;
  /** Stores the draft; undefined where something it needs is still missing. */
  readonly store: (draft: Draft) => Promise<Result<unknown, Fault>> | undefined;
  /** Said once it is stored. */
  readonly saved: TextKey;
  readonly onClose: () => void;
}

/** A fact being written. */
export interface FactForm<Draft extends object> {
  readonly draft: Draft;
  readonly change: (patch: Partial<Draft>) => void;
  /** Somebody has tried to save, so that what is missing is pointed out. */
  readonly isSent: boolean;
  readonly isBusy: boolean;
  readonly fault: Fault | undefined;
  readonly send: () => void;
  /** Ends the form and forgets what was kept of it. */
  readonly close: () => void;
}

/** Holds the form of one fact: kept while it is written, stored once, closed when the vault has it. */
export function useFactForm<Draft extends object>(parts: FactFormParts<Draft>): FactForm<Draft> {
  const { dossierId, form, schema, onClose } = parts;
  const text = useText();
  const [draft, setDraft] = useState(parts.first);
  const [isTouched, setTouched] = useState(false);
  const [isSent, setSent] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const kept = useFormDraft({ dossierId, form, schema, value: draft, isTouched, onRestore: setDraft });
  const close = (): void => {
    kept.drop();
    onClose();
  };
  const save = async (): Promise<void> => {
    setSent(true);
    const storing = isBusy ? undefined : parts.store(draft);
    if (storing === undefined) return;
    setBusy(true);
    const saved = await storing;
    setBusy(false);
    setFault(saved.ok ? undefined : saved.error);
    if (!saved.ok) return;
    notify({ tone: "success", text: text(parts.saved) });
    close();
  };
  const change = (patch: Partial<Draft>): void => {
    setTouched(true);
    setDraft((now) => ({ ...now, ...patch }));
  };
  return { draft, change, isSent, isBusy, fault, send: () => void save(), close };
}

interface FactDialogProps {
  readonly title: string;
  readonly form: Pick<FactForm<object>, "isBusy" | "fault" | "send" | "close">;
  /** How to take the fact out, and the words for it; left out for a new one. */
  readonly removal: { readonly label: string; readonly remove: () => Promise<unknown> } | undefined;
  readonly children: ReactNode;
}

/** The dialog around the form of one fact. */
export function FactDialog({ title, form, removal, children }: FactDialogProps): ReactNode {
  const text = useText();
  const { isBusy, fault, send, close } = form;
  return (
    <Dialog
      title={title}
      isOpen
      onClose={close}
      size="large"
      actions={
        <>
          {removal !== undefined && (
            <Button tone="quiet" icon={Trash2} onPress={() => void removal.remove().then(close)}>
              {removal.label}
            </Button>
          )}
          <Button tone="primary" onPress={send} isBusy={isBusy}>
            {text("subjects.save")}
          </Button>
        </>
      }
    >
      <div className={css["form"]}>
        {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
        {children}
      </div>
    </Dialog>
  );
}
