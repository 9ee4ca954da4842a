import { type ReactNode, useMemo } from "react";
import type { PersonView } from "../../../shared/domain/people.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { roleWords } from "../../parts/roles/role-words.ts";
import { type LocalColumn, LocalTable } from "../../parts/table/LocalTable.tsx";
import { useRights } from "../../stores/rights.ts";
import { useLocale, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { HashText } from "../../ui/HashText.tsx";
import { NameText } from "../../ui/NameText.tsx";
import css from "./people.module.css";
import { statusOf } from "./person-draft.ts";

interface PeopleTableProps {
  readonly people: readonly PersonView[];
  readonly chosenId: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** The people as rows; those shut out stay, for their names are in the trail. */
export function PeopleTable({ people, chosenId, onChoose }: PeopleTableProps): ReactNode {
  const text = useText();
  const columns = useColumns();
  const find = useFind();
  return (
    <LocalTable
      name="people"
      label={text("people.title")}
      columns={columns}
      rows={people}
      rowKey={(person) => person.id}
      nameOf={(person) => person.displayName}
      find={find}
      selectedKey={chosenId}
      onRowAction={(person) => onChoose(person.id)}
      maxHeight="calc(100vh - 20rem)"
      empty={null}
    />
  );
}

const tones = { active: "neutral", keyless: "warning", revoked: "neutral" } as const;

function useFind(): { readonly textOf: (person: PersonView) => string; readonly hint: string } {
  const text = useText();
  const locale = useLocale();
  return useMemo(
    () => ({
      textOf: ({ displayName, unit, roles }) => [displayName, unit, roleWords(roles, { text, locale })].join("\n"),
      hint: text("people.findHint"),
    }),
    [text, locale],
  );
}

function useColumns(): readonly LocalColumn<PersonView>[] {
  const text = useText();
  const locale = useLocale();
  const { personId } = useRights();
  return useMemo(
    () => [
      {
        id: "name",
        header: text("people.name"),
        cell: (person) => (
          <span className={css["who"]}>
            <NameText name={person.displayName} isClamped />
            {person.id === personId && <Badge tone="accent">{text("people.you")}</Badge>}
          </span>
        ),
        sortValue: (person) => person.displayName,
        widthPx: 220,
        isRowHeader: true,
      },
      {
        id: "unit",
        header: text("people.unit"),
        cell: (person) => (person.unit === "" ? "–" : <bdi>{person.unit}</bdi>),
        sortValue: (person) => person.unit,
        widthPx: 160,
      },
      {
        id: "roles",
        header: text("people.roles"),
        cell: (person) => roleWords(person.roles, { text, locale }),
        sortValue: (person) => roleWords(person.roles, { text, locale }),
        widthPx: 172,
      },
      {
        id: "key",
        header: text("people.fingerprint"),
        cell: ({ keyFingerprint }) => (keyFingerprint === null ? "–" : <HashText value={keyFingerprint} ends={4} />),
        widthPx: 130,
      },
      {
        id: "since",
        header: text("people.since"),
        cell: (person) => <DateText iso={dayOf(person.addedAt)} hasWeekday={false} />,
        sortValue: (person) => person.addedAt,
        widthPx: 132,
      },
      {
        id: "status",
        header: text("people.status"),
        cell: (person) => <Status person={person} />,
        sortValue: (person) => statusOf(person),
        widthPx: 200,
      },
    ],
    [text, locale, personId],
  );
}

function Status({ person }: { person: PersonView }): ReactNode {
  const text = useText();
  const status = statusOf(person);
  return (
    <>
      <Badge tone={tones[status]}>{text(`people.status-${status}`)}</Badge>
      {person.revokedAt !== null && (
        <span className={css["since"]}>
          <DateText iso={dayOf(person.revokedAt)} hasWeekday={false} />
        </span>
      )}
    </>
  );
}
