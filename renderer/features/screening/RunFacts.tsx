import type { ReactNode } from "react";
import { isUndecided } from "../../../shared/domain/judging/group-hits.ts";
import type { ChangedOnly, Hit, ScreeningRun } from "../../../shared/domain/screening.ts";
import { isolated } from "../../parts/listed/listed-words.ts";
import { navigate } from "../../stores/route-store.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import css from "./screening.module.css";

interface RunFactsProps {
  readonly run: ScreeningRun;
  readonly hits: readonly Hit[];
  /** The case will be screened again in the background. */
  readonly isDue: boolean;
}

/** What was searched, in what, and what remains to be judged. */
export function RunFacts({ run, hits, isDue }: RunFactsProps): ReactNode {
  const text = useText();
  const open = hits.filter(isUndecided).length;
  const awaiting = hits.filter((hit) => hit.awaitsSecondPerson && hit.second === null).length;
  return (
    <>
      {run.stale && (
        <Banner tone="warning" title={text("match.stale")}>
          {isDue && text("match.due")}
        </Banner>
      )}
      {run.editions.length === 0 && (
        <Banner
          tone="warning"
          title={text("match.noLists")}
          actions={
            <Button size="small" onPress={() => navigate({ view: "lists" })}>
              {text("match.toLists")}
            </Button>
          }
        />
      )}
      <p className={css["summary"]}>
        <span>{text("match.candidateCount", { count: hits.length, open, awaiting })}</span>
        <span className={css["limits"]}>{text("match.noProof")}</span>
      </p>
      <Disclosure title={text("match.searchedIn", { names: run.names.length, lists: run.editions.length })}>
        <DescriptionList
          items={[
            { id: "at", term: text("match.at"), value: <DateText instantMs={run.at} /> },
            { id: "names", term: text("match.names"), value: <Each of={run.names} /> },
            {
              id: "lists",
              term: text("match.lists"),
              value: (
                <Each
                  of={run.editions.map(({ title: list, edition, entries }) =>
                    text("match.listEntries", { list: isolated(list), edition: isolated(edition), entries }),
                  )}
                />
              ),
            },
            { id: "cutoff", term: text("match.cutOff"), value: run.cutOff.toFixed(2) },
            ...(run.changedOnly === undefined
              ? []
              : [
                  { id: "changed", term: text("match.changedOnly"), value: <ChangedFacts changed={run.changedOnly} /> },
                ]),
            { id: "matcher", term: text("match.matcher"), value: run.matcherVersion || "–" },
          ]}
        />
      </Disclosure>
    </>
  );
}

/** Since when only what changed was compared, and how much that was, list by list. */
export function ChangedFacts({ changed }: { changed: ChangedOnly }): ReactNode {
  const text = useText();
  return (
    <>
      {text("match.wholeAt")} <DateText instantMs={changed.wholeAt} />
      <ul>
        {changed.steps.map(({ title, after, compared, gone }) => (
          <li key={after}>
            <bdi>{text("match.changedStep", { list: title, compared, gone })}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}

/** One name to a line, so that where one ends is beyond doubt in any writing. */
function Each({ of }: { of: readonly string[] }): ReactNode {
  if (of.length === 0) return "–";
  return (
    <ul className={css["each"]}>
      {[...new Set(of)].map((one) => (
        <li key={one}>
          <bdi>{one}</bdi>
        </li>
      ))}
    </ul>
  );
}
