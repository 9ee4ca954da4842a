import { LockKeyhole } from "lucide-react";
import type { ReactNode } from "react";
import type { Waiting } from "../../../shared/domain/desk/waiting.ts";
import { navigate } from "../../stores/route-store.ts";
import { useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import css from "./home.module.css";
import { type GroupOfRows, groupRows, isLate } from "./home-groups.ts";
import type { HomeAnswer } from "./home-store.ts";
import { pageFor } from "./next-page.ts";

/** What waits, in parts: late, asked of you, coming up, and the next steps. */
export function WaitingGroups({ answer }: { answer: HomeAnswer }): ReactNode {
  return groupRows(answer.waiting, answer.counts).map((group) => <Group key={group.group} group={group} />);
}

function Group({ group: { group, count, kinds } }: { group: GroupOfRows }): ReactNode {
  const text = useText();
  return (
    <Card title={text(`home.group-${group}`, { count })} isFlush>
      <ul className={css["rows"]}>
        {kinds.map(({ kind, count: ofKind, rows }) => [
          ...rows.map((entry) => <WaitingRow key={`${kind}-${entry.dossierId}`} entry={entry} />),
          ofKind > rows.length && (
            <li key={`${kind}-more`} className={css["row"]}>
              <span className={css["sentence"]}>
                {text("home.more", { what: text(`home.kind-${kind}`), count: ofKind - rows.length })}
              </span>
              <Button size="small" tone="quiet" onPress={() => navigate({ view: "dossiers", waiting: kind })}>
                {text("desk.toList", { count: ofKind })}
              </Button>
            </li>
          ),
        ])}
      </ul>
    </Card>
  );
}

function WaitingRow({ entry }: { entry: Waiting }): ReactNode {
  const text = useText();
  return (
    <li className={css["row"]}>
      <div className={css["words"]}>
        <span className={css["sentence"]}>
          {isLate(entry.kind) && <Badge tone="warning">{text("home.late-badge")}</Badge>}
          {text(`home.${entry.kind}`, { count: entry.count })}
        </span>
        <span className={css["about"]}>
          <span className={css["number"]}>{entry.number}</span>
          {entry.restricted && <Badge icon={LockKeyhole}>{text("access.mark")}</Badge>}
          <bdi className={css["title"]}>{entry.title}</bdi>
          {entry.day !== null && (
            <span className={css["day"]}>
              {text("home.due")} <DateText iso={entry.day} />
            </span>
          )}
        </span>
      </div>
      <Button
        size="small"
        onPress={() => navigate({ view: "dossier", dossierId: entry.dossierId, page: pageFor(entry.kind) })}
      >
        {text(`home.${entry.kind}-action`)}
      </Button>
    </li>
  );
}
