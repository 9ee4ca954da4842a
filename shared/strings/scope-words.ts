import type { Vocabulary } from "../domain/content/vocabulary.ts";
import { nameOf, type WordList } from "../domain/content/vocabulary.ts";
import type { ScopeLook, ScopeRecord } from "../domain/scope.ts";
import { scopeTextLimit } from "../domain/scope.ts";
import { createText, type Locale, type Text } from "./text.ts";

/** How many negative searches, items or sources one sentence names; the table beside it has them all. */
const namedAtMost = 12;

interface Speaker {
  readonly text: Text;
  readonly name: (list: WordList, id: string) => string;
  /** Joins with the language's own mark, naming at most so many. */
  readonly list: (parts: readonly string[]) => string;
}

function speakerOf(vocabulary: Vocabulary, locale: Locale): Speaker {
  const text = createText(locale);
  return {
    text,
    name: (list, id) => nameOf(vocabulary, list, id)[locale],
    list: (parts) => {
      const named = parts.slice(0, namedAtMost);
      const rest = parts.length - named.length;
      return [...named, ...(rest > 0 ? [text("scope.more", { count: rest })] : [])].join(text("scope.listMark"));
    },
  };
}

/**
 * The paragraph on scope and limits in one language: what was looked at with what it brought, what could not be confirmed
 * and why, and what is still open. Every sentence is read off the record; lists too long for a sentence are cut with a count.
 */
export function scopeParagraph(record: ScopeRecord, vocabulary: Vocabulary, locale: Locale): string {
  const speaker = speakerOf(vocabulary, locale);
  const sentences = [
    depthSentence(record, speaker),
    ...lookSentences(record, speaker),
    ...limitSentences(record, speaker),
    speaker.text("scope.close"),
  ];
  return cut(sentences.join(locale === "ja" ? "" : " "));
}

/** No record makes a paragraph longer than one may write; a very long name cannot break the rule. */
function cut(words: string): string {
  return words.length <= scopeTextLimit ? words : `${words.slice(0, scopeTextLimit - 1).toWellFormed()}…`;
}

function depthSentence(record: ScopeRecord, { text, name }: Speaker): string {
  const { lookbackYears, required, answered } = record;
  return text("scope.depth", {
    depth: name("depths", record.depth),
    years: lookbackYears === null ? text("scope.lookbackWhole") : text("scope.lookback", { years: lookbackYears }),
    required,
    answered,
  });
}

function lookSentences({ looks }: ScopeRecord, speaker: Speaker): string[] {
  const { text, name, list } = speaker;
  const opened = looks.filter((look) => look.result !== "unavailable");
  const shut = looks.filter((look) => look.result === "unavailable");
  const negatives = looks.filter((look) => look.result === "nothing");
  const run = looks.filter((look) => look.basis === "run").length;
  const kinds = [...new Set(opened.map((look) => look.sourceType))].map((kind) => {
    const of = opened.filter((look) => look.sourceType === kind);
    const nothing = of.filter((look) => look.result === "nothing").length;
    const args = { source: name("sourceTypes", kind), count: of.length, nothing };
    return text(nothing > 0 ? "scope.look" : "scope.lookFound", args);
  });
  return [
    kinds.length === 0 ? text("scope.looksNone") : text("scope.looks", { list: list(kinds) }),
    ...(run > 0 ? [text("scope.run", { count: run })] : []),
    ...(negatives.length > 0
      ? [text("scope.negatives", { list: list(negatives.map((look) => lookWords(look, speaker))) })]
      : []),
    ...(shut.length > 0
      ? [text("scope.unavailable", { list: list(shut.map((look) => lookWords(look, speaker))) })]
      : []),
  ];
}

/** Characters of a name or a query that a sentence has room for; the table has them whole. */
const detailLimit = 40;

function lookWords(look: ScopeLook, { text, name }: Speaker): string {
  const parts = [look.name, look.query, look.edition, look.lookedOn ?? ""].map(shortened).filter((part) => part !== "");
  const details = parts.length === 0 ? "" : text("scope.details", { parts: parts.join(text("scope.listMark")) });
  return text("scope.negative", { source: name("sourceTypes", look.sourceType), details });
}

function shortened(words: string): string {
  const plain = words.replaceAll(/\s+/gu, " ").trim();
  if (plain.length <= detailLimit) return plain;
  // Whole characters with their variation selectors: a cut name must not become another one.
  const clusters = [...new Intl.Segmenter("ja", { granularity: "grapheme" }).segment(plain)].map((one) => one.segment);
  return clusters.length <= detailLimit ? plain : `${clusters.slice(0, detailLimit - 1).join("")}…`;
}

function limitSentences(record: ScopeRecord, { text, name, list }: Speaker): string[] {
  const say = (key: Parameters<Text>[0], parts: readonly string[]): string[] =>
    parts.length === 0 ? [] : [text(key, { list: list(parts) })];
  const stopped = (rule: ScopeRecord["stopped"][number]["rule"]): string[] =>
    record.stopped
      .filter((one) => one.rule === rule)
      .map(({ itemId, left }) =>
        left.length === 0
          ? itemId
          : text("scope.stoppedLeft", {
              item: itemId,
              sources: left.map((source) => name("sourceTypes", source)).join(text("scope.listMark")),
            }),
      );
  const isComplete = record.open.length === 0 && record.incomplete.length === 0;
  return [
    ...say(
      "scope.unconfirmed",
      record.unconfirmed.map(({ itemId, reason }) =>
        text("scope.because", {
          item: itemId,
          reason: reason === null ? text("scope.noReason") : name("unknownReasons", reason),
        }),
      ),
    ),
    ...say("scope.stoppedTime", stopped("time")),
    ...say("scope.stoppedSaturated", stopped("saturated")),
    ...say(
      "scope.extended",
      record.extended.map(({ itemId, minutes }) => text("scope.extendedBy", { item: itemId, minutes })),
    ),
    ...say("scope.notApplicable", record.notApplicable),
    ...say("scope.awaiting", record.awaiting),
    ...say("scope.unsure", record.unsureIdentity),
    ...say("scope.hidden", record.hidden),
    ...say("scope.open", record.open),
    ...say("scope.incomplete", record.incomplete),
    ...(isComplete ? [text("scope.complete")] : []),
  ];
}
