import type { ReactNode } from "react";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { HitBrief, ScreeningNotice } from "../../../shared/domain/judging/rescreening.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Changes } from "./Reopened.tsx";
import { seeNotice } from "./screening-store.ts";

interface NoticesProps {
  readonly dossierId: DossierId;
  readonly notices: readonly ScreeningNotice[];
  readonly mayAnswer: boolean;
}

/** What background screenings found to be different and nobody has looked at yet. */
export function Notices({ dossierId, notices, mayAnswer }: NoticesProps): ReactNode {
  const text = useText();
  return notices
    .filter((notice) => notice.seenAt === null)
    .map((notice) => (
      <Banner
        key={notice.number}
        tone="warning"
        title={text(`match.notice-${notice.standing}`, {
          added: notice.added.length,
          gone: notice.gone.length,
          changed: notice.changed.length,
        })}
        actions={
          mayAnswer && (
            <Button size="small" onPress={() => void seeNotice(dossierId, notice.number)}>
              {text("match.noticeSeen")}
            </Button>
          )
        }
      >
        <p>
          <DateText instantMs={notice.at} />{" "}
          <bdi>{notice.editions.map(({ title, edition }) => `${title}（${edition}）`).join(text("match.comma"))}</bdi>
        </p>
        {notice.otherMatcher && <p>{text("match.otherMatcher")}</p>}
        <ul>
          {notice.added.map((hit) => (
            <Line key={hit.id} kind="added" hit={hit} />
          ))}
          {notice.gone.map((hit) => (
            <Line key={hit.id} kind="gone" hit={hit} />
          ))}
          {notice.changed.map(({ hit, changes }) => (
            <Line key={hit.id} kind="changed" hit={hit}>
              <Changes changes={changes} />
            </Line>
          ))}
        </ul>
      </Banner>
    ));
}

function Line(props: {
  readonly kind: "added" | "gone" | "changed";
  readonly hit: HitBrief;
  readonly children?: ReactNode;
}): ReactNode {
  const text = useText();
  const { kind, hit, children } = props;
  return (
    <li>
      <bdi>{text(`match.line-${kind}`, { name: hit.queryName, listed: hit.matchedName, list: hit.listTitle })}</bdi>
      {children}
    </li>
  );
}
