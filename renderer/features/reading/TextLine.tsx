import { type ReactNode, useEffect, useState } from "react";
import type { DossierId, EvidenceId } from "../../../shared/domain/ids.ts";
import type { TextState } from "../../../shared/domain/reading.ts";
import { host, onEvent } from "../../host.ts";
import { useText } from "../../stores/text.ts";
import { Link } from "../../ui/Link.tsx";
import css from "./marks.module.css";

interface TextLineProps {
  readonly dossierId: DossierId;
  readonly evidenceId: EvidenceId;
  readonly mayWork: boolean;
}

/** Whether the words of this piece can be found by the search, and if not, why. */
export function TextLine({ dossierId, evidenceId, mayWork }: TextLineProps): ReactNode {
  const text = useText();
  const state = useTextState(dossierId, evidenceId);
  if (state === undefined) return null;
  const words =
    state.state === "failed" ? text(`reading.text-failed-${state.reason}`) : text(`reading.text-${state.state}`);
  return (
    <p className={css["textLine"]} role="status">
      {`${text("reading.textTitle")} · ${words}`}
      {mayWork && state.state === "failed" && (
        <Link onPress={() => void host.reading.retryText({ dossierId, evidenceId })}>{text("reading.retry")}</Link>
      )}
    </p>
  );
}

function useTextState(dossierId: DossierId, evidenceId: EvidenceId): TextState | undefined {
  const [state, setState] = useState<TextState>();
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const read = await host.reading.texts({ dossierId });
      if (isCurrent && read.ok) setState(read.value.texts.find((one) => one.evidenceId === evidenceId));
    };
    void load();
    const stop = onEvent("evidence.read", (event) => {
      if (event.dossierId === dossierId) void load();
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, [dossierId, evidenceId]);
  return state;
}
