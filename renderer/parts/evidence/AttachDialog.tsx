import { FolderInput, FolderOpen, Upload } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Carriage, Evidence, EvidenceDetails } from "../../../shared/domain/evidence.ts";
import type { IntakeOutcome } from "../../../shared/domain/evidence-intake.ts";
import type { DossierId, ItemId } from "../../../shared/domain/ids.ts";
import { dayOf, officeOffsetMs } from "../../../shared/domain/time.ts";
import { type FormDraft, useFormDraft } from "../../stores/form-draft.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { CarriedFiles } from "./CarriedFiles.tsx";
import { EvidenceFields } from "./EvidenceFields.tsx";
import { detailsOf, draftFor, type EvidenceDraft, type Expected, KeptEvidence } from "./evidence-draft.ts";
import css from "./evidence-form.module.css";
import { IntakeOutcomes } from "./IntakeOutcomes.tsx";
import type { About, CarriedFile } from "./upload-file.ts";
import { type Carried, useCarriedFiles } from "./use-carried-files.ts";
import { type IntakeProgress, type IntakeWork, useIntake } from "./use-intake.ts";

interface AttachDialogProps {
  readonly title: string;
  readonly dossierId: DossierId;
  /** The item the evidence is tied to from the start, or null. */
  readonly itemId: ItemId | null;
  readonly expected: Expected;
  readonly isOpen: boolean;
  /** Whether files dropped on the window or pasted open the form; not where nothing may come in. */
  readonly mayTake: boolean;
  readonly onClose: () => void;
  readonly onTaken: (evidence: Evidence) => void;
  /** What was begun before a lock is back, or files were dropped; the dialog wants to be open. */
  readonly onRestored: () => void;
}

/** What pieces of evidence are, then the files themselves: chosen, dropped, pasted or a whole folder. */
export function AttachDialog(props: AttachDialogProps): ReactNode {
  const { title, isOpen, onClose, expected } = props;
  const text = useText();
  const form = useAttachForm(props);
  const { draft, change, kept, work, files, setFiles } = form;
  const close = (): void => {
    if (work.isBusy) {
      work.cancel();
      return;
    }
    // Put aside by the person, it does not come back by itself.
    kept.drop();
    setFiles([]);
    work.clear();
    onClose();
  };
  const dialog = (
    <Dialog title={title} isOpen={isOpen} onClose={close} actions={<Actions form={form} close={close} />}>
      <div className={css["form"]}>
        {work.fault !== undefined && work.fault.code !== "cancelled" && (
          <Banner tone="error" title={faultText(text, work.fault)} isLive />
        )}
        {work.report === undefined ? (
          <>
            <p className={css["lead"]}>{text("evidenceform.lead")}</p>
            <CarriedFiles files={files} onRemove={(gone) => setFiles(files.filter((one) => one !== gone))} />
            <EvidenceFields
              draft={draft}
              onChange={change}
              askedTypes={expected.types}
              titleFrom={files.length === 0 ? "person" : files.length === 1 ? "file" : "files"}
              asksCarriage
              takesFocus
            />
            {aboutOf(form, props) === undefined && (
              <p className={css["lead"]}>
                {text(files.length === 0 ? "evidenceform.needs" : "evidenceform.needsForFiles")}
              </p>
            )}
          </>
        ) : (
          <IntakeOutcomes
            report={work.report}
            mayLink={props.itemId !== null}
            onSettle={(outcome, how) => void work.settle(outcome, how)}
          />
        )}
        {work.isBusy && <Coming progress={work.progress} onCancel={work.cancel} />}
      </div>
    </Dialog>
  );
  return (
    <>
      {dialog}
      {form.isOver && (
        <div className={css["over"]} aria-hidden>
          <span>{text("evidenceform.dropHere")}</span>
        </div>
      )}
    </>
  );
}

/** The buttons at the foot: what can be begun, or the end of what has been told. */
function Actions({ form, close }: { readonly form: AttachForm; readonly close: () => void }): ReactNode {
  const text = useText();
  const { work, files } = form;
  if (work.report !== undefined) {
    return (
      <Button tone="primary" onPress={close}>
        {text("evidenceform.done")}
      </Button>
    );
  }
  const about = form.about;
  // A folder's files go by their own names, so that it needs no title.
  const forFolder = form.aboutWithoutTitle;
  if (files.length > 0) {
    return (
      <Button
        tone="primary"
        icon={Upload}
        isDisabled={about === undefined}
        isBusy={work.isBusy}
        onPress={() => about !== undefined && void work.upload(files, about)}
      >
        {text("evidenceform.take", { count: files.length })}
      </Button>
    );
  }
  return (
    <>
      <Button
        icon={FolderInput}
        isDisabled={forFolder === undefined || work.isBusy}
        onPress={() => forFolder !== undefined && void work.folder(forFolder)}
      >
        {text("evidenceform.folder")}
      </Button>
      <Button
        tone="primary"
        icon={FolderOpen}
        isDisabled={about === undefined}
        isBusy={work.isBusy}
        onPress={() => about !== undefined && void work.choose(about)}
      >
        {text("evidenceform.go")}
      </Button>
    </>
  );
}

function Coming({ progress, onCancel }: { progress: IntakeProgress | undefined; onCancel: () => void }): ReactNode {
  const text = useText();
  return (
    <Progress
      label={text(progress === undefined ? "evidenceform.waiting" : "evidenceform.busy")}
      done={progress?.done}
      total={progress === undefined || progress.total === 0 ? undefined : progress.total}
      detail={progress === undefined ? "" : sizeWords(progress)}
      onCancel={onCancel}
    />
  );
}

interface AttachForm {
  readonly draft: EvidenceDraft;
  readonly kept: FormDraft;
  readonly work: IntakeWork;
  readonly files: readonly CarriedFile[];
  readonly isOver: boolean;
  /** What the call takes, or undefined while something is missing. */
  readonly about: About | undefined;
  readonly aboutWithoutTitle: About | undefined;
  setFiles(files: readonly CarriedFile[]): void;
  change(part: Partial<EvidenceDraft>): void;
}

function useAttachForm(props: AttachDialogProps): AttachForm {
  const text = useText();
  const { dossierId, itemId, expected, isOpen, mayTake, onClose, onTaken, onRestored } = props;
  // What is expected may change while the form is open; what was typed is measured against what it began with.
  const [start, setStart] = useState<EvidenceDraft>(() => draftFor(expected));
  const [draft, setDraft] = useState(start);
  const [files, setFiles] = useState<readonly CarriedFile[]>([]);
  const kept = useFormDraft({
    dossierId,
    form: itemId === null ? "attach" : `attach.${itemId}`,
    schema: KeptEvidence,
    value: draft,
    isTouched: JSON.stringify(draft) !== JSON.stringify(start),
    onRestore: (restored) => {
      setDraft((known) => ({ ...known, ...restored }));
      onRestored();
    },
  });
  const begin = (): void => {
    kept.drop();
    // Files of one visit mostly come on one medium, from one machine.
    const next = { ...draftFor(expected), carriage: draft.carriage };
    setStart(next);
    setDraft(next);
    setFiles([]);
  };
  const work = useIntake({
    dossierId,
    onEach: (evidence) => {
      begin();
      onTaken(evidence);
    },
    onOne: (evidence, outcome) => {
      begin();
      onTaken(evidence);
      tellElsewhere(outcome, text);
      onClose();
    },
  });
  const onCarried = (carried: Carried): void => {
    if (work.isBusy) return;
    if (carried.folders > 0) notify({ tone: "warning", text: text("evidenceform.droppedFolder") });
    if (carried.files.length === 0) return;
    work.clear();
    setFiles((known) => [...known, ...carried.files]);
    onRestored();
  };
  const pastedName = (): string => text("evidenceform.pastedName", { at: stamp(Date.now()) });
  const { isOver } = useCarriedFiles({ takes: mayTake, isOpen, pastedName, onCarried });
  const parts = { draft, files };
  return {
    ...parts,
    kept,
    work,
    isOver,
    setFiles,
    about: aboutOf(parts, props),
    aboutWithoutTitle: aboutOf({ draft: { ...draft, title: "" }, files, named: true }, props),
    change: (part) => setDraft((known) => ({ ...known, ...part })),
  };
}

type Text = ReturnType<typeof useText>;

/** Says that other cases hold the same bytes; only those that this person may read are ever named. */
function tellElsewhere({ result }: IntakeOutcome, text: Text): void {
  if (result.kind !== "taken" || result.alsoIn.length === 0) return;
  const places = result.alsoIn.map(({ caseNumber, number }) => text("evidenceform.place", { caseNumber, number }));
  notify({ tone: "info", text: text("evidenceform.alsoIn", { places: places.join(text("checklist.listMark")) }) });
}

/** Dropped files may go by their own names; anything else needs a title. */
function aboutOf(
  { draft, files, named = false }: { draft: EvidenceDraft; files: readonly CarriedFile[]; named?: boolean },
  { dossierId, itemId }: Pick<AttachDialogProps, "dossierId" | "itemId">,
): About | undefined {
  const isNamed = named || files.length > 0;
  const untitled = draft.title.trim() === "";
  const details = detailsOf(isNamed && untitled ? { ...draft, title: "-" } : draft);
  if (details === undefined) return undefined;
  const titled: EvidenceDetails = isNamed && untitled ? { ...details, title: "" } : details;
  const carriage: Carriage = draft.carriage;
  // Several at once have been described in a hurry; somebody looks at each before it counts as accepted.
  const status = named || files.length > 1 ? "draft" : "accepted";
  return { dossierId, itemId, details: titled, status, carriage };
}

/** `2026-11-23 051230` in Japan. */
function stamp(nowMs: number): string {
  return `${dayOf(nowMs)} ${new Date(nowMs + officeOffsetMs).toISOString().slice(11, 19).replaceAll(":", "")}`;
}

/** Bytes as a person reads them, in mebibytes with one decimal, or files counted; the same in both languages. */
function sizeWords({ done, total, unit }: IntakeProgress): string {
  if (unit === "items") return `${done} / ${total}`;
  const mebibytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);
  return total === 0 ? `${mebibytes(done)} MiB` : `${mebibytes(done)} / ${mebibytes(total)} MiB`;
}
