/** Longest that a lock waits for the windows' half-written forms, in milliseconds: a machine going to sleep gives little more. */
export const handInMs = 300;

/** The one way to a locked vault, whoever asks for it: windows hand in what is half written first. */
export interface LockFlow {
  /** Locks, at the latest after `handInMs` and what the lock itself takes. Asked twice, it locks once. */
  lock(): Promise<void>;
  /** A window says that it is there to be waited for. */
  join(windowId: string): void;
  /** A window has handed in. */
  handedIn(windowId: string): void;
}

/** What the flow works with. */
export interface LockFlowParts {
  readonly isOpen: () => boolean;
  /** Tells every window that the vault is about to lock. */
  readonly announce: () => void;
  /** Closes the vault and wipes its keys. */
  readonly lock: () => Promise<void>;
}

export function createLockFlow({ isOpen, announce, lock }: LockFlowParts): LockFlow {
  const joined = new Set<string>();
  let awaited: Set<string> | undefined;
  let allHandedIn: (() => void) | undefined;
  let running: Promise<void> | undefined;

  function waitForWindows(): Promise<void> {
    awaited = new Set(joined);
    announce();
    // Without windows there is nobody to wait for; `announce` may already have been answered.
    if (awaited.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, handInMs);
      allHandedIn = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function run(): Promise<void> {
    try {
      await waitForWindows();
    } finally {
      awaited = undefined;
      allHandedIn = undefined;
      joined.clear();
      await lock();
    }
  }

  return {
    lock: () => {
      if (running === undefined && !isOpen()) return Promise.resolve();
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
    join: (windowId) => {
      joined.add(windowId);
    },
    handedIn: (windowId) => {
      awaited?.delete(windowId);
      if (awaited?.size === 0) allHandedIn?.();
    },
  };
}
