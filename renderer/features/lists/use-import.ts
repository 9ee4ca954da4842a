import { useState } from "react";
import {
  type ColumnMapping,
  countedLayouts,
  type ImportPreview,
  type ImportTrial,
  type ListLayout,
} from "../../../shared/domain/screening.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { useText } from "../../stores/text.ts";
import { type DetailsDraft, detailsOf, startingDetails } from "./edition-details.ts";
import { importProblem } from "./import-problem.ts";

/** A begun import as the page works on it. */
export interface ImportWork {
  readonly layout: ListLayout;
  readonly mapping: ColumnMapping;
  readonly details: DetailsDraft;
  readonly trial: ImportTrial | undefined;
  readonly isBusy: boolean;
  readonly problem: string | undefined;
  setLayout(layout: ListLayout): void;
  setMapping(mapping: ColumnMapping): void;
  setDetails(details: DetailsDraft): void;
  /** Kept without being used. */
  readonly archive: boolean;
  /** The figure that the publisher announced, as typed; asked for where rows are told from a printed page. */
  readonly announced: string;
  setAnnounced(announced: string): void;
  setArchive(archive: boolean): void;
  /** Reads the whole file; nothing is stored. */
  tryWhole(): Promise<void>;
  /** Stores the tried file as an edition and ends the import. */
  store(): Promise<void>;
  leave(): void;
}

/** Keeps the state of one import. A trial speaks of the layout, columns and title it was made with, and falls with them. */
export function useImport(preview: ImportPreview, onEnd: () => void): ImportWork {
  const text = useText();
  const { importId } = preview;
  const [layout, setLayout] = useState<ListLayout>(preview.layout);
  const [mapping, setMapping] = useState<ColumnMapping>(preview.mapping);
  const [details, setDetails] = useState<DetailsDraft>(() => startingDetails(preview, text));
  const [archive, setArchive] = useState(false);
  const [announced, setAnnounced] = useState("");
  const [trial, setTrial] = useState<ImportTrial>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  return {
    layout,
    mapping,
    details,
    archive,
    setArchive,
    announced,
    setAnnounced: (next) => {
      setAnnounced(next);
      setTrial(undefined);
    },
    trial,
    isBusy,
    problem,
    setLayout: (next) => {
      setLayout(next);
      setTrial(undefined);
    },
    setMapping: (next) => {
      setMapping(next);
      setTrial(undefined);
    },
    setDetails: (next) => {
      if (next.title !== details.title) setTrial(undefined);
      setDetails(next);
    },
    tryWhole: async () => {
      setBusy(true);
      setProblem(undefined);
      const figure = Number(announced.normalize("NFKC").replaceAll(",", ""));
      const announcedRows = isCounted(layout) && Number.isInteger(figure) && figure > 0 ? figure : null;
      const tried = await host.screening.tryImport({
        importId,
        layout,
        mapping,
        title: details.title.trim(),
        announcedRows,
      });
      setBusy(false);
      if (tried.ok) setTrial(tried.value);
      else if (tried.error.code !== "cancelled") setProblem(importProblem(text, tried.error));
    },
    store: async () => {
      setBusy(true);
      const stored = await host.screening.finishImport({ importId, details: detailsOf(details), archive });
      setBusy(false);
      if (!stored.ok) {
        setProblem(importProblem(text, stored.error));
        return;
      }
      notify({ tone: "success", text: text("lists.stored", { count: stored.value.entries }) });
      onEnd();
    },
    leave: () => {
      void host.screening.dropImport({ importId });
      onEnd();
    },
  };
}

/** Whether entries of this layout are told from a printed page, so that a person compares their number. */
export function isCounted(layout: ListLayout): boolean {
  return countedLayouts.includes(layout);
}
