import type { ReactNode } from "react";
import type { VerificationResult } from "../../../shared/contract/calls/proof.ts";
import { useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { DateText } from "../../ui/DateText.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { HashText } from "../../ui/HashText.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { verdictShapes, verdictTones } from "./outcome-mark.ts";
import { fieldName, reasonText } from "./reason-text.ts";
import css from "./verification.module.css";

type Signature = VerificationResult["signatures"][number];

/** Every signature in the file: whose, with which certificate, when as claimed, and how it stands. */
export function SignatureList({ signatures }: { signatures: readonly Signature[] }): ReactNode {
  const text = useText();
  return (
    <Card title={text("verify.signatures")}>
      {signatures.length === 0 && <p className={css["soft"]}>{text("verify.noSignatures")}</p>}
      <ol className={css["signatures"]}>
        {signatures.map((signature, index) => (
          // A hostile file may use one name for two fields; their order does not change.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list of one result never changes.
          <li key={index} className={css["signature"]}>
            <SignatureFacts signature={signature} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function SignatureFacts({ signature }: { signature: Signature }): ReactNode {
  const text = useText();
  const { outcome, signerName, fingerprint, claimedAt, reasons, field } = signature;
  return (
    <>
      <h3 className={css["signatureHead"]}>
        <span>{fieldName(text, field)}</span>
        <Badge tone={verdictTones[outcome]} icon={verdictShapes[outcome]}>
          {text(`verification.verdict.${outcome}`)}
        </Badge>
      </h3>
      <DescriptionList
        items={[
          {
            id: "signer",
            term: text("verify.signer"),
            value: signerName === "" ? text("verify.noName") : <NameText name={signerName} />,
          },
          {
            id: "time",
            term: text("verify.claimedAt"),
            value:
              claimedAt === null ? (
                text("verify.noTime")
              ) : (
                <>
                  <DateText instantMs={claimedAt} />
                  <span className={css["note"]}>{text("verification.note.claimedTime")}</span>
                </>
              ),
          },
          {
            id: "print",
            term: text("verify.fingerprint"),
            value: fingerprint === "" ? "–" : <HashText value={fingerprint} onCopy={(whole) => void copyText(whole)} />,
          },
        ]}
      />
      {reasons.length > 0 && (
        <ul className={css["reasons"]}>
          {reasons.map((code) => (
            <li key={code}>{reasonText(text, code)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
