import { type ReactNode, useEffect, useState } from "react";
import { useStore } from "zustand";
import { type Command, offeredCommands } from "../stores/command-store.ts";
import { dismissNotice, noticeStore, undoLatest, undoNotice } from "../stores/notice-store.ts";
import { useRights } from "../stores/rights.ts";
import { navigate } from "../stores/route-store.ts";
import { lockNow } from "../stores/session-store.ts";
import { useText } from "../stores/text.ts";
import { useCompositionGuard } from "../ui/composition-events.ts";
import { NoticeRegion } from "../ui/NoticeRegion.tsx";
import { CommandPalette } from "./CommandPalette.tsx";
import { listenForKeys } from "./commands.ts";
import { usePaletteSections } from "./palette-sections.ts";
import { placesFor } from "./places.ts";
import { ShortcutSheet } from "./ShortcutSheet.tsx";
import { type AppActions, appCommands } from "./shortcuts.ts";

/** Keys that work on every page, the palette, the sheet of keys, and notices. */
export function Keys(): ReactNode {
  const [above, setAbove] = useState<"palette" | "sheet">();
  const everywhere = useEverywhere(setAbove);
  useEffect(() => listenForKeys(window, () => [...offeredCommands(), ...everywhere]), [everywhere]);
  const close = (): void => setAbove(undefined);
  return (
    <>
      {above === "palette" && <Palette everywhere={everywhere} onClose={close} />}
      <ShortcutSheet
        isOpen={above === "sheet"}
        onClose={close}
        here={above === "sheet" ? offeredCommands() : []}
        everywhere={everywhere}
      />
      <Notices />
    </>
  );
}

function useEverywhere(setAbove: (above: "palette" | "sheet") => void): readonly Command[] {
  const text = useText();
  const { may } = useRights();
  const actions: AppActions = {
    openPalette: () => setAbove("palette"),
    openSheet: () => setAbove("sheet"),
    lock: () => void lockNow(),
    search: () => navigate({ view: "search" }),
    undo: () => void undoLatest(),
    canUndo: () => noticeStore.getState().notices.some((notice) => notice.undo !== undefined),
  };
  const goTo = placesFor(may).map(
    (view): Command => ({
      id: `go.${view}`,
      titleKey: "shortcuts.goTo",
      titleArgs: { place: text(`frame.${view}`) },
      keys: [],
      run: () => navigate({ view }),
    }),
  );
  return [...appCommands(actions), ...goTo];
}

/** The palette leads to cases and to places in them too; what it found is forgotten when it closes. */
function Palette({ everywhere, onClose }: { everywhere: readonly Command[]; onClose: () => void }): ReactNode {
  const [query, setQuery] = useState("");
  const composition = useCompositionGuard();
  const sections = usePaletteSections(query, composition.guard.isComposing);
  return (
    <CommandPalette
      isOpen
      onClose={onClose}
      commands={[...offeredCommands(), ...everywhere]}
      query={query}
      onQuery={setQuery}
      composition={composition}
      sections={sections}
    />
  );
}

function Notices(): ReactNode {
  const notices = useStore(noticeStore, (state) => state.notices);
  return (
    <NoticeRegion
      notices={notices.map(({ undo, ...notice }) => ({ ...notice, canUndo: undo !== undefined }))}
      onDismiss={dismissNotice}
      onUndo={undoNotice}
    />
  );
}
