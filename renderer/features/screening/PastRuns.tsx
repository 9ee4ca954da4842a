import { type ReactNode, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { DecidedRun, KeptRun, PastScreening, Replay, RunChoice } from "../../../shared/domain/judging/kept-run.ts";
import { host } from "../../host.ts";
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
    const done = await host.screening.replay({ dossierId, of: from.of });
    if (done.ok) setShown({ ...from, replay: done.value });
    setFault(done.ok ? undefined : done.error);
  };
  return (
    <Disclosure title={text("match.pastTitle")}>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {listed === undefined ? (
        <Button size="small" onPress={() => void load()}>
          {text("match.pastShow")}
        </Button>
      ) : (
        <Choices listed={listed} onShow={(of) => void show(of)} />
      )}
      {shown !== undefined && <Past shown={shown} onReplay={() => void replay(shown)} />}
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

function Past({ shown, onReplay }: { shown: Shown; onReplay: () => void }): ReactNode {
  const text = useText();
  const { past, replay } = shown;
  return (
    <section aria-label={text("match.pastTitle")}>
      <p>
        <DateText instantMs={past.run.at} /> {past.run.by} · {text("match.matcher")} {past.run.matcherVersion || "–"}
      </p>
      <p>
        <bdi>{past.run.editions.map(({ title, edition }) => `${title}（${edition}）`).join(text("match.comma"))}</bdi>
      </p>
      {past.run.changedOnly !== undefined && <ChangedFacts changed={past.run.changedOnly} />}
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
          {past.hits.map((hit) => (
            <tr key={hit.id}>
              <td>
                <bdi>{hit.queryName}</bdi>
              </td>
              <td>
                <bdi>{hit.matchedName}</bdi>
              </td>
              <td>{hit.listTitle}</td>
              <td>
                {hit.judgement === null ? text("match.toJudge") : text(`match.verdict-${hit.judgement.disposition}`)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {past.hits.length === 0 && <p>{text("match.pastNone")}</p>}
      <Button size="small" onPress={onReplay}>
        {text("match.replay")}
      </Button>
      {replay !== undefined && <Compared replay={replay} />}
    </section>
  );
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
            <bdi>{`${hit.queryName} – ${hit.matchedName}（${hit.listTitle}）`}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}
