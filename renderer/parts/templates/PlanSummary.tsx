import type { ReactNode } from "react";
import type { CasePlan } from "../../../shared/domain/office-template.ts";
import { useText } from "../../stores/text.ts";
import { DescriptionList } from "../../ui/DescriptionList.tsx";

const lists = ["kept", "lookAgain", "fresh", "returning", "gone"] as const;

/** What a move of one case to another version does, with the items by their numbers and the progress before and after. */
export function PlanSummary({ plan }: { plan: CasePlan }): ReactNode {
  const text = useText();
  const words = text("templates.progressOf", {
    answered: plan.before.requiredAnswered,
    required: plan.before.required,
    answeredAfter: plan.after.requiredAnswered,
    requiredAfter: plan.after.required,
  });
  return (
    <DescriptionList
      items={[
        { id: "progress", term: text("templates.progress"), value: words },
        ...lists.map((list) => ({
          id: list,
          term: text(`templates.plan-${list}`),
          value: plan[list].length === 0 ? "–" : `${plan[list].length}（${plan[list].join("、")}）`,
        })),
      ]}
    />
  );
}
