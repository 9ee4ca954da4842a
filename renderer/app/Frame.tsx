import { BadgeCheck, FolderOpen, History, House, ListChecks, Lock, Settings, ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { TextKey } from "../../shared/strings/text.ts";
import { preferenceStore, setPreferences } from "../stores/preferences.ts";
import { navigate, type Route, useRoute } from "../stores/route-store.ts";
import { lockNow, sessionStore } from "../stores/session-store.ts";
import { useText } from "../stores/text.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { NameText } from "../ui/NameText.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import css from "./Frame.module.css";

/** Rail on the left, one line on top, the page in between. */
export function Frame({ children }: { children: ReactNode }): ReactNode {
  const text = useText();
  return (
    <div className={css["frame"]}>
      <a className={css["skip"]} href="#main">
        {text("frame.skip")}
      </a>
      <Rail />
      <TopLine />
      <main className={css["main"]} id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

interface RailEntry {
  readonly view: Exclude<Route["view"], "dossier" | "new-dossier" | "recovery">;
  readonly label: TextKey;
  readonly icon: typeof House;
}

const railEntries: readonly RailEntry[] = [
  { view: "home", label: "frame.home", icon: House },
  { view: "dossiers", label: "frame.dossiers", icon: FolderOpen },
  { view: "lists", label: "frame.lists", icon: ListChecks },
  { view: "verification", label: "frame.verification", icon: BadgeCheck },
  { view: "trail", label: "frame.trail", icon: History },
  { view: "health", label: "frame.health", icon: ShieldCheck },
  { view: "settings", label: "frame.settings", icon: Settings },
];

/** The entry a page belongs to: a case to the cases, the recovery kit to the settings. */
function entryOf(view: Route["view"]): RailEntry["view"] {
  if (view === "dossier" || view === "new-dossier") return "dossiers";
  return view === "recovery" ? "settings" : view;
}

function Rail(): ReactNode {
  const text = useText();
  const route = useRoute();
  const current = entryOf(route.view);
  return (
    <nav className={css["rail"]} aria-label={text("frame.rail")}>
      <div className={css["brand"]}>
        <span className={css["mark"]} aria-hidden="true">
          蔵
        </span>
        <span>{text("common.appNameLatin")}</span>
      </div>
      <ul className={css["entries"]}>
        {railEntries.map((entry) => (
          <li key={entry.view}>
            <button
              type="button"
              className={css["entry"]}
              aria-current={entry.view === current ? "page" : undefined}
              onClick={() => navigate({ view: entry.view })}
            >
              <Icon shape={entry.icon} />
              <span>{text(entry.label)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TopLine(): ReactNode {
  const text = useText();
  const status = useStore(sessionStore, (state) => state.status);
  const hostKind = useStore(sessionStore, (state) => state.hostKind);
  const locale = useStore(preferenceStore, (state) => state.locale);
  return (
    <header className={css["top"]}>
      <div className={css["who"]}>
        {status?.officeName !== null && status?.officeName !== "" && (
          <span className={css["office"]}>{status?.officeName}</span>
        )}
        <NameText name={status?.personName ?? ""} isClamped />
      </div>
      {hostKind === "chromium" && (
        <span className={css["hostNote"]} title={text("frame.chromiumHost")}>
          {text("frame.chromiumHostShort")}
        </span>
      )}
      <div className={css["acts"]}>
        <SegmentedControl
          label={text("frame.language")}
          isLabelHidden
          segments={[
            { value: "ja", label: text("frame.japanese") },
            { value: "en", label: text("frame.english") },
          ]}
          value={locale}
          onChange={(chosen) => void setPreferences({ locale: chosen === "en" ? "en" : "ja" })}
        />
        <Button tone="secondary" size="small" icon={Lock} shortcut="Ctrl+L" onPress={() => void lockNow()}>
          {text("frame.lock")}
        </Button>
      </div>
    </header>
  );
}
