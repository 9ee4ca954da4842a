import { ChevronDown, ChevronUp } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "../../stores/text.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./reading.module.css";
import type { Search } from "./use-search.ts";

/** Looks for words in what is shown; Enter goes on to the next place. */
export function SearchBar({ search }: { readonly search: Search }): ReactNode {
  const text = useText();
  const { query, count, at, isWhole } = search;
  return (
    <div className={css["search"]}>
      <TextField
        label={text("reading.find")}
        isLabelHidden
        placeholder={text("reading.find")}
        value={query}
        onChange={search.setQuery}
        onEnter={() => search.go(1)}
        inputRef={search.field}
      />
      <span className={css["count"]} role="status">
        {query !== "" && (count === 0 ? text(isWhole ? "reading.foundNone" : "reading.finding") : `${at}/${count}`)}
      </span>
      <IconButton
        icon={ChevronUp}
        size="small"
        label={text("reading.before")}
        isDisabled={count === 0}
        onPress={() => search.go(-1)}
      />
      <IconButton
        icon={ChevronDown}
        size="small"
        label={text("reading.next")}
        isDisabled={count === 0}
        onPress={() => search.go(1)}
      />
    </div>
  );
}
