import { randomBytes } from "node:crypto";
import type { AwayMoment, Dialogs, Ports } from "../ports.ts";
import type { DialogRequest, HostLink, StartFacts } from "./protocol.ts";

/** Ports inside the engine, and the two inlets through which the host's messages reach them. */
export interface EnginePorts {
  readonly ports: Ports;
  /** Settles the dialog the engine asked for under this id; unknown ids are ignored. */
  dialogAnswered(id: number, paths: readonly string[]): void;
  /** Tells everything that waits for it that the person has left. */
  away(moment: AwayMoment): void;
}

/** Makes the ports real: clock and random bytes of this process, dialogs and away moments of the host. */
export function createEnginePorts(facts: StartFacts, link: HostLink): EnginePorts {
  const listeners = new Set<(moment: AwayMoment) => void>();
  const remote = createRemoteDialogs(link);
  return {
    ports: {
      clock: { nowMs: () => Date.now() + facts.clockOffsetMs, monotonicMs: () => performance.now() },
      random: { bytes: (count) => randomBytes(count) },
      dialogs: remote.dialogs,
      clipboard: {
        write: (text) => link.post({ kind: "clipboard", text }),
        clear: () => link.post({ kind: "clipboard", text: null }),
      },
      idle: {
        onAway(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      paths: facts.paths,
      info: facts.info,
    },
    dialogAnswered: remote.answered,
    away(moment) {
      for (const listener of [...listeners]) listener(moment);
    },
  };
}

interface RemoteDialogs {
  readonly dialogs: Dialogs;
  answered(id: number, paths: readonly string[]): void;
}

function createRemoteDialogs(link: HostLink): RemoteDialogs {
  const waiting = new Map<number, (paths: readonly string[]) => void>();
  let lastId = 0;

  function ask(request: DialogRequest): Promise<readonly string[]> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      link.post({ kind: "port-request", id, request });
    });
  }

  const askOne = async (request: DialogRequest): Promise<string | undefined> => (await ask(request))[0];

  return {
    dialogs: {
      openFile: (purpose) => askOne({ dialog: "open-file", purpose }),
      openFiles: (purpose) => ask({ dialog: "open-files", purpose }),
      openFolder: (purpose) => askOne({ dialog: "open-folder", purpose }),
      saveFile: (purpose, suggestedName) => askOne({ dialog: "save-file", purpose, suggestedName }),
    },
    answered(id, paths) {
      waiting.get(id)?.(paths);
      waiting.delete(id);
    },
  };
}
