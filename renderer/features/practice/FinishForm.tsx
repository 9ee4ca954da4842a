import { type ReactNode, useState } from "react";
import { Recommendation } from "../../../shared/domain/content/vocabulary.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";
import css from "./practice.module.css";
import { useRecommendationName } from "./recommendation-name.ts";

interface FinishFormProps {
  /** Items without an answer. */
  readonly open: number;
  readonly onFinish: (recommended: Recommendation) => Promise<void>;
}

/** What one would recommend, and the end of the attempt. */
export function FinishForm({ open, onFinish }: FinishFormProps): ReactNode {
  const text = useText();
  const name = useRecommendationName();
  const [chosen, setChosen] = useState<Recommendation>();
  const isReady = open === 0 && chosen !== undefined;
  return (
    <section className={css["item"]}>
      <h2 className={css["question"]}>{text("practice.finishTitle")}</h2>
      <p className={css["small"]}>{text("practice.finishLead")}</p>
      <ChoiceGroup
        label={text("practice.recommend")}
        choices={Recommendation.options.map((value) => ({
          value,
          label: name(value),
        }))}
        value={chosen}
        onChange={setChosen}
        layout="row"
      />
      {open > 0 && <p className={css["small"]}>{text("practice.stillOpen", { count: open })}</p>}
      <div>
        <Button
          tone="primary"
          isDisabled={!isReady}
          onPress={() => {
            if (chosen !== undefined) void onFinish(chosen);
          }}
        >
          {text("practice.finish")}
        </Button>
      </div>
    </section>
  );
}
