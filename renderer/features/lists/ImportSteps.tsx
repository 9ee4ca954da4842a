import { type ReactNode, useEffect, useState } from "react";
import { type Edition, type ImportPreview, ListLayout } from "../../../shared/domain/screening.ts";
import { host, onEvent } from "../../host.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { Page } from "../../ui/Page.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { ColumnChoices } from "./ColumnChoices.tsx";
import { EditionFields } from "./EditionFields.tsx";
import { canStore } from "./edition-details.ts";
import { FirstRows } from "./FirstRows.tsx";
import { TrialReport } from "./TrialReport.tsx";
import { type ImportWork, useImport } from "./use-import.ts";

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
      <EditionFields details={details} editions={editions} onChange={work.setDetails} />
      <Card title={text("lists.columns")}>
        <ChoiceGroup
          label={text("lists.layout")}
          layout="column"
          value={work.layout}
          onChange={(chosen) => work.setLayout(layouts.find((known) => known === chosen) ?? "csv")}
          choices={layouts.map((value) => ({ value, label: text(`screening.layout.${value}`) }))}
        />
        {work.layout === "csv" && (
          <ColumnChoices header={preview.header} mapping={mapping} onChange={work.setMapping} />
        )}
        <FirstRows header={preview.header} rows={preview.rows} />
      </Card>
      {trial !== undefined && <TrialReport trial={trial} />}
    </Page>
  );
}

function ImportBar({ work }: { work: ImportWork }): ReactNode {
  const text = useText();
  const { isBusy, trial, mapping, details } = work;
  return (
    <>
      <Button
        onPress={() => void work.tryWhole()}
        isBusy={isBusy && trial === undefined}
        isDisabled={work.layout === "csv" && mapping.name === null}
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

/** How far the whole file has been read, and the way to stop it. */
function ImportProgress({ taskId }: { taskId: string }): ReactNode {
  const text = useText();
  const [done, setDone] = useState<{ done?: number; total?: number }>({});
  useEffect(
    () =>
      onEvent("task.progress", (event) => {
        if (event.taskId === taskId) setDone({ done: event.done, total: event.total });
      }),
    [taskId],
  );
  return <Progress label={text("lists.reading")} {...done} onCancel={() => void host.app.cancelTask({ taskId })} />;
}
