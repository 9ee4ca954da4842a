import { Link2, Paperclip, ShieldAlert, ShieldCheck, Unlink2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import { nameOf } from "../../../shared/domain/content/vocabulary.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import { isStale } from "../../../shared/domain/evidence-age.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { Citations, useCitations } from "../../parts/reading/Citations.tsx";
import { useContent } from "../../stores/content-store.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { Link } from "../../ui/Link.tsx";
import { changeLink, useChecklist } from "./checklist-store.ts";
import css from "./EvidencePart.module.css";
import type { ItemView } from "./item-view.ts";
import type { Desk } from "./use-checklist-commands.ts";

/** The evidence tied to the item, and the ways to tie more. */
export function EvidencePart({ desk, dossier }: { readonly desk: Desk; readonly dossier: Dossier }): ReactNode {
  const text = useText();
  const [fault, setFault] = useState<Fault>();
  const { evidence: all } = useChecklist();
  const { view } = desk;
  const marks = useCitations(dossier.id, view.itemId);
  const others = all.filter((one) => !one.items.includes(view.itemId));
  const tie = async (evidence: Evidence, linked: boolean): Promise<void> => {
    const changed = await changeLink({ itemId: view.itemId, evidenceId: evidence.id, linked });
    setFault(changed.ok ? undefined : changed.error);
  };
  return (
    <section className={css["part"]}>
      <div className={css["head"]}>
        <h2 className={css["title"]}>{text("checklist.evidence")}</h2>
        <Link onPress={() => navigate({ view: "dossier", dossierId: dossier.id, page: "evidence" })}>
          {text("checklist.evidencePage")}
        </Link>
      </div>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {view.evidence.length === 0 && <p className={css["none"]}>{text("checklist.evidenceNone")}</p>}
      <ul className={css["pieces"]}>
        {view.evidence.map((one) => (
          <Piece key={one.id} evidence={one} view={view} tie={tie} isTied>
            <Citations dossierId={dossier.id} itemId={view.itemId} evidence={one} marks={marks} />
          </Piece>
        ))}
      </ul>
      {!view.isReadOnly && (
        <Button size="small" icon={Paperclip} shortcut="E" onPress={desk.attach}>
          {text("checklist.attach")}
        </Button>
      )}
      {!view.isReadOnly && others.length > 0 && (
        <Disclosure title={text("checklist.linkExisting")} summary={String(others.length)} level={3}>
          <ul className={css["pieces"]}>
            {others.map((one) => (
              <Piece key={one.id} evidence={one} view={view} tie={tie} isTied={false} />
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

interface PieceProps {
  readonly evidence: Evidence;
  readonly view: ItemView;
  readonly tie: (evidence: Evidence, linked: boolean) => Promise<void>;
  readonly isTied: boolean;
  /** Ways into the piece. */
  readonly children?: ReactNode;
}

function Piece({ evidence, view, tie, isTied, children }: PieceProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const { title, fileName, reliability, integrity, number } = evidence;
  const shown = title === "" ? fileName : title;
  return (
    <li className={css["piece"]}>
      <div className={css["words"]}>
        <span className={css["number"]}>{text("checklist.evidenceNumber", { number })}</span>
        <bdi className={css["name"]} title={fileName}>
          {shown}
        </bdi>
        <span className={css["facts"]}>
          <span title={pick(nameOf(vocabulary, "evidenceReliability", reliability))}>
            <Badge>{text("checklist.reliabilityOf", { grade: reliability })}</Badge>
          </span>
          {isStale(evidence.standing, dayOf(Date.now())) && (
            <Badge tone="warning">{text("checklist.short-stale-evidence")}</Badge>
          )}
          <span className={css["integrity"]} data-integrity={integrity}>
            <Icon shape={integrity === "intact" ? ShieldCheck : ShieldAlert} size="small" />
            {text(`checklist.integrity-${integrity}`)}
          </span>
        </span>
        {children}
      </div>
      {!view.isReadOnly && (
        <IconButton
          icon={isTied ? Unlink2 : Link2}
          size="small"
          label={text(isTied ? "checklist.unlinkOf" : "checklist.linkOf", { title: shown })}
          onPress={() => void tie(evidence, !isTied)}
        />
      )}
    </li>
  );
}
