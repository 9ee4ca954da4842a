import type { ReactNode } from "react";
import { isTextKey } from "../../../shared/strings/text.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { HelpTip } from "../../ui/HelpTip.tsx";
import css from "./paper.module.css";

/** The level papers of this version are made at. */
const levelId = "R1";

/** Who the paper is for, and what it leaves out. */
export function Disclosed(): ReactNode {
  const text = useText();
  const pick = usePick();
  const { privacy } = useContent();
  const level = privacy.redactionLevels.find((one) => one.id === levelId);
  if (level === undefined) return null;
  return (
    <div className={css["level"]}>
      <span className={css["levelName"]}>{text("paperpage.level")}</span>
      <span className={css["levelValue"]}>
        {text("paperpage.levelValue", { id: level.id, name: pick(level.name) })}
        <HelpTip about={text("paperpage.level")}>
          <p>{text("paperpage.levelFixed")}</p>
          <p>{text("paperpage.hides")}</p>
          <ul className={css["hidden"]}>
            {level.hides.map((id) => (
              <li key={id}>{nameOfHidden(text, id)}</li>
            ))}
          </ul>
        </HelpTip>
      </span>
    </div>
  );
}

function nameOfHidden(text: ReturnType<typeof useText>, id: string): string {
  const key = `paperpage.hides-${id}`;
  return isTextKey(key) ? text(key) : id;
}
