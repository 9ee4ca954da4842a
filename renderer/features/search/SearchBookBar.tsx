import { X } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import { emptyBook, type SearchBook, type SearchFilters } from "../../../shared/domain/search.ts";
import type { Result } from "../../../shared/result.ts";
import { host } from "../../host.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./search.module.css";

interface Asked {
  readonly query: string;
  readonly filters: SearchFilters;
}

interface SearchBookBarProps extends Asked {
  readonly onChoose: (asked: Asked) => void;
}

/** Searches the person keeps, and the latest ones where they want them kept; nobody else ever sees either. */
export function SearchBookBar({ query, filters, onChoose }: SearchBookBarProps): ReactNode {
  const text = useText();
  const [book, setBook] = useState<SearchBook>(emptyBook);
  const [name, setName] = useState("");
  const [fault, setFault] = useState<Fault>();
  const take = (answer: Result<SearchBook, Fault>): void => {
    if (answer.ok) setBook(answer.value);
    setFault(answer.ok ? undefined : answer.error);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the book is read once; `take` only sets what was read.
  useEffect(() => {
    void host.search.book({}).then(take);
  }, []);
  const keep = async (): Promise<void> => {
    take(await host.search.keep({ id: null, name: name.trim(), query, filters }));
    setName("");
  };
  const canKeep = query.trim() !== "" && name.trim() !== "";
  return (
    <Disclosure title={text("search.kept")}>
      <div className={css["book"]}>
        {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} />}
        <ul className={css["kept"]}>
          {book.saved.map((saved) => (
            <li key={saved.id}>
              <Button size="small" onPress={() => onChoose({ query: saved.query, filters: saved.filters })}>
                {saved.name}
              </Button>
              <IconButton
                icon={X}
                size="small"
                label={text("search.forget", { name: saved.name })}
                onPress={() => void host.search.forget({ id: saved.id }).then(take)}
              />
            </li>
          ))}
          {book.recent.map((recent) => (
            <li key={recent}>
              <Button size="small" tone="quiet" onPress={() => onChoose({ query: recent, filters })}>
                {recent}
              </Button>
            </li>
          ))}
        </ul>
        <div className={css["keep"]}>
          <TextField
            label={text("search.keepName")}
            value={name}
            onChange={setName}
            maxLength={80}
            onEnter={() => {
              if (canKeep) void keep();
            }}
          />
          <Button isDisabled={!canKeep} onPress={() => void keep()}>
            {text("search.keep")}
          </Button>
        </div>
        <Checkbox
          isSelected={book.keepsRecent}
          help={text("search.keepRecentHelp")}
          onChange={(on) => void host.search.keepRecent({ on }).then(take)}
        >
          {text("search.keepRecent")}
        </Checkbox>
      </div>
    </Disclosure>
  );
}
