import { CheckCircle2, CircleAlert, CircleDot } from "lucide-react";
import type { ReactNode } from "react";
import type { RiskView } from "../../../shared/contract/calls/risk.ts";
import { findItem } from "../../../shared/domain/content/template.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { useContent } from "../../stores/content-store.ts";
import { navigate } from "../../stores/route-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { useTemplate } from "../../stores/template-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Link } from "../../ui/Link.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import css from "./OpenMatters.module.css";
import { type OpenMatter, openMatters } from "./open-matters.ts";

interface OpenMattersProps {
  readonly dossier: Dossier;
  readonly view: RiskView;
}

/** What stands open before the decision, each with the way to where it is settled. */
export function OpenMatters({ dossier, view }: OpenMattersProps): ReactNode {
  const text = useText();
  const { scoring } = useContent();
  const matters = openMatters(view, scoring);
  const isHeld = matters.some((one) => one.blocks);
  return (
    <Card title={text("decision.openTitle")} ground="sunken">
      {isHeld && <p className={css["held"]}>{text("decision.openPend")}</p>}
      {!isHeld && (
        <p className={css["clear"]}>
          <Icon shape={CheckCircle2} />
          {text("decision.openNone")}
        </p>
      )}
      {matters.length > 0 && (
        <ul className={css["list"]}>
          {matters.map((matter) => (
            <Matter key={matter.kind + (matter.gate ?? "")} matter={matter} dossier={dossier} />
          ))}
        </ul>
      )}
    </Card>
  );
}

/** More links than these would hide what else is open. */
const shownItems = 6;

function Matter({ matter, dossier }: { matter: OpenMatter; dossier: Dossier }): ReactNode {
  const text = useText();
  const { nameOf } = useSpeaker();
  const gate = matter.gate === undefined ? "" : nameOf("gate", matter.gate);
  return (
    <li className={css["matter"]}>
      <span className={css["mark"]}>
        <Icon shape={matter.blocks ? CircleAlert : CircleDot} />
      </span>
      <div>
        <p>{text(`decision.open-${matter.kind}`, { count: matter.count, gate })}</p>
        <p className={css["links"]}>
          {matter.items.slice(0, shownItems).map((itemId) => (
            <ItemLink key={itemId} itemId={itemId} dossier={dossier} />
          ))}
          {matter.items.length > shownItems && <span>…</span>}
          <Link onPress={() => navigate({ view: "dossier", dossierId: dossier.id, page: matter.page })}>
            {text(`decision.openGo-${matter.page}`)}
          </Link>
        </p>
      </div>
    </li>
  );
}

function ItemLink({ itemId, dossier }: { itemId: string; dossier: Dossier }): ReactNode {
  const pick = usePick();
  const template = useTemplate(dossier.templateHash);
  const item = template === undefined ? undefined : findItem(template, itemId);
  return (
    <Link onPress={() => navigate({ view: "dossier", dossierId: dossier.id, page: "checklist", itemId })}>
      {itemId}
      {item !== undefined && <VisuallyHidden>{pick(item.question)}</VisuallyHidden>}
    </Link>
  );
}
