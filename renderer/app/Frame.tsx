import {
  BadgeCheck,
  ChartColumn,
  ClipboardList,
  FolderOpen,
  Gauge,
  GraduationCap,
  History,
  House,
  ListChecks,
  Lock,
  Search,
  Settings,
  ShieldCheck,
  Users,
  UsersRound,
} from "lucide-react";
import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import { useStore } from "zustand";
import { roleWords } from "../parts/roles/role-words.ts";
import { RescreeningProgress } from "../parts/tasks/RescreeningProgress.tsx";
import { preferenceStore, setPreferences } from "../stores/preferences.ts";
import { useRights } from "../stores/rights.ts";
import { navigate, type Route, useRoute } from "../stores/route-store.ts";
import { lockNow, sessionStore } from "../stores/session-store.ts";
import { useLocale, useText } from "../stores/text.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { NameText } from "../ui/NameText.tsx";
import { SegmentedControl } from "../ui/SegmentedControl.tsx";
import css from "./Frame.module.css";
import { useKeptFocus } from "./kept-focus.ts";
import { type Place, placesFor } from "./places.ts";

/** Rail on the left, one line on top, the page in between. */
export function Frame({ children }: { children: ReactNode }): ReactNode {
  const text = useText();
  useKeptFocus();
  const main = useRef<HTMLElement>(null);
  useTopOfPage(main);
  return (
    <div className={css["frame"]}>
      <a className={css["skip"]} href="#main">
        {text("frame.skip")}
      </a>
      <Rail />
      <TopLine />
      <main ref={main} className={css["main"]} id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** A page begins at its top; how far the last one was scrolled means nothing to it. */
function useTopOfPage(main: RefObject<HTMLElement | null>): void {
  const route = useRoute();
  const place = route.view === "dossier" ? `${route.dossierId}/${route.page}` : route.view;
  const shown = useRef(place);
  useLayoutEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    main.current?.scrollTo({ top: 0 });
  }, [main, place]);
}

const railIcons: Readonly<Record<Place, typeof House>> = {
  home: House,
  dossiers: FolderOpen,
  search: Search,
  overview: ChartColumn,
  lists: ListChecks,
  scorecard: Gauge,
  templates: ClipboardList,
  verification: BadgeCheck,
  trail: History,
  practice: GraduationCap,
  people: UsersRound,
  health: ShieldCheck,
  settings: Settings,
};

/** The entry a page belongs to: a case to the cases, the recovery kit to the settings. */
function entryOf(view: Route["view"]): Place {
  if (view === "dossier" || view === "new-dossier") return "dossiers";
  return view === "recovery" ? "settings" : view;
}

function Rail(): ReactNode {
  const text = useText();
  const route = useRoute();
  const { may } = useRights();
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
        {placesFor(may).map((view) => (
          <li key={view}>
            <button
              type="button"
              className={css["entry"]}
              aria-current={view === current ? "page" : undefined}
              onClick={() => navigate({ view })}
            >
              <Icon shape={railIcons[view]} />
              <span>{text(`frame.${view}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <RescreeningProgress />
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
        <span className={css["person"]}>
          <NameText name={status?.personName ?? ""} isClamped />
        </span>
        <Roles />
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
        <Button tone="quiet" size="small" icon={Users} onPress={() => void lockNow()}>
          {text("frame.handOver")}
        </Button>
        <Button tone="secondary" size="small" icon={Lock} shortcut="Ctrl+L" onPress={() => void lockNow()}>
          {text("frame.lock")}
        </Button>
      </div>
    </header>
  );
}

/** In which roles the person works, for what they see follows from it. */
function Roles(): ReactNode {
  const text = useText();
  const locale = useLocale();
  const { roles } = useRights();
  return <span className={css["roles"]}>{roleWords(roles, { text, locale })}</span>;
}
