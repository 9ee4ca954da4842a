import type { unlock as ja } from "../ja/unlock.ts";

/** The lock screen and the making of a vault. */
export const unlock: Record<keyof typeof ja, string> = {
  title: "Open the vault",
  passphrase: "Passphrase",
  passphraseAgain: "Passphrase again",
  unlock: "Unlock",
  opening: "Deriving the key",
  takes: "Takes about {seconds, number, ::.0} s on this PC.",
  vault: "Vault",
  lastOpened: "Last opened",
  notPresent: "The folder is not there",
  createTitle: "Make a vault",
  createLead:
    "Case records and personal data are kept in this encrypted vault and nowhere else. The app has no connection to any network.",
  createNew: "Make a new vault",
  openOther: "Open another vault",
  backToUnlock: "Back to unlocking",
  personName: "Your name",
  personNameHelp: "Appears in the trail and in committee papers. Write it exactly as you use it.",
  officeName: "Agency and office",
  officeNameHelp: "Stands at the head of committee papers.",
  noRecovery: "Without the passphrase nobody can open the vault. Keep a copy in a safe place.",
  useKeyFile: "Also use a key file",
  keyFileHelp:
    "Besides the passphrase, the file you choose is then needed. You are asked for it at the end of this form and whenever the vault is opened.",
  keyFileLoss:
    "If the key file is lost or altered, the passphrase alone does not open the vault. Keep it on another disk than the vault, with a copy.",
  makeKeyFile: "Make a new key file",
  keyFileMade: "The key file was saved. Choose it at the end of this form.",
  place: "Where to keep it",
  placeDefault: "The usual place on this PC",
  placeChoose: "Choose a folder (a removable disk, for example)",
  create: "Make the vault",
  creating: "Making the vault",
  mismatch: "The two passphrases differ.",
};
