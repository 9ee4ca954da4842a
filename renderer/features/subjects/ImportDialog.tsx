import { type ReactNode, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { EntryKind } from "../../../shared/domain/profile/entry.ts";
import {
  type ImportField,
  type ImportLine,
  importFields,
  type ProfileImport,
  type ProfileMapping,
} from "../../../shared/domain/profile/import.ts";
import { writePeriod } from "../../../shared/domain/profile/period-text.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { useDateStyle } from "../../ui/calendar-style.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Select } from "../../ui/Select.tsx";
import { Table } from "../../ui/Table.tsx";
import { loadProfile } from "./profile-store.ts";
import css from "./subjects.module.css";

interface ImportDialogProps {
  readonly dossier: Dossier;
  readonly begun: ProfileImport;
  readonly onClose: () => void;
}

function readyLines(lines: readonly ImportLine[]): ReadonlySet<number> {
  return new Set(lines.flatMap((one) => (one.entry !== null && one.duplicateOf === null ? [one.id] : [])));
}

/** What a file would add to a subject: columns to be given a meaning, lines to be chosen, and a way back afterwards. */
export function ImportDialog({ dossier, begun, onClose }: ImportDialogProps): ReactNode {
  const text = useText();
  const [shown, setShown] = useState(begun);
  const [chosen, setChosen] = useState(() => readyLines(begun.lines));
  const [fault, setFault] = useState<Fault>();
  const [isBusy, setBusy] = useState(false);
  const { importId } = begun;
  const dossierId = dossier.id;
  const close = (): void => {
    void host.profile.dropImport({ dossierId, importId });
    onClose();
  };
  const remap = async (mapping: ProfileMapping): Promise<void> => {
    const again = await host.profile.remapImport({ dossierId, importId, mapping });
    if (!again.ok) return setFault(again.error);
    setShown(again.value);
    setChosen(readyLines(again.value.lines));
  };
  const finish = async (): Promise<void> => {
    setBusy(true);
    const lines = [...chosen];
    const done = await host.profile.finishImport({ dossierId, importId, mapping: shown.mapping, lines });
    setBusy(false);
    if (!done.ok) return setFault(done.error);
    const { batchId, added } = done.value;
    await loadProfile(dossierId);
    notify({
      tone: "success",
      text: text("subjects.imported", { count: added }),
      undo: async () => {
        const undone = await host.profile.undoImport({ dossierId, batchId });
        if (!undone.ok) return void notify({ tone: "error", text: faultText(text, undone.error) });
        await loadProfile(dossierId);
        notify({ text: text("subjects.importUndone", undone.value) });
      },
    });
    onClose();
  };
  return (
    <Dialog
      title={text("subjects.importTitle")}
      isOpen
      onClose={close}
      size="large"
      actions={
        <Button tone="primary" onPress={() => void finish()} isBusy={isBusy} isDisabled={chosen.size === 0}>
          {text("subjects.importNow", { count: chosen.size })}
        </Button>
      }
    >
      <div className={css["form"]}>
        {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
        <p className={css["sentence"]}>
          {text("subjects.importFile", { name: shown.fileName, format: text(`subjects.format-${shown.format}`) })}
        </p>
        {shown.isOwn === false && <Banner tone="warning" title={text("subjects.importOther")} />}
        {shown.isOwn === true && <p className={css["quiet"]}>{text("subjects.importOwn")}</p>}
        {shown.mapping !== null && (
          <Mapping shown={shown} mapping={shown.mapping} onChange={(mapping) => void remap(mapping)} />
        )}
        <Lines lines={shown.lines} chosen={chosen} onChange={setChosen} />
      </div>
    </Dialog>
  );
}

interface MappingProps {
  readonly shown: ProfileImport;
  readonly mapping: ProfileMapping;
  readonly onChange: (mapping: ProfileMapping) => void;
}

function Mapping({ shown, mapping, onChange }: MappingProps): ReactNode {
  const text = useText();
  const columns = shown.columns.map((name, index) => ({ value: String(index), label: `${index + 1}. ${name}` }));
  const put = (field: ImportField, value: string): void =>
    onChange({ ...mapping, [field]: value === "none" ? null : Number(value) });
  return (
    <Disclosure
      title={text("subjects.mapping")}
      summary={shown.isKnownMapping ? text("subjects.mappingKnown") : ""}
      isOpenAtFirst={!shown.isKnownMapping}
    >
      <p className={css["quiet"]}>{text("subjects.mappingLead")}</p>
      <div className={css["pair"]}>
        <Select
          label={text("subjects.kindWhenAbsent")}
          placeholder={text("subjects.choose")}
          options={EntryKind.options.map((value) => ({ value, label: text(`subjects.entry-${value}`) }))}
          value={mapping.kindWhenAbsent}
          onChange={(kindWhenAbsent) => onChange({ ...mapping, kindWhenAbsent })}
        />
        {importFields.map((field) => (
          <Select
            key={field}
            label={text(`subjects.map-${field}`)}
            placeholder={text("subjects.choose")}
            options={[{ value: "none", label: text("subjects.mapNone") }, ...columns]}
            value={mapping[field] === null ? "none" : String(mapping[field])}
            onChange={(value) => put(field, value)}
          />
        ))}
      </div>
    </Disclosure>
  );
}

interface LinesProps {
  readonly lines: readonly ImportLine[];
  readonly chosen: ReadonlySet<number>;
  readonly onChange: (chosen: ReadonlySet<number>) => void;
}

function Lines({ lines, chosen, onChange }: LinesProps): ReactNode {
  const text = useText();
  const style = useDateStyle();
  const ready = readyLines(lines);
  const count = {
    chosen: chosen.size,
    ready: lines.filter((one) => one.entry !== null).length,
    known: lines.filter((one) => one.duplicateOf !== null).length,
    bad: lines.filter((one) => one.entry === null).length,
  };
  const state = ({ problem, duplicateOf }: ImportLine): string =>
    problem !== null
      ? text(`subjects.problem-${problem}`)
      : text(duplicateOf === null ? "subjects.lineReady" : "subjects.lineKnown");
  return (
    <>
      <div className={css["acts"]}>
        <p role="status" className={css["quiet"]}>
          {text("subjects.importCount", count)}
        </p>
        <Button size="small" onPress={() => onChange(ready)}>
          {text("subjects.chooseAll")}
        </Button>
        <Button size="small" tone="quiet" onPress={() => onChange(new Set())}>
          {text("subjects.chooseNone")}
        </Button>
      </div>
      <Table
        label={text("subjects.importLines")}
        maxHeight="50vh"
        rows={lines}
        rowKey={(one) => String(one.id)}
        empty=""
        columns={[
          {
            id: "line",
            header: text("subjects.columnLine"),
            width: "7rem",
            cell: (one) =>
              one.entry === null ? (
                one.line
              ) : (
                <Checkbox
                  isSelected={chosen.has(one.id)}
                  onChange={(isChosen) =>
                    onChange(new Set(isChosen ? [...chosen, one.id] : [...chosen].filter((id) => id !== one.id)))
                  }
                >
                  <span title={text("subjects.chooseLine", { line: one.line })}>{one.line}</span>
                </Checkbox>
              ),
          },
          { id: "state", header: text("subjects.columnState"), width: "10rem", cell: state, sortValue: state },
          {
            id: "kind",
            header: text("subjects.columnKind"),
            width: "8rem",
            cell: ({ entry }) => (entry === null ? "" : text(`subjects.entry-${entry.kind}`)),
          },
          {
            id: "dates",
            header: text("subjects.columnDates"),
            width: "11rem",
            cell: ({ entry }) => (entry === null ? "" : writePeriod(entry.period, style) || text("subjects.undated")),
          },
          {
            id: "what",
            header: text("subjects.columnWhat"),
            width: "22rem",
            cell: (one) => one.shown,
            isRowHeader: true,
          },
        ]}
      />
    </>
  );
}
