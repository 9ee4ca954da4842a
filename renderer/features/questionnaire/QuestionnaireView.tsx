import { type ReactNode, useCallback, useEffect, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { ReplyPreview } from "../../../shared/domain/questionnaire.ts";
import { host } from "../../host.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { AnswersCard } from "./AnswersCard.tsx";
import type { CaseTemplate, Sheets } from "./case-sheets.ts";
import { ReplyReview } from "./ReplyReview.tsx";
import { SheetsCard } from "./SheetsCard.tsx";
import { VersionCard } from "./VersionCard.tsx";

/** The version of the checklist a case uses, and the questionnaires sent out for it. */
export function QuestionnaireView({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const [template, setTemplate] = useState<CaseTemplate>();
  const [sheets, setSheets] = useState<Sheets>();
  const [fault, setFault] = useState<Fault>();
  const [reply, setReply] = useState<ReplyPreview>();
  const dossierId = dossier.id;
  const load = useCallback(async () => {
    const [version, sent] = await Promise.all([
      host.templates.ofCase({ dossierId }),
      host.questionnaires.list({ dossierId }),
    ]);
    if (version.ok) setTemplate(version.value);
    else setFault(version.error);
    if (sent.ok) setSheets(sent.value);
  }, [dossierId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new state of the case is read anew.
  useEffect(() => void load(), [load, dossier.revision, dossier.templateHash]);
  if (reply !== undefined)
    return (
      <ReplyReview
        dossier={dossier}
        preview={reply}
        onEnd={() => {
          setReply(undefined);
          void load();
        }}
      />
    );
  return (
    <Page title={text("questionnaire.title")} lead={text("questionnaire.lead")} width="wide">
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {template === undefined || sheets === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <>
          <SheetsCard
            dossier={dossier}
            template={template.template}
            sheets={sheets}
            onReply={setReply}
            onChange={() => void load()}
          />
          <VersionCard dossier={dossier} template={template} onChange={() => void load()} />
          <AnswersCard dossier={dossier} template={template} onChange={() => void load()} />
        </>
      )}
    </Page>
  );
}
