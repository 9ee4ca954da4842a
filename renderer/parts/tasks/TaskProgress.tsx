import { type ReactNode, useEffect, useState } from "react";
import { host, onEvent } from "../../host.ts";
import { Progress } from "../../ui/Progress.tsx";

interface TaskProgressProps {
  readonly taskId: string;
  readonly label: string;
  /** Turns the numbers into words; the plain count is shown without. */
  readonly detail?: (done: number, total: number) => string;
}

/** How far a long task is, and the way to stop it. */
export function TaskProgress({ taskId, label, detail }: TaskProgressProps): ReactNode {
  const [state, setState] = useState<{ done: number; total: number }>();
  useEffect(
    () =>
      onEvent("task.progress", (event) => {
        if (event.taskId === taskId) setState({ done: event.done, total: event.total });
      }),
    [taskId],
  );
  const words = state === undefined ? undefined : detail?.(state.done, state.total);
  return (
    <Progress
      label={label}
      done={state?.done}
      total={state?.total}
      {...(words === undefined ? {} : { detail: words })}
      onCancel={() => void host.app.cancelTask({ taskId })}
    />
  );
}
