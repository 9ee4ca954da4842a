import { z } from "zod";
import type { AwayMoment, FilePurpose } from "../ports.ts";

/**
 * The messages between the host (which owns windows and dialogs) and the engine (which owns keys and data). Requests and
 * replies travel as JSON text: its length is known before it is read, and it means the same over both kinds of channel.
 */

const purposes = [
  "evidence",
  "list",
  "list-difference",
  "list-pack",
  "signed-pdf",
  "pkcs12",
  "certificate",
  "vault-folder",
  "new-vault-folder",
  "evidence-copy",
  "report-copy",
  "backup-folder",
  "backup-to-restore",
  "evidence-folder",
  "evidence-table",
  "restore-folder",
  "health-report",
  "trail-copy",
  "case-list",
  "scorecard-copy",
  "profile",
  "key-file",
  "new-key-file",
  "template",
  "template-copy",
  "questionnaire",
  "questionnaire-reply",
] as const satisfies readonly FilePurpose[];

const moments = ["suspend", "screen-lock", "session-switch", "quit"] as const satisfies readonly AwayMoment[];

const MessageId = z.int().positive();

/** What the engine must be told before it can build its ports. */
export const StartFacts = z.strictObject({
  paths: z.strictObject({ userData: z.string(), resources: z.string(), fonts: z.string() }),
  info: z.strictObject({ version: z.string(), host: z.enum(["electron", "chromium"]) }),
  /** Added to the wall clock, in milliseconds; 0 outside tests. */
  clockOffsetMs: z.int(),
});
export type StartFacts = z.infer<typeof StartFacts>;

/** From host to engine. `start` comes first, once. */
export const HostMessage = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("start"), facts: StartFacts }),
  z.strictObject({ kind: z.literal("call"), id: MessageId, call: z.string(), body: z.string() }),
  z.strictObject({ kind: z.literal("port-reply"), id: MessageId, paths: z.array(z.string()).max(10_000) }),
  z.strictObject({ kind: z.literal("away"), moment: z.enum(moments) }),
  z.strictObject({ kind: z.literal("close") }),
]);
export type HostMessage = z.infer<typeof HostMessage>;

/** A dialog the engine asks the host to show. */
export const DialogRequest = z.discriminatedUnion("dialog", [
  z.strictObject({ dialog: z.literal("open-file"), purpose: z.enum(purposes) }),
  z.strictObject({ dialog: z.literal("open-files"), purpose: z.enum(purposes) }),
  z.strictObject({ dialog: z.literal("open-folder"), purpose: z.enum(purposes) }),
  z.strictObject({ dialog: z.literal("save-file"), purpose: z.enum(purposes), suggestedName: z.string() }),
]);
export type DialogRequest = z.infer<typeof DialogRequest>;

/** From engine to host. `body` of a reply is the JSON text of a `Result`. */
export const EngineMessage = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("reply"), id: MessageId, body: z.string() }),
  z.strictObject({ kind: z.literal("event"), topic: z.string(), payload: z.unknown() }),
  /** A value for the clipboard; null takes the last one away. */
  z.strictObject({ kind: z.literal("clipboard"), text: z.string().nullable() }),
  z.strictObject({ kind: z.literal("port-request"), id: MessageId, request: DialogRequest }),
]);
export type EngineMessage = z.infer<typeof EngineMessage>;

/** The engine's end of the channel to its host. */
export interface HostLink {
  post(message: EngineMessage): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Calls the listener when the host has gone away. */
  onGone(listener: () => void): void;
}

/** The host's end of the channel to one engine process. */
export interface EngineProcess {
  post(message: HostMessage): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Calls the listener once, when the process has ended for any reason. */
  onExit(listener: () => void): void;
  /** Ends the process at once. */
  kill(): void;
}
