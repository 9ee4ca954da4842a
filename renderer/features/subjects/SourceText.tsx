import type { ReactNode } from "react";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { FactSource } from "../../../shared/domain/profile/source.ts";
import { navigate } from "../../stores/route-store.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import type { Profile } from "./profile-store.ts";
import css from "./subjects.module.css";

interface SourceTextProps {
  readonly dossierId: DossierId;
  readonly source: FactSource;
  readonly evidence: Profile["evidence"];
}

/** Where something is known from; a piece of evidence opens. */
export function SourceText({ dossierId, source, evidence }: SourceTextProps): ReactNode {
  const text = useText();
  const piece = evidence.find((one) => one.id === source.evidenceId);
  return (
    <span className={css["source"]}>
      {piece !== undefined && (
        <Button size="small" tone="quiet" onPress={() => navigate({ view: "dossier", dossierId, page: "evidence" })}>
          {text("subjects.openSource", {
            title: `${text("subjects.evidenceNumber", { number: piece.number })} ${piece.title}`,
          })}
        </Button>
      )}
      {source.text !== "" && <span>{source.text}</span>}
    </span>
  );
}
