import type { ReactNode } from "react";
import { isAnswered } from "../../../shared/domain/checklist.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import css from "./ItemPane.module.css";
import type { ItemView } from "./item-view.ts";
import { shownPhrase } from "./shown-words.ts";

/** Why an item with a condition is asked in this case, or is not; and what becomes of an answer it already has. */
export function ShownWhy({ view }: { readonly view: ItemView }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const { reason, isHidden } = view.row;
  if (reason === undefined) return null;
  const condition = shownPhrase(reason, { text, pick, vocabulary });
  if (!isHidden) return <p className={css["reference"]}>{text("checklist.shownBecause", { condition })}</p>;
  return (
    <Banner title={text("checklist.hiddenTitle")}>
      <p>{text("checklist.hiddenBecause", { condition })}</p>
      {isAnswered(view.one.answer) && <p>{text("checklist.hiddenKept")}</p>}
    </Banner>
  );
}
