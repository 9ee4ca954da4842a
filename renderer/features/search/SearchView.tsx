import { type ReactNode, useEffect } from "react";
import { useStore } from "zustand";
import { filterCount, type SearchFilters } from "../../../shared/domain/search.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { useCompositionGuard } from "../../ui/composition-events.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { ResultGroup } from "./ResultGroup.tsx";
import { SearchBookBar } from "./SearchBookBar.tsx";
import { SearchFilterBar } from "./SearchFilterBar.tsx";
import css from "./search.module.css";
import { searchStore } from "./search-store.ts";
import { type SearchDesk, useSearch } from "./use-search.ts";

/** Milliseconds without a key after which what was typed is searched for. */
const typingPauseMs = 150;

/** One box over cases, answers, notes and evidence, with the places that hold what was asked for. */
export function SearchView({ query: given }: { readonly query?: string | undefined }): ReactNode {
  const text = useText();
  const { query, filters } = useStore(searchStore);
  const desk = useSearch();
  const { guard, events } = useCompositionGuard();
  useEffect(() => {
    if (given !== undefined) searchStore.setState({ query: given });
  }, [given]);
  const { search } = desk;
  const ask = (asked: { query: string; filters: SearchFilters }, isTyped = false): void => {
    searchStore.setState(asked);
    void search({ ...asked, isTyped });
  };
  useTypedSearch({ query, filters, isComposing: guard.isComposing, search });
  return (
    <Page title={text("search.title")} lead={text("search.lead")} width="wide">
      <search className={css["desk"]} {...events}>
        <TextField
          label={text("search.box")}
          help={text("search.boxHelp")}
          type="search"
          width="full"
          autoFocus
          maxLength={400}
          value={query}
          onChange={(next) => searchStore.setState({ query: next })}
          onEnter={() => ask({ query, filters })}
        />
        <SearchFilterBar filters={filters} onChange={(next) => searchStore.setState({ filters: next })} />
        <SearchBookBar query={query} filters={filters} onChoose={(chosen) => ask(chosen)} />
      </search>
      <Results desk={desk} query={query} isNarrowed={filterCount(filters) > 0} />
    </Page>
  );
}

interface Typed {
  readonly query: string;
  readonly filters: SearchFilters;
  readonly isComposing: () => boolean;
  readonly search: SearchDesk["search"];
}

/** Searches a moment after the last key; never while an input method is still at work on the words. */
function useTypedSearch({ query, filters, isComposing, search }: Typed): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the two functions read refs; a new one at each render must not search again.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const run = (): void => {
      if (isComposing()) timer = setTimeout(run, typingPauseMs);
      else void search({ query, filters, isTyped: true });
    };
    timer = setTimeout(run, typingPauseMs);
    return () => clearTimeout(timer);
  }, [query, filters]);
}

interface ResultsProps {
  readonly desk: SearchDesk;
  readonly query: string;
  readonly isNarrowed: boolean;
}

function Results({ desk, query, isNarrowed }: ResultsProps): ReactNode {
  const text = useText();
  const { groups, cursor, behind, isBusy, fault } = desk;
  const isAsked = query.trim() !== "";
  return (
    <section className={css["results"]} aria-label={text("search.results")} aria-busy={isBusy}>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} />}
      {behind !== null && (
        <Banner tone="info" title={text("search.behind")}>
          {text("search.behindMore", { cases: behind.cases, known: behind.known })}
        </Banner>
      )}
      <p className={css["count"]} role="status">
        {isAsked &&
          !isBusy &&
          groups.length > 0 &&
          text(cursor === null ? "search.count" : "search.countMore", { count: groups.length })}
      </p>
      {isAsked && !isBusy && groups.length === 0 && fault === undefined && (
        <EmptyState title={text("search.none")}>
          {text(isNarrowed ? "search.noneNarrowed" : "search.noneHint")}
        </EmptyState>
      )}
      {!isAsked && <EmptyState title={text("search.begin")}>{text("search.beginHint")}</EmptyState>}
      {groups.map((group) => (
        <ResultGroup key={group.dossierId} group={group} onUnfold={() => void desk.unfold(group)} />
      ))}
      {cursor !== null && groups.length > 0 && (
        <div>
          <Button isBusy={isBusy} onPress={() => void desk.more()}>
            {text("search.more")}
          </Button>
        </div>
      )}
    </section>
  );
}
