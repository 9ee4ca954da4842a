import { CircleHelp } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "./IconButton.tsx";
import css from "./Popover.module.css";
import { Popover } from "./Popover.tsx";
import { useUiText } from "./words.ts";

export type HelpTipProps = {
  /** What it explains; the button is called "help" and this. */
  readonly about: string;
  readonly children: ReactNode;
};

/** A question mark that explains a term when pressed. */
export function HelpTip({ about, children }: HelpTipProps): ReactNode {
  const text = useUiText();
  return (
    <Popover title={about} trigger={<IconButton icon={CircleHelp} size="small" label={`${text("help")}: ${about}`} />}>
      <div className={css["help"]}>{children}</div>
    </Popover>
  );
}
