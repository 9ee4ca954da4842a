import { Plus, Trash2, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { NameKind, type Subject, type SubjectInput, SubjectRole } from "../../../shared/domain/party.ts";
import { identifierWords, newlyWrong } from "../../../shared/domain/profile/identifier.ts";
import { subjectFieldName } from "../../../shared/domain/restricted.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { err, type Result } from "../../../shared/result.ts";
import { host } from "../../host.ts";
import { RestrictedField } from "../../parts/restricted/RestrictedField.tsx";
import { adoptDossier, dossierStore, loadDossier } from "../../stores/dossier-store.ts";
import { type Kept, type PatchKeeper, usePatchKeeper } from "../../stores/patch-keeper.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { useDateStyle } from "../../ui/calendar-style.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./intake.module.css";
import { NameFacts } from "./NameFacts.tsx";
import { identifiersOf, type NameRow, namesOf, rowsFor, withRow } from "./name-rows.ts";
import { idleMs } from "./pace.ts";

type SubjectPatch = Partial<Omit<SubjectInput, "kind">>;
type SubjectKeeper = PatchKeeper<SubjectPatch> & Kept<SubjectPatch>;

interface SubjectFormProps {
  readonly dossier: Dossier;
  readonly subject: Subject;
  readonly isReadOnly: boolean;
  /** Left out for the principal, which stays. */
  readonly onRemove: (() => void) | undefined;
}

/** Everything about one subject, stored field by field. There is no field for nationality, by design. */
export function SubjectForm({ dossier, subject, isReadOnly, onRemove }: SubjectFormProps): ReactNode {
  const text = useText();
  const keeper = usePatchKeeper<SubjectPatch>({ save: (patch) => storeSubject(dossier, subject, patch) });
  const shown = { ...subject, ...keeper.draft };
  const commit = (): void => void keeper.commit();
  return (
    <div className={css["subject"]}>
      {keeper.fault !== undefined && <Banner tone="error" title={faultText(text, keeper.fault)} isLive />}
      <Names keeper={keeper} subject={subject} isReadOnly={isReadOnly} />
      <div className={css["pair"]}>
        <Select
          label={text("intake.role")}
          placeholder={text("intake.choose")}
          options={SubjectRole.options.map((role) => ({ value: role, label: text(`intake.role-${role}`) }))}
          value={shown.role}
          onChange={(role) => {
            keeper.enter({ role });
            commit();
          }}
          isDisabled={isReadOnly}
        />
        <TextField
          label={text("intake.country")}
          help={text("intake.countryHelp")}
          value={shown.country}
          onChange={(country) => keeper.enter({ country })}
          onCommit={commit}
          commitIdleMs={idleMs}
          maxLength={100}
          isReadOnly={isReadOnly}
        />
      </div>
      <RestrictedField
        dossierId={dossier.id}
        field={subjectFieldName(subject.id, "identifiers")}
        label={text("intake.identifiers")}
        stored={subject.identifiers.join("\n")}
      >
        {(value, change) => (
          <Identifiers keeper={keeper} subject={subject} isReadOnly={isReadOnly} value={value} onShow={change} />
        )}
      </RestrictedField>
      <RestrictedField
        dossierId={dossier.id}
        field={subjectFieldName(subject.id, "note")}
        label={text("intake.note")}
        stored={subject.note}
      >
        {(value, change) => (
          <Note keeper={keeper} subject={subject} isReadOnly={isReadOnly} value={value} onShow={change} />
        )}
      </RestrictedField>
      {onRemove !== undefined && !isReadOnly && (
        <div>
          <Button size="small" tone="quiet" icon={Trash2} onPress={onRemove}>
            {text("intake.remove")}
          </Button>
        </div>
      )}
    </div>
  );
}

interface PartProps {
  readonly keeper: SubjectKeeper;
  readonly subject: Subject;
  readonly isReadOnly: boolean;
}

function Names({ keeper, subject, isReadOnly }: PartProps): ReactNode {
  const text = useText();
  const style = useDateStyle();
  const [rows, setRows] = useState<readonly NameRow[]>(() => rowsFor(subject.names, style));
  const [added, setAdded] = useState<number>();
  const names = namesOf(rows);
  const change = (next: readonly NameRow[]): void => {
    setRows(next);
    const kept = namesOf(next);
    // A subject needs a name; until there is one again, the stored names stay.
    if (kept.length === 0) keeper.drop(["names"]);
    else keeper.enter({ names: kept });
  };
  const addRow = (): void => {
    const next = withRow(rows);
    setRows(next);
    setAdded(next.at(-1)?.rowId);
  };
  const put = (row: NameRow): void => change(rows.map((one) => (one.rowId === row.rowId ? row : one)));
  return (
    <fieldset className={css["names"]}>
      <legend className={css["legend"]}>{text("intake.names")}</legend>
      {rows.map((row) => (
        <div key={row.rowId} className={css["name"]}>
          <Select
            label={text("intake.nameKind")}
            isLabelHidden
            placeholder={text("intake.choose")}
            options={NameKind.options.map((kind) => ({ value: kind, label: text(`intake.name-${kind}`) }))}
            value={row.kind}
            onChange={(kind) => {
              put({ ...row, kind });
              void keeper.commit();
            }}
            isDisabled={isReadOnly}
          />
          <TextField
            label={text(`intake.name-${row.kind}`)}
            isLabelHidden
            isName
            autoFocus={row.rowId === added}
            value={row.text}
            onChange={(typed) => put({ ...row, text: typed })}
            onCommit={() => void keeper.commit()}
            commitIdleMs={idleMs}
            maxLength={textLimits.name}
            isReadOnly={isReadOnly}
          />
          {!isReadOnly && rows.length > 1 && (
            <IconButton
              icon={X}
              size="small"
              label={text("intake.removeName", { name: row.text })}
              onPress={() => {
                change(rows.filter((one) => one.rowId !== row.rowId));
                void keeper.commit();
              }}
            />
          )}
          <NameFacts row={row} isReadOnly={isReadOnly} onChange={put} onCommit={() => void keeper.commit()} />
        </div>
      ))}
      {names.length === 0 && <p className={css["problem"]}>{text("intake.nameNeeded")}</p>}
      {!isReadOnly && (
        <div>
          <Button size="small" tone="quiet" icon={Plus} onPress={addRow}>
            {text("intake.addName")}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** As many as the contract takes. */
const identifierLimit = 20;

interface RestrictedPartProps extends PartProps {
  readonly value: string;
  /** Keeps what is typed on screen, although the stored value is masked from now on. */
  readonly onShow: (value: string) => void;
}

function Note({ keeper, isReadOnly, value, onShow }: RestrictedPartProps): ReactNode {
  const text = useText();
  return (
    <TextArea
      label={text("intake.note")}
      rows={1}
      value={value}
      onChange={(note) => {
        onShow(note);
        keeper.enter({ note });
      }}
      onCommit={() => void keeper.commit()}
      commitIdleMs={idleMs}
      characterLimit={value.length > textLimits.note * 0.8 ? textLimits.note : undefined}
      isReadOnly={isReadOnly}
      saveState={keeper.state}
    />
  );
}

function Identifiers({ keeper, subject, isReadOnly, value, onShow }: RestrictedPartProps): ReactNode {
  const text = useText();
  const lines = identifiersOf(value);
  const isTooMany = lines.length > identifierLimit;
  const [wrong] = newlyWrong([], lines);
  const problem = wrong?.fault === undefined ? undefined : text("error.identifier-wrong", identifierWords(wrong));
  return (
    <TextArea
      label={text("intake.identifiers")}
      help={text(subject.kind === "person" ? "intake.identifiersPerson" : "intake.identifiersBody")}
      rows={1}
      value={value}
      onChange={(next) => {
        onShow(next);
        const read = identifiersOf(next);
        // A number that cannot be right waits in the field until it is put right.
        if (newlyWrong([], read).length > 0) keeper.drop(["identifiers"]);
        else keeper.enter({ identifiers: read });
      }}
      onCommit={() => void keeper.commit()}
      commitIdleMs={idleMs}
      isReadOnly={isReadOnly}
      error={isTooMany ? text("intake.identifiersTooMany", { limit: identifierLimit }) : problem}
    />
  );
}

/** Stores a subject with some fields changed, on top of what is stored now; once more when another window was faster. */
async function storeSubject(
  { id: dossierId }: Dossier,
  { id: subjectId }: Subject,
  patch: SubjectPatch,
): Promise<Result<Dossier, Fault>> {
  const attempt = async (): Promise<Result<Dossier, Fault>> => {
    const known = dossierStore.getState().dossier?.subjects.find((one) => one.id === subjectId);
    if (known === undefined) return err({ code: "unknown-subject" });
    const { id: _id, revision, ...input } = known;
    return host.dossiers.changeSubject({ dossierId, subjectId, revision, subject: { ...input, ...patch } });
  };
  let saved = await attempt();
  if (!saved.ok && saved.error.code === "stale-revision") {
    await loadDossier(dossierId);
    saved = await attempt();
  }
  if (saved.ok) adoptDossier(saved.value);
  return saved;
}
