import type { cli as ja } from "../ja/cli.ts";

/** Words of `kura` on a terminal without a window. */
export const cli: Record<keyof typeof ja, string> = {
  helpHead: "kura – checks and backs up a vault without a window.\nUsage: kura COMMAND [file…] [--vault folder]",
  helpOptions:
    "Common options:\n  --vault folder         the vault's folder; asks for the passphrase on the terminal\n  --key-file file        the key file that goes with the passphrase\n  --passphrase-stdin     reads the passphrase from the first line of standard input\n  --json                 prints the result as one line of JSON\n  --lang ja|en           language\nExit codes: 0 nothing wrong, 1 something was found, 2 wrong use, 3 could not be done",
  tryHelp: "kura help shows how to use it.",
  "short-verify-pdf": "verify signed committee papers",
  "short-verify-trail": "verify the trail, from an export or inside a vault",
  "help-verify-pdf":
    "kura verify-pdf file… [--vault folder]\nVerifies signed committee papers. With a vault, the issuers it trusts are used.",
  "help-verify-trail":
    "kura verify-trail exported-trail.json\nkura verify-trail --vault folder\nVerifies the chain and its signatures. No content of a case is opened.",
  askPassphrase: "Passphrase: ",
  "misuse-unknown-command": "There is no command “{word}”.",
  "misuse-unknown-option": "There is no option “{word}”, or its value is missing.",
  "misuse-unknown-language": "The language is ja or en, not {word}.",
  "misuse-no-command": "No command was given.",
  "misuse-no-file": "Name one file or more.",
  "misuse-no-vault": "Name the vault's folder with --vault.",
  "misuse-no-passphrase":
    "The passphrase could not be read. Run this on a terminal, or pass it on standard input with --passphrase-stdin.",
  signedBy: "Signed by {name} (fingerprint {fingerprint})",
  trailWhole: "All {count, number} entries of the trail follow one another without a break.",
  trailNotWhole: "Something is wrong with the trail. Only the first {count, number} entries follow one another.",
  trailHead: "Hash at its end {head} (vouched for by a signature up to entry {signed, number})",
  "short-check": "check the health of a vault",
  "short-backup": "make a verified backup",
  "help-check":
    "kura check --vault folder\nChecks page codes, references, evidence hashes, the trail, backups, free space and more.",
  "help-backup":
    "kura backup --vault folder [--to folder]\nMakes a backup, opens and checks it, and only then keeps it. With --to it goes to that folder, and so do later ones.",
  backupMade:
    "A backup was made, opened and checked ({megabytes, number} MB, {objects, number} large pieces of evidence, {count, number} entries of the trail).",
  backupMissing: "The vault itself has no file for {missing, number} large pieces of evidence.",
  spaceLow: "The vault's disk is running out of room ({megabytes, number} MB left).",
  "misuse-no-file-or-vault": "Name an exported trail, or a vault with --vault.",
  trailOf: "Trail of vault {vaultId} (exported {at} by {by})",
  "export-too-large": "The file is too large and was not checked.",
  "export-newer": "This trail was exported by a newer version of the app and cannot be checked.",
  "export-unreadable": "This cannot be read as an exported trail (line {line, number}).",
};
