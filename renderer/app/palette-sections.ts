import { useEffect, useState } from "react";
import { itemsOf, type Template } from "../../shared/domain/content/template.ts";
import type { PersonView } from "../../shared/domain/people.ts";
import { host } from "../host.ts";
import { routeOf } from "../parts/search/search-target.ts";
import { useRights } from "../stores/rights.ts";
import { navigate, useRoute } from "../stores/route-store.ts";
import { usePick, useText } from "../stores/text.ts";
import type { PaletteEntry, PaletteSection } from "./CommandPalette.tsx";
import { usePaletteSearch } from "./palette-search.ts";
import { matchesQuery } from "./shortcuts.ts";

/** Items of the open case and people shown at most. */
const entryLimit = 6;

/** What the palette leads to beside commands: the whole search, cases, places in them, items of the open case, people. */
export function usePaletteSections(query: string, isComposing: () => boolean): readonly PaletteSection[] {
  const text = useText();
  const { may } = useRights();
  const groups = usePaletteSearch(query, isComposing);
  const items = useItemEntries(query);
  const people = usePeopleEntries(query);
  const isAsked = query.trim() !== "";
  const all: PaletteEntry = {
    id: "search-all",
    title: text("search.searchAll", { query: query.trim() }),
    run: () => navigate({ view: "search", query }),
  };
  const cases = groups.map(
    (group): PaletteEntry => ({
      id: `case ${group.dossierId}`,
      title: group.title,
      detail: group.number,
      run: () => navigate({ view: "dossier", dossierId: group.dossierId, page: "checklist" }),
    }),
  );
  const places = groups.flatMap((group) =>
    group.hits
      .filter(({ place }) => place !== "head")
      .map(
        (hit): PaletteEntry => ({
          id: `hit ${group.dossierId} ${hit.place} ${hit.key} ${hit.page}`,
          title: text(`search.place-${hit.place}`),
          detail: group.number,
          snippet: hit.snippet,
          run: () => navigate(routeOf(group.dossierId, hit)),
        }),
      ),
  );
  return [
    { id: "cases", heading: text("shortcuts.paletteCases"), entries: cases },
    { id: "items", heading: text("search.paletteItems"), entries: items },
    { id: "places", heading: text("search.palettePlaces"), entries: places },
    { id: "people", heading: text("frame.people"), entries: people },
    { id: "all", heading: text("search.title"), entries: isAsked && may("read-cases") ? [all] : [] },
  ];
}

/** Items of the case on screen whose number or question holds the words. */
function useItemEntries(query: string): readonly PaletteEntry[] {
  const pick = usePick();
  const route = useRoute();
  const dossierId = route.view === "dossier" ? route.dossierId : undefined;
  const [template, setTemplate] = useState<Template>();
  useEffect(() => {
    if (dossierId === undefined) return;
    void host.checklist.open({ dossierId }).then((read) => {
      if (read.ok) setTemplate(read.value.template);
    });
  }, [dossierId]);
  if (dossierId === undefined || template === undefined || query.trim() === "") return [];
  return itemsOf(template)
    .map((item) => ({ id: item.id, question: pick(item.question) }))
    .filter(({ id, question }) => matchesQuery(`${id} ${question}`, query))
    .slice(0, entryLimit)
    .map(({ id, question }) => ({
      id: `item ${id}`,
      title: question,
      detail: id,
      run: () => navigate({ view: "dossier", dossierId, page: "checklist", itemId: id }),
    }));
}

function usePeopleEntries(query: string): readonly PaletteEntry[] {
  const [people, setPeople] = useState<readonly PersonView[]>([]);
  useEffect(() => {
    void host.people.list({}).then((read) => {
      if (read.ok) setPeople(read.value.people);
    });
  }, []);
  if (query.trim() === "") return [];
  return people
    .filter(({ displayName, unit }) => matchesQuery(`${displayName} ${unit}`, query))
    .slice(0, entryLimit)
    .map((person) => ({
      id: `person ${person.id}`,
      title: person.displayName,
      detail: person.unit,
      run: () => navigate({ view: "people" }),
    }));
}
