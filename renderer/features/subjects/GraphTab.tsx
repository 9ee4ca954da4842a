import { type ReactNode, useMemo, useState } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { spanOf } from "../../../shared/domain/profile/fuzzy-date.ts";
import { LinkKind, type SubjectLink } from "../../../shared/domain/profile/link.ts";
import { readPeriod } from "../../../shared/domain/profile/period-text.ts";
import { type Day, dayOf } from "../../../shared/domain/time.ts";
import { useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { useDateStyle } from "../../ui/calendar-style.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { Table } from "../../ui/Table.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { EffectiveShares } from "./EffectiveShares.tsx";
import { GraphPicture } from "./GraphPicture.tsx";
import { type GraphFilter, shownLinks, shownSubjects } from "./graph-model.ts";
import { LinkFacts } from "./LinkFacts.tsx";
import type { Profile } from "./profile-store.ts";
import { linkColumns } from "./RecordTab.tsx";
import css from "./subjects.module.css";

/** Nobody reads a picture of more subjects than these: the table comes first, and the picture when it is asked for. */
const readAsPicture = 200;

interface GraphTabProps {
  readonly dossier: Dossier;
  readonly profile: Profile;
}

/** How the subjects of a case are tied: as a picture in layers, or as a table that says the same. */
export function GraphTab({ dossier, profile }: GraphTabProps): ReactNode {
  const text = useText();
  const style = useDateStyle();
  const [shape, setShape] = useState<"graph" | "table">(dossier.subjects.length > readAsPicture ? "table" : "graph");
  const [opened, setOpened] = useState<SubjectLink>();
  const { filter, fields, today } = useGraphFilter(profile.links);
  const links = useMemo(() => shownLinks(profile.links, filter, today), [profile.links, filter, today]);
  const subjects = useMemo(
    () => shownSubjects(dossier.subjects, links, filter.withIsolated),
    [dossier.subjects, links, filter.withIsolated],
  );
  return (
    <div className={css["tab"]}>
      <Card title={text("subjects.links")} lead={text("subjects.graphLead")}>
        <div className={css["form"]}>
          <SegmentedControl
            label={text("subjects.showAs")}
            segments={[
              { value: "graph", label: text("subjects.asGraph") },
              { value: "table", label: text("subjects.asTable") },
            ]}
            value={shape}
            onChange={setShape}
          />
          {fields}
          <p role="status" className={css["quiet"]}>
            {text("subjects.shownOf", { shown: links.length, all: profile.links.length })}
          </p>
          {shape === "graph" && subjects.length > 0 && (
            <GraphPicture dossier={dossier} subjects={subjects} links={links} onOpen={setOpened} />
          )}
          {shape === "graph" && subjects.length === 0 && <EmptyState level={3} title={text("subjects.noneShown")} />}
          {shape === "table" && (
            <Table
              label={text("subjects.links")}
              columns={linkColumns(text, style, { dossier, profile })}
              rows={links}
              rowKey={(link) => link.id}
              onRowAction={setOpened}
              empty={text("subjects.noneShown")}
            />
          )}
        </div>
      </Card>
      <EffectiveShares dossier={dossier} links={links} />
      {opened !== undefined && (
        <LinkFacts dossier={dossier} profile={profile} link={opened} onClose={() => setOpened(undefined)} />
      )}
    </div>
  );
}

/** What the picture shows, and the fields that say so. */
function useGraphFilter(links: readonly SubjectLink[]): { filter: GraphFilter; fields: ReactNode; today: Day } {
  const text = useText();
  const [hidden, setHidden] = useState<ReadonlySet<LinkKind>>(new Set());
  const [typed, setTyped] = useState("");
  const [withIsolated, setWithIsolated] = useState(true);
  const today = dayOf(Date.now());
  const read = readPeriod(typed);
  const asOf = read.ok && read.value.from !== null ? spanOf(read.value.from).first : null;
  const present = LinkKind.options.filter((kind) => links.some((link) => link.kind === kind));
  const filter = useMemo(
    () => ({ kinds: new Set(LinkKind.options.filter((kind) => !hidden.has(kind))), asOf, withIsolated }),
    [hidden, asOf, withIsolated],
  );
  const fields = (
    <div className={css["filters"]}>
      <fieldset className={css["kinds"]}>
        <legend>{text("subjects.kinds")}</legend>
        {present.map((kind) => (
          <Checkbox
            key={kind}
            isSelected={!hidden.has(kind)}
            onChange={(isShown) =>
              setHidden((now) => new Set(isShown ? [...now].filter((one) => one !== kind) : [...now, kind]))
            }
          >
            {text(`subjects.link-${kind}`)}
          </Checkbox>
        ))}
        <Checkbox isSelected={withIsolated} onChange={setWithIsolated}>
          {text("subjects.isolated")}
        </Checkbox>
      </fieldset>
      <TextField
        label={text("subjects.asOf")}
        help={text("subjects.asOfHelp")}
        value={typed}
        onChange={setTyped}
        width="medium"
        error={read.ok ? undefined : text("subjects.asOfWrong")}
      />
    </div>
  );
  return { filter, fields, today };
}
