import type { ReactNode } from "react";
import { type Edition, type ImportPreview, ListLayout } from "../../../shared/domain/screening.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { Page } from "../../ui/Page.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { ColumnChoices } from "./ColumnChoices.tsx";
import { EditionFields } from "./EditionFields.tsx";
import { canStore } from "./edition-details.ts";
import { FirstRows } from "./FirstRows.tsx";
import { ImportProgress } from "./ImportProgress.tsx";
import { Profiles } from "./Profiles.tsx";
import { TrialReport, type TrialSides } from "./TrialReport.tsx";
import { type ImportWork, isCounted, useImport } from "./use-import.ts";

interface ImportStepsProps {
  readonly preview: ImportPreview;
  readonly editions: readonly Edition[];
  readonly onEnd: () => void;
}

const layouts: readonly ListLayout[] = ListLayout.options;

/** From a first look at a file to an edition: layout and columns, a trial of the whole file, and what it is. */
export function ImportSteps({ preview, editions, onEnd }: ImportStepsProps): ReactNode {
  const text = useText();
  const work = useImport(preview, onEnd);
  const { details, mapping, trial, isBusy, problem } = work;
  return (
    <Page
      title={text("lists.importTitle")}
      lead={text("lists.file", { name: preview.fileName, encoding: preview.encoding })}
      width="wide"
      bar={<ImportBar work={work} />}
    >
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      {isBusy && <ImportProgress taskId={preview.importId} />}
      <EditionFields
        details={details}
        editions={editions}
        onChange={work.setDetails}
        archive={work.archive}
        onArchive={work.setArchive}
      />
      <Card title={text("lists.columns")}>
        <ChoiceGroup
          label={text("lists.layout")}
          layout="column"
          value={work.layout}
          onChange={(chosen) => work.setLayout(layouts.find((known) => known === chosen) ?? "csv")}
          choices={layouts.map((value) => ({ value, label: text(`screening.layout.${value}`) }))}
        />
        {isCounted(work.layout) && (
          <TextField
            label={text("lists.announced")}
            help={text("lists.announcedHelp")}
            necessity="required"
            value={work.announced}
            onChange={work.setAnnounced}
            width="short"
            maxLength={9}
          />
        )}
        {work.layout === "csv" && (
          <>
            <Profiles importId={preview.importId} layout={work.layout} mapping={mapping} onTake={work.setMapping} />
            <ColumnChoices header={preview.header} mapping={mapping} onChange={work.setMapping} />
          </>
        )}
        <FirstRows header={preview.header} rows={preview.rows} />
      </Card>
      {trial !== undefined && (
        <TrialReport trial={trial} sides={sidesOf(work, preview, editions)} fileNames={preview.fileNames} />
      )}
    </Page>
  );
}

/** The edition in use of the title that was stated, beside this import. */
function sidesOf(
  { details }: ImportWork,
  { importId }: ImportPreview,
  editions: readonly Edition[],
): TrialSides | undefined {
  const before = editions.find(({ current, title }) => current && title === details.title.trim());
  return before && { before: before.id, after: { importId } };
}

function ImportBar({ work }: { work: ImportWork }): ReactNode {
  const text = useText();
  const { isBusy, trial, mapping, details } = work;
  return (
    <>
      <Button
        onPress={() => void work.tryWhole()}
        isBusy={isBusy && trial === undefined}
        isDisabled={
          (work.layout === "csv" && mapping.name === null) || (isCounted(work.layout) && work.announced.trim() === "")
        }
      >
        {text("lists.try")}
      </Button>
      <Button
        tone="primary"
        onPress={() => void work.store()}
        isBusy={isBusy && trial !== undefined}
        isDisabled={trial === undefined || !canStore(details)}
      >
        {text("lists.store")}
      </Button>
      <Button onPress={work.leave}>{text("common.cancel")}</Button>
    </>
  );
}
