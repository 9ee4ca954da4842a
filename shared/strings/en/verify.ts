import type { verify as ja } from "../ja/verify.ts";

/** The page on which signed papers from anywhere are verified; the verifier's own sentences are in another area. */
export const verify: Record<keyof typeof ja, string> = {
  title: "Verify signatures",
  lead: "Verifies the signatures of a paper you received, also one signed in another vault. The file is not changed.",
  choose: "Choose a PDF to verify",
  chooseAnother: "Verify another PDF",
  none: "Choose a PDF to verify",
  noneHint: "You get one word, the reasons for it, and a list of what was checked.",
  busy: "Verifying the signatures",
  busyHint: "The pages are made again from their data and compared, which takes some seconds.",
  reasons: "Reasons",
  otherReason: "A reason this version does not know ({code}). Tell your administrator.",
  file: "The file",
  fileName: "File name",
  fileSize: "Size",
  fileHash: "SHA-256",
  signatures: "Signatures",
  noSignatures: "There is no signature.",
  signer: "Signer",
  noName: "No name given",
  fingerprint: "Fingerprint of the certificate",
  claimedAt: "Time of signing",
  noTime: "No time given",
  "role-reviewer": "Signature of the author",
  "role-approver": "Signature of the approver",
  "role-chair": "Signature of the chair",
  roleOther: "Signature field “{field}”",
  trailCheck: "Agreement with the trail",
  "trail-agrees": "The end of the trail printed in the paper agrees with this vault's trail.",
  "trail-behind":
    "The paper was signed in this vault, but the vault's trail no longer reaches the end printed in it. The trail may have been cut, or an older vault put in its place. Stop working and tell the administrator.",
  "trail-differs":
    "The paper was signed in this vault, but the vault's trail differs from the end printed in it. The trail may have been rewritten, or an older vault put in its place. Stop working and tell the administrator.",
  "trail-other-vault":
    "Not compared: this vault keeps no such signed paper. If the paper should be from here, check on the trail page whether the vault was put back to an older state.",
  checks: "What was checked",
  checksLead: "One failure makes the paper invalid. “Not checked” could not be settled on this machine alone.",
  next: "What to do",
  "next-valid": "You can use the paper as the signers signed it.",
  "next-indeterminate":
    "Confirm the fingerprint of the certificate with the signer, by telephone for example. Do not trust the signer before that.",
  "next-invalid": "Ask the sender for the right file. Keep this one as evidence.",
  "next-unsigned": "Ask the sender whether there is a signed version.",
};
