import type { ReactNode } from "react";
import type { VerificationResult } from "../../../shared/contract/calls/proof.ts";
import { useLocale, useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { HashText } from "../../ui/HashText.tsx";

/** Which file was looked at, so that the verdict can be tied to it later. */
export function FileFacts({ result }: { result: VerificationResult }): ReactNode {
  const text = useText();
  const bytes = new Intl.NumberFormat(useLocale(), { style: "unit", unit: "byte", unitDisplay: "long" });
  return (
    <Card title={text("verify.file")}>
      <DescriptionList
        items={[
          { id: "name", term: text("verify.fileName"), value: <bdi>{result.fileName}</bdi> },
          { id: "size", term: text("verify.fileSize"), value: bytes.format(result.sizeBytes) },
          {
            id: "hash",
            term: text("verify.fileHash"),
            value: <HashText value={result.fileSha256} onCopy={(whole) => void copyText(whole)} />,
          },
        ]}
      />
    </Card>
  );
}
