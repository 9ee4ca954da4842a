import { Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { allItemsOf } from "../../../shared/domain/content/check-template.ts";
import { addItem, addSection, blankItem, changeItem, freeId } from "../../../shared/domain/content/edit-template.ts";
import type { TemplateFile } from "../../../shared/domain/content/template.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { HeadForm } from "./HeadForm.tsx";
import { ItemForm } from "./ItemForm.tsx";
import { ItemTree } from "./ItemTree.tsx";
import { PublishDialog } from "./PublishDialog.tsx";
import css from "./templates.module.css";
import { type DraftWork, useDraft } from "./use-draft.ts";

/** Writes a template: what it asks on the left, one item or the whole on the right, publishing below. */
export function TemplateEditor({ templateId, onBack }: { templateId: string; onBack: () => void }): ReactNode {
  const text = useText();
  const { work, fault } = useDraft(templateId);
  if (work === undefined)
    return (
      <Page title={text("templates.editTitle")} actions={<Button onPress={onBack}>{text("templates.back")}</Button>}>
        {fault === undefined ? <Skeleton lines={8} /> : <Banner tone="error" title={faultText(text, fault)} isLive />}
      </Page>
    );
  return (
    <Desk work={work} onBack={onBack}>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
    </Desk>
  );
}

interface DeskProps {
  readonly work: DraftWork;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

function Desk({ work, onBack, children }: DeskProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const [chosen, setChosen] = useState<string>();
  const [isPublishing, setPublishing] = useState(false);
  const { file } = work.draft;
  return (
    <Page
      title={text("templates.editTitle")}
      above={pick(file.title)}
      width="wide"
      actions={<Button onPress={onBack}>{text("templates.back")}</Button>}
      bar={<Bar work={work} onPublish={() => setPublishing(true)} onBack={onBack} />}
    >
      {children}
      <Problems work={work} onChoose={setChosen} />
      <div className={css["desk"]}>
        <ItemTree
          file={file}
          rootIds={work.template.rootHash === null ? [] : work.takenIds}
          chosen={chosen}
          onChoose={setChosen}
          onEdit={work.change}
          onAddItem={(sectionId) => setChosen(add(work, sectionId))}
          onAddSection={() => setChosen(addPart(work))}
        />
        <Chosen work={work} chosen={chosen} />
      </div>
      {isPublishing && <PublishDialog work={work} onClose={() => setPublishing(false)} onDone={onBack} />}
    </Page>
  );
}

function taken(work: DraftWork): string[] {
  const { file } = work.draft;
  return [...work.takenIds, ...file.sections.map((one) => one.id), ...allItemsOf(file).map((item) => item.id)];
}

/** Adds an item and answers its number. */
function add(work: DraftWork, sectionId: string): string {
  const id = freeId(work.template.kind, taken(work), "X");
  work.change((file) => addItem(file, sectionId, blankItem(file, id, sectionId)));
  return id;
}

/** Adds a section with one item, for an empty one asks nothing, and answers the section's id. */
function addPart(work: DraftWork): string {
  const id = freeId(work.template.kind, taken(work), "Y");
  const itemId = freeId(work.template.kind, taken(work), "X");
  work.change((file: TemplateFile) =>
    addSection(file, { id, title: { ja: "", en: "" }, items: [blankItem(file, itemId, id)] }),
  );
  return id;
}

function Chosen({ work, chosen }: { work: DraftWork; chosen: string | undefined }): ReactNode {
  const text = useText();
  const { file } = work.draft;
  const item = allItemsOf(file).find((one) => one.id === chosen);
  const section = file.sections.find((one) => one.id === chosen);
  if (item !== undefined)
    return (
      <ItemForm
        key={item.id}
        item={item}
        file={file}
        onChange={(next) => work.change((now) => changeItem(now, next))}
      />
    );
  if (section !== undefined || chosen === undefined)
    return <HeadForm key={section?.id ?? ""} file={file} section={section} onChange={work.change} />;
  return <Card title={text("templates.head")}>{text("templates.choose")}</Card>;
}

function Problems({ work, onChoose }: { work: DraftWork; onChoose: (id: string) => void }): ReactNode {
  const text = useText();
  const { problems } = work.draft;
  if (problems.length === 0) return <Banner tone="success" title={text("templates.ready")} />;
  return (
    <Disclosure title={text("templates.problems")} summary={text("templates.problemCount", { count: problems.length })}>
      <ul className={css["list"]}>
        {problems.slice(0, 50).map(({ code, place }) => (
          <li key={`${code} ${place}`}>
            <Button tone="quiet" size="small" onPress={() => onChoose(place.split(" ")[0] ?? "")}>
              {place}
            </Button>
            <span className={css["soft"]}>{text(`templates.problem-${code}`)}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function Bar({ work, onPublish, onBack }: { work: DraftWork; onPublish: () => void; onBack: () => void }): ReactNode {
  const text = useText();
  const { templateId } = work.template;
  async function drop(): Promise<void> {
    const dropped = await host.templates.dropDraft({ templateId, revision: work.draft.revision });
    if (!dropped.ok) return void notify({ tone: "error", text: faultText(text, dropped.error) });
    notify({ tone: "success", text: text("templates.dropped") });
    onBack();
  }
  return (
    <>
      <Button icon={Undo2} isDisabled={!work.canUndo} onPress={work.undo}>
        {text("templates.undo")}
      </Button>
      <Button tone="quiet" isDisabled={work.isSaving} onPress={() => void drop()}>
        {text("templates.dropDraft")}
      </Button>
      <Button tone="primary" isDisabled={work.isSaving || work.draft.problems.length > 0} onPress={onPublish}>
        {text("templates.publish")}
      </Button>
    </>
  );
}
