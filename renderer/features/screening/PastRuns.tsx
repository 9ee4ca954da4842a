import { type ReactNode, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { DecidedRun, KeptRun, PastScreening, Replay, RunChoice } from "../../../shared/domain/judging/kept-run.ts";
import type { Text } from "../../../shared/strings/text.ts";
import { host } from "../../host.ts";
import { isolated } from "../../parts/listed/listed-words.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { ChangedFacts } from "./RunFacts.tsx";
import css from "./screening.module.css";

interface Listed {
  readonly runs: readonly KeptRun[];
  readonly decisions: readonly DecidedRun[];
}
interface Shown {
  readonly past: PastScreening;
  readonly of: RunChoice;
  readonly replay: Replay | undefined;
}

/** Earlier screenings and those that decisions rest on; any of them can be asked again of the lists of that day. */
export function PastRuns({ dossierId }: { dossierId: DossierId }): ReactNode {
  const text = useText();
  const [listed, setListed] = useState<Listed>();
  const [shown, setShown] = useState<Shown>();
  const [fault, setFault] = useState<Fault>();
  const [isReplaying, setIsReplaying] = useState(false);
  const load = async (): Promise<void> => {
    const read = await host.screening.pastRuns({ dossierId });
    if (read.ok) setListed(read.value);
    else setFault(read.error);
  };
  const show = async (of: RunChoice): Promise<void> => {
    const read = await host.screening.pastRun({ dossierId, of });
    if (read.ok) setShown({ past: read.value, of, replay: undefined });
    setFault(read.ok ? undefined : read.error);
  };
  const replay = async (from: Shown): Promise<void> => {
    setIsReplaying(true);
    const done = await host.screening.replay({ dossierId, of: from.of });
    setIsReplaying(false);
    if (done.ok) setShown({ ...from, replay: done.value });
    setFault(done.ok ? undefined : done.error);
  };
  return (
    <Disclosure
      title={text("match.pastTitle")}
      onOpenChange={(isOpen) => {
        if (isOpen) void load();
      }}
    >
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {listed !== undefined && <Choices listed={listed} onShow={(of) => void show(of)} />}
      {shown !== undefined && <Past shown={shown} isReplaying={isReplaying} onReplay={() => void replay(shown)} />}
    </Disclosure>
  );
}

function Choices({ listed, onShow }: { listed: Listed; onShow: (of: RunChoice) => void }): ReactNode {
  const text = useText();
  return (
    <ul className={css["past"]}>
      {listed.decisions
        .filter(({ runAt }) => runAt !== null)
        .map(({ decisionId, version, at }) => (
          <li key={decisionId}>
            <Button size="small" onPress={() => onShow({ kind: "decision", decisionId })}>
              {text("match.pastDecision", { version })}
            </Button>{" "}
            <DateText instantMs={at} />
          </li>
        ))}
      {listed.runs.map((run) => (
        <li key={run.number}>
          <Button size="small" onPress={() => onShow({ kind: "run", number: run.number })}>
            {text(run.automatic ? "match.pastAutomatic" : "match.pastRun", { number: run.number })}
          </Button>{" "}
          <DateText instantMs={run.at} /> {run.by}
        </li>
      ))}
    </ul>
  );
}

interface PastProps {
  readonly shown: Shown;
  readonly isReplaying: boolean;
  readonly onReplay: () => void;
}

function Past({ shown, isReplaying, onReplay }: PastProps): ReactNode {
  const text = useText();
  const { past, replay } = shown;
  return (
    <section className={css["fields"]} aria-label={choiceName(text, shown)}>
      <h4 className={css["side"]}>{choiceName(text, shown)}</h4>
      <p>
        <DateText instantMs={past.run.at} /> {past.run.by} · {text("match.matcher")} {past.run.matcherVersion || "–"}
      </p>
      <p>
        {past.run.editions
          .map(({ title, edition }) => text("match.listEdition", { list: isolated(title), edition: isolated(edition) }))
          .join(text("match.comma")) || text("match.noLists")}
      </p>
      {past.run.changedOnly !== undefined && <ChangedFacts changed={past.run.changedOnly} />}
      {past.hits.length === 0 ? <p>{text("match.pastNone")}</p> : <PastHits hits={past.hits} />}
      <div className={css["buttons"]}>
        <Button size="small" isBusy={isReplaying} onPress={onReplay}>
          {text("match.replay")}
        </Button>
      </div>
      {replay !== undefined && <Compared replay={replay} />}
    </section>
  );
}

function PastHits({ hits }: { hits: PastScreening["hits"] }): ReactNode {
  const text = useText();
  return (
    <table className={css["pieces"]}>
      <thead>
        <tr>
          <th scope="col">{text("match.searched")}</th>
          <th scope="col">{text("match.listed")}</th>
          <th scope="col">{text("match.list")}</th>
          <th scope="col">{text("match.verdict")}</th>
        </tr>
      </thead>
      <tbody>
        {hits.map((hit) => (
          <tr key={hit.id}>
            <td>
              <bdi>{hit.queryName}</bdi>
            </td>
            <td>
              <bdi>{hit.matchedName}</bdi>
            </td>
            <td>
              <bdi>{hit.listTitle}</bdi>
            </td>
            <td>
              {hit.judgement === null ? text("match.toJudge") : text(`match.verdict-${hit.judgement.disposition}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Which of the earlier screenings is shown: a decision's, or one by its number. */
function choiceName(text: Text, { of }: Shown): string {
  return of.kind === "run" ? text("match.pastRun", { number: of.number }) : text("match.pastOfDecision");
}

function Compared({ replay }: { replay: Replay }): ReactNode {
  const text = useText();
  const { same, missing, extra, moved, matcherThen, matcherNow, lostEditions } = replay;
  return (
    <div role="status">
      <p>{text("match.replayed", { same, missing: missing.length, extra: extra.length, moved: moved.length })}</p>
      {matcherThen !== matcherNow && (
        <p>{text("match.replayMatcher", { before: matcherThen || "–", after: matcherNow })}</p>
      )}
      {lostEditions.length > 0 && <p>{text("match.replayLost", { lists: lostEditions.join(text("match.comma")) })}</p>}
      <ul>
        {[...missing, ...extra].map((hit) => (
          <li key={hit.id}>
            {text("match.pair", {
              name: isolated(hit.queryName),
              listed: isolated(hit.matchedName),
              list: isolated(hit.listTitle),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
