import type { ReactNode } from "react";
import type { Dossier, Fairness } from "../../../shared/domain/dossier.ts";
import type { TextKey } from "../../../shared/strings/text.ts";
import { host } from "../../host.ts";
import { adoptDossier, dossierStore } from "../../stores/dossier-store.ts";
import { usePatchKeeper } from "../../stores/patch-keeper.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";

/** The words are those the paper prints. */
const boxes = [
  { box: "noAttributes", words: "paper.fairnessNoAttribute" },
  { box: "chanceToExplain", words: "paper.fairnessHeard" },
  { box: "consistent", words: "paper.fairnessConsistent" },
] as const satisfies readonly { box: keyof Fairness; words: TextKey }[];

/** The three boxes a fair paper ticks. */
export function FairnessCard({ dossier, isReadOnly }: { dossier: Dossier; isReadOnly: boolean }): ReactNode {
  const text = useText();
  const keeper = usePatchKeeper<Partial<Fairness>>({
    save: async (patch) => {
      const known = dossierStore.getState().dossier;
      const fairness = { ...(known?.id === dossier.id ? known : dossier).fairness, ...patch };
      const saved = await host.dossiers.update({ dossierId: dossier.id, fairness });
      if (saved.ok) adoptDossier(saved.value);
      return saved;
    },
  });
  const shown = { ...dossier.fairness, ...keeper.draft };
  return (
    <Card title={text("triage.fairness")} lead={text("triage.fairnessLead")}>
      {keeper.fault !== undefined && <Banner tone="error" title={faultText(text, keeper.fault)} isLive />}
      {boxes.map(({ box, words }) => (
        <Checkbox
          key={box}
          isSelected={shown[box]}
          onChange={(isSelected) => {
            keeper.enter({ [box]: isSelected });
            void keeper.commit();
          }}
          isDisabled={isReadOnly}
        >
          {text(words)}
        </Checkbox>
      ))}
    </Card>
  );
}
