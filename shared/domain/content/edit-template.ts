import type { Bilingual } from "./bilingual.ts";
import { allItemsOf } from "./check-template.ts";
import type { HiddenItem, TemplateFile, TemplateItem, TemplateSection } from "./template.ts";
import type { TemplateKind } from "./vocabulary.ts";

/** A template as the editor changes it; every edit gives a new one and leaves the old as it is. */
type File = TemplateFile;

function withHidden(file: File, sections: TemplateSection[], hidden: readonly HiddenItem[]): File {
  const { hidden: _before, ...rest } = file;
  // Left out when empty, so that a copy from which nothing is hidden has the same text as one that never hid anything.
  return hidden.length === 0 ? { ...rest, sections } : { ...rest, sections, hidden: [...hidden] };
}

function clamp(at: number, length: number): number {
  return Math.max(0, Math.min(at, length));
}

/** Takes an item out of what is asked; a section that loses its last item goes with it. */
export function hideItem(file: File, itemId: string): File {
  const sectionAt = file.sections.findIndex((one) => one.items.some((item) => item.id === itemId));
  const section = file.sections[sectionAt];
  const at = section?.items.findIndex((item) => item.id === itemId) ?? -1;
  const item = section?.items[at];
  // The last item of the last section stays: a checklist asks something.
  if (section === undefined || item === undefined || (file.sections.length === 1 && section.items.length === 1))
    return file;
  const place: HiddenItem = { section: { id: section.id, title: section.title, at: sectionAt }, at, item };
  const rest = section.items.filter((one) => one.id !== itemId);
  const sections = file.sections.flatMap((one) =>
    one.id !== section.id ? [one] : rest.length === 0 ? [] : [{ ...one, items: rest }],
  );
  return withHidden(file, sections, [...(file.hidden ?? []), place]);
}

/** Brings a hidden item back where it stood, as far as its neighbours are still there. */
export function showItem(file: File, itemId: string): File {
  const hidden = file.hidden?.find((one) => one.item.id === itemId);
  if (hidden === undefined) return file;
  const rest = (file.hidden ?? []).filter((one) => one.item.id !== itemId);
  const isThere = file.sections.some((section) => section.id === hidden.section.id);
  const sections = isThere
    ? file.sections.map((section) =>
        section.id === hidden.section.id
          ? { ...section, items: section.items.toSpliced(clamp(hidden.at, section.items.length), 0, hidden.item) }
          : section,
      )
    : file.sections.toSpliced(clamp(hidden.section.at, file.sections.length), 0, {
        id: hidden.section.id,
        title: hidden.section.title,
        items: [hidden.item],
      });
  return withHidden(file, sections, rest);
}

/** Hides every item of a section, as far as something is left to ask. */
export function hideSection(file: File, sectionId: string): File {
  const section = file.sections.find((one) => one.id === sectionId);
  if (section === undefined || file.sections.length === 1) return file;
  // From the last to the first, so that each keeps the place it had.
  return section.items.toReversed().reduce((next, item) => hideItem(next, item.id), file);
}

/** Replaces an item, shown or hidden, by this one of the same id. */
export function changeItem(file: File, item: TemplateItem): File {
  const sections = file.sections.map((section) => ({
    ...section,
    items: section.items.map((one) => (one.id === item.id ? item : one)),
  }));
  const hidden = (file.hidden ?? []).map((one) => (one.item.id === item.id ? { ...one, item } : one));
  return withHidden(file, sections, hidden);
}

/** Puts an item one place up or down, over the border of its section where it stands at the edge. */
export function moveItem(file: File, itemId: string, by: -1 | 1): File {
  const sectionAt = file.sections.findIndex((one) => one.items.some((item) => item.id === itemId));
  const section = file.sections[sectionAt];
  const at = section?.items.findIndex((item) => item.id === itemId) ?? -1;
  const item = section?.items[at];
  if (section === undefined || item === undefined) return file;
  const target = at + by;
  if (target >= 0 && target < section.items.length)
    return withItems(file, section.id, section.items.toSpliced(at, 1).toSpliced(target, 0, item));
  const neighbour = file.sections[sectionAt + by];
  // A section does not go empty by a move.
  if (neighbour === undefined || section.items.length === 1) return file;
  const moved = by === 1 ? [item, ...neighbour.items] : [...neighbour.items, item];
  return withItems(withItems(file, section.id, section.items.toSpliced(at, 1)), neighbour.id, moved);
}

function withItems(file: File, sectionId: string, items: TemplateItem[]): File {
  return { ...file, sections: file.sections.map((one) => (one.id === sectionId ? { ...one, items } : one)) };
}

/** Puts a section one place up or down. */
export function moveSection(file: File, sectionId: string, by: -1 | 1): File {
  const at = file.sections.findIndex((one) => one.id === sectionId);
  const section = file.sections[at];
  if (section === undefined || at + by < 0 || at + by >= file.sections.length) return file;
  return { ...file, sections: file.sections.toSpliced(at, 1).toSpliced(at + by, 0, section) };
}

/** Gives a section another title. */
export function renameSection(file: File, sectionId: string, title: Bilingual): File {
  return { ...file, sections: file.sections.map((one) => (one.id === sectionId ? { ...one, title } : one)) };
}

/** Adds an item at the end of a section. */
export function addItem(file: File, sectionId: string, item: TemplateItem): File {
  const section = file.sections.find((one) => one.id === sectionId);
  return section === undefined ? file : withItems(file, sectionId, [...section.items, item]);
}

/** Adds a section at the end. */
export function addSection(file: File, section: TemplateSection): File {
  return { ...file, sections: [...file.sections, section] };
}

/** Takes an item out for good; for items of the office's own alone, a built-in item is hidden. */
export function removeItem(file: File, itemId: string): File {
  const hidden = (file.hidden ?? []).filter((one) => one.item.id !== itemId);
  const sections = file.sections
    .map((section) => ({ ...section, items: section.items.filter((item) => item.id !== itemId) }))
    .filter((section) => section.items.length > 0);
  return sections.length === 0 ? file : withHidden(file, sections, hidden);
}

const letters: Readonly<Record<TemplateKind, string>> = {
  person: "P",
  institution: "I",
  company: "C",
  "self-check": "S",
};

/** An id that no item or section of the taken ones has: `P-X1`, `P-X2` and so on. */
export function freeId(kind: TemplateKind, taken: Iterable<string>, mark: "X" | "Y"): string {
  const prefix = `${letters[kind]}-${mark}`;
  const numbers = [...taken]
    .filter((id) => id.startsWith(prefix))
    .map((id) => Number(id.slice(prefix.length)))
    .filter((number) => Number.isSafeInteger(number));
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

const nothing: Bilingual = { ja: "", en: "" };

/** A new item with nothing written yet; in a self-check it counts under the point of its neighbours. */
export function blankItem(file: File, id: string, sectionId: string): TemplateItem {
  const neighbour = file.sections.find((one) => one.id === sectionId)?.items[0] ?? allItemsOf(file)[0];
  const point = file.kind === "self-check" ? neighbour?.taskForce?.point : undefined;
  const look = { sources: [], text: nothing };
  return {
    id,
    requiredFrom: "standard",
    key: false,
    question: nothing,
    why: nothing,
    howFar: { light: look, standard: look, enhanced: look },
    stopRule: nothing,
    evidence: [],
    factors: { primary: [], supporting: [] },
    externalRef: [],
    ...(point === undefined ? {} : { taskForce: { point, origin: "added" as const } }),
  };
}
