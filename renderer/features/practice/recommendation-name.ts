import { DecisionId, nameOf, type Recommendation } from "../../../shared/domain/content/vocabulary.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick } from "../../stores/text.ts";

/** The word for what one would recommend: a decision, or one of the two routes. */
export function useRecommendationName(): (recommendation: Recommendation) => string {
  const pick = usePick();
  const { vocabulary } = useContent();
  return (recommendation) => {
    const isDecision = DecisionId.safeParse(recommendation).success;
    return pick(nameOf(vocabulary, isDecision ? "decisions" : "nonDecisions", recommendation));
  };
}
