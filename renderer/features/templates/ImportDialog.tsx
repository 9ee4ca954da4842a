import { type ReactNode, useState } from "react";
import type { ImportedTemplate } from "../../../shared/domain/office-template.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { HashText } from "../../ui/HashText.tsx";

interface ImportDialogProps {
  readonly imported: ImportedTemplate;
  readonly onClose: () => void;
  readonly onTaken: (templateId: string) => void;
}

/** What a template file holds, and what becomes of it here. */
export function ImportDialog({ imported, onClose, onTaken }: ImportDialogProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const [problem, setProblem] = useState<string>();
  const { importId } = imported;
  async function take(into: "own" | "copy"): Promise<void> {
    const taken = await host.templates.finishImport({ importId, into });
    if (!taken.ok) return setProblem(faultText(text, taken.error));
    notify({ tone: "success", text: text("templates.imported") });
    onTaken(taken.value.template.templateId);
  }
  const close = (): void => {
    void host.templates.dropImport({ importId });
    onClose();
  };
  return (
    <Dialog
      title={text("templates.importTitle")}
      isOpen
      onClose={close}
      actions={
        <>
          <Button onPress={close}>{text("common.cancel")}</Button>
          {imported.known === "office" && (
            <Button onPress={() => void take("copy")}>{text("templates.takeCopy")}</Button>
          )}
          <Button tone="primary" onPress={() => void take("own")}>
            {text("templates.takeOwn")}
          </Button>
        </>
      }
    >
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <DescriptionList
        items={[
          { id: "file", term: text("templates.file"), value: <bdi>{imported.fileName}</bdi> },
          { id: "name", term: text("templates.name"), value: pick(imported.title) },
          { id: "kind", term: text("templates.kind"), value: text(`dossier.kind-${imported.kind}`) },
          { id: "version", term: text("templates.version"), value: imported.label },
          { id: "items", term: text("templates.items"), value: text("templates.itemCount", { count: imported.items }) },
          { id: "hash", term: text("templates.hash"), value: <HashText value={imported.hash} ends={8} /> },
        ]}
      />
      <p>{text(imported.hashNamed === "agrees" ? "templates.hashAgrees" : "templates.hashAbsent")}</p>
      <p>{text(`templates.importKnown-${imported.known}`)}</p>
    </Dialog>
  );
}
