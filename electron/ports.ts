/** Wall and monotonic time in milliseconds. */
export interface Clock {
  /** Epoch milliseconds, UTC. May jump when the user sets the clock. */
  nowMs(): number;
  /** Milliseconds since some fixed point; never goes back. */
  monotonicMs(): number;
}

/** Cryptographically strong bytes. */
export interface Random {
  bytes(count: number): Uint8Array;
}

/** What kind of file a dialog is for; the host turns it into a title and a filter in the user's language. */
export type FilePurpose =
  | "evidence"
  | "evidence-folder"
  | "evidence-table"
  | "list"
  | "list-difference"
  | "list-pack"
  | "signed-pdf"
  | "pkcs12"
  | "certificate"
  | "vault-folder"
  | "new-vault-folder"
  | "evidence-copy"
  | "report-copy"
  | "backup-folder"
  | "backup-to-restore"
  | "restore-folder"
  | "health-report"
  | "trail-copy"
  | "case-list"
  | "scorecard-copy"
  | "profile"
  | "key-file"
  | "new-key-file"
  | "template"
  | "template-copy"
  | "questionnaire"
  | "questionnaire-reply";

/** Native dialogs. Paths chosen here are the only paths the engine ever takes; the page never sees one. */
export interface Dialogs {
  openFile(purpose: FilePurpose): Promise<string | undefined>;
  /** One or several files; none when the person closes it. A host that offers one at a time answers one. */
  openFiles(purpose: FilePurpose): Promise<readonly string[]>;
  openFolder(purpose: FilePurpose): Promise<string | undefined>;
  saveFile(purpose: FilePurpose, suggestedName: string): Promise<string | undefined>;
}

/** The system's clipboard, as a place for one restricted value at a time. */
export interface Clipboard {
  /** Puts the value there; the host takes it away after 20 seconds and when the vault locks. */
  write(text: string): void;
  /** Takes the value away now, if the clipboard still holds it. */
  clear(): void;
}

/** A moment at which the person has left the machine: sleep, screen lock, another user's session, the end of the app. */
export type AwayMoment = "suspend" | "screen-lock" | "session-switch" | "quit";

/** Tells when the person has left; the vault locks at each moment. */
export interface Idle {
  /** Calls the listener at each moment, until the returned function is called. */
  onAway(listener: (moment: AwayMoment) => void): () => void;
}

/** Where things live on this machine; absolute paths. */
export interface Paths {
  /** Per-user folder for settings of the app itself and for the default vault; mode 0700. */
  readonly userData: string;
  /** Read-only content that ships with the app (`resources/`). */
  readonly resources: string;
  /** Folder with the TrueType fonts: the Noto Sans JP package with its siblings beside it, or one flat folder. */
  readonly fonts: string;
}

/** Facts about the running program. */
export interface AppInfo {
  readonly version: string;
  readonly host: "electron" | "chromium" | "command-line";
}

/** All the engine asks of the outside world. */
export interface Ports {
  readonly clock: Clock;
  readonly random: Random;
  readonly dialogs: Dialogs;
  readonly clipboard: Clipboard;
  readonly idle: Idle;
  readonly paths: Paths;
  readonly info: AppInfo;
}
