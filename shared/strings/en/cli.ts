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
  "short-screen": "search a file of names in list files (needs no vault)",
  "help-screen":
    "kura screen --list FILE… --names names.csv [--format layout] [--cut-off 0.7] [--json | --csv]\nSearches each name in the list files. No vault is opened, and names are written to the output and nowhere else.\n  --list file            a list; repeat it, or name several files one after another\n  --names file           a table of names. Of the headings name, kind, country, birth_year, identifiers those present are read.\n                         Without headings the first column holds the names. The encoding is found by looking\n  --format layout        the lists' layout (csv, meti-6, ofac-csv, un-xml, eu-fsf-xml, uk-ofsi-csv, us-csl-json, opensanctions-ftm …); found by looking if left out\n  --cut-off nearness     from which a candidate is given, 0.7 to 1 (0.7 if left out)\n  --json                 one JSON object a line; the last line says what was searched\n  --csv                  a table for spreadsheets; what was searched goes to standard error\nProgress goes to standard error. Exit codes: 0 no candidates, 1 candidates, or rows that could not be searched, 2 wrong use, 3 could not be done",
  "misuse-no-list": "Name a list file with --list.",
  "misuse-no-names": "Name the table of names with --names.",
  "misuse-unknown-format": "There is no list layout “{word}”. kura help screen shows how to use it.",
  "misuse-cut-off-outside": "--cut-off is a number from 0.7 to 1, not {word}.",
  "misuse-json-or-csv": "Choose either --json or --csv.",
  "screen-reading": "Reading {file} ({done, number} of {total, number} bytes)",
  "screen-listRead":
    "List {file}: {entries, number} entries read (layout {layout}, rows refused {refused, number}, remarks {warnings, number}).",
  "screen-listTwice": "List {file} holds the same bytes as a list already read and is not searched twice.",
  "screen-namesRead":
    "Names {file}: {names, number} read (encoding {encoding}, rows that cannot be searched {refused, number}).",
  "screen-header": "The first row was read as headings.",
  "screen-noHeader": "There are no headings; the first column alone was read, as names.",
  "screen-indexing": "Building the index.",
  "screen-indexingStep": "Building the index ({done, number} of {total, number} entries)",
  "screen-indexed": "The index holds {names, number} listed names.",
  "screen-searching": "Searching ({done, number} of {total, number})",
  "screen-name":
    "Line {line, number} {name}: {count, plural, =0 {no candidates} one {# candidate} other {# candidates}}",
  "screen-candidate": "{score} {band}  {name} ({list}, edition {edition})",
  "screen-piece": "{query} = {listed} ({how})",
  "screen-none": "no candidates",
  "screen-band-strong": "strong",
  "screen-band-possible": "possible",
  "screen-band-weak": "weak",
  "screen-column-line": "Line",
  "screen-column-query": "Name searched",
  "screen-column-candidate": "Candidate",
  "screen-column-score": "Nearness",
  "screen-column-band": "Strength",
  "screen-column-explanation": "Explanation",
  "screen-column-pieces": "Piece by piece",
  "screen-column-list": "List",
  "screen-column-edition": "Edition (SHA-256)",
  "screen-column-entry": "Number in the list",
  "screen-column-matcher": "Matching rules",
  "screen-searched":
    "{names, plural, one {# name} other {# names}} searched in {lists, plural, one {# list} other {# lists}} (cut-off {cutOff, number}, matching rules {version}).",
  "screen-list": "{file}: {entries, number} entries, SHA-256 {edition}",
  "screen-found":
    "{candidates, plural, one {# candidate} other {# candidates}} ({withCandidates, plural, one {# name} other {# names}} with candidates).",
  "screen-notSearched": "Line {line, number} was not searched: {reason}",
  "screen-atLine": "line {line, number}: ",
  "screen-refused": "{file}: {where}{reason}",
  "short-list-check": "read list files without importing them, and say what came of it (needs no vault)",
  "help-list-check":
    "kura list check FILE… [--format layout] [--json]\nReads list files to their end, as an import does, and gives the layout and what it was told from, rows and entries, rows refused and why, encoding and hash. No vault is opened and nothing is kept.\n  --format layout        the lists' layout (csv, meti-6, ofac-csv, un-xml, eu-fsf-xml, uk-ofsi-csv, us-csl-json, opensanctions-ftm …); found by looking if left out\n  --json                 prints the result as one line of JSON\nExit codes: 0 every row was read, 1 rows were refused, 2 wrong use, 3 a file could not be read",
  "list-read": "{file}: {entries, plural, one {# entry} other {# entries}} read.",
  "list-layout": "Layout {name} ({layout})",
  "list-table": "table whose columns were assigned from its headings",
  "list-stated": "The layout was stated with --format.",
  "list-counts":
    "Rows {rows, number}, joined to the entry of another row {merged, number}, no entries {passed, number}, refused {refused, number}, remarks {warnings, number}",
  "list-bytes": "Encoding {encoding}, {bytes, number} bytes",
  "list-day": "Day the file states for itself {day}",
  "list-refused": "Rows refused {count, number}:",
  "list-warnings": "Remarks {count, number}:",
  "list-more": "and {count, number} more.",
};
