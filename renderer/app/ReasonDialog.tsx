import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { DossierId } from "../../shared/domain/ids.ts";
import { host, whenReasonRequired } from "../host.ts";
import { ReasonAsk } from "../parts/history/ReasonAsk.tsx";
import { faultText, useText } from "../stores/text.ts";
import { Banner } from "../ui/Banner.tsx";
import { Dialog } from "../ui/Dialog.tsx";

/** Asks why evidence or answers are being changed where the office wants to know; the change goes on once a reason is given. */
export function ReasonDialog(): ReactNode {
  const text = useText();
  const [dossierId, setDossierId] = useState<DossierId>();
  const [problem, setProblem] = useState<string>();
  const answer = useRef<(given: boolean) => void>(undefined);
  const end = useCallback((given: boolean): void => {
    answer.current?.(given);
    answer.current = undefined;
    setDossierId(undefined);
    setProblem(undefined);
  }, []);
  useEffect(() => {
    const stop = whenReasonRequired((asked) => {
      answer.current?.(false);
      setDossierId(asked);
      return new Promise((resolve) => {
        answer.current = resolve;
      });
    });
    return () => {
      stop();
      answer.current?.(false);
    };
  }, []);
  const give = async (reason: string): Promise<void> => {
    if (dossierId === undefined) return;
    const given = await host.history.giveReason({ dossierId, reason });
    if (given.ok) end(true);
    else setProblem(faultText(text, given.error));
  };
  return (
    <Dialog title={text("past.reasonTitle")} isOpen={dossierId !== undefined} onClose={() => end(false)} size="small">
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <ReasonAsk onGive={(reason) => void give(reason)} />
    </Dialog>
  );
}
