import { type ReactNode, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { SecondReview } from "../../../shared/domain/second-review.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { host } from "../../host.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import css from "./second.module.css";
import { loadSecondReviews } from "./second-store.ts";

interface ReviewLineProps {
  readonly dossier: Dossier;
  readonly review: SecondReview;
  readonly isShown: boolean;
  readonly mayWork: boolean;
  readonly onShow: () => void;
}

/** One second review: who reads, since when, and how it stands. */
export function ReviewLine({ dossier, review, isShown, mayWork, onShow }: ReviewLineProps): ReactNode {
  const text = useText();
  const [isWithdrawing, setWithdrawing] = useState(false);
  const isCompared = review.state === "handed-in" || review.state === "settled";
  return (
    <li className={css["review"]}>
      <div className={css["reviewWords"]}>
        <p className={css["reviewHead"]}>
          <span>{text("second.number", { number: review.number })}</span>
          <NameText name={review.readerName} isClamped />
          <Badge>{text(`second.state-${review.state}`)}</Badge>
        </p>
        <p className={css["small"]}>
          {text("second.askedBy", { name: review.askedBy, items: review.items.length })}
          <DateText instantMs={review.askedAt} />
        </p>
        {review.note !== "" && <p className={css["note"]}>{review.note}</p>}
        {isCompared && (
          <p className={css["small"]}>
            {review.conflicts === 0
              ? text("second.noConflicts")
              : text("second.conflictsSettled", { settled: review.settled, conflicts: review.conflicts })}
          </p>
        )}
      </div>
      {isCompared && !isShown && <Button onPress={onShow}>{text("second.show")}</Button>}
      {review.state === "open" && mayWork && (
        <Button tone="quiet" onPress={() => setWithdrawing(true)}>
          {text("second.withdraw")}
        </Button>
      )}
      {isWithdrawing && <WithdrawDialog dossier={dossier} review={review} onClose={() => setWithdrawing(false)} />}
    </li>
  );
}

interface WithdrawDialogProps {
  readonly dossier: Dossier;
  readonly review: SecondReview;
  readonly onClose: () => void;
}

function WithdrawDialog({ dossier, review, onClose }: WithdrawDialogProps): ReactNode {
  const text = useText();
  const [reason, setReason] = useState("");
  const [fault, setFault] = useState<Fault>();
  const isShort = reason.trim().length < textLimits.reasonMinimum;

  async function withdraw(): Promise<void> {
    const done = await host.second.withdraw({ dossierId: dossier.id, reviewId: review.id, reason });
    setFault(done.ok ? undefined : done.error);
    if (!done.ok) return;
    await loadSecondReviews(dossier.id);
    onClose();
  }

  const actions = (
    <>
      <Button onPress={onClose}>{text("common.cancel")}</Button>
      <Button tone="primary" isDisabled={isShort} onPress={() => void withdraw()}>
        {text("second.withdraw")}
      </Button>
    </>
  );
  return (
    <Dialog title={text("second.withdrawTitle")} isOpen onClose={onClose} actions={actions}>
      <p>{text("second.withdrawText")}</p>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      <TextArea
        label={text("second.reason")}
        help={text("second.reasonHelp")}
        necessity="required"
        value={reason}
        onChange={setReason}
        characterLimit={textLimits.note}
        autoFocus
      />
    </Dialog>
  );
}
