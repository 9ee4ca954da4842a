import type { access as ja } from "../ja/access.ts";

/** Who may read a case: the card on its first page, and the mark of a restricted case. */
export const access: Record<keyof typeof ja, string> = {
  title: "People who may read",
  mark: "Restricted",
  office: "Everybody with a right to cases may read this one.",
  named: "Only these people may read it. Nobody else, administrators included, is even told that it exists.",
  what: "What restricted means",
  "what-key":
    "The content is sealed under a key of this case alone, and that key is wrapped for each reader. Nobody else can read it, even with the vault open.",
  "what-trail": "The trail keeps the case number and what was done, and nothing of the content.",
  "what-copies": "Backups made before the case was restricted still hold what it said then.",
  "what-kit":
    "Should every reader lose their passphrase, the holders of the recovery kit can open the case together. There is no other way back.",
  "what-no-kit":
    "There is no recovery kit yet. Should every reader lose their passphrase, nobody will ever read this case again.",
  restrict: "Restrict",
  "restrict-title": "Restrict this case",
  "restrict-lead": "Only the people named will be able to read it. Approvers and auditors must be named as well.",
  others: "Readers besides yourself",
  "others-help": "You can add and withdraw people later.",
  "no-candidates": "There is nobody else to choose. People whose role reads cases will appear here.",
  "without-key": "Cannot be chosen before they unlock for the first time: {names}",
  self: "You",
  grant: "Add a reader",
  "grant-title": "Add a reader",
  "grant-lead": "The person will be able to read everything in this case, its history included.",
  "grant-who": "Person to add",
  "grant-choose": "Choose",
  "grant-do": "Add",
  withdraw: "Withdraw",
  "withdraw-of": "Withdraw {name}",
  "withdraw-title": "Withdraw a reader",
  "withdraw-lead":
    "The case is sealed anew under a new key, and {name} can no longer read it. What they have read or exported cannot be taken back.",
  "withdraw-self":
    "The case is sealed anew under a new key, and you will no longer see it. To come back you need one of the remaining readers to add you.",
  open: "Lift the restriction",
  "open-title": "Lift the restriction on this case",
  "open-lead": "Everybody with a right to cases will be able to read it, its history included.",
  "done-restricted": "The case is restricted now.",
  "done-opened": "The restriction is lifted.",
  "done-granted": "The reader was added.",
  "done-withdrawn": "The reader was withdrawn and the case sealed anew.",
};
