import { type ReactNode, useEffect, useState } from "react";
import type { DossierKind } from "../../../shared/domain/dossier.ts";
import type { Sha256 } from "../../../shared/domain/ids.ts";
import { host } from "../../host.ts";
import { HostUnitField } from "../../parts/ties/HostUnitField.tsx";
import { useIsOwnUnit } from "../../parts/ties/own-unit.ts";
import { useContent } from "../../stores/content-store.ts";
import { adoptDossier } from "../../stores/dossier-store.ts";
import { useFormDraft } from "../../stores/form-draft.ts";
import { navigate } from "../../stores/route-store.ts";
import { startVersion, useTemplate } from "../../stores/template-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import { Page } from "../../ui/Page.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { canCreate, emptyNewDossier, KeptNewDossier, type NewDossier, subjectOf } from "./new-dossier.ts";

const kinds: readonly DossierKind[] = ["person", "institution", "company", "self-check"];

/** Opens a new case: what kind, about whom, under which title. The rest is asked on the intake page. */
export function NewDossierView(): ReactNode {
  const text = useText();
  const [draft, setDraft] = useState<NewDossier>(emptyNewDossier);
  const kept = useFormDraft({
    dossierId: null,
    form: "new-case",
    schema: KeptNewDossier,
    value: draft,
    isTouched: draft !== emptyNewDossier,
    onRestore: (restored) => setDraft((known) => ({ ...known, ...restored })),
  });
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const change = (part: Partial<NewDossier>): void => setDraft((known) => ({ ...known, ...part }));
  const isOwnUnit = useIsOwnUnit(draft.hostUnit) && draft.kind !== "self-check";
  const isReady = canCreate(draft) && !isOwnUnit;

  async function create(): Promise<void> {
    if (isBusy || !isReady) return;
    setBusy(true);
    setProblem(undefined);
    const { kind, title, hostUnit, noConflict } = draft;
    const made = await host.dossiers.create({
      kind,
      title: title.trim(),
      subject: subjectOf(draft),
      hostUnit: kind === "self-check" ? "" : hostUnit.trim(),
      noConflict,
    });
    setBusy(false);
    if (!made.ok) {
      setProblem(faultText(text, made.error));
      return;
    }
    kept.drop();
    adoptDossier(made.value);
    navigate({ view: "dossier", dossierId: made.value.id, page: "intake" });
  }

  return (
    <Page
      title={text("dossiers.newTitle")}
      lead={text("dossiers.newLead")}
      width="narrow"
      bar={
        <>
          <Button tone="primary" onPress={() => void create()} isBusy={isBusy} isDisabled={!isReady}>
            {text("dossiers.create")}
          </Button>
          <Button
            onPress={() => {
              kept.drop();
              navigate({ view: "dossiers" });
            }}
          >
            {text("common.cancel")}
          </Button>
        </>
      }
    >
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <KindCard draft={draft} change={change} />
      <Card title={text("dossiers.what")}>
        <TextField
          label={text("dossiers.caseTitle")}
          help={text("dossiers.caseTitleHelp")}
          necessity="required"
          value={draft.title}
          onChange={(title) => change({ title })}
          maxLength={200}
        />
        {draft.kind !== "self-check" && <SubjectFields draft={draft} change={change} />}
      </Card>
      {draft.kind !== "self-check" && (
        <Card title={text("ties.card")}>
          <HostUnitField value={draft.hostUnit} onChange={(hostUnit) => change({ hostUnit })} isNewCase />
          <Checkbox
            isSelected={draft.noConflict}
            onChange={(noConflict) => change({ noConflict })}
            help={text("ties.newHelp")}
          >
            {text("ties.none")}
          </Checkbox>
        </Card>
      )}
    </Page>
  );
}

interface PartProps {
  readonly draft: NewDossier;
  readonly change: (part: Partial<NewDossier>) => void;
}

function KindCard({ draft, change }: PartProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { about } = useContent();
  const [start, setStart] = useState<Sha256>();
  useEffect(() => {
    let isShown = true;
    void startVersion(draft.kind).then((hash) => isShown && setStart(hash));
    return () => {
      isShown = false;
    };
  }, [draft.kind]);
  const template = useTemplate(start);
  return (
    <Card
      title={text("dossiers.kind")}
      lead={template === undefined ? undefined : `${pick(template.title)} · ${pick(template.scopeNote)}`}
    >
      <ChoiceGroup
        label={text("dossiers.kind")}
        isLabelHidden
        layout="column"
        value={draft.kind}
        onChange={(kind) => change({ kind: kinds.find((known) => known === kind) ?? "person" })}
        choices={kinds.map((kind) => ({ value: kind, label: text(`dossier.kind-${kind}`) }))}
      />
      <p>{pick(about.disclaimer)}</p>
    </Card>
  );
}

function SubjectFields({ draft, change }: PartProps): ReactNode {
  const text = useText();
  const isPerson = draft.kind === "person";
  return (
    <>
      <TextField
        label={text(isPerson ? "dossiers.personName" : "dossiers.bodyName")}
        help={text("dossiers.nameHelp")}
        necessity="required"
        value={draft.name}
        onChange={(name) => change({ name })}
        maxLength={400}
        isName
      />
      <TextField
        label={text("dossiers.reading")}
        help={text("dossiers.readingHelp")}
        value={draft.reading}
        onChange={(reading) => change({ reading })}
        maxLength={400}
        isName
      />
      <TextField
        label={text("dossiers.country")}
        help={text("dossiers.countryHelp")}
        value={draft.country}
        onChange={(country) => change({ country })}
        maxLength={100}
        width="medium"
      />
    </>
  );
}
