import { ArrowLeft } from "lucide-react";
import { type ReactNode, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import { EvidenceId, MarkId } from "../../../shared/domain/ids.ts";
import { host } from "../../host.ts";
import { useOfferCommands } from "../../stores/command-store.ts";
import { useMayWork } from "../../stores/rights.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { MarksPanel } from "./MarksPanel.tsx";
import css from "./reading.module.css";
import { type Draft, draftMark, readEvidence, readingStore, type Shown, showMark } from "./reading-store.ts";
import { SearchBar } from "./SearchBar.tsx";
import { ShownPane } from "./ShownPane.tsx";
import { selectedDraft } from "./selected-draft.ts";
import { Toolbar } from "./Toolbar.tsx";
import { type Search, type Sought, useSearch } from "./use-search.ts";
import { useView, type View } from "./use-view.ts";

interface ReadingViewProps {
  readonly dossier: Dossier;
  readonly evidenceId: string;
  readonly markId: string | undefined;
  /** The item one came from, to which Esc goes back. */
  readonly itemId: string | undefined;
  /** Where a search found something, to begin there; left out, one begins at the top. */
  readonly sought: Sought | undefined;
}

/** Reads one piece of evidence inside the app, from memory: to look, to search, to highlight and to cite. */
export function ReadingView({ dossier, evidenceId, markId, itemId, sought }: ReadingViewProps): ReactNode {
  const text = useText();
  const dossierId = dossier.id;
  const id = EvidenceId.parse(evidenceId);
  const evidence = useEvidence(dossier, id);
  const { shown, fault, progress } = useStore(readingStore);
  const mayWork = useMayWork(dossier);
  useEffect(() => readEvidence({ dossierId, evidenceId: id }), [dossierId, id]);
  useEffect(() => showMark(markId === undefined ? undefined : MarkId.parse(markId)), [markId]);
  const back = (): void =>
    navigate({ view: "dossier", dossierId, page: itemId === undefined ? "evidence" : "checklist", itemId });
  const name = evidence === undefined ? "" : evidence.title || evidence.fileName;
  return (
    <Page
      title={<bdi>{name}</bdi>}
      above={evidence !== undefined && `E${evidence.number} · ${evidence.fileName}`}
      width="wide"
      actions={
        <Button icon={ArrowLeft} shortcut="Escape" onPress={back}>
          {text(itemId === undefined ? "reading.toEvidence" : "reading.toItem", { item: itemId ?? "" })}
        </Button>
      }
    >
      {fault !== undefined && <Banner tone="warning" title={faultText(text, fault)} isLive />}
      {shown === undefined && fault === undefined && (
        <Progress label={text("reading.opening")} done={progress?.done} total={progress?.total} detail="" />
      )}
      <Desk
        dossier={dossier}
        evidence={evidence}
        itemId={itemId}
        mayWork={mayWork}
        name={name}
        back={back}
        sought={sought}
        key={`${evidenceId}/${sought?.pageNumber}/${sought?.words}`}
      />
    </Page>
  );
}

interface DeskProps {
  readonly dossier: Dossier;
  readonly evidence: Evidence | undefined;
  readonly itemId: string | undefined;
  readonly mayWork: boolean;
  readonly name: string;
  readonly back: () => void;
  readonly sought: Sought | undefined;
}

function Desk(props: DeskProps): ReactNode {
  const text = useText();
  const { dossier, evidence, itemId, mayWork, name } = props;
  const { shown, markId, draft, marks: all } = useStore(readingStore);
  const marks = all.filter((mark) => mark.evidenceId === evidence?.id);
  const { scroller, view, search, hint, clearHint, choose, region, onCandidate } = useDesk(props);
  if (evidence === undefined) return null;
  const { zoom, rotation, drawingPage, stopDrawing } = view;
  const { query, here, setTexts } = search;
  const looks = { zoom, rotation, drawingPage, query, here, onCandidate, onCancelDrawing: stopDrawing };
  const onDraft = (made: Draft): void => {
    stopDrawing();
    draftMark(made);
  };
  return (
    <div className={css["desk"]}>
      <section className={css["viewer"]} aria-label={text("reading.viewer")}>
        {shown !== undefined && (
          <div className={css["tools"]}>
            <Toolbar view={view} shown={shown} onMark={choose} onRegion={region} />
            <SearchBar search={search} />
          </div>
        )}
        {hint !== undefined && <Banner title={hint} isLive onDismiss={clearHint} />}
        {shown !== undefined && (
          <section
            ref={scroller}
            className={css["scroller"]}
            aria-label={name}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus for the arrow keys.
            tabIndex={0}
          >
            <ShownPane
              shown={shown}
              view={view}
              name={name}
              scroller={scroller}
              pane={{ ...looks, marks, chosenId: markId, onDraft, onTexts: setTexts }}
            />
          </section>
        )}
      </section>
      <MarksPanel
        dossierId={dossier.id}
        evidence={evidence}
        itemId={itemId}
        marks={marks}
        draft={draft}
        chosenId={markId}
        mayWork={mayWork}
      />
    </div>
  );
}

interface DeskWork {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly view: View;
  readonly search: Search;
  readonly hint: string | undefined;
  clearHint(): void;
  /** Highlights what is selected; undefined where nothing may be highlighted. */
  readonly choose: (() => void) | undefined;
  readonly region: (() => void) | undefined;
  onCandidate(draft: Draft): void;
}

/** Keys, search and highlighting around what is shown. */
function useDesk({ mayWork, back, sought }: DeskProps): DeskWork {
  const text = useText();
  const { shown, markId, marks } = useStore(readingStore);
  const scroller = useRef<HTMLDivElement>(null);
  const candidate = useRef<Draft>(undefined);
  const view = useView(shown, sought);
  const isTable = shown?.form === "made" && shown.reading.form === "table";
  const search = useSearch(sought, isTable ? 1 : (sought?.pageNumber ?? 1));
  const [hint, setHint] = useState<string>();
  const chosen = marks.find((mark) => mark.id === markId);
  useScrollTo(scroller, chosen?.place.kind === "boxes" ? chosen.place.page : undefined, shown !== undefined);
  useScrollTo(scroller, markId === undefined ? sought?.pageNumber : undefined, shown !== undefined);
  useScrollTo(scroller, search.here?.part, shown !== undefined);
  useFirstLook(scroller, shown, view);
  const choose = (): void => {
    const made = scroller.current === null ? undefined : selectedDraft(scroller.current);
    const kept = made ?? candidate.current;
    setHint(kept === undefined ? text("reading.selectFirst") : undefined);
    if (kept !== undefined) draftMark(kept);
  };
  const region = (): void => view.draw(pageInView(scroller.current));
  const canMark = mayWork && shown !== undefined && view.tab !== "look";
  const find = search.focus;
  useOfferCommands([
    { id: "reading.back", titleKey: "reading.back", keys: ["Escape"], run: back },
    ...view.commands,
    { id: "reading.find", titleKey: "reading.find", keys: ["Ctrl+F"], run: find },
    { id: "reading.mark", titleKey: "reading.mark", keys: ["H"], when: () => canMark, run: choose },
    {
      id: "reading.region",
      titleKey: "reading.region",
      keys: ["M"],
      when: () => canMark && view.hasPages,
      run: region,
    },
  ]);
  const onCandidate = useCallback((made: Draft) => {
    candidate.current = made;
  }, []);
  return {
    ...{ scroller, view, search, hint, onCandidate },
    clearHint: () => setHint(undefined),
    choose: canMark ? choose : undefined,
    region: canMark ? region : undefined,
  };
}

/** The piece itself, as the list of the case has it. */
function useEvidence(dossier: Dossier, id: EvidenceId): Evidence | undefined {
  const [evidence, setEvidence] = useState<Evidence>();
  useEffect(() => {
    let isCurrent = true;
    void host.evidence.list({ dossierId: dossier.id }).then((read) => {
      if (isCurrent && read.ok) setEvidence(read.value.evidence.find((one) => one.id === id));
    });
    return () => {
      isCurrent = false;
    };
  }, [dossier.id, id]);
  return evidence;
}

/** The page that takes most of the view, from 1. */
function pageInView(scroller: HTMLElement | null): number {
  if (scroller === null) return 1;
  const middle = scroller.getBoundingClientRect().top + scroller.clientHeight / 3;
  const pages = [...scroller.querySelectorAll<HTMLElement>("[data-page]")];
  const page = pages.findLast((one) => one.getBoundingClientRect().top <= middle);
  return Number(page?.dataset["page"] ?? 1);
}

/** Width of an A4 page at its true size and the room around it, in CSS pixels. */
const a4WidthPx = 794;
const marginPx = 40;

/** Begins with the pages as wide as there is room for, and with the keys on what is shown. */
function useFirstLook(scroller: RefObject<HTMLElement | null>, shown: Shown | undefined, { fit }: View): void {
  const begin = useRef(fit);
  useEffect(() => {
    const element = scroller.current;
    if (shown === undefined || element === null) return;
    if (shown.form === "pdf") begin.current(a4WidthPx, element.clientWidth - marginPx);
    element.focus();
  }, [scroller, shown]);
}

/** How often the pages are looked for until they stand there, in milliseconds. */
const lookEveryMs = 60;

/** Brings a page into view as soon as it stands there. */
function useScrollTo(scroller: RefObject<HTMLElement | null>, page: number | undefined, isShown: boolean): void {
  useEffect(() => {
    if (page === undefined || !isShown) return undefined;
    const timer = setInterval(() => {
      const place = scroller.current?.querySelector(`[data-page="${page}"]`);
      if (place === null || place === undefined) return;
      clearInterval(timer);
      // The pages alone move: the head of the case stays where it is.
      const frame = scroller.current;
      if (frame !== null) frame.scrollTop += place.getBoundingClientRect().top - frame.getBoundingClientRect().top;
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [scroller, page, isShown]);
}
