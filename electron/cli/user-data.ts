import { join } from "node:path";

/** Where the app keeps its own files on this machine: the folder Electron would use, so that every host and the command line share it. */
export function userDataFolder(environment: NodeJS.ProcessEnv, home: string): string {
  if (process.platform === "win32") return join(environment["APPDATA"] ?? join(home, "AppData/Roaming"), "kura");
  if (process.platform === "darwin") return join(home, "Library/Application Support/kura");
  return join(environment["XDG_CONFIG_HOME"] ?? join(home, ".config"), "kura");
}
