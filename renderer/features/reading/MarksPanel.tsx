import { Highlighter, Trash2 } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import { type DossierId, ItemId } from "../../../shared/domain/ids.ts";
import { type EvidenceMark, pageOfMark } from "../../../shared/domain/reading.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Link } from "../../ui/Link.tsx";
import { Select } from "../../ui/Select.tsx";
import css from "./marks.module.css";
import { NewMark } from "./NewMark.tsx";
import { adoptMark, citeMark, type Draft, showMark } from "./reading-store.ts";
import { TextLine } from "./TextLine.tsx";

interface MarksPanelProps {
  readonly dossierId: DossierId;
  readonly evidence: Evidence;
  readonly itemId: string | undefined;
  readonly marks: readonly EvidenceMark[];
  readonly draft: Draft | undefined;
  readonly chosenId: string | undefined;
  readonly mayWork: boolean;
}

/** The highlights of this piece beside it, the form for a new one, and the items that cite them. */
export function MarksPanel(props: MarksPanelProps): ReactNode {
  const text = useText();
  const { dossierId, evidence, marks, draft, mayWork } = props;
  const [problem, setProblem] = useState<string>();
  const items = useItems(dossierId);
  return (
    <aside className={css["panel"]} aria-label={text("reading.marks")}>
      <TextLine dossierId={dossierId} evidenceId={evidence.id} mayWork={mayWork} />
      <h2 className={css["panelTitle"]}>{text("reading.marks")}</h2>
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      {draft !== undefined && mayWork && <NewMark dossierId={dossierId} evidenceId={evidence.id} draft={draft} />}
      {marks.length === 0 && draft === undefined && (
        <EmptyState icon={Highlighter} title={text("reading.marksNone")} level={3}>
          {mayWork && text("reading.marksHint")}
        </EmptyState>
      )}
      <ol className={css["marks"]}>
        {marks.map((mark) => (
          <Mark key={mark.id} {...props} mark={mark} items={items} onProblem={setProblem} />
        ))}
      </ol>
    </aside>
  );
}

interface MarkProps extends MarksPanelProps {
  readonly mark: EvidenceMark;
  readonly items: readonly string[];
  readonly onProblem: (problem: string | undefined) => void;
}

function Mark({ mark, evidence, dossierId, itemId, items, chosenId, mayWork, onProblem }: MarkProps): ReactNode {
  const text = useText();
  const label = `E${evidence.number}-${mark.number}`;
  const cite = async (item: string, cited: boolean): Promise<void> => {
    const fault = await citeMark(dossierId, { markId: mark.id, itemId: ItemId.parse(item), cited });
    onProblem(fault === undefined ? undefined : faultText(text, fault));
  };
  const remove = async (removed: boolean): Promise<void> => {
    const done = await host.reading.removeMark({ dossierId, markId: mark.id, removed });
    if (!done.ok) {
      onProblem(faultText(text, done.error));
      return;
    }
    adoptMark(done.value, !removed);
    if (removed) notify({ text: text("reading.removed", { label }), undo: () => void remove(false) });
  };
  const uncited = items.filter((item) => !mark.items.some((one) => one === item));
  const isCitedHere = itemId !== undefined && mark.items.some((one) => one === itemId);
  return (
    <li className={css["mark"]} data-chosen={mark.id === chosenId}>
      <div className={css["markHead"]}>
        <Link onPress={() => showMark(mark.id)}>{`${label} · ${placeText(mark, text)}`}</Link>
        {mayWork && (
          <IconButton
            icon={Trash2}
            size="small"
            label={text("reading.remove", { label })}
            onPress={() => void remove(true)}
          />
        )}
      </div>
      {mark.quote !== "" && <blockquote className={css["quote"]}>{mark.quote}</blockquote>}
      {mark.note !== "" && <p className={css["markNote"]}>{mark.note}</p>}
      <p className={css["by"]}>
        <bdi>{mark.madeBy}</bdi>
      </p>
      <div className={css["cites"]}>
        {mark.items.map((item) => (
          <Link key={item} onPress={() => navigate({ view: "dossier", dossierId, page: "checklist", itemId: item })}>
            {text("reading.citedIn", { item })}
          </Link>
        ))}
        {mayWork && itemId !== undefined && (
          <Button size="small" onPress={() => void cite(itemId, !isCitedHere)}>
            {text(isCitedHere ? "reading.uncite" : "reading.citeHere", { item: itemId })}
          </Button>
        )}
        {mayWork && itemId === undefined && uncited.length > 0 && (
          <Select
            label={text("reading.citeIn", { label })}
            isLabelHidden
            placeholder={text("reading.citeIn", { label })}
            options={uncited.map((item) => ({ value: item, label: item }))}
            value={undefined}
            onChange={(item) => void cite(item, true)}
          />
        )}
      </div>
    </li>
  );
}

function placeText({ place }: EvidenceMark, text: ReturnType<typeof useText>): string {
  const page = pageOfMark(place);
  return text(`reading.place-${place.kind}`, { page, row: place.kind === "cells" ? place.from.row + 1 : 0 });
}

/** Ids of the items of the case's checklist, in its order. */
function useItems(dossierId: DossierId): readonly string[] {
  const [items, setItems] = useState<readonly string[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void host.checklist.open({ dossierId }).then((opened) => {
      if (isCurrent && opened.ok)
        setItems(opened.value.template.sections.flatMap((section) => section.items.map((item) => item.id)));
    });
    return () => {
      isCurrent = false;
    };
  }, [dossierId]);
  return items;
}
