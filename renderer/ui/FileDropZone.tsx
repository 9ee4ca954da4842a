import { FilePlus2 } from "lucide-react";
import { type DragEvent, type ReactNode, useId, useRef, useState } from "react";
import { Button } from "./Button.tsx";
import { classNames } from "./class-names.ts";
import css from "./FileDropZone.module.css";
import { useUiText } from "./words.ts";

export type FileDropZoneProps = {
  /** What may come in here, as `証拠を追加`. */
  readonly label: string;
  /** Kinds and sizes that are taken. */
  readonly help?: ReactNode;
  /** The button: the main side opens its dialog, the files do not pass through the window. */
  readonly onChoose: () => void;
  /** Dropped or pasted files, never empty. Left out where the host cannot take them. */
  readonly onFiles?: ((files: readonly File[]) => void) | undefined;
  readonly shortcut?: string | undefined;
  readonly isBusy?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
};

/** Takes files by button, by dropping and by pasting. */
export function FileDropZone(props: FileDropZoneProps): ReactNode {
  const { label, help, onChoose, onFiles, shortcut, isBusy = false, isDisabled = false } = props;
  const text = useUiText();
  const wordsId = useId();
  const takes = onFiles !== undefined && !isBusy && !isDisabled;
  const { isOver, events } = useDrop(takes);
  const take = (data: DataTransfer | null): void => {
    const files = [...(data?.files ?? [])];
    if (takes && files.length > 0) onFiles(files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping and pasting are extra ways; the button inside does the same by keyboard
    <div
      className={classNames(css["zone"], isOver && css["over"], isDisabled && css["disabled"])}
      {...events}
      onDrop={(event) => {
        events.onDrop(event);
        take(event.dataTransfer);
      }}
      onPaste={(event) => take(event.clipboardData)}
    >
      <span className={css["words"]} id={wordsId}>
        <span className={css["label"]}>{label}</span>
        {help !== undefined && <span className={css["help"]}>{help}</span>}
      </span>
      <Button
        icon={FilePlus2}
        onPress={onChoose}
        shortcut={shortcut}
        isBusy={isBusy}
        isDisabled={isDisabled}
        aria-describedby={wordsId}
      >
        {text("chooseFile")}
      </Button>
    </div>
  );
}

type Drop = {
  readonly isOver: boolean;
  readonly events: Record<"onDragEnter" | "onDragLeave" | "onDragOver" | "onDrop", (event: DragEvent) => void>;
};

/** Entering a child fires a leave on the parent, so enters and leaves are counted. */
function useDrop(takes: boolean): Drop {
  const [isOver, setOver] = useState(false);
  const depth = useRef(0);
  const move = (event: DragEvent, step: number): void => {
    event.preventDefault();
    depth.current = Math.max(0, depth.current + step);
    setOver(takes && depth.current > 0);
  };
  return {
    isOver,
    events: {
      onDragEnter: (event) => move(event, 1),
      onDragLeave: (event) => move(event, -1),
      onDragOver: (event) => event.preventDefault(),
      onDrop: (event) => move(event, -depth.current),
    },
  };
}
