import { CheckCircle2, Circle, Signature } from "lucide-react";
import type { ReactNode } from "react";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { navigate } from "../../stores/route-store.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Link } from "../../ui/Link.tsx";
import css from "./paper.module.css";
import { sectionName } from "./section-name.ts";
import type { SignNeed } from "./sign-needs.ts";

interface SignCardProps {
  readonly dossierId: DossierId;
  readonly needs: readonly SignNeed[];
  /** This version is signed in this language already. */
  readonly isSigned: boolean;
  readonly goTo: (name: string) => void;
  readonly onSign: () => void;
}

/** What stands before the signature, each a way to it; then the signature. */
export function SignCard({ dossierId, needs, isSigned, goTo, onSign }: SignCardProps): ReactNode {
  const text = useText();
  return (
    <section className={css["sign"]} aria-labelledby="paper-sign">
      <div className={css["signWords"]}>
        <h2 className={css["signTitle"]} id="paper-sign">
          {text("paperpage.sign")}
        </h2>
        {needs.length === 0 ? (
          <p className={css["ready"]}>
            <Icon shape={CheckCircle2} />
            {text(isSigned ? "paperpage.isSigned" : "paperpage.ready")}
            <span className={css["hint"]}>{text(isSigned ? "paperpage.signedLead" : "paperpage.signLead")}</span>
          </p>
        ) : (
          <Needs needs={needs} dossierId={dossierId} goTo={goTo} />
        )}
      </div>
      <Button tone={isSigned ? "secondary" : "primary"} icon={Signature} isDisabled={needs.length > 0} onPress={onSign}>
        {text(isSigned ? "paperpage.signAgain" : "paperpage.signAct")}
      </Button>
    </section>
  );
}

function Needs({ needs, dossierId, goTo }: Omit<SignCardProps, "onSign" | "isSigned">): ReactNode {
  const text = useText();
  return (
    <div className={css["needsLine"]}>
      <span>{text("paperpage.notReady")}</span>
      <ul className={css["needs"]}>
        {needs.map((need) => (
          <li key={need.kind === "missing" ? need.sectionId : need.kind} className={css["need"]}>
            <Icon shape={Circle} size="small" />
            <Need need={need} dossierId={dossierId} goTo={goTo} />
          </li>
        ))}
      </ul>
    </div>
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
        <Link onPress={() => navigate({ view: "dossier", dossierId, page: "decision" })}>
          {text("paperpage.need-decision")}
        </Link>
      );
    case "identity":
    case "expired":
      return <Link onPress={() => navigate({ view: "settings" })}>{text(`paperpage.need-${need.kind}`)}</Link>;
    case "pages":
    case "declaration":
      return <span>{text(`paperpage.need-${need.kind}`)}</span>;
  }
}
