import { Star } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "../../stores/text.ts";
import { Icon } from "../../ui/Icon.tsx";
import css from "./KeyMark.module.css";

/** The star of a key item: while it cannot be confirmed, the case cannot simply be accepted. */
export function KeyMark(): ReactNode {
  const text = useText();
  return (
    <span className={css["star"]} title={text("checklist.keyItemHelp")}>
      <Icon shape={Star} size="small" label={text("checklist.keyItem")} />
    </span>
  );
}
