import type { ReactNode } from "react";
import { backingOf, isAnswered, weightOf } from "../../../shared/domain/checklist.ts";
import { nameOf } from "../../../shared/domain/content/vocabulary.ts";
import { isIdentityBelow } from "../../../shared/domain/risk/severity.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import type { ItemView } from "./item-view.ts";

/** How sure it is that the item is about the subject, and whether what was found is backed up. */
export function StandingBadges({ view }: { readonly view: ItemView }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const { answer, evidence, policy, scale, subjectIdentity } = view.one;
  if (scale !== "risk" || !isAnswered(answer)) return null;
  const certainty = answer.identity ?? subjectIdentity;
  const isFinding = weightOf(answer.answer, policy) > 0;
  const isUnsure = isFinding && isIdentityBelow(certainty, policy.identity.countedFrom, policy);
  const backing = backingOf(answer, evidence, policy);
  return (
    <>
      <Badge tone={isUnsure ? "warning" : "neutral"}>
        {text("checklist.standingIdentity", { name: pick(nameOf(vocabulary, "identityCertainty", certainty)) })}
      </Badge>
      {backing.needed && (
        <Badge tone={backing.awaiting ? "warning" : "success"}>
          {backing.byConfirmation
            ? text("checklist.standingConfirmed")
            : text(backing.awaiting ? "checklist.standingAwaiting" : "checklist.standingBacked", {
                have: backing.independentSources,
                need: backing.neededSources,
              })}
        </Badge>
      )}
    </>
  );
}
