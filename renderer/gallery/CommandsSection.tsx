import { type ReactNode, useEffect, useState } from "react";
import { CommandPalette, type PaletteEntry } from "../app/CommandPalette.tsx";
import { listenForKeys } from "../app/commands.ts";
import { ShortcutSheet } from "../app/ShortcutSheet.tsx";
import { appCommands, matchesQuery } from "../app/shortcuts.ts";
import { type Command, offeredCommands, useOfferCommands } from "../stores/command-store.ts";
import { useCompositionGuard } from "../ui/composition-events.ts";
import { TextField } from "../ui/TextField.tsx";
import { Section } from "./Section.tsx";
import { people, type Say } from "./samples.ts";

/** Commands by key, the sheet and the palette; what ran is written out so that tests can read it. */
export function CommandsSection({ say }: { say: Say }): ReactNode {
  const [ran, setRan] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<"palette" | "sheet" | undefined>(undefined);
  const record = (id: string) => (): void => setRan((before) => [...before, id]);
  const here: readonly Command[] = [
    {
      id: "item.next",
      titleKey: "shortcuts.nextItem",
      keys: ["J", "ArrowDown"],
      run: record("next"),
      isRepeatable: true,
    },
    { id: "item.previous", titleKey: "shortcuts.previousItem", keys: ["K", "ArrowUp"], run: record("previous") },
    { id: "item.answer", titleKey: "shortcuts.answer", titleArgs: { number: 1 }, keys: ["1"], run: record("answer") },
    { id: "item.open", titleKey: "shortcuts.nextOpen", keys: ["Ctrl+Enter"], run: record("next-open") },
    { id: "item.defer", titleKey: "shortcuts.defer", keys: ["D"], when: () => false, run: record("defer") },
  ];
  useOfferCommands(here);
  const [everywhere] = useState(() =>
    appCommands({
      openPalette: () => setOpen("palette"),
      openSheet: () => setOpen("sheet"),
      lock: record("lock"),
      search: record("search"),
      undo: record("undo"),
      canUndo: () => true,
    }),
  );
  useEffect(() => listenForKeys(window, () => [...offeredCommands(), ...everywhere]), [everywhere]);
  const [query, setQuery] = useState("");
  const composition = useCompositionGuard();
  const found = people.filter(({ name, reading }) => matchesQuery(`${name} ${reading ?? ""}`, query));
  const cases: readonly PaletteEntry[] = found.map((person) => ({
    id: person.id,
    title: person.name,
    detail: person.reading,
    run: record(`case ${person.id}`),
  }));
  const close = (): void => {
    setOpen(undefined);
    setQuery("");
  };
  return (
    <Section id="commands" title="Commands">
      <TextField label={say("キーを受けない欄", "A field that keeps its keys")} value="" onChange={() => undefined} />
      <output data-testid="ran">{ran.join(" ")}</output>
      <ShortcutSheet isOpen={open === "sheet"} onClose={close} here={here} everywhere={everywhere} />
      <CommandPalette
        isOpen={open === "palette"}
        onClose={close}
        commands={[...here, ...everywhere]}
        query={query}
        onQuery={setQuery}
        composition={composition}
        sections={[{ id: "cases", heading: "Cases", entries: cases }]}
      />
    </Section>
  );
}
