import { CheckCircle2, Circle, Signature } from "lucide-react";
import type { ReactNode } from "react";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { navigate } from "../../stores/route-store.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Link } from "../../ui/Link.tsx";
import css from "./paper.module.css";
import { sectionName } from "./section-name.ts";
import type { SignNeed } from "./sign-needs.ts";

interface SignCardProps {
  readonly dossierId: DossierId;
  readonly needs: readonly SignNeed[];
  readonly goTo: (name: string) => void;
  readonly onSign: () => void;
}

/** What stands before the signature, each with the way to it; then the signature. */
export function SignCard({ dossierId, needs, goTo, onSign }: SignCardProps): ReactNode {
  const text = useText();
  return (
    <Card
      title={text("paperpage.sign")}
      lead={text("paperpage.signLead")}
      actions={
        <Button tone="primary" icon={Signature} isDisabled={needs.length > 0} onPress={onSign}>
          {text("paperpage.signAct")}
        </Button>
      }
    >
      {needs.length === 0 ? (
        <p className={css["ready"]}>
          <Icon shape={CheckCircle2} />
          {text("paperpage.ready")}
        </p>
      ) : (
        <>
          <p>{text("paperpage.notReady")}</p>
          <ul className={css["needs"]}>
            {needs.map((need) => (
              <li key={need.kind === "missing" ? need.sectionId : need.kind} className={css["need"]}>
                <Icon shape={Circle} size="small" />
                <Need need={need} dossierId={dossierId} goTo={goTo} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Need({ need, dossierId, goTo }: Pick<SignCardProps, "dossierId" | "goTo"> & { need: SignNeed }): ReactNode {
  const text = useText();
  switch (need.kind) {
    case "missing":
      return (
        <Link onPress={() => goTo(need.sectionId)}>
          {text("paperpage.need-missing", { name: sectionName(text, need.sectionId) })}
        </Link>
      );
    case "decision":
      return (
        <span>
          {text("paperpage.need-decision")}{" "}
          <Link onPress={() => navigate({ view: "dossier", dossierId, page: "decision" })}>
            {text("paperpage.toDecision")}
          </Link>
        </span>
      );
    case "identity":
    case "expired":
      return (
        <span>
          {text(`paperpage.need-${need.kind}`)}{" "}
          <Link onPress={() => navigate({ view: "settings" })}>{text("paperpage.toSettings")}</Link>
        </span>
      );
    case "pages":
      return <span>{text("paperpage.need-pages")}</span>;
  }
}
