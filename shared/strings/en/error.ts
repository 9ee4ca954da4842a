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
  "weak-passphrase":
    "The passphrase is too short or too easy to guess. Use at least {minimum, number} characters, and words that have nothing to do with each other.",
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
  "reason-required":
    "This change needs a reason. Give one; gates, verdicts, reopening and a lesser depth need at least 20 characters.",
  "unknown-entry": "This entry is no longer there. Another window may have removed it.",
  "unknown-link": "This link is no longer there. Another window may have removed it.",
  "link-impossible":
    "A link of this kind cannot lead from the one subject to the other. Check the kind and the direction.",
  "source-required": "There is no source. Choose a piece of evidence, or write where this is known from.",
  "entry-incomplete": "The entry lacks what it cannot be without. Fill in its first field.",
  "profile-full": "This case holds as many entries as it can. Remove some that are not needed.",
  "profile-unreadable":
    "{why, select, spreadsheet {Workbooks cannot be read here; save the sheet as CSV} pdf {PDF cannot be read here; use CSV, BibTeX or RIS} archive {This is a packed file; unpack it first} xml {XML cannot be read here; fetch the record of ORCID as JSON} binary {This is not a text file; use CSV, BibTeX or RIS} encoding_unknown {The encoding of this file is not known; save it as UTF-8} broken {This file is broken from line {line, number} on; mend it} empty {This file holds no line that could be imported; use another file} too_long {This file takes too long to read; split it} too_large {This file is too large; split it} other {The form of this file is not known; use CSV, BibTeX, RIS, or an export of ORCID or researchmap}}, and choose again. Nothing was imported.",
  "identifier-wrong":
    "The {scheme, select, orcid {ORCID iD} e_rad {e-Rad researcher number} researchmap {researchmap ID} corporate_number {corporate number} lei {LEI} ror {ROR ID} other {identifier}} {problem, select, shape {has the wrong length or characters} other {does not agree with its check digit}}. Check the original. To keep a number as the original gives it, record it as Other.",
  "field-hidden": "This value is hidden. Show it before you change it.",
  "unknown-field": "This case has no such field.",
  "stale-revision":
    "This was changed in another window. The latest version has been loaded; what you typed is still on the page.",
  "text-invalid":
    "The text holds characters that cannot be stored (unpaired surrogates or control characters). Remove them; the rest is safe.",
  "text-too-long":
    "The text is too long. Keep it within {limit, number} characters. What you typed is still on the page.",
  "unknown-question": "This case's checklist has no such item.",
  "answer-not-in-scale": "This checklist does not offer that answer.",
  "extension-refused":
    "More time can be given to key items, or where the technology is T2 or above, and a reason is needed.",
  "run-refused":
    "A run under one statement is for the light depth alone, and lists can be stated only after screening against a list. Otherwise note the sources item by item.",
  "template-not-ready":
    "The template cannot be published yet. {place}: {reason, select, text_empty {a text is empty in Japanese or English.} text_too_long {a text is too long.} text_invalid {a text holds characters that cannot be used.} id_twice {the same number stands twice.} id_missing {a condition names an item that is not there.} condition_cycle {conditions wait for one another in a circle.} factor_missing {choose at least one main factor.} built_in_removed {a built-in item cannot be deleted; hide it instead.} too_many {there are too many items.} not_published {it has no published version yet.} other {something breaks a rule.}} The draft is kept.",
  "template-unchanged": "A version with this very text is there already. Nothing was changed.",
  "template-draft-open":
    "A draft of this template is being written. Publish or drop it first, or take the file in as another template. Nothing was changed.",
  "template-refused":
    "The file cannot be taken in as a template. {place, select, none {} other {{place}: }}{reason, select, not_json {the file is not readable as JSON.} not_a_template {the file is not a template.} hash_differs {the text does not match the hash that the file names; it was changed or damaged.} too_large {the file is too large.} too_slow {reading took too long and was stopped.} text_empty {a text is empty in Japanese or English.} text_too_long {a text is too long.} text_invalid {a text holds characters that cannot be used.} field_missing {a field is missing.} field_unknown {there is an unknown field.} field_wrong {a field breaks a rule.} id_bad {a number holds characters that cannot be used.} id_twice {the same number stands twice.} id_missing {a condition names an item that is not there.} condition_cycle {conditions wait for one another in a circle.} factor_missing {a main factor is missing.} scale_wrong {the answer scale does not fit the kind of template.} point_missing {the field for the self-check point does not fit the kind of template.} too_many {there are too many entries.} other {something breaks a rule.}} Nothing was changed.",
  "wrong-kind": "The template is for another kind of case. Nothing was changed.",
  "reply-refused":
    "The file cannot be read as a questionnaire. {reason, select, too_large {It is too large.} not_a_workbook {It is not an Excel workbook (.xlsx).} encrypted {It is protected by a password. Remove the protection, save it again and choose that file.} too_many_parts {It has too many parts.} grows_too_much {It would grow beyond all measure when opened, so reading was stopped.} damaged {It is damaged.} no_binding {It was not written by this vault, or its hidden sheet is lost.} no_lines {No lines were found. Do not remove the heading \u201CID\u201D.} too_many_lines {It has too many lines.} too_slow {Reading took too long and was stopped.} other {Its contents cannot be read.}} Nothing was changed.",
  "reply-other-case":
    "This questionnaire was sent out for another case or from another vault. Take it in on the page of the case it was sent for. Nothing was changed.",
  "reply-tampered":
    "The hidden sheet of the questionnaire was changed. It cannot be told which case it answers, so it is not taken in. Nothing was changed.",
  "unknown-reply": "This reply was not found. It may have been taken back already.",
  "unknown-evidence": "This piece of evidence cannot be found.",
  "file-unreadable": "The chosen file cannot be read. Check the file and the medium.",
  "file-too-large": "The chosen file is too large. The limit is 2 GiB.",
  "file-type-refused":
    "This kind of file cannot be taken in. Use PDF, images, text, CSV, Excel, Word, PowerPoint, saved web pages or mail.",
  "file-changed": "The file changed while it was being read. Wait until writing has finished and try again.",
  "file-link": "This is a link and was not followed. If you need the file, choose it where it lies.",
  "import-limit": "This is beyond what one import takes in. Take the rest in separately.",
  "unknown-upload": "This import has already ended or was given up. Take the file in again.",
  "too-many-uploads": "As many files as possible are already on their way. Wait until they are in and try again.",
  "upload-out-of-step": "The file did not arrive in order, so nothing was taken in. Take it in again.",
  "upload-differs": "What arrived is not the file the window read. Nothing was taken in. Try again.",
  "successor-missing": "Choose the piece in this case that takes its place.",
  "evidence-mismatch":
    "The stored bytes no longer match the hash taken at import. Do not rely on this evidence; take the original in again.",
  "reading-unsupported":
    "This kind of file cannot be shown inside the app. It is kept as it came. Export a copy to look inside.",
  "reading-too-large":
    "The file is too large to be shown inside the app. It is kept as it came. Export a copy to look inside.",
  "reading-encrypted":
    "The file is locked with a password of its own, so it can be neither shown nor searched. It is kept as it came.",
  "reading-broken":
    "The file is damaged, or its content does not match its extension, so it cannot be shown. It is kept exactly as it came in.",
  "reading-limit":
    "Opening this file would go beyond the limits on time or size. It was stopped to be safe. The file is kept as it came.",
  "reading-closed": "The file has been put away meanwhile. Please open it again.",
  "unknown-mark": "This highlight was not found. It may have been removed.",
  "triage-missing": "The technology tier and the access level are not set. Choose them on the triage page.",
  "not-scored": "A self-check is not scored.",
  "unknown-measure": "The catalogue has no such measure.",
  "measure-incomplete": "Agreed or implemented needs an owner, a due date and a way to verify.",
  "unknown-gate": "There is no such gate.",
  "unknown-import": "This import has ended. Choose the file again.",
  "unknown-score-run": "This measurement is no longer kept. Open the page again.",
  "list-unreadable": "The list file cannot be read. Check its encoding and format.",
  "list-layout-unknown": "The header row matches no known layout. Import it with a column mapping instead.",
  "list-mapping-incomplete": "No column has been chosen for the name.",
  "list-row-bad": "Line {line, number} does not fit the layout.",
  "name-search-stopped":
    "Names could not be searched in the lists. Nothing was checked, and the earlier result stays. Try again; if it happens again, close other programs or restart the app.",
  "list-too-large": "The list is too large. The limits are 64 MiB and one million rows.",
  "unknown-edition": "This edition cannot be found.",
  "unknown-point": "This moment cannot be found. Open the page again.",
  "unknown-hit": "This candidate cannot be found. Screen the names again.",
  "pack-refused":
    "{reason, select, not_a_pack {This is not a list pack.} too_large {The pack is too large.} damaged {The pack is damaged. Carry it over again from the machine that made it.} signature {The signature of the pack does not hold. It may have been changed.} certificate {The certificate that signed the pack was not valid on the day it was made.} entries {An edition inside the pack cannot be read.} reading_limit {Reading took too long and was stopped.} other {The pack cannot be read.}} Nothing was changed.",
  "signer-not-accepted":
    "The signer of this pack has not been accepted here yet. Compare the fingerprint and accept it.",
  "edition-older":
    "This is older than the edition in use ({day}). To keep it as an earlier edition, choose “Keep without using it”.",
  "edition-duplicate": "This very file has already been imported as an edition.",
  "decision-not-ready":
    "Something the decision needs is still open. Check the required items, judge the candidates and settle corroboration first.",
  "unknown-decision": "No decision has been recorded yet.",
  "departure-needs-reason": "A decision other than the recommendation needs a reason of at least 20 characters.",
  "review-date-required": "This decision needs a review date.",
  "paper-incomplete": "A required section of the committee paper is empty.",
  "paper-over-limit": "A section of the committee paper is over its limit.",
  "glyph-missing":
    "The committee paper holds a character that the bundled fonts lack. Write that place in Latin letters or another spelling; the names recorded in the case stay as they are.",
  "identity-missing": "There is no signing certificate. Create or import one under Settings.",
  "identity-rejected": "The certificate file cannot be read, its password is wrong, or its key does not fit.",
  "identity-expired": "The signing certificate is outside its period of validity. Set up a new one.",
  "signature-self-check-failed": "The signed file did not pass its own verification and was not kept.",
  "root-rejected": "The chosen file is not the certificate of an issuer that signs itself.",
  "unknown-report": "This signed paper cannot be found.",
  "pdf-unreadable": "The chosen file is not a PDF that can be verified.",
  "unknown-practice": "This practice case was not found. Choose one from the list.",
  "practice-finished": "This practice is over. Its result can be seen from the list.",
  "practice-unfinished": "Some items have no answer yet. Answer all of them before you finish.",
  "not-permitted": "Your roles do not allow this. If you need it, ask the administrator about your roles.",
  "conflict-declared": "You have declared a conflict of interest in this case, so it is closed to you.",
  "reading-blind":
    "You are doing the second review of this case, so what others entered stays hidden until you hand yours in.",
  "second-reader-refused":
    "This person cannot do the second review. Choose a reviewer who has entered nothing in this case, is not in the host unit and cannot read the trail.",
  "unknown-second-review": "This second review was not found. Open the page again.",
  "second-review-closed":
    "The second review is not at the stage that this step needs. Open the page again to see where it stands.",
  "second-review-unfinished": "Some items have no answer yet. Answer all of them before you hand in.",
  "not-the-second-reader": "Only the person who was asked can fill in a second review.",
  "not-a-conflict": "The two answers to this item do not differ.",
  "not-a-third-person": "Whoever read this case first or second cannot settle a difference as a third person.",
  "declaration-missing": "First declare whether you have any ties to this case.",
  "own-unit": "People of the host unit neither review nor approve its case.",
  "own-verdict": "You gave this verdict yourself. Somebody else confirms it, signed in as themselves.",
  "verdict-changed": "This verdict has changed since, or has been answered already. Read it again.",
  "unknown-notice": "This notice of differences is not there. Load the page again.",
  "unknown-run": "That screening has not been kept.",
  "own-proposal": "You put this decision forward, so somebody else has to approve it.",
  "not-proposed": "No decision of this case waits for approval.",
  "not-approved": "The decision has not been approved yet, so the approver cannot sign.",
  "not-the-approver": "Only the person who approved this decision signs its paper as approver.",
  "already-countersigned": "The approver has already signed this paper.",
  "unknown-person": "This person is not found, or has been removed.",
  "last-administrator": "The vault would be left without an administrator. Name another one first.",
  "vault-full-of-people": "This vault already holds as many people as it can (64).",
  "case-restricted": "This case is restricted already. Look again.",
  "case-not-restricted": "This case is not restricted. Look again.",
  "last-reader": "The restricted case would be left without a reader.",
  "backup-absent": "The chosen folder holds no backup of a vault.",
  "backup-damaged": "The backup is damaged or has been altered. Use another one; the vault itself was not touched.",
  "backup-unverified": "The backup did not pass its check and was not kept. Try again on another medium.",
  "folder-not-empty": "The chosen folder is not empty. Choose an empty one.",
  "no-report": "There is no report yet. Run the check first.",
  "no-recovery-kit": "This vault has no recovery kit.",
  "share-unreadable":
    "{at, plural, =0 {{words, plural, =32 {A word on this sheet is wrong, and the place cannot be told. Compare them from the start.} other {A sheet has 32 words; # were entered. Look for one left out or entered twice.}}} other {A word on this sheet is wrong. Check around word #.}}",
  "share-mixed": "These sheets belong to different kits. Check the kit number.",
  "shares-insufficient": "More sheets are needed: {threshold, number} in all.",
  "receipt-unreadable":
    "This is not a receipt. Type the number of entries and the sixteen letters and digits, as in “1523 3f2a-91bc-00de-7721”.",
  "too-many-searches": "You can keep up to 100 searches. Remove those you no longer use.",
  "recovery-refused": "These sheets together do not open this vault's recovery lock.",
};
