import type { AuditDetails, AuditEntry } from "../domain/audit.ts";
import type { Namer } from "../domain/content/names.ts";
import { isTextKey, type Text } from "./text.ts";

/** What sentences are made with. */
export interface EventSpeaker {
  readonly text: Text;
  /** Names of words of the content; an id it does not know is shown as it is. */
  readonly nameOf: Namer;
}

/** What an older entry may lack is said with a dash, never with a failure: the trail is read for years. */
const absent = { item: "–", parts: "–", number: "–", gate: "–", measure: "–", version: "–" };

/** The sentence for an entry. */
export function eventSentence({ text }: EventSpeaker, { kind, details }: AuditEntry): string {
  const plain = Object.entries(details).map(([name, value]): [string, string | number] => [
    name,
    typeof value === "boolean" ? String(value) : value,
  ]);
  return text(`audit.${kind}`, { ...absent, ...Object.fromEntries(plain) });
}

/** What else the entry says, each as a few words. */
export function eventDetails(speaker: EventSpeaker, entry: AuditEntry): string[] {
  // Of a restricted case the trail keeps ids and states; a missing detail must not be read as a negative one.
  const own =
    entry.details["restricted"] === true
      ? [
          entry.kind === "dossier-moved" ? moved(speaker.text, entry.details) : undefined,
          speaker.text("trail.detailRestricted"),
        ]
      : detailsOf(speaker, entry);
  return [...own, ...proofDetails(speaker.text, entry)].filter((words) => words !== undefined);
}

type Words = string | undefined;

function archived(text: Text, details: AuditDetails): Words {
  return details["current"] === false ? text("trail.detailArchive") : undefined;
}

function detailsOf(speaker: EventSpeaker, { kind, details }: AuditEntry): Words[] {
  const { text } = speaker;
  const name = (word: string, field: string): Words => nameIn(speaker, { word, id: details[field] });
  const hash = (field: string): Words => hashIn(text, details[field]);
  switch (kind) {
    case "answer-recorded":
      return [said(name("answer", "answer"), (words) => text("trail.detailAnswer", { name: words }))];
    case "dossier-changed":
      return [said(name("depth", "depth"), (words) => text("trail.detailDepth", { name: words }))];
    case "dossier-moved":
      return [moved(text, details)];
    case "triage-changed":
      return [
        text("trail.detailTriage", { tier: String(details["tier"] ?? "–"), access: String(details["access"] ?? "–") }),
        said(name("depth", "depth"), (words) => text("trail.detailDepth", { name: words })),
      ];
    case "evidence-checked":
      return [text(details["integrity"] === "intact" ? "trail.detailFits" : "trail.detailDiffers")];
    case "evidence-added":
    case "evidence-removed":
    case "evidence-exported":
      return [hash("sha256")];
    case "list-imported":
      return [counted(text, details, "entries"), hash("sha256"), archived(text, details)];
    case "screening-run":
    case "hit-judged":
    case "hit-confirmed":
    case "rescreened":
      return screeningDetails(speaker, { kind, details });
    case "gate-set":
      return [text(details["open"] === true ? "trail.detailOpen" : "trail.detailShut")];
    case "measure-set":
      return [
        said(name("measure", "measure"), (words) => words),
        said(name("status", "status"), (words) => text("trail.detailStatus", { name: words })),
      ];
    case "measure-removed":
      return [name("measure", "measure")];
    case "decision-recorded":
      return [
        said(name("recommendation", "outcome"), (words) => text("trail.detailOutcome", { name: words })),
        details["departs"] === true ? text("trail.detailDeparts") : undefined,
        hash("snapshot"),
      ];
    case "report-signed":
    case "report-countersigned":
    case "report-exported":
      return [text("trail.detailVersion", { version: String(details["version"] ?? "–") }), hash("file")];
    case "identity-created":
    case "identity-imported":
      return [said(textIn(details["until"]), (day) => text("trail.detailUntil", { day })), hash("fingerprint")];
    case "pdf-verified":
      return [verified(text, details["verdict"]), hash("file")];
    case "cases-searched":
      return [
        typeof details["cases"] === "number" ? text("trail.detailFound", { count: details["cases"] }) : undefined,
      ];
    case "settings-changed":
      return [idle(text, details["idleMinutes"])];
    default:
      return [];
  }
}

/** What entries about exports, refusals and the trail itself say. */
function proofDetails(text: Text, { kind, details }: AuditEntry): Words[] {
  const purpose = named(text, "trail.purpose", details["purpose"]);
  const why = said(purpose, (name) => text("trail.detailPurpose", { name }));
  switch (kind) {
    case "trail-checked":
      return [text(details["verdict"] === "whole" ? "trail.detailWhole" : "trail.detailBroken")];
    case "unlock-failed":
      return [
        typeof details["count"] === "number" ? text("trail.detailAttempts", { count: details["count"] }) : undefined,
      ];
    case "call-refused":
      return [refused(text, details)];
    case "reauth-failed":
      return [areaOf(text, details["area"])];
    case "trail-behind-anchor":
      return [behind(text, details)];
    case "trail-key-made":
      return [hashIn(text, details["fingerprint"])];
    case "case-list-exported":
      return [why, counted(text, details, "entries")];
    case "trail-exported":
      return [why, textIn(details["format"])?.toUpperCase(), hashIn(text, details["file"])];
    default:
      return [why];
  }
}

/** The word of the catalogue for a code; undefined for a code it does not know. */
function named(text: Text, area: "trail.purpose" | "trail.anchor", code: Detail): Words {
  const key = `${area}-${String(code)}`;
  return isTextKey(key) ? text(key) : undefined;
}

/** The part of the app that asked, where it has a name that people know. */
function areaOf(text: Text, area: Detail): Words {
  const key = `trail.area-${String(area)}`;
  return isTextKey(key) ? text(key) : textIn(area);
}

function refused(text: Text, { call, code }: AuditDetails): Words {
  return code === "wrong-passphrase" ? text("trail.detailWrongPassphrase") : textIn(call);
}

function behind(text: Text, { anchor, expected, count }: AuditDetails): Words {
  if (typeof expected !== "number" || typeof count !== "number") return undefined;
  return text("trail.detailBehind", { name: named(text, "trail.anchor", anchor) ?? "–", expected, count });
}

type Detail = AuditDetails[string] | undefined;

function textIn(value: Detail): Words {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function said(words: Words, say: (words: string) => string): Words {
  return words === undefined ? undefined : say(words);
}

function nameIn({ nameOf }: EventSpeaker, { word, id }: { word: string; id: Detail }): Words {
  const known = textIn(id);
  if (known === undefined) return undefined;
  try {
    return nameOf(word, known);
  } catch {
    // Words of an older edition of the content are no longer named; the id still says which.
    return known;
  }
}

/** Enough of a hash to tell two apart by eye. */
const hashLetters = 12;

function hashIn(text: Text, value: Detail): Words {
  return said(textIn(value), (hash) => text("trail.detailHash", { head: hash.slice(0, hashLetters) }));
}

function moved(text: Text, details: AuditDetails): Words {
  const state = (value: Detail): string => {
    const key = `dossier.state-${String(value)}`;
    return isTextKey(key) ? text(key) : String(value ?? "–");
  };
  return text("trail.detailMoved", { from: state(details["from"]), to: state(details["to"]) });
}

function counted(text: Text, details: AuditDetails, field: "entries"): Words {
  const count = details[field];
  return typeof count === "number" ? text("trail.detailEntries", { entries: count }) : undefined;
}

function screened(text: Text, details: AuditDetails): Words {
  const { names, editions, hits } = details;
  if (typeof names !== "number" || typeof editions !== "number" || typeof hits !== "number") return undefined;
  return text("trail.detailScreened", { names, editions, hits });
}

function judged(speaker: EventSpeaker, details: AuditDetails): Words {
  if (details["verdict"] === "taken-back") return speaker.text("trail.detailTakenBack");
  const name = nameIn(speaker, { word: "disposition", id: details["verdict"] });
  return said(name, (words) => speaker.text("trail.detailJudged", { name: words }));
}

function verified(text: Text, verdict: Detail): Words {
  const key = `verification.verdict.${String(verdict)}`;
  return isTextKey(key) ? text("trail.detailVerdict", { name: text(key) }) : undefined;
}

function screeningDetails(speaker: EventSpeaker, { kind, details }: Pick<AuditEntry, "kind" | "details">): Words[] {
  const { text } = speaker;
  switch (kind) {
    case "hit-judged":
      return [judged(speaker, details), details["awaits"] === true ? text("trail.detailAwaits") : undefined];
    case "hit-confirmed":
      return [
        judged(speaker, details),
        text(details["agrees"] === true ? "trail.detailAgrees" : "trail.detailDisagrees"),
      ];
    default:
      return [screened(text, details), differing(text, details)];
  }
}

function differing(text: Text, { added, gone, changed }: AuditDetails): Words {
  return typeof added === "number" && typeof gone === "number" && typeof changed === "number"
    ? text("trail.detailDiffering", { added, gone, changed })
    : undefined;
}

function idle(text: Text, minutes: Detail): Words {
  return typeof minutes === "number" ? text("trail.detailIdle", { minutes }) : undefined;
}
