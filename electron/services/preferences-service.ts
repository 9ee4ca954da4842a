import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Preferences } from "../../shared/contract/calls/app.ts";

/** What a machine starts with: Japanese, and the system's own theme. */
const defaultPreferences: Preferences = {
  locale: "ja",
  theme: "system",
  calendar: "gregorian",
  textScale: "100",
};

/** Preferences of this machine, readable before any vault is open. They hold nothing personal. */
export interface PreferencesService {
  read(): Preferences;
  /** Throws a system error when the folder cannot be written. */
  write(preferences: Preferences): void;
}

export function createPreferencesService(userData: string): PreferencesService {
  const file = join(userData, "preferences.json");
  return {
    read: () => {
      try {
        return Preferences.parse(JSON.parse(readFileSync(file, "utf8")));
      } catch {
        return defaultPreferences;
      }
    },
    write: (preferences) => {
      mkdirSync(userData, { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.tmp`, JSON.stringify(preferences), { mode: 0o600 });
      renameSync(`${file}.tmp`, file);
    },
  };
}
