import { type ReactNode, useState } from "react";
import { useStore } from "zustand";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import { evidenceStateOn, evidenceStates } from "../../../shared/domain/evidence-age.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { host } from "../../host.ts";
import { ExportDialog } from "../../parts/reauth/ExportDialog.tsx";
import { notify } from "../../stores/notice-store.ts";
import { preferenceStore } from "../../stores/preferences.ts";
import { useCaseRights } from "../../stores/rights.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Select } from "../../ui/Select.tsx";
import css from "./evidence.module.css";

const filters = ["all", ...evidenceStates, "untied", "broken"] as const;
/** Which pieces the list shows. */
export type EvidenceFilter = (typeof filters)[number];

/** Whether a piece is among those the list shows. */
export function passes(evidence: Evidence, filter: EvidenceFilter): boolean {
  if (filter === "all") return true;
  if (filter === "untied") return evidence.items.length === 0;
  if (filter === "broken") return evidence.integrity !== "intact";
  return evidenceStateOn(evidence.standing, dayOf(Date.now())) === filter;
}

interface EvidenceToolsProps {
  readonly dossier: Dossier;
  readonly filter: EvidenceFilter;
  readonly onFilter: (filter: EvidenceFilter) => void;
  readonly isFrozen: boolean;
}

/** What the list shows, and what can be done with all of it. */
export function EvidenceTools({ dossier, filter, onFilter, isFrozen }: EvidenceToolsProps): ReactNode {
  const text = useText();
  const may = useCaseRights(dossier);
  const [saving, setSaving] = useState<"custody" | "register">();
  const apply = async (): Promise<void> => {
    const done = await host.intake.applyPeriods({ dossierId: dossier.id });
    notify(
      done.ok
        ? { tone: "success", text: text("evidence.periodsApplied", { count: done.value.changed }) }
        : { tone: "error", text: faultText(text, done.error) },
    );
  };
  return (
    <div className={css["acts"]}>
      <Select
        label={text("evidence.filter")}
        width="medium"
        placeholder={text("evidence.filter-all")}
        options={filters.map((one) => ({ value: one, label: text(`evidence.filter-${one}`) }))}
        value={filter}
        onChange={(value) => onFilter(filters.find((one) => one === value) ?? "all")}
      />
      {may("work-on-cases") && (
        <Button isDisabled={isFrozen} onPress={() => void apply()}>
          {text("evidence.applyPeriods")}
        </Button>
      )}
      {may("export-papers") && (
        <>
          <Button onPress={() => setSaving("register")}>{text("evidence.saveRegister")}</Button>
          <Button onPress={() => setSaving("custody")}>{text("evidence.saveCustody")}</Button>
        </>
      )}
      {saving !== undefined && <SaveTable dossier={dossier} table={saving} onClose={() => setSaving(undefined)} />}
    </div>
  );
}

function SaveTable({
  dossier,
  table,
  onClose,
}: {
  readonly dossier: Dossier;
  readonly table: "custody" | "register";
  readonly onClose: () => void;
}): ReactNode {
  const text = useText();
  const { locale } = useStore(preferenceStore);
  const title = text(table === "custody" ? "evidence.saveCustody" : "evidence.saveRegister");
  return (
    <ExportDialog
      title={title}
      lead={text("evidence.tableLead")}
      confirmLabel={title}
      onExport={(request) => host.intake.saveTable({ dossierId: dossier.id, table, locale, ...request })}
      onDone={() => {
        notify({ tone: "success", text: text("evidence.tableSaved") });
        onClose();
      }}
      onClose={onClose}
    />
  );
}
