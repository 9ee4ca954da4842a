import type { ReactNode } from "react";
import type { Hit, ScreeningRun } from "../../../shared/domain/screening.ts";
import { navigate } from "../../stores/route-store.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";

/** What was searched, in what, and what remains to be judged. */
export function RunFacts({ run, hits }: { run: ScreeningRun; hits: readonly Hit[] }): ReactNode {
  const text = useText();
  const open = hits.filter((hit) => hit.judgement === null || hit.judgement.disposition === "undecided").length;
  const awaiting = hits.filter((hit) => hit.awaitsSecondPerson).length;
  return (
    <>
      {run.stale && <Banner tone="warning" title={text("match.stale")} />}
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
      <Card>
        <DescriptionList
          items={[
            { id: "at", term: text("match.at"), value: <DateText instantMs={run.at} /> },
            { id: "names", term: text("match.names"), value: <bdi>{run.names.join("、")}</bdi> },
            {
              id: "lists",
              term: text("match.lists"),
              value: run.editions.map((edition) => `${edition.title}（${edition.edition}）`).join("、") || "–",
            },
            { id: "cutoff", term: text("match.cutOff"), value: run.cutOff.toFixed(2) },
            {
              id: "hits",
              term: text("match.candidates"),
              value: text("match.candidateCount", { count: hits.length, open, awaiting }),
            },
          ]}
        />
        <p>{text("match.noProof")}</p>
      </Card>
    </>
  );
}
