import { useEffect, useRef, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { EventPayload } from "../../../shared/contract/events.ts";
import type { Evidence, EvidenceDetails } from "../../../shared/domain/evidence.ts";
import type { DossierId, ItemId } from "../../../shared/domain/ids.ts";
import { host, onEvent } from "../../host.ts";

/** Taking a file in, as a form works with it. */
export interface AttachWork {
  attach(details: EvidenceDetails): Promise<void>;
  cancel(): void;
  readonly fault: Fault | undefined;
  readonly progress: EventPayload<"task.progress"> | undefined;
  readonly isBusy: boolean;
}

interface AttachParts {
  readonly dossierId: DossierId;
  /** The item the evidence is tied to from the start, or null. */
  readonly itemId: ItemId | null;
  readonly onDone: (evidence: Evidence) => void;
}

/** Takes one file in at a time, with its progress and a way to stop it. */
export function useAttach({ dossierId, itemId, onDone }: AttachParts): AttachWork {
  const taskId = useRef<string>(undefined);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const [progress, setProgress] = useState<EventPayload<"task.progress">>();
  useEffect(
    () =>
      onEvent("task.progress", (event) => {
        if (event.taskId === taskId.current) setProgress(event);
      }),
    [],
  );
  return {
    isBusy,
    fault,
    progress,
    cancel: () => {
      if (taskId.current !== undefined) void host.app.cancelTask({ taskId: taskId.current });
    },
    attach: async (details) => {
      if (isBusy) return;
      const id = crypto.randomUUID();
      taskId.current = id;
      setBusy(true);
      setFault(undefined);
      setProgress(undefined);
      const taken = await host.evidence.attach({ dossierId, itemId, taskId: id, details });
      taskId.current = undefined;
      setBusy(false);
      if (!taken.ok) {
        setFault(taken.error);
        return;
      }
      onDone(taken.value);
    },
  };
}
