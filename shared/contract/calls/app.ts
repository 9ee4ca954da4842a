import { z } from "zod";
import { ReasonPolicy } from "../../domain/history.ts";
import { line, textLimits } from "../../domain/text.ts";
import { channel } from "../channel.ts";

export const LocaleId = z.enum(["ja", "en"]);

/** Preferences that may be read before a vault is open; they hold nothing personal. */
export const Preferences = z.strictObject({
  locale: LocaleId,
  theme: z.enum(["system", "light", "dark"]),
  calendar: z.enum(["gregorian", "japanese"]),
  textScale: z.enum(["90", "100", "115", "130", "150"]),
});
export type Preferences = z.infer<typeof Preferences>;

/** Minutes without a sign of life after which a vault locks at the latest. */
export const longestIdleMinutes = 5;

/** Settings kept inside the vault. */
export const VaultSettings = z.strictObject({
  officeName: line(textLimits.name),
  personName: line(textLimits.name).min(1),
  /** Minutes without a key or pointer after which the vault locks. May be shortened, never lengthened or switched off. */
  idleMinutes: z.int().min(1).max(longestIdleMinutes),
  /** For which changes a reason is asked. */
  reasonPolicy: ReasonPolicy,
});
export type VaultSettings = z.infer<typeof VaultSettings>;

export const app = {
  /** Version, host and preferences; callable while locked. */
  start: channel({
    request: z.strictObject({}),
    response: z.object({
      version: z.string(),
      host: z.enum(["electron", "chromium", "command-line"]),
      preferences: Preferences,
    }),
    errors: [],
  }),

  /** Stores preferences on this machine. */
  setPreferences: channel({
    request: Preferences,
    response: z.object({}),
    errors: [],
  }),

  /** Stops a running import, attachment or check. Ending what has ended is no error. */
  cancelTask: channel({ request: z.strictObject({ taskId: z.string().max(64) }), response: z.object({}), errors: [] }),

  /** Tells the engine that a person is at work, so that the idle lock waits. */
  touch: channel({ request: z.strictObject({}), response: z.object({}), errors: [] }),

  settings: channel({ request: z.strictObject({}), response: VaultSettings, errors: ["vault-locked"] }),

  setSettings: channel({ request: VaultSettings, response: z.object({}), errors: ["vault-locked"] }),
} as const;
