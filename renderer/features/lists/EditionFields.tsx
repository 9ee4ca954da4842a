import type { ReactNode } from "react";
import { listDay } from "../../../shared/domain/list-editions.ts";
import type { Edition } from "../../../shared/domain/screening.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import type { DetailsDraft } from "./edition-details.ts";
import css from "./lists.module.css";

interface EditionFieldsProps {
  readonly details: DetailsDraft;
  readonly editions: readonly Edition[];
  readonly onChange: (details: DetailsDraft) => void;
  /** Whether the edition is kept without being used. */
  readonly archive: boolean;
  readonly onArchive: (archive: boolean) => void;
}

/** What the file is: which list, which edition, and what a confirmed match in it means. */
export function EditionFields({ details, editions, onChange, archive, onArchive }: EditionFieldsProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const change = (part: Partial<DetailsDraft>): void => onChange({ ...details, ...part });
  const { publishedDay } = details;
  const replaced = editions.find((edition) => edition.current && edition.title === details.title.trim());
  const isOlder = replaced !== undefined && publishedDay !== undefined && publishedDay < listDay(replaced);
  return (
    <Card title={text("lists.about")}>
      <TextField
        label={text("lists.listTitle")}
        help={text("lists.titleHelp")}
        necessity="required"
        value={details.title}
        onChange={(title) => change({ title })}
        maxLength={200}
      />
      {replaced !== undefined && !archive && (
        <Banner
          tone={isOlder ? "warning" : "info"}
          title={text(isOlder ? "lists.olderThan" : "lists.replaces", { edition: replaced.edition })}
        />
      )}
      <div className={css["pair"]}>
        <TextField
          label={text("lists.edition")}
          help={text("lists.editionHelp")}
          necessity="required"
          value={details.edition}
          onChange={(edition) => change({ edition })}
          maxLength={80}
        />
        <TextField
          label={text("lists.authority")}
          help={text("lists.authorityHelp")}
          value={details.authority}
          onChange={(authority) => change({ authority })}
          maxLength={200}
        />
        <DateField
          label={text("lists.published")}
          value={details.publishedDay}
          onChange={(publishedDay) => change({ publishedDay })}
        />
        <DateField
          label={text("lists.effective")}
          value={details.effectiveDay}
          onChange={(effectiveDay) => change({ effectiveDay })}
        />
      </div>
      <ChoiceGroup
        label={text("lists.effect")}
        help={text("lists.effectHelp")}
        necessity="required"
        layout="column"
        value={details.effectClass}
        onChange={(effectClass) => change({ effectClass })}
        choices={vocabulary.listEffectClasses.map((entry) => ({ value: entry.id, label: pick(entry.name) }))}
      />
      <TextField
        label={text("lists.licence")}
        help={text("lists.licenceHelp")}
        value={details.licence}
        onChange={(licence) => change({ licence })}
        maxLength={200}
      />
      <Checkbox isSelected={archive} onChange={onArchive} help={text("lists.archiveHelp")}>
        {text("lists.archive")}
      </Checkbox>
    </Card>
  );
}
