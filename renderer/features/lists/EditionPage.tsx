import { type ReactNode, useState } from "react";
import { type EntryLine, entryWindow } from "../../../shared/domain/list-editions.ts";
import type { Edition } from "../../../shared/domain/screening.ts";
import { host } from "../../host.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { WindowedList } from "../../ui/WindowedList.tsx";
import { EntryDialog } from "./EntryDialog.tsx";
import { EntryHead } from "./EntryText.tsx";
import css from "./lists.module.css";
import { useWindows } from "./use-windows.ts";

/** What an edition holds: its entries to be searched, and each of them whole. */
export function EditionPage({ edition, onBack }: { edition: Edition; onBack: () => void }): ReactNode {
  const text = useText();
  const [sought, setSought] = useState("");
  const [open, setOpen] = useState<EntryLine>();
  const side = { editionId: edition.id };
  const windows = useWindows(sought, (after) => host.lists.entries({ side, text: sought, after, limit: entryWindow }));
  return (
    <Page
      title={<bdi>{edition.title}</bdi>}
      lead={text("lists.editionLead", { edition: edition.edition, count: edition.entries })}
      width="wide"
      actions={<Button onPress={onBack}>{text("lists.back")}</Button>}
    >
      <TextField
        label={text("lists.search")}
        type="search"
        value={sought}
        onChange={setSought}
        maxLength={200}
        autoFocus
      />
      {windows.fault !== undefined && <Banner tone="error" title={faultText(text, windows.fault)} isLive />}
      <p className={css["quiet"]} role="status">
        {foundWords(text, windows)}
      </p>
      <WindowedList
        rows={windows.rows}
        rowKey={(line) => line.content}
        guessPx={44}
        className={css["list"]}
        isWhole={windows.isWhole}
        onNearEnd={windows.more}
      >
        {(line) => (
          <button type="button" className={css["row"]} onClick={() => setOpen(line)}>
            <EntryHead line={line} />
          </button>
        )}
      </WindowedList>
      {open !== undefined && <EntryDialog side={side} line={open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

/** How many were found, or that the search goes on. */
export function foundWords(
  text: ReturnType<typeof useText>,
  { rows, isWhole, isBusy }: { rows: readonly unknown[]; isWhole: boolean; isBusy: boolean },
): string {
  if (isBusy && rows.length === 0) return text("lists.searching");
  if (rows.length === 0) return text("lists.nothingFound");
  return text(isWhole ? "lists.found" : "lists.foundSoFar", { count: rows.length });
}
