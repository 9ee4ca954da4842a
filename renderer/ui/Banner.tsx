import { AlertTriangle, CheckCircle2, Info, OctagonX, X } from "lucide-react";
import type { ReactNode } from "react";
import css from "./Banner.module.css";
import { classNames } from "./class-names.ts";
import { Icon } from "./Icon.tsx";
import { IconButton } from "./IconButton.tsx";
import { useUiText } from "./words.ts";

/** How grave a message is; each has its own shape and word besides its colour. */
export type Tone = "info" | "success" | "warning" | "error";

export type BannerProps = {
  readonly tone?: Tone;
  /** What happened, in one sentence. */
  readonly title: ReactNode;
  /** What is safe, and what to do next. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode | undefined;
  readonly onDismiss?: (() => void) | undefined;
  /** Announced at once when it appears; for what has just happened, not for what was there when the page opened. */
  readonly isLive?: boolean;
};

/** The shape that stands for each tone. */
export const toneShapes = { info: Info, success: CheckCircle2, warning: AlertTriangle, error: OctagonX } as const;

/** A message that belongs to the page and stays until its cause is gone. */
export function Banner(props: BannerProps): ReactNode {
  const { tone = "info", title, children, actions, onDismiss, isLive = false } = props;
  const text = useUiText();
  const role = isLive ? (tone === "error" ? "alert" : "status") : undefined;
  return (
    <div className={classNames(css["banner"], css[tone])} role={role}>
      <span className={css["mark"]}>
        <Icon shape={toneShapes[tone]} label={text(tone)} />
      </span>
      <div className={css["body"]}>
        <div className={css["title"]}>{title}</div>
        {children !== undefined && <div className={css["text"]}>{children}</div>}
        {actions !== undefined && <div className={css["actions"]}>{actions}</div>}
      </div>
      {onDismiss !== undefined && <IconButton icon={X} label={text("dismiss")} size="small" onPress={onDismiss} />}
    </div>
  );
}
