/**
 * Every refusal that can cross the door, with the moment it happens.
 * The sentence a person reads for each stands in `strings` under `error.<code>`; the compiler checks that it exists.
 */
export const errorCodes = {
  // the door
  "bad-request": "the request does not fit the call's schema",
  "unknown-call": "no call has this name",
  internal: "something failed that nobody foresaw; the reference is also in the log",
  cancelled: "the person closed a dialog or cancelled a running task",
  // vault
  "vault-locked": "no vault is open",
  "vault-absent": "the folder holds no vault",
  "vault-exists": "the chosen folder already holds a vault or other files",
  "vault-damaged": "the vault's files fail their integrity check",
  "vault-newer": "the vault was written by a newer version of the app",
  "vault-busy": "another window or process has the vault open",
  "wrong-passphrase": "no key slot opens with this passphrase",
  "weak-passphrase": "the new passphrase is too easy to guess",
  "storage-full": "the disk is full; nothing acknowledged was lost",
  "storage-readonly": "the folder cannot be written",
  "storage-gone": "the folder or disk has gone away",
  "storage-failed": "reading or writing failed for another reason",
  "kdf-out-of-memory": "this machine has too little free memory for the key derivation",
  // dossiers
  "unknown-dossier": "no dossier has this id",
  "dossier-closed": "the dossier's state does not allow this change",
  "dossier-decided": "the dossier has been decided and is frozen",
  "move-refused": "this state cannot follow the current one",
  "unknown-template": "no template has this id",
  "unknown-subject": "no subject has this id",
  "reason-required": "this step needs a written reason of the stated length",
  "field-hidden":
    "the stored value has not been revealed since the vault was opened, and cannot be written over unseen",
  "unknown-field": "the case has no restricted field of this name",
  "stale-revision": "somebody or another window changed this meanwhile",
  "text-invalid": "the text holds unpaired surrogates or forbidden control characters",
  "text-too-long": "the text is longer than the field allows",
  // checklist
  "unknown-question": "the template has no item with this id",
  "answer-not-in-scale": "the answer does not belong to this item's scale",
  // evidence
  "unknown-evidence": "no evidence has this id",
  "file-unreadable": "the chosen file cannot be read",
  "file-too-large": "the chosen file exceeds the limit",
  "file-type-refused": "this kind of file may not come in",
  "file-changed": "the file changed while it was being read",
  "evidence-mismatch": "the stored bytes no longer match the hash taken at import",
  // risk
  "triage-missing": "the technology tier and the access level are not set",
  "not-scored": "a self-check looks at the agency and has no risk score",
  "unknown-measure": "the catalogue has no measure with this id",
  "measure-incomplete": "owner, due date and verification are needed before a measure counts",
  "unknown-gate": "there is no gate with this id",
  // screening
  "unknown-import": "the import has ended or never began",
  "list-unreadable": "the list file cannot be parsed",
  "list-layout-unknown": "the header row matches no known layout",
  "list-mapping-incomplete": "a column that the mapping needs is not chosen",
  "list-row-bad": "a row breaks a rule of its layout",
  "list-too-large": "the list exceeds the limits on bytes, rows or cells",
  "unknown-edition": "no list edition has this id",
  "unknown-hit": "no screening hit has this id",
  "edition-duplicate": "this very file has been imported as an edition already",
  // decision and paper
  "decision-not-ready": "the recommendation is to hold: something required is still open",
  "unknown-decision": "no decision has this id",
  "departure-needs-reason": "departing from the recommendation needs a reason of at least twenty characters",
  "review-date-required": "this outcome needs a review date",
  "paper-incomplete": "a required section of the paper is empty",
  "paper-over-limit": "a section of the paper is longer than its limit",
  "glyph-missing": "the fonts lack a glyph for a character in the paper",
  "identity-missing": "no signing certificate has been set up",
  "identity-rejected": "the certificate file is unreadable, its password is wrong or its key does not fit",
  "identity-expired": "the signing certificate has expired or is not yet valid",
  "signature-self-check-failed": "the signed file did not pass verification and was not kept",
  "root-rejected": "the file is not the certificate of an issuer that signs itself",
  "unknown-report": "no report has this id",
  "pdf-unreadable": "the chosen file is not a PDF the verifier can read",
  // people, access, backup and recovery
  "not-permitted": "the person's roles do not give the right this call needs",
  "conflict-declared": "the person has declared a conflict of interest in this case, which shuts it to them",
  "declaration-missing": "the person has not yet declared whether they have ties to this case",
  "own-unit": "the person belongs to the unit that hosts the case",
  "own-proposal": "whoever put a decision forward cannot answer it",
  "not-proposed": "no decision of this case waits for an answer",
  "not-approved": "the decision has not been approved, so there is nothing to countersign",
  "not-the-approver": "only the approver of this very decision countersigns its paper",
  "already-countersigned": "the approver has signed this paper already",
  "unknown-person": "no person of this vault has this id, or they have been shut out",
  "last-administrator": "at least one administrator must remain",
  "vault-full-of-people": "the key-slot file holds as many people as it can",
  "case-restricted": "the case is restricted already",
  "case-not-restricted": "the whole office may read the case",
  "last-reader": "at least one named person must remain able to read a restricted case",
  "backup-absent": "the chosen folder holds no backup of a vault",
  "backup-damaged": "the backup's files do not match its manifest",
  "backup-unverified": "the backup was written but did not pass its check and was dropped",
  "folder-not-empty": "the chosen folder must be empty",
  "no-report": "nothing has been checked since the vault was opened",
  "no-recovery-kit": "this vault has no recovery kit",
  "share-unreadable": "a recovery share has a wrong word or its checksum fails",
  "share-mixed": "the shares belong to different recovery kits",
  "shares-insufficient": "fewer different shares than the kit's threshold",
  "receipt-unreadable": "what was typed is no receipt of a trail",
  "recovery-refused": "the shares together do not open this vault's recovery slot",
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** What opening, reading and writing a vault can answer with, besides what any call can. */
export const vaultCodes = [
  "vault-locked",
  "vault-absent",
  "vault-exists",
  "vault-newer",
  "vault-busy",
  "wrong-passphrase",
  "weak-passphrase",
  "kdf-out-of-memory",
  "cancelled",
] as const satisfies readonly ErrorCode[];

/** What every call on one case can answer with, besides `vault-locked` and what any call can. */
export const caseCodes = ["unknown-dossier", "conflict-declared", "own-unit"] as const satisfies readonly ErrorCode[];
