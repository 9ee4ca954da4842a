import { assertNever } from "../../../shared/assert.ts";
import type { Bilingual } from "../../../shared/domain/content/bilingual.ts";
import type { ShownLeaf } from "../../../shared/domain/content/shown-when.ts";
import { nameOf, type Vocabulary } from "../../../shared/domain/content/vocabulary.ts";
import type { ShownReason } from "../../../shared/domain/visibility.ts";
import type { Text } from "../../../shared/strings/text.ts";

/** What the words of a condition are made with. */
export interface ShownSpeaker {
  readonly text: Text;
  readonly pick: (words: Bilingual) => string;
  readonly vocabulary: Vocabulary;
}

/** A condition as one phrase, with what was found beside each part. */
export function shownPhrase(reason: ShownReason, speaker: ShownSpeaker): string {
  const { text } = speaker;
  switch (reason.kind) {
    case "leaf":
      return leafPhrase(reason, speaker);
    case "not":
      return text("checklist.shownNot", { part: shownPhrase(reason.part, speaker) });
    case "all":
    case "any":
      return reason.parts
        .map((part) =>
          part.kind === "leaf"
            ? shownPhrase(part, speaker)
            : text("checklist.shownGroup", { part: shownPhrase(part, speaker) }),
        )
        .join(text(reason.kind === "all" ? "checklist.shownAnd" : "checklist.shownOr"));
    default:
      return assertNever(reason);
  }
}

function leafPhrase({ leaf, actual }: Extract<ShownReason, { kind: "leaf" }>, speaker: ShownSpeaker): string {
  const { text } = speaker;
  const list = (ids: readonly string[]): string =>
    ids.length === 0
      ? text("checklist.shownUnset")
      : ids.map((id) => wordOf(leaf, id, speaker)).join(text("checklist.listMark"));
  const now = list(actual);
  if ("item" in leaf) return text("checklist.shownAnswer", { item: leaf.item, expected: list(leaf.answerIn), now });
  if ("depthFrom" in leaf) return text("checklist.shownDepth", { expected: list([leaf.depthFrom]), now });
  if ("techTier" in leaf) return text("checklist.shownTier", { expected: list(leaf.techTier), now });
  if ("access" in leaf) return text("checklist.shownAccess", { expected: list(leaf.access), now });
  if ("trigger" in leaf) return text("checklist.shownTrigger", { expected: list(leaf.trigger), now });
  return text("checklist.shownKind", { expected: list(leaf.kind), now });
}

/** The name of a word, or the id itself where the vocabulary has none: a template of the office's own stays readable. */
function wordOf(leaf: ShownLeaf, id: string, { text, pick, vocabulary }: ShownSpeaker): string {
  if ("item" in leaf) {
    const entries = [...vocabulary.answersRisk, ...vocabulary.answersSelfCheck];
    const entry = entries.find((one) => one.id === id);
    return entry === undefined ? id : pick(entry.name);
  }
  if ("depthFrom" in leaf) return pick(nameOf(vocabulary, "depths", id));
  if ("trigger" in leaf) return pick(nameOf(vocabulary, "triggers", id));
  return "kind" in leaf ? kindName(id, text) : id;
}

function kindName(id: string, text: Text): string {
  switch (id) {
    case "person":
    case "institution":
    case "company":
    case "self-check":
      return text(`dossier.kind-${id}`);
    default:
      return id;
  }
}
