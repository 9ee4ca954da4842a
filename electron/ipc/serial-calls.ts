/** Calls that change who opens the vault. */
const slotCalls = [
  "people.add",
  "people.giveKey",
  "people.change",
  "people.revoke",
  "recovery.draw",
  "recovery.enforce",
  "recovery.rehearse",
  "recovery.open",
  "recovery.restore",
  "keys.strengthen",
  "keys.rotate",
] as const;

/** Calls that change who holds the key of a case; each waits for keys to be wrapped. */
const accessCalls = ["access.restrict", "access.open", "access.grant", "access.withdraw"] as const;

/** Groups of calls of which one waits for the other: two at once would fight over one vault. */
export const serialCalls = [
  ["vault.create", "vault.unlock", "vault.changePassphrase", ...slotCalls, ...accessCalls],
] as const;
