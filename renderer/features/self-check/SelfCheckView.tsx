import { type ReactNode, useEffect, useState } from "react";
import type { Answer } from "../../../shared/domain/answer.ts";
import type { Template } from "../../../shared/domain/content/template.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { type SelfCheckPoint, selfCheckByPoint } from "../../../shared/domain/self-check.ts";
import { host, onEvent } from "../../host.ts";
import { useContent } from "../../stores/content-store.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Meter } from "../../ui/Meter.tsx";
import { Page } from "../../ui/Page.tsx";
import css from "./self-check.module.css";

interface Opened {
  readonly template: Template;
  readonly answers: readonly Answer[];
}

/** Where the agency stands on each point of its self-check. Words and bars, no score: a self-check is not a risk. */
export function SelfCheckView({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const { vocabulary } = useContent();
  const [opened, setOpened] = useState<Opened>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    const load = async (): Promise<void> => {
      const answer = await host.checklist.open({ dossierId: dossier.id });
      if (answer.ok) setOpened(answer.value);
      else setProblem(faultText(text, answer.error));
    };
    void load();
    return onEvent("dossier.changed", () => void load());
  }, [dossier.id, text]);
  return (
    <Page
      title={text("selfcheck.title")}
      lead={text("selfcheck.lead")}
      width="narrow"
      actions={
        <Button onPress={() => navigate({ view: "dossier", dossierId: dossier.id, page: "checklist" })}>
          {text("selfcheck.toChecklist")}
        </Button>
      }
    >
      {problem !== undefined && <Banner tone="error" title={problem} />}
      {opened !== undefined && (
        <Points points={selfCheckByPoint(opened.template, opened.answers, vocabulary)} template={opened.template} />
      )}
    </Page>
  );
}

function Points({ points, template }: { points: readonly SelfCheckPoint[]; template: Template }): ReactNode {
  const text = useText();
  const pick = usePick();
  return (
    <Card title={text("selfcheck.byPoint")} lead={pick(template.scopeNote)}>
      <ul className={css["points"]}>
        {points.map((point) => (
          <li key={point.point}>
            <Meter
              label={point.point}
              value={point.level}
              max={point.levelMax}
              words={text("selfcheck.words", {
                answered: point.answered,
                items: point.items,
                level: point.level,
                levelMax: point.levelMax,
              })}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
