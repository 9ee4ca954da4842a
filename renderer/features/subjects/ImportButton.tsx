import { FileInput } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { Subject } from "../../../shared/domain/party.ts";
import type { ProfileImport } from "../../../shared/domain/profile/import.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { ImportDialog } from "./ImportDialog.tsx";

interface ImportButtonProps {
  readonly dossier: Dossier;
  readonly subject: Subject;
}

/** Asks for a CV or a publication list and shows what it would add to the subject. */
export function ImportButton({ dossier, subject }: ImportButtonProps): ReactNode {
  const text = useText();
  const [begun, setBegun] = useState<ProfileImport>();
  const [isBusy, setBusy] = useState(false);
  const begin = async (): Promise<void> => {
    setBusy(true);
    const read = await host.profile.beginImport({ dossierId: dossier.id, subjectId: subject.id });
    setBusy(false);
    if (read.ok) setBegun(read.value);
    else if (read.error.code !== "cancelled") notify({ tone: "error", text: faultText(text, read.error) });
  };
  return (
    <>
      <Button size="small" icon={FileInput} onPress={() => void begin()} isBusy={isBusy}>
        {text("subjects.import")}
      </Button>
      {begun !== undefined && <ImportDialog dossier={dossier} begun={begun} onClose={() => setBegun(undefined)} />}
    </>
  );
}
