import { FileSearch } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { VerificationResult } from "../../../shared/contract/calls/proof.ts";
import { host } from "../../host.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { CheckTable } from "./CheckTable.tsx";
import { FileFacts } from "./FileFacts.tsx";
import { SignatureList } from "./SignatureList.tsx";
import { TrailAgreement } from "./TrailAgreement.tsx";
import { VerdictPanel } from "./VerdictPanel.tsx";
import css from "./verification.module.css";

/** Verifies a signed PDF from anywhere: one word, one sentence, then everything that was checked. */
export function VerificationView(): ReactNode {
  const text = useText();
  const [result, setResult] = useState<VerificationResult>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function verify(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    const verified = await host.verification.verify({});
    setBusy(false);
    if (verified.ok) setResult(verified.value);
    else if (verified.error.code !== "cancelled") {
      // The verdict of another file must not stand above this refusal.
      setResult(undefined);
      setProblem(faultText(text, verified.error));
    }
  }

  const choose = (
    <Button tone={result === undefined ? "primary" : "secondary"} isBusy={isBusy} onPress={() => void verify()}>
      {text(result === undefined ? "verify.choose" : "verify.chooseAnother")}
    </Button>
  );
  const isEmpty = result === undefined && !isBusy;
  return (
    <Page title={text("verify.title")} lead={text("verify.lead")} actions={isEmpty ? undefined : choose}>
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      {isBusy && (
        <Card>
          <Progress label={text("verify.busy")} />
          <p className={css["soft"]}>{text("verify.busyHint")}</p>
        </Card>
      )}
      {isEmpty && (
        <EmptyState icon={FileSearch} title={text("verify.none")} action={choose}>
          {text("verify.noneHint")}
        </EmptyState>
      )}
      {result !== undefined && !isBusy && <Outcome key={result.fileSha256} result={result} />}
    </Page>
  );
}

function Outcome({ result }: { result: VerificationResult }): ReactNode {
  return (
    <>
      <VerdictPanel result={result} />
      <SignatureList signatures={result.signatures} />
      <CheckTable checks={result.checks} />
      <TrailAgreement trail={result.trail} />
      <FileFacts result={result} />
    </>
  );
}
