import { isDeepStrictEqual } from "node:util";
import { longestIdleMinutes, VaultSettings } from "../../shared/contract/calls/app.ts";
import { type Nothing, ok, type Result } from "../../shared/result.ts";
import { reasonPolicyName, reasonPolicyOf } from "./change-reasons.ts";
import { type Locked, mayDo, type NotPermitted, type OpenSession, refuse, type Session } from "./session.ts";

/** Names under which settings stand in the vault. */
export const settingNames = {
  officeName: "office-name",
  idleMinutes: "idle-minutes",
  trustedRoots: "trusted-roots",
  /** A path chosen in a dialog; the page sees its last part alone. */
  backupFolder: "backup-folder",
  /** Whether somebody was shut out and the vault key has not changed since. */
  keyChangeOwed: "key-change-owed",
  /** For how many months each kind of evidence holds, where the office has set its own. */
  evidencePeriods: "evidence-periods",
  /** What the last look at evidence that nobody asked for found: numbers alone. */
  evidenceRecheck: "evidence-recheck",
} as const;

/** The few settings kept inside the vault. */
export interface SettingsService {
  read(): Result<VaultSettings, Locked>;
  /** Everybody may correct their own name; the office's settings are for those who manage them. */
  write(settings: VaultSettings): Result<Nothing, Locked | NotPermitted>;
}

/** Settings of an open vault. */
export function readSettings(open: OpenSession): VaultSettings {
  const stored = (name: string): unknown => {
    const value = open.tables.settings.find(name);
    return value === undefined ? undefined : JSON.parse(value);
  };
  return VaultSettings.parse({
    officeName: stored(settingNames.officeName) ?? "",
    personName: open.person.displayName,
    // Vaults from before hold longer times.
    reasonPolicy: reasonPolicyOf(open.tables),
    idleMinutes: Math.min(Number(stored(settingNames.idleMinutes) ?? longestIdleMinutes), longestIdleMinutes),
  });
}

export function createSettingsService({ session }: { session: Session }): SettingsService {
  return {
    read: () => {
      const open = session.require();
      return open.ok ? ok(readSettings(open.value)) : open;
    },
    write: (settings) => {
      const open = session.require();
      if (!open.ok) return open;
      const { tables, note, write } = open.value;
      const before = readSettings(open.value);
      const { personName: _name, ...office } = settings;
      const isOwnNameAlone = isDeepStrictEqual({ ...office, personName: before.personName }, before);
      if (!isOwnNameAlone && !mayDo(open.value, "manage-settings")) return refuse(open.value, "manage-settings");
      const person = { ...open.value.person, displayName: settings.personName };
      write(() => {
        tables.settings.put(settingNames.officeName, JSON.stringify(settings.officeName));
        tables.settings.put(settingNames.idleMinutes, JSON.stringify(settings.idleMinutes));
        tables.settings.put(reasonPolicyName, JSON.stringify(settings.reasonPolicy));
        tables.people.save(person);
        const { given, afterReady } = settings.reasonPolicy;
        note("settings-changed", null, {
          idleMinutes: settings.idleMinutes,
          reasonGiven: given,
          reasonAfterReady: afterReady,
        });
      });
      session.replacePerson(person);
      return ok({});
    },
  };
}
