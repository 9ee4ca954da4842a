import { X } from "lucide-react";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { type Tone, toneShapes } from "./Banner.tsx";
import { Button } from "./Button.tsx";
import { classNames } from "./class-names.ts";
import { Icon } from "./Icon.tsx";
import { IconButton } from "./IconButton.tsx";
import css from "./NoticeRegion.module.css";
import { useIsDialogOpen } from "./open-dialogs.ts";
import { useUiText } from "./words.ts";

/** A short message about what has just happened. */
export type NoticeView = {
  readonly id: string;
  readonly tone: Tone;
  readonly text: string;
  readonly canUndo: boolean;
  /** How long it stays, in milliseconds; undefined stays until dismissed. */
  readonly lifetimeMs: number | undefined;
};

export type NoticeRegionProps = {
  readonly notices: readonly NoticeView[];
  readonly onDismiss: (id: string) => void;
  readonly onUndo: (id: string) => void;
};

/**
 * Where notices appear. Once per window; time stands still while the pointer or the focus is on them. Beneath an open dialog they
 * wait, so that none lies over its buttons: they are read aloud at once, and are there with their way back when it has closed.
 */
export function NoticeRegion({ notices, onDismiss, onUndo }: NoticeRegionProps): ReactNode {
  const text = useUiText();
  const [isHeld, setHeld] = useState(false);
  const isWaiting = useIsDialogOpen();
  return (
    <section
      className={classNames(css["region"], isWaiting && css["waiting"])}
      // Dialogs hide the page from assistive technology, but not what is marked so.
      data-react-aria-top-layer="true"
      aria-label={text("notices")}
      aria-live="polite"
      aria-relevant="additions text"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {notices.map((notice) => (
        <NoticeItem
          key={notice.id}
          notice={notice}
          isHeld={isHeld || isWaiting}
          onDismiss={() => onDismiss(notice.id)}
          onUndo={() => onUndo(notice.id)}
        />
      ))}
    </section>
  );
}

type NoticeItemProps = {
  readonly notice: NoticeView;
  readonly isHeld: boolean;
  readonly onDismiss: () => void;
  readonly onUndo: () => void;
};

function NoticeItem({ notice, isHeld, onDismiss, onUndo }: NoticeItemProps): ReactNode {
  const text = useUiText();
  const { lifetimeMs } = notice;
  // The handler is new at every render; only the time and the holding may restart the clock.
  const leave = useEffectEvent(onDismiss);
  useEffect(() => {
    if (lifetimeMs === undefined || isHeld) return undefined;
    const timer = setTimeout(() => leave(), lifetimeMs);
    return () => clearTimeout(timer);
  }, [lifetimeMs, isHeld]);
  return (
    <div className={classNames(css["notice"], css[notice.tone])} role={notice.tone === "error" ? "alert" : undefined}>
      <span className={css["mark"]}>
        <Icon shape={toneShapes[notice.tone]} label={text(notice.tone)} />
      </span>
      <div className={css["text"]}>{notice.text}</div>
      <div className={css["acts"]}>
        {notice.canUndo && (
          <Button tone="quiet" size="small" onPress={onUndo}>
            {text("undo")}
          </Button>
        )}
        <IconButton icon={X} label={text("dismiss")} size="small" onPress={onDismiss} />
      </div>
    </div>
  );
}
