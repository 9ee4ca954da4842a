import type { trail as ja } from "../ja/trail.ts";

/** The trail: a readable history with its proof, for the vault and for one case. */
export const trail: Record<keyof typeof ja, string> = {
  title: "Trail",
  lead: "What has been done in this vault, latest first. Entries are only ever added, never changed or removed.",
  historyTitle: "History of the case",
  historyLead: "What has been done to this case, latest first.",
  proof: "Chain of the trail",
  proofLine: "{count, plural, one {# entry} other {# entries}}. Hash at the end",
  check: "Check the chain",
  checking: "Checking from the first entry",
  "verdict-unknown": "Not checked since this page was opened.",
  "verdict-whole": "All {count, number} entries follow one another without a break (checked at {time}).",
  "verdict-edited": "Entry {at, number} has been edited.",
  "verdict-inserted": "At {at, number} an entry has been inserted afterwards.",
  "verdict-deleted": "Entry {at, number} has been taken out.",
  "verdict-reordered": "From entry {at, number} on, entries have changed places.",
  "verdict-emptied": "All entries have been removed.",
  "verdict-rewritten":
    "From entry {at, number} on, the trail has been made anew with hashes that fit (seen at {noticed, number}).",
  "verdict-cut": "The entries from {at, number} on have been cut off (there were at least {noticed, number}).",
  "verdict-put-back":
    "The vault stands at an earlier state: from entry {at, number} on it does not match a noted end (it had reached {noticed, number}).",
  "verdict-checkpoint-forged": "The signature at entry {at, number} does not hold.",
  "verdict-signer-unknown":
    "At entry {at, number} the signature was made with a key that belongs to nobody in this vault.",
  "verdict-checkpoint-missing": "The signature that was made at entry {at, number} is gone.",
  "advice-edited":
    "Stop working in this vault and tell your administrator. Keep the folder as it is and compare it with a backup.",
  "advice-inserted":
    "Stop working in this vault and tell your administrator. Keep the folder as it is and compare it with a backup.",
  "advice-deleted":
    "Stop working in this vault and tell your administrator. Keep the folder as it is and compare it with a backup.",
  "advice-reordered":
    "Stop working in this vault and tell your administrator. Keep the folder as it is and compare it with a backup.",
  "advice-emptied":
    "Stop working in this vault and tell your administrator. Keep the folder as it is and compare it with a backup.",
  "advice-rewritten":
    "Stop working in this vault and tell your administrator. Keep the folder as it is and compare it with a backup.",
  "advice-cut":
    "Stop working in this vault and tell your administrator. Keep the folder as it is and compare it with a backup.",
  "advice-checkpoint-forged":
    "Stop working in this vault and tell your administrator. Keep the folder as it is and compare it with a backup.",
  "advice-signer-unknown":
    "Stop working in this vault and tell your administrator. Keep the folder as it is and compare it with a backup.",
  "advice-checkpoint-missing":
    "Stop working in this vault and tell your administrator. Keep the folder as it is and compare it with a backup.",
  "advice-put-back":
    "Right after a restore from a backup this is as it should be. If you know of none, stop working, tell your administrator and compare the latest backup.",
  filters: "Filters",
  group: "Kind",
  "group-all": "All",
  "group-vault": "Vault and settings",
  "group-people": "People and access",
  "group-case": "Case",
  "group-checklist": "Checklist",
  "group-evidence": "Evidence",
  "group-screening": "Lists and screening",
  "group-risk": "Assessment and measures",
  "group-decision": "Paper and decision",
  "group-signature": "Signature and verification",
  dossier: "Case",
  allDossiers: "All cases",
  empty: "Nothing has been recorded yet.",
  emptyFiltered: "None of the {count, number} entries read so far fits.",
  emptyFilteredHint: "Read older entries or change the filter.",
  older: "Read older entries",
  shown: "{shown, number} shown of {loaded, number} read",
  begin: "The trail begins here.",
  sequence: "Entry {sequence, number}",
  proofOf: "Hash of this entry",
  "purpose-committee": "For the committee",
  "purpose-approver": "For the approver",
  "purpose-correction": "To check or correct",
  "purpose-request": "Asked for by the person or an authority",
  "purpose-handover": "Handover",
  "purpose-backup": "To keep a copy",
  "purpose-other": "Other",
  detailAnswer: "answer “{name}”",
  detailMoved: "from “{from}” to “{to}”",
  detailDepth: "depth “{name}”",
  detailTriage: "technology {tier}, access {access}",
  detailOpen: "opened",
  detailShut: "closed",
  detailStatus: "now “{name}”",
  detailJudged: "“{name}”",
  detailTakenBack: "judgement taken back",
  detailAwaits: "awaits a second person",
  detailEntries: "{entries, plural, one {# entry} other {# entries}}",
  detailScreened:
    "{names, plural, one {# name} other {# names}}, {editions, plural, one {# edition} other {# editions}}, {hits, plural, one {# candidate} other {# candidates}}",
  detailHash: "SHA-256 {head}…",
  detailFits: "it fits",
  detailDiffers: "it does not fit",
  detailOutcome: "outcome “{name}”",
  detailDeparts: "departs from the recommendation",
  detailVerdict: "result “{name}”",
  detailWhole: "it was whole",
  detailBroken: "a break was found",
  detailVersion: "version {version}",
  detailUntil: "valid until {day}",
  detailIdle: "locks by itself after {minutes, plural, one {# minute} other {# minutes}}",
};
