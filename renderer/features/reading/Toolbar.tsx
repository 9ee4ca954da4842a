import { Highlighter, RotateCw, SquareDashedMousePointer, ZoomIn, ZoomOut } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { Select } from "../../ui/Select.tsx";
import css from "./reading.module.css";
import type { Shown } from "./reading-store.ts";
import type { View } from "./use-view.ts";

interface ToolbarProps {
  readonly view: View;
  readonly shown: Shown;
  /** Highlights what is selected; undefined where nothing may be highlighted. */
  readonly onMark: (() => void) | undefined;
  readonly onRegion: (() => void) | undefined;
}

/** Size, rotation, sheet and look of what is shown, and the ways to highlight. */
export function Toolbar({ view, shown, onMark, onRegion }: ToolbarProps): ReactNode {
  const text = useText();
  const sheets = shown.form === "made" && shown.reading.form === "table" ? shown.reading.sheets : [];
  return (
    <div className={css["toolbar"]} role="toolbar" aria-label={text("reading.tools")}>
      <IconButton icon={ZoomOut} size="small" shortcut="-" label={text("reading.shrink")} onPress={view.shrink} />
      <span className={css["count"]}>{Math.round(view.zoom * 100)} %</span>
      <IconButton icon={ZoomIn} size="small" shortcut="+" label={text("reading.enlarge")} onPress={view.enlarge} />
      {view.hasPages && (
        <IconButton icon={RotateCw} size="small" shortcut="R" label={text("reading.turn")} onPress={view.turn} />
      )}
      {sheets.length > 1 && (
        <Select
          label={text("reading.sheet")}
          isLabelHidden
          options={sheets.map((sheet, at) => ({ value: String(at), label: sheet.name }))}
          placeholder={text("reading.sheet")}
          value={String(view.sheet)}
          onChange={(value) => view.setSheet(Number(value))}
        />
      )}
      {view.tab !== undefined && (
        <SegmentedControl
          label={text("reading.tab")}
          isLabelHidden
          segments={(["look", "words"] as const).map((value) => ({ value, label: text(`reading.tab-${value}`) }))}
          value={view.tab}
          onChange={view.setTab}
        />
      )}
      {onMark !== undefined && (
        <Button size="small" icon={Highlighter} shortcut="H" onPress={onMark}>
          {text("reading.mark")}
        </Button>
      )}
      {onRegion !== undefined && view.hasPages && (
        <Button size="small" icon={SquareDashedMousePointer} shortcut="M" onPress={onRegion}>
          {text("reading.region")}
        </Button>
      )}
    </div>
  );
}
