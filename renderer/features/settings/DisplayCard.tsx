import type { ReactNode } from "react";
import { useStore } from "zustand";
import { preferenceStore, setPreferences } from "../../stores/preferences.ts";
import { useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";

const themes = ["system", "light", "dark"] as const;
const calendars = ["gregorian", "japanese"] as const;
const scales = ["90", "100", "115", "130", "150"] as const;

/** Language, colours, calendar and size of text; kept on this machine and in force at once. */
export function DisplayCard(): ReactNode {
  const text = useText();
  const preferences = useStore(preferenceStore);
  return (
    <Card title={text("settings.display")}>
      <SegmentedControl
        label={text("settings.language")}
        segments={[
          { value: "ja", label: text("frame.japanese") },
          { value: "en", label: text("frame.english") },
        ]}
        value={preferences.locale}
        onChange={(locale) => void setPreferences({ locale })}
      />
      <SegmentedControl
        label={text("settings.theme")}
        segments={themes.map((value) => ({ value, label: text(`settings.theme-${value}`) }))}
        value={preferences.theme}
        onChange={(theme) => void setPreferences({ theme })}
      />
      <SegmentedControl
        label={text("settings.calendar")}
        segments={calendars.map((value) => ({ value, label: text(`settings.calendar-${value}`) }))}
        value={preferences.calendar}
        onChange={(calendar) => void setPreferences({ calendar })}
      />
      <SegmentedControl
        label={text("settings.textScale")}
        segments={scales.map((value) => ({ value, label: `${value}%` }))}
        value={preferences.textScale}
        onChange={(textScale) => void setPreferences({ textScale })}
      />
    </Card>
  );
}
