import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Result } from "../../../shared/result.ts";
import { sessionStore } from "../../stores/session-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import type { ListingOption } from "../../ui/Listing.tsx";
import { PassphraseField } from "../../ui/PassphraseField.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { Select } from "../../ui/Select.tsx";

/** What a person has given to be let through. */
export interface Given<Purpose extends string> {
  readonly passphrase: string;
  /** The purpose chosen; undefined only where none was asked for. */
  readonly purpose: Purpose | undefined;
}

export interface ReauthDialogProps<Purpose extends string, Answer> {
  /** What is being asked for, as `証拠E3の写しを書き出す`. */
  readonly title: string;
  /** What will happen, in one or two sentences. */
  readonly lead: ReactNode;
  /** The verb itself, as `書き出す`; never "OK". */
  readonly confirmLabel: string;
  readonly tone?: "primary" | "danger";
  /** Purposes to choose from, where what is done leaves the vault; one must be chosen. */
  readonly purposes?: readonly ListingOption<Purpose>[];
  /** Facts to look at before agreeing, or further fields. */
  readonly children?: ReactNode;
  /** The first of the further fields takes the focus, by its own `autoFocus`; otherwise the passphrase does. */
  readonly startsInFields?: boolean;
  /** For further fields that are not filled in yet. */
  readonly isConfirmDisabled?: boolean;
  /** Does it, with the passphrase in the request. A refusal is shown here; `cancelled` closes the dialog. */
  readonly onConfirm: (given: Given<Purpose>) => Promise<Result<Answer, Fault>>;
  /** It is done. Close the dialog. */
  readonly onDone: (answer: Answer) => void;
  /** The person went back. Close the dialog. */
  readonly onClose: () => void;
}

/**
 * Asks for the passphrase again before something that cannot be taken back or leaves the vault. Show it only while it is
 * asked for: it forgets what was typed when it goes. It cannot be left while the work is under way.
 */
export function ReauthDialog<Purpose extends string = never, Answer = unknown>(
  props: ReauthDialogProps<Purpose, Answer>,
): ReactNode {
  const { title, lead, confirmLabel, tone = "primary", purposes, children, onClose } = props;
  const text = useText();
  const work = useReauth(props);
  const [purpose, setPurpose] = useState<Purpose>();
  const canConfirm =
    work.passphrase !== "" && (purposes === undefined || purpose !== undefined) && props.isConfirmDisabled !== true;
  const confirm = (): void => {
    if (canConfirm) void work.confirm(purpose);
  };
  return (
    <Dialog
      title={title}
      isOpen
      size="small"
      onClose={() => {
        if (!work.isBusy) onClose();
      }}
      actions={
        <>
          <Button onPress={onClose} isDisabled={work.isBusy}>
            {text("common.cancel")}
          </Button>
          <Button tone={tone} isBusy={work.isBusy} isDisabled={!canConfirm} onPress={confirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {typeof lead === "string" ? <p>{lead}</p> : lead}
      {children}
      {work.problem !== undefined && <Banner tone="error" title={work.problem} isLive />}
      {purposes !== undefined && (
        <Select
          label={text("reauth.purpose")}
          help={text("reauth.purposeHelp")}
          necessity="required"
          placeholder={text("reauth.choose")}
          options={purposes}
          value={purpose}
          onChange={setPurpose}
          isDisabled={work.isBusy}
          autoFocus
        />
      )}
      <PassphraseField
        label={text("reauth.passphrase")}
        help={text("reauth.why")}
        error={work.wrong}
        value={work.passphrase}
        onChange={work.type}
        onEnter={confirm}
        isDisabled={work.isBusy}
        inputRef={work.field}
        autoFocus={purposes === undefined && props.startsInFields !== true}
      />
      {work.isBusy && <Checking />}
    </Dialog>
  );
}

/** What is going on, and how long it takes here. */
function Checking(): ReactNode {
  const text = useText();
  const status = useStore(sessionStore, (state) => state.status);
  const estimateMs = status?.vaults.find((vault) => vault.vaultId === status.openVaultId)?.kdfEstimateMs;
  return (
    <Progress
      label={text("reauth.checking")}
      detail={estimateMs == null ? "" : text("reauth.takes", { seconds: estimateMs / 1000 })}
    />
  );
}

interface Reauth<Purpose extends string> {
  readonly passphrase: string;
  readonly isBusy: boolean;
  /** A refusal that is not about the passphrase. */
  readonly problem: string | undefined;
  /** The sentence under the field after a wrong passphrase. */
  readonly wrong: string | undefined;
  readonly field: React.RefObject<HTMLInputElement | null>;
  type(passphrase: string): void;
  confirm(purpose: Purpose | undefined): Promise<void>;
}

function useReauth<Purpose extends string, Answer>({
  onConfirm,
  onDone,
  onClose,
}: ReauthDialogProps<Purpose, Answer>): Reauth<Purpose> {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const isWrong = fault?.code === "wrong-passphrase";
  // The field was disabled meanwhile. It takes the focus in the very drawing that enables it: a frame asked for earlier may
  // come before that drawing, and what is typed next would be lost.
  useLayoutEffect(() => {
    if (fault !== undefined && !isBusy) field.current?.focus();
  }, [fault, isBusy]);
  return {
    passphrase,
    isBusy,
    field,
    wrong: isWrong ? faultText(text, fault) : undefined,
    problem: fault === undefined || isWrong ? undefined : faultText(text, fault),
    type: (typed) => {
      setPassphrase(typed);
      // The sentence has been read once somebody types again.
      if (isWrong) setFault(undefined);
    },
    confirm: async (purpose) => {
      if (isBusy) return;
      setBusy(true);
      setFault(undefined);
      const answer = await onConfirm({ passphrase, purpose });
      setBusy(false);
      setPassphrase("");
      if (answer.ok) onDone(answer.value);
      else if (answer.error.code === "cancelled") onClose();
      else setFault(answer.error);
    },
  };
}
