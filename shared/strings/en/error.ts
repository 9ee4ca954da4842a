import type { ErrorCode } from "../../contract/errors.ts";

/** One sentence or two for each refusal: what happened, what is safe, what to do next. */
export const error: Record<ErrorCode, string> = {
  "bad-request": "The input did not have the right form, so nothing was done. Reopen the page and try again.",
  "unknown-call": "This version of the app cannot do that.",
  internal:
    "Something unexpected went wrong. What was saved is safe. Tell your administrator and quote reference {reference}.",
  cancelled: "Cancelled. Nothing was changed.",
  "vault-locked": "The vault is locked. Unlock it to go on.",
  "vault-absent": "There is no vault in this folder. Check that it is the right one.",
  "vault-exists": "This folder is not empty. Choose an empty folder.",
  "vault-damaged":
    "The vault's files are damaged or have been altered. Do not go on using them: restore from a backup. The files were left as they are.",
  "vault-newer":
    "This vault was written by a newer version of the app. Update the app, then open it. The vault was not touched.",
  "vault-busy": "This vault is open in another window or by another user. Close it there and try again.",
  "wrong-passphrase": "That is not the passphrase. Please type it again.",
  "weak-passphrase": "The passphrase is too short. Use at least {minimum, number} characters.",
  "storage-full":
    "The disk is full, so this could not be saved. Everything shown as saved is safe. Make room and try again.",
  "storage-readonly":
    "This place cannot be written to. Check the folder's permissions or the medium's write protection. Everything saved is safe.",
  "storage-gone": "The folder or medium is not there. Check the connection. Everything saved is safe.",
  "storage-failed": "Reading or writing failed. Everything saved is safe. Check the state of the medium.",
  "kdf-out-of-memory": "There is not enough free memory to derive the key. Close other programs and try again.",
  "unknown-dossier": "This case cannot be found. Open it again from the list.",
  "dossier-closed": "This case cannot be changed in its present state.",
  "dossier-decided": "This case has been decided and is frozen. To change it, reopen the review and give a reason.",
  "move-refused": "The case cannot move to that state from where it stands.",
  "unknown-template": "The checklist for this kind of case is missing. Check the installation.",
  "unknown-subject": "This subject cannot be found, or is the one the case is about and cannot be removed.",
  "reason-required": "Give a reason of at least 20 characters.",
  "stale-revision":
    "This was changed in another window. The latest version has been loaded; what you typed is still on the page.",
  "text-invalid":
    "The text holds characters that cannot be stored (unpaired surrogates or control characters). Remove them; the rest is safe.",
  "text-too-long":
    "The text is too long. Keep it within {limit, number} characters. What you typed is still on the page.",
  "unknown-question": "This case's checklist has no such item.",
  "answer-not-in-scale": "This checklist does not offer that answer.",
  "unknown-evidence": "This piece of evidence cannot be found.",
  "file-unreadable": "The chosen file cannot be read. Check the file and the medium.",
  "file-too-large": "The chosen file is too large. The limit is 2 GiB.",
  "file-type-refused":
    "This kind of file cannot be taken in. Use PDF, images, text, CSV, Excel, Word, PowerPoint, saved web pages or mail.",
  "file-changed": "The file changed while it was being read. Wait until writing has finished and try again.",
  "evidence-mismatch":
    "The stored bytes no longer match the hash taken at import. Do not rely on this evidence; take the original in again.",
  "triage-missing": "The technology tier and the access level are not set. Choose them on the triage page.",
  "not-scored": "A self-check is not scored.",
  "unknown-measure": "The catalogue has no such measure.",
  "measure-incomplete": "Agreed or implemented needs an owner, a due date and a way to verify.",
  "unknown-gate": "There is no such gate.",
  "unknown-import": "This import has ended. Choose the file again.",
  "list-unreadable": "The list file cannot be read. Check its encoding and format.",
  "list-layout-unknown": "The header row matches no known layout. Import it with a column mapping instead.",
  "list-mapping-incomplete": "No column has been chosen for the name.",
  "list-row-bad": "Line {line, number} does not fit the layout.",
  "list-too-large": "The list is too large. The limits are 64 MiB and one million rows.",
  "unknown-edition": "This edition cannot be found.",
  "unknown-hit": "This candidate cannot be found. Screen the names again.",
  "edition-duplicate": "This very file has already been imported as an edition.",
  "decision-not-ready":
    "Something the decision needs is still open. Check the required items, judge the candidates and settle corroboration first.",
  "unknown-decision": "No decision has been recorded yet.",
  "departure-needs-reason": "A decision other than the recommendation needs a reason of at least 20 characters.",
  "review-date-required": "This decision needs a review date.",
  "paper-incomplete": "A required section of the committee paper is empty.",
  "paper-over-limit": "A section of the committee paper is over its limit.",
  "glyph-missing": "The committee paper holds a character that the bundled fonts lack. Check that character.",
  "identity-missing": "There is no signing certificate. Create or import one under Settings.",
  "identity-rejected": "The certificate file cannot be read, its password is wrong, or its key does not fit.",
  "identity-expired": "The signing certificate is outside its period of validity. Set up a new one.",
  "signature-self-check-failed": "The signed file did not pass its own verification and was not kept.",
  "root-rejected": "The chosen file is not the certificate of an issuer that signs itself.",
  "unknown-report": "This signed paper cannot be found.",
  "pdf-unreadable": "The chosen file is not a PDF that can be verified.",
};
