import type { EngineMessage, HostLink } from "./protocol.ts";

/** The part of Electron's `process.parentPort` that a utility process needs. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: "message", listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: "close", listener: () => void): unknown;
}

function parentPort(): ParentPort | undefined {
  const candidate: unknown = "parentPort" in process ? process.parentPort : undefined;
  // Electron sets `parentPort` in utility processes only, and its shape is part of Electron's interface.
  return candidate === null || candidate === undefined ? undefined : (candidate as ParentPort);
}

/** The channel to whoever started this process: Electron's parent port, or the IPC pipe of a plain Node parent. */
export function connectToHost(): HostLink {
  const port = parentPort();
  return port === undefined ? connectToNodeParent() : connectToElectron(port);
}

function connectToElectron(port: ParentPort): HostLink {
  return {
    post: (message: EngineMessage) => port.postMessage(message),
    onMessage: (listener) => {
      port.on("message", (event) => listener(event.data));
    },
    onGone: (listener) => {
      port.on("close", listener);
    },
  };
}

function connectToNodeParent(): HostLink {
  if (process.send === undefined) throw new Error("The engine was started without a channel to a host");
  return {
    post: (message: EngineMessage) => {
      // Sending to a parent that has just died fails; `onGone` follows and ends the process.
      if (process.connected) process.send?.(message);
    },
    onMessage: (listener) => {
      process.on("message", listener);
    },
    onGone: (listener) => {
      process.on("disconnect", listener);
    },
  };
}
