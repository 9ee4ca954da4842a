import { type ReactNode, useEffect, useState } from "react";
import { host, onEvent } from "../../host.ts";
import { useText } from "../../stores/text.ts";
import { Progress } from "../../ui/Progress.tsx";

/** How far the whole file has been read, and the way to stop it. */
export function ImportProgress({ taskId }: { taskId: string }): ReactNode {
  const text = useText();
  const [done, setDone] = useState<{ done?: number; total?: number }>({});
  useEffect(
    () =>
      onEvent("task.progress", (event) => {
        if (event.taskId === taskId) setDone({ done: event.done, total: event.total });
      }),
    [taskId],
  );
  return <Progress label={text("lists.reading")} {...done} onCancel={() => void host.app.cancelTask({ taskId })} />;
}
