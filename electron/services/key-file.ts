import { err, type Nothing, ok, type Result } from "../../shared/result.ts";
import type { Dialogs, Random } from "../ports.ts";
import type { VaultFault } from "../vault/fault.ts";
import { hashKeyFile } from "../vault/vault.ts";
import { readBounded } from "./read-bounded.ts";
import { saveOutside } from "./save-outside.ts";

/** Why there is no key file: nobody chose one, or what was chosen is none. */
export type KeyFileRefusal = { readonly code: "cancelled" | "file-unreadable" };

/** A key file is any file that never changes; photographs and films are not expected. */
const limitBytes = 1024 * 1024;

/** As much chance as two keys; base64 so that it also survives being printed or sent as text. */
const newKeyBytes = 64;

/**
 * Asks for a key file and answers the hash of its bytes, which the caller wipes; nothing when none is wanted. An empty file
 * is refused like an unreadable one: it would add nothing to the passphrase.
 */
export async function chooseKeyFile(
  dialogs: Pick<Dialogs, "openFile">,
  wanted: boolean,
): Promise<Result<Uint8Array | undefined, KeyFileRefusal>> {
  if (!wanted) return ok(undefined);
  const path = await dialogs.openFile("key-file");
  if (path === undefined) return err({ code: "cancelled" });
  const read = await readBounded(path, limitBytes);
  if (!read.ok || read.value.length === 0) return err({ code: "file-unreadable" });
  try {
    return ok(hashKeyFile(read.value));
  } finally {
    read.value.fill(0);
  }
}

/** Writes a new key file of chance alone to a place the person chooses, readable for its owner alone. */
export async function makeKeyFile({
  dialogs,
  random,
}: {
  readonly dialogs: Pick<Dialogs, "saveFile">;
  readonly random: Random;
}): Promise<Result<Nothing, VaultFault>> {
  const path = await dialogs.saveFile("new-key-file", "kura-key.txt");
  if (path === undefined) return err({ code: "cancelled" });
  const secret = random.bytes(newKeyBytes);
  const text = Buffer.from(Buffer.from(secret).toString("base64"));
  try {
    const saved = await saveOutside(path, [text]);
    return saved.ok ? ok({}) : saved;
  } finally {
    secret.fill(0);
    text.fill(0);
  }
}
