import { Signature } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Report } from "../../../shared/contract/calls/decision.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { host } from "../../host.ts";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { notify } from "../../stores/notice-store.ts";
import { useCaseRights, useRights } from "../../stores/rights.ts";
import { navigate } from "../../stores/route-store.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Link } from "../../ui/Link.tsx";
import css from "./paper.module.css";
import { toCountersign } from "./to-countersign.ts";
import type { Signing } from "./use-signing.ts";

/** For the approver of this very decision: adds their signature to the paper the reviewer signed. */
export function Countersign({ dossier, signing }: { dossier: Dossier; signing: Signing }): ReactNode {
  const text = useText();
  const { personId } = useRights();
  const may = useCaseRights(dossier);
  const [asked, setAsked] = useState<Report>();
  const { decision, identity, reports } = signing;
  const isApprover =
    may("approve-decisions") &&
    may("sign-papers") &&
    decision?.approval?.kind === "approver" &&
    decision.approval.answer === "approve" &&
    decision.approval.personId === personId;
  if (!isApprover) return null;
  const open = toCountersign(reports, decision.id);
  return (
    <section className={css["sign"]} aria-labelledby="paper-countersign">
      <div className={css["signWords"]}>
        <h2 className={css["signTitle"]} id="paper-countersign">
          {text("paperpage.countersign")}
        </h2>
        <p className={css["hint"]}>
          {text(open.length > 0 ? "paperpage.countersignLead" : "paperpage.countersignNone")}
        </p>
        {identity === undefined && (
          <p>
            <Link onPress={() => navigate({ view: "settings" })}>{text("paperpage.need-identity")}</Link>
          </p>
        )}
      </div>
      {open.map((report) => (
        <Button
          key={report.id}
          tone="primary"
          icon={Signature}
          isDisabled={identity === undefined}
          onPress={() => setAsked(report)}
        >
          {text("paperpage.countersignAct", { language: text(`paperpage.language-${report.locale}`) })}
        </Button>
      ))}
      {asked !== undefined && (
        <ReauthDialog<never, Report>
          title={text("paperpage.countersignTitle")}
          lead={text("paperpage.countersignWhat", { by: asked.createdBy, version: asked.version })}
          confirmLabel={text("paperpage.signAct")}
          onConfirm={({ passphrase }) =>
            host.paper.countersign({ dossierId: dossier.id, reportId: asked.id, passphrase })
          }
          onDone={() => {
            setAsked(undefined);
            notify({ tone: "success", text: text("paperpage.countersigned") });
            void signing.reload();
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}
