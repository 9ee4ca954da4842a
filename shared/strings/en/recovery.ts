import type { recovery as ja } from "../ja/recovery.ts";

/** Recovery kits: the page, the printed sheets, and the way in with them. */
export const recovery: Record<keyof typeof ja, string> = {
  title: "Recovery kit",
  lead: "Printed sheets that together give a new key to somebody who has lost their passphrase, or has gone.",
  noBackDoor: "This vault has no back door.",
  whatIsLost:
    "Without a passphrase and without enough sheets nobody can get back what is in the vault, and neither can its makers. Backups are closed with the same keys.",
  kit: "The kit in force",
  noKit: "This vault has no recovery kit yet.",
  make: "Make a kit",
  replace: "Replace it with a new kit",
  kitNumber: "Kit number",
  shape: "Sheets",
  shapeOf: "any {threshold, number} of {count, number} open the vault",
  madeAt: "In force since",
  madeBy: "Made by",
  count: "Sheets in all",
  threshold: "Sheets needed to open",
  shapeMeans:
    "{count, number} sheets are kept by different people; any {threshold, number} of them together open the vault. Up to {lost, number} may be lost. Nobody should hold {threshold, number} or more.",
  draw: "Draw the sheets",
  drawLead:
    "{count, number} sheets are shown one by one. Print each and give it to whoever keeps it. Sheets appear on this page alone and are not stored.",
  redrawLead:
    "{count, number} sheets are shown one by one. The present kit stays valid until all are checked and the new kit is put in force. After that its sheets open nothing.",
  sheetOf: "Sheet {index, number} of {count, number}",
  printLead: "Print this sheet, then type two words back from the printed page.",
  notYet: "Not in force yet. If you leave this page or lock the vault, these sheets are void.",
  print: "Print this sheet",
  confirmTitle: "Check the printed page",
  confirmLead: "Read them from the paper, not from the screen.",
  confirmSheet: "Check and go on",
  word: "Word {place, number}",
  abandon: "Stop making the kit",
  allConfirmed: "Every sheet is checked",
  enforceTitle: "Put the kit in force",
  enforceLead: "This puts the kit in force. Have the sheets kept by different people in different places.",
  enforceReplaces:
    "This puts the kit in force. The sheets of the present kit will open nothing; collect and shred them.",
  enforce: "Put in force",
  enforced: "Recovery kit {kit} is in force.",
  code: "QR code of the words on this sheet",
  rehearsal: "Rehearsal",
  rehearsalLead:
    "Proves that a set of sheets opens this vault's recovery lock. Neither the key nor anything in the vault is shown. The result goes into the trail.",
  rehearsalDue: "A rehearsal is due. Hold one every {months, number} months.",
  rehearse: "Start a rehearsal",
  prove: "Prove that they open",
  rehearsed: "The sheets open the recovery lock.",
  "outcome-opened": "{shares, number} sheets opened it.",
  "outcome-refused": "{shares, number} sheets did not open it.",
  noSheetYet: "No sheet has been entered yet. At least {fewest, number} are needed.",
  sheetsEntered: "Kit {kit}: {present, number} of {threshold, number} sheets entered.",
  sheetTwice: "Sheet {index, number} has been entered already. Enter another one.",
  sheetWords: "Words of sheet no. {number, number} to be entered",
  sheetWordsHelp:
    "Type the 32 words in order; the first four letters of each will do. A QR scanner that types works too, with Japanese input switched off.",
  takeSheet: "Add this sheet",
  takeOut: "Take out",
  openTitle: "Open with a recovery kit",
  openLead:
    "Enter as many sheets as the kit asks for. Then one person can be given a new passphrase. Nothing of any case is shown. It goes into the trail.",
  openWith: "Open with these sheets",
  restoreLead:
    "Choose who is to get a new key; that person types the new passphrase. The old passphrase will open nothing. Their signing certificate has to be made anew.",
  person: "Who gets a new key",
  personOf: "{name} ({unit})",
  restore: "Make the new key",
  restored:
    "{name} has a new key. Unlock with the new passphrase.{casesOpened, plural, =0 {} one { # restricted case opens with the new key.} other { # restricted cases open with the new key.}}{casesLeft, plural, =0 {} one { # restricted case opens once another reader names them again.} other { # restricted cases open once another reader names them again.}}",
  paperTitle: "Kura recovery kit, sheet {index, number} of {count, number}",
  paperVault: "Vault",
  paperKit: "Kit number",
  paperSheet: "Sheet",
  paperNeeded: "Sheets needed",
  paperDate: "Made on",
  paperKeeper: "Kept by",
  paperPurpose:
    "This sheet helps to give a new key to somebody who has lost their passphrase to the vault of a research security office. Any {threshold, number} of the {count, number} sheets together open the vault.",
  paperUse:
    "To use it: on the lock page choose “Open with a recovery kit” and type the 32 words in order, or scan the QR code. The first four letters of each word will do.",
  paperKeep:
    "One sheet alone opens nothing. Keep it apart from the others; do not photograph or copy it. If somebody may have seen it, tell the administrator.",
  paperLost:
    "Without a passphrase and without {threshold, number} sheets nobody can get back what is in the vault. There is no back door.",
};
