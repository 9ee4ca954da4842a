import type { EventPayload } from "../../shared/contract/events.ts";

/** A long task while it runs. */
export interface Task {
  readonly signal: AbortSignal;
  /** Tells how far it is; sent on at most ten times a second, and always at the end. */
  progress(done: number, total: number): void;
  end(): void;
}

type Unit = EventPayload<"task.progress">["unit"];

/** Long tasks under the ids that the page gave them. */
export interface Tasks {
  begin(task: { taskId: string; label: string; unit: Unit }): Task;
  /** Asks a task to stop; one that has ended is no error. */
  cancel(taskId: string): void;
  /** Stops everything, before the vault is locked. */
  cancelAll(): void;
}

/** Shortest time between two progress events of one task, in milliseconds. */
const progressEveryMs = 100;

export function createTasks(parts: {
  monotonicMs: () => number;
  publish: {
    progress(payload: EventPayload<"task.progress">): void;
    ended(payload: EventPayload<"task.ended">): void;
  };
}): Tasks {
  const running = new Map<string, AbortController>();
  return {
    begin: ({ taskId, label, unit }) => {
      const controller = new AbortController();
      running.get(taskId)?.abort();
      running.set(taskId, controller);
      let lastMs = Number.NEGATIVE_INFINITY;
      return {
        signal: controller.signal,
        progress: (done, total) => {
          const nowMs = parts.monotonicMs();
          if (nowMs - lastMs < progressEveryMs && done < total) return;
          lastMs = nowMs;
          parts.publish.progress({ taskId, label, done, total, unit });
        },
        end: () => {
          if (running.get(taskId) === controller) running.delete(taskId);
          parts.publish.ended({ taskId });
        },
      };
    },
    cancel: (taskId) => running.get(taskId)?.abort(),
    cancelAll: () => {
      for (const controller of running.values()) controller.abort();
    },
  };
}
