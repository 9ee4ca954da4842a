import { Signature } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Report } from "../../../shared/contract/calls/decision.ts";
import type { Identity } from "../../../shared/contract/calls/proof.ts";
import type { Decision } from "../../../shared/domain/decision.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { Locale } from "../../../shared/strings/text.ts";
import { host } from "../../host.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { HashText } from "../../ui/HashText.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { PassphraseField } from "../../ui/PassphraseField.tsx";
import { Progress } from "../../ui/Progress.tsx";

interface SignDialogProps {
  readonly dossier: Dossier;
  readonly decision: Decision;
  readonly identity: Identity;
  readonly locale: Locale;
  readonly pages: number;
  readonly onClose: () => void;
  readonly onSigned: (report: Report) => void;
}

/** Says what is about to be signed and asks for the passphrase again. Cannot be left while the signature is made. */
export function SignDialog({ onClose, onSigned, ...facts }: SignDialogProps): ReactNode {
  const text = useText();
  const [passphrase, setPassphrase] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function sign(): Promise<void> {
    if (isBusy || passphrase === "") return;
    setBusy(true);
    setProblem(undefined);
    const signed = await host.paper.sign({ dossierId: facts.dossier.id, locale: facts.locale, passphrase });
    setBusy(false);
    if (signed.ok) onSigned(signed.value);
    else setProblem(faultText(text, signed.error));
  }

  return (
    <Dialog
      title={text("paperpage.signTitle")}
      isOpen
      onClose={() => {
        if (!isBusy) onClose();
      }}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isBusy}>
            {text("common.cancel")}
          </Button>
          <Button
            tone="primary"
            icon={Signature}
            isBusy={isBusy}
            isDisabled={passphrase === ""}
            onPress={() => void sign()}
          >
            {text("paperpage.signAct")}
          </Button>
        </>
      }
    >
      <p>{text("paperpage.signWhat")}</p>
      <Facts {...facts} />
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <PassphraseField
        label={text("paperpage.passphrase")}
        value={passphrase}
        onChange={setPassphrase}
        onEnter={() => void sign()}
        isDisabled={isBusy}
        autoFocus
      />
      {isBusy && <Progress label={text("paperpage.signing")} />}
    </Dialog>
  );
}

function Facts(props: Omit<SignDialogProps, "onClose" | "onSigned">): ReactNode {
  const { dossier, decision, identity, locale, pages } = props;
  const text = useText();
  const form = text("paperpage.languageAndPages", { language: text(`paperpage.language-${locale}`), pages });
  return (
    <>
      <DescriptionList
        items={[
          { id: "number", term: text("paperpage.number"), value: dossier.number },
          { id: "title", term: text("paperpage.caseTitle"), value: <bdi>{dossier.title}</bdi> },
          {
            id: "version",
            term: text("paperpage.version"),
            value: text("paperpage.versionValue", { version: decision.version }),
          },
          { id: "form", term: text("paperpage.form"), value: form },
          { id: "ground", term: text("paperpage.ground"), value: <HashText value={decision.snapshotHash} ends={12} /> },
          { id: "signer", term: text("paperpage.signer"), value: <NameText name={identity.subjectName} /> },
          {
            id: "print",
            term: text("paperpage.signerPrint"),
            value: <HashText value={identity.fingerprint} ends={12} />,
          },
        ]}
      />
      <p>{text("paperpage.afterNote")}</p>
    </>
  );
}
