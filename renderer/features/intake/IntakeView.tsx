import { type ReactNode, useEffect, useState } from "react";
import type { Template } from "../../../shared/domain/content/template.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { host } from "../../host.ts";
import { FrozenBanner } from "../../parts/standing/FrozenBanner.tsx";
import { useContent } from "../../stores/content-store.ts";
import { useMayWork } from "../../stores/rights.ts";
import { navigate } from "../../stores/route-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Page } from "../../ui/Page.tsx";
import { AccessCard } from "./AccessCard.tsx";
import { CaseCard } from "./CaseCard.tsx";
import { IntakeFieldInput } from "./IntakeFieldInput.tsx";
import css from "./intake.module.css";
import { NoticeCard } from "./NoticeCard.tsx";
import { SubjectsCard } from "./SubjectsCard.tsx";
import { TiesCard } from "./TiesCard.tsx";

/** What the case is, whom it is about, and what the template asks at the start. */
export function IntakeView({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const isReadOnly = !useMayWork(dossier);
  const template = useTemplate(dossier);
  const isSelfCheck = dossier.kind === "self-check";
  return (
    <Page
      title={text("frame.intake")}
      lead={text(isSelfCheck ? "intake.leadSelfCheck" : "intake.lead")}
      bar={
        <Button
          tone="primary"
          onPress={() =>
            navigate({ view: "dossier", dossierId: dossier.id, page: isSelfCheck ? "checklist" : "triage" })
          }
        >
          {text(isSelfCheck ? "intake.toChecklist" : "intake.toTriage")}
        </Button>
      }
    >
      <FrozenBanner dossier={dossier} />
      <div className={css["columns"]}>
        <div className={css["main"]}>
          <CaseCard dossier={dossier} isReadOnly={isReadOnly} />
          {!isSelfCheck && <SubjectsCard dossier={dossier} isReadOnly={isReadOnly} />}
          {template !== undefined && <FormCard dossier={dossier} template={template} isReadOnly={isReadOnly} />}
        </div>
        <aside className={css["side"]}>
          <AccessCard dossier={dossier} />
          <NeverCollectCard />
          {!isSelfCheck && <TiesCard dossier={dossier} />}
          {dossier.kind === "person" && <NoticeCard />}
          {template !== undefined && <TemplateCard template={template} />}
        </aside>
      </div>
    </Page>
  );
}

/** The template the dossier was opened on, which may be older than the one that ships now. */
function useTemplate(dossier: Dossier): Template | undefined {
  const { templates } = useContent();
  const shipped = templates.find((one) => one.hash === dossier.templateHash);
  const [kept, setKept] = useState<Template>();
  useEffect(() => {
    if (shipped !== undefined) return;
    void host.checklist.open({ dossierId: dossier.id }).then((opened) => {
      if (opened.ok) setKept(opened.value.template);
    });
  }, [shipped, dossier.id]);
  return shipped ?? kept;
}

interface FormCardProps {
  readonly dossier: Dossier;
  readonly template: Template;
  readonly isReadOnly: boolean;
}

function FormCard({ dossier, template, isReadOnly }: FormCardProps): ReactNode {
  const text = useText();
  // Names belong to the subjects, where screening finds them.
  const fields = template.intake.filter((field) => field.type !== "names");
  return (
    <Card title={text("intake.form")} lead={text("intake.formLead")}>
      <div className={css["fields"]}>
        {fields.map((field) => (
          <IntakeFieldInput key={field.id} dossier={dossier} field={field} isReadOnly={isReadOnly} />
        ))}
      </div>
    </Card>
  );
}

function NeverCollectCard(): ReactNode {
  const text = useText();
  const pick = usePick();
  const { privacy } = useContent();
  return (
    <Card title={text("intake.never")} level={2} ground="sunken" lead={text("intake.neverLead")}>
      <ul className={css["never"]}>
        {privacy.neverCollect.map((kind) => (
          <li key={kind.id}>{pick(kind.name)}</li>
        ))}
      </ul>
    </Card>
  );
}

function TemplateCard({ template }: { readonly template: Template }): ReactNode {
  const pick = usePick();
  const { about } = useContent();
  return (
    <Card title={pick(template.title)} level={2} ground="sunken">
      <p className={css["small"]}>{pick(template.scopeNote)}</p>
      <p className={css["small"]}>{pick(about.disclaimer)}</p>
    </Card>
  );
}
