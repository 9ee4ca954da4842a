import type { ReactNode } from "react";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { HitBrief, ScreeningNotice } from "../../../shared/domain/judging/rescreening.ts";
import { isolated } from "../../parts/listed/listed-words.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
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
    .map((notice, place) => (
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
          <bdi>
            {notice.editions
              .map(({ title, edition }) => text("match.listEdition", { list: title, edition }))
              .join(text("match.comma"))}
          </bdi>
        </p>
        {notice.otherMatcher && <p>{text("match.otherMatcher")}</p>}
        <Lines notice={notice} atOnce={place === 0 ? linesAtOnce : 0} />
      </Banner>
    ));
}

/** Lines shown of the newest notice; more, and those of earlier ones, would push the candidates themselves off the page. */
const linesAtOnce = 5;

function Lines({ notice, atOnce }: { notice: ScreeningNotice; atOnce: number }): ReactNode {
  const text = useText();
  const lines = [
    ...notice.added.map((hit) => <Line key={hit.id} kind="added" hit={hit} />),
    ...notice.gone.map((hit) => <Line key={hit.id} kind="gone" hit={hit} />),
    ...notice.changed.map(({ hit, changes }) => (
      <Line key={hit.id} kind="changed" hit={hit}>
        <Changes changes={changes} />
      </Line>
    )),
  ];
  const later = lines.slice(atOnce);
  return (
    <>
      {atOnce > 0 && <ul>{lines.slice(0, atOnce)}</ul>}
      {later.length > 0 && (
        <Disclosure
          title={text(atOnce > 0 ? "match.noticeMore" : "match.noticeLines", { count: later.length })}
          level={4}
        >
          <ul>{later}</ul>
        </Disclosure>
      )}
    </>
  );
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
      {text(`match.line-${kind}`, {
        name: isolated(hit.queryName),
        listed: isolated(hit.matchedName),
        list: isolated(hit.listTitle),
      })}
      {children}
    </li>
  );
}
