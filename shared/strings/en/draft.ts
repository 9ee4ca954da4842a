import type { draft as ja } from "../ja/draft.ts";

/** Sentences that are drawn up for the committee paper until a person writes others. */
export const draft: Record<keyof typeof ja, string> = {
  request: "May “{title}” be handled as: {proposal}?",
  accept:
    "Within the prescribed scope the residual risk is {residual}; the work may go ahead under ordinary controls. To be approved by: {approver}.",
  mitigate:
    "Some likelihood remains for {factors}; with the listed measures the residual risk is expected to be {residual}. To proceed once the measures needed before the start are verified. To be approved by: {approver}.",
  avoid:
    "For {factors} the risk stays outside tolerance even with every available measure, so the work is not to be done. The reasons are the technology and present obligations, not nationality or any personal attribute. To be approved by: {approver}.",
  pend: "Checks that the decision needs are still open; held until they are done. In charge: {approver}.",
  escalate:
    "Beyond the reviewer's authority and referred upwards. Points at issue: {factors}. Residual risk: {residual}. To be approved by: {approver}.",
  noFactor: "no particular factor",
  outline: "{kind}. {subject}. {topic}Technology tier {tier} ({tierReason}), access {access} ({accessReason}).",
  reasonUnset: "no reason recorded",
  coverage:
    "Depth {depth}, coverage {percent}% ({checked} of {required} required items), {minutes} minutes. List editions screened: {lists}. {unknown, plural, =0 {Nothing was left unconfirmed.} other {Could not be confirmed: {items}.}} No match does not prove that there is no concern.",
  scopeSigned: "In full at the end of annex 1, signed off by {name}.",
  toBeWritten: "(to be written by the office)",
  signedAt: "Signed {at} (JST)",
  handlingClass: "Restricted to those concerned",
  officeUnset: "office not recorded",
  awaitingDecider: "not yet named",
  nameAlias: "{name} (another name of the entry; the name compared is written in: {script})",
  nameOther: "{name} (another spelling; written in: {script})",
  nameSpelled: "{name} (spelled out; written in: {script})",
  nameGeta: "{name} (〓: characters the typeface lacks, {codes})",
  nameUnseen: "{name} (invisible characters left out)",
};
