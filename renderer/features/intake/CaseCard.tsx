import type { ReactNode } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { host } from "../../host.ts";
import { HostUnitField } from "../../parts/ties/HostUnitField.tsx";
import { adoptDossier } from "../../stores/dossier-store.ts";
import { usePatchKeeper } from "../../stores/patch-keeper.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { DateField } from "../../ui/DateField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./intake.module.css";
import { idleMs } from "./pace.ts";

interface CaseCardProps {
  readonly dossier: Dossier;
  readonly isReadOnly: boolean;
}

type CasePatch = { title?: string; dueDay?: string | null; hostUnit?: string };

/** Title, due day and the unit of ours that hosts the case. */
export function CaseCard({ dossier, isReadOnly }: CaseCardProps): ReactNode {
  const text = useText();
  const keeper = usePatchKeeper<CasePatch>({
    sendable: withoutEmptyTitle,
    save: async (patch) => {
      const saved = await host.dossiers.update({ dossierId: dossier.id, ...patch });
      if (saved.ok) adoptDossier(saved.value);
      return saved;
    },
  });
  const title = keeper.draft.title ?? dossier.title;
  const dueDay = keeper.draft.dueDay === undefined ? dossier.dueDay : keeper.draft.dueDay;
  const hostUnit = keeper.draft.hostUnit ?? dossier.hostUnit;
  const problem = title.trim() === "" ? text("intake.titleNeeded") : undefined;
  return (
    <Card title={text("intake.case")}>
      <TextField
        label={text("intake.caseTitle")}
        help={text("intake.caseTitleHelp")}
        necessity="required"
        value={title}
        onChange={(next) => keeper.enter({ title: next })}
        onCommit={() => void keeper.commit()}
        commitIdleMs={idleMs}
        maxLength={textLimits.title}
        isReadOnly={isReadOnly}
        saveState={keeper.state}
        error={keeper.fault === undefined ? problem : faultText(text, keeper.fault)}
      />
      <div className={css["due"]}>
        <DateField
          label={text("intake.dueDay")}
          help={text("intake.dueDayHelp")}
          value={dueDay ?? undefined}
          onChange={(next) => {
            keeper.enter({ dueDay: next ?? null });
            void keeper.commit();
          }}
          isReadOnly={isReadOnly}
        />
      </div>
      {dossier.kind !== "self-check" && (
        <HostUnitField
          value={hostUnit}
          onChange={(next) => keeper.enter({ hostUnit: next })}
          onCommit={() => void keeper.commit()}
          isReadOnly={isReadOnly}
        />
      )}
    </Card>
  );
}

function withoutEmptyTitle(patch: CasePatch): CasePatch {
  if (patch.title === undefined || patch.title.trim() !== "") return patch;
  const { title: _title, ...rest } = patch;
  return rest;
}
