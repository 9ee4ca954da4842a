import { contextBridge, ipcRenderer } from "electron";

/** Names of the calls as `packCallNames` writes them, and the topics; put in by the build. */
declare const CALLS: string;
declare const TOPICS: string[];

type Calls = Record<string, Record<string, (body: string) => Promise<string>>>;

const call: Calls = {};
for (const line of CALLS.split(";")) {
  const [area = "", verbs = ""] = line.split(":");
  call[area] = Object.fromEntries(
    verbs.split(",").map((verb) => [verb, (body) => ipcRenderer.invoke("kura:call", `${area}.${verb}`, body)]),
  );
}

contextBridge.exposeInMainWorld("kura", {
  call,
  on(topic: string, listener: (payload: unknown) => void) {
    if (!TOPICS.includes(topic)) return () => undefined;
    // The event object leads back to Electron and stays here.
    const heard = (_event: unknown, name: string, payload: unknown): void => {
      if (name === topic) listener(payload);
    };
    ipcRenderer.on("kura:event", heard);
    return () => {
      ipcRenderer.off("kura:event", heard);
    };
  },
});
