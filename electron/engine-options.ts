import type { KdfParameters } from "./vault/vault.ts";

/** What a caller may set besides the ports. */
export interface EngineOptions {
  /** Cost of the key derivation for new vaults; left out, this machine is measured. */
  readonly kdf?: KdfParameters | undefined;
  /** Milliseconds from unlocking to the first look whether a backup is due; null for never. */
  readonly backupAfterMs?: number | null | undefined;
  /** Milliseconds between two looks at what the search index has yet to take in; null for never, left out every second. */
  readonly indexEveryMs?: number | null | undefined;
  /** Programs of the workers; left out, the source files beside this one, which is right until the app is bundled. */
  readonly workers?:
    | { readonly list: URL; readonly verify: URL; readonly exchange?: URL; readonly reading?: URL }
    | undefined;
  /** Milliseconds from unlocking until text is taken out of evidence in the background; null for never. */
  readonly readAfterMs?: number | null | undefined;
  /** Milliseconds from unlocking until cases are screened again where lists have changed; null for never. */
  readonly rescreenAfterMs?: number | null | undefined;
  /** Milliseconds from unlocking until a few pieces of evidence are read again; null for never. */
  readonly recheckAfterMs?: number | null | undefined;
}
