import type { ReactNode } from "react";
import type { EditionId } from "../../../shared/domain/ids.ts";
import type { ListSide } from "../../../shared/domain/list-editions.ts";
import type { ImportNote, ImportTrial } from "../../../shared/domain/screening.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Card } from "../../ui/Card.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { HashText } from "../../ui/HashText.tsx";
import { Difference } from "./Difference.tsx";
import { noteText } from "./import-problem.ts";
import css from "./lists.module.css";

/** The edition in use and the import that would take its place. */
export interface TrialSides {
  readonly before: EditionId;
  readonly after: ListSide;
}

interface TrialReportProps {
  readonly trial: ImportTrial;
  readonly sides: TrialSides | undefined;
  /** Names of the files chosen together; none where there is but one to speak of. */
  readonly fileNames: readonly string[];
}

/** What would come in, what would not, and what changes against the edition in use. */
export function TrialReport({ trial, sides, fileNames }: TrialReportProps): ReactNode {
  const text = useText();
  const { difference } = trial;
  return (
    <Card title={text("lists.trial")}>
      {trial.refusedTotal > 0 && (
        <Banner tone="warning" title={text("lists.refusedSome", { count: trial.refusedTotal })} isLive />
      )}
      <DescriptionList
        items={[
          { id: "rows", term: text("lists.rows"), value: text("lists.rowCount", { count: trial.rows }) },
          { id: "accepted", term: text("lists.accepted"), value: text("lists.count", { count: trial.accepted }) },
          { id: "refused", term: text("lists.refused"), value: text("lists.rowCount", { count: trial.refusedTotal }) },
          {
            id: "difference",
            term: text("lists.difference"),
            value: difference === null ? text("lists.firstEdition") : text("lists.changes", difference),
          },
          { id: "hash", term: "SHA-256", value: <HashText value={trial.sha256} /> },
        ]}
      />
      {difference !== null && sides !== undefined && <Difference {...sides} />}
      <Notes title={text("lists.refusedRows")} notes={trial.refused} fileNames={fileNames} />
      <Notes title={text("lists.warnings")} notes={trial.warnings} fileNames={fileNames} />
    </Card>
  );
}

interface NotesProps {
  readonly title: string;
  readonly notes: readonly ImportNote[];
  readonly fileNames: readonly string[];
}

function Notes({ title, notes, fileNames }: NotesProps): ReactNode {
  const text = useText();
  if (notes.length === 0) return null;
  return (
    <Disclosure title={`${title} (${notes.length})`}>
      <ul className={css["notes"]}>
        {notes.map((note) => (
          <li key={`${note.file}-${note.line}-${note.code}`}>{noteText(text, note, fileNames)}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
