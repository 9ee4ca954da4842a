import type { App } from "electron";

/** Whether this is the only running app of this user. A later start hands over to the first, which calls `show`. */
export function holdSingleInstance(app: Pick<App, "requestSingleInstanceLock" | "on">, show: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on("second-instance", show);
  return true;
}
