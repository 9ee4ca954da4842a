import { FileUp } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { TemplateKind } from "../../../shared/domain/content/vocabulary.ts";
import type { ImportedTemplate } from "../../../shared/domain/office-template.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { useRights } from "../../stores/rights.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Page } from "../../ui/Page.tsx";
import { Select } from "../../ui/Select.tsx";
import { CompareView } from "./CompareView.tsx";
import { ImportDialog } from "./ImportDialog.tsx";
import type { Library, TemplatePlace } from "./library.ts";
import { PreviewView } from "./PreviewView.tsx";
import { TemplateEditor } from "./TemplateEditor.tsx";
import { TemplateList } from "./TemplateList.tsx";
import css from "./templates.module.css";
import { UpgradeView } from "./UpgradeView.tsx";

const kinds: readonly TemplateKind[] = ["person", "institution", "company", "self-check"];

/** The checklists of the office: which there are, and what can be done with each. */
export function TemplatesView(): ReactNode {
  const [place, setPlace] = useState<TemplatePlace>({ at: "list" });
  const [library, setLibrary] = useState<Library>();
  const [fault, setFault] = useState<Fault>();
  const load = useCallback(async () => {
    const read = await host.templates.list({});
    if (read.ok) setLibrary(read.value);
    else setFault(read.error);
  }, []);
  useEffect(() => void load(), [load]);
  const back = (): void => {
    setPlace({ at: "list" });
    void load();
  };
  if (place.at === "edit") return <TemplateEditor templateId={place.templateId} onBack={back} />;
  if (place.at === "read") return <PreviewView hash={place.hash} onBack={back} />;
  if (place.at === "move") return <UpgradeView hash={place.hash} onBack={back} />;
  if (place.at === "compare" && library !== undefined)
    return <CompareView library={library} first={place} onBack={back} />;
  return <ListPage library={library} fault={fault} onGo={setPlace} onChange={() => void load()} />;
}

interface ListPageProps {
  readonly library: Library | undefined;
  readonly fault: Fault | undefined;
  readonly onGo: (place: TemplatePlace) => void;
  readonly onChange: () => void;
}

function ListPage({ library, fault, onGo, onChange }: ListPageProps): ReactNode {
  const text = useText();
  const { may } = useRights();
  const isManager = may("manage-templates");
  const [imported, setImported] = useState<ImportedTemplate>();
  const [problem, setProblem] = useState<string>();
  async function begin(): Promise<void> {
    setProblem(undefined);
    const begun = await host.templates.beginImport({});
    if (begun.ok) setImported(begun.value);
    else if (begun.error.code !== "cancelled") setProblem(faultText(text, begun.error));
  }
  return (
    <Page
      title={text("templates.title")}
      lead={text(isManager ? "templates.lead" : "templates.leadReadOnly")}
      width="wide"
      {...(isManager && {
        actions: (
          <Button icon={FileUp} onPress={() => void begin()}>
            {text("templates.import")}
          </Button>
        ),
      })}
    >
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} />}
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <TemplateList library={library} onGo={onGo} onChange={onChange} onProblem={setProblem} />
      {isManager && library !== undefined && <StartCard library={library} onChange={onChange} />}
      {imported !== undefined && (
        <ImportDialog
          imported={imported}
          onClose={() => setImported(undefined)}
          onTaken={(templateId) => {
            setImported(undefined);
            onGo({ at: "edit", templateId });
          }}
        />
      )}
    </Page>
  );
}

const builtInChoice = "built-in";

function StartCard({ library, onChange }: { library: Library; onChange: () => void }): ReactNode {
  const text = useText();
  const pick = usePick();
  const [problem, setProblem] = useState<string>();
  async function choose(kind: TemplateKind, chosen: string): Promise<void> {
    setProblem(undefined);
    const saved = await host.templates.setStart({ kind, templateId: chosen === builtInChoice ? null : chosen });
    if (!saved.ok) return setProblem(faultText(text, saved.error));
    notify({ tone: "success", text: text("templates.startSaved") });
    onChange();
  }
  return (
    <Card title={text("templates.starts")} lead={text("templates.startsLead")}>
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <div className={css["starts"]}>
        {kinds.map((kind) => {
          const own = library.office.filter((one) => one.kind === kind && !one.retired && one.versions.length > 0);
          return (
            <Select
              key={kind}
              label={text(`dossier.kind-${kind}`)}
              placeholder={text("templates.startBuiltIn")}
              value={library.starts[kind] ?? builtInChoice}
              onChange={(chosen) => void choose(kind, chosen)}
              options={[
                { value: builtInChoice, label: text("templates.startBuiltIn") },
                ...own.map((one) => ({
                  value: one.templateId,
                  label: `${pick(one.title)}（${one.versions[0]?.label}）`,
                })),
              ]}
            />
          );
        })}
      </div>
    </Card>
  );
}
