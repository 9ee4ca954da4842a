import type { ReactNode } from "react";
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from "react-aria-components";
import type { SnippetPart } from "../../shared/domain/search.ts";
import { Snippet } from "../parts/search/Snippet.tsx";
import type { Command } from "../stores/command-store.ts";
import { useText } from "../stores/text.ts";
import { classNames } from "../ui/class-names.ts";
import { type CompositionWatch, pressOf } from "../ui/composition-events.ts";
import { Kbd } from "../ui/Kbd.tsx";
import { OpenDialogMark } from "../ui/open-dialogs.ts";
import css from "./CommandPalette.module.css";
import { availableCommands, matchesQuery } from "./shortcuts.ts";

/** Something other than a command that the palette leads to, such as a case. */
export type PaletteEntry = {
  readonly id: string;
  readonly title: string;
  readonly detail?: string | undefined;
  /** A piece of what was found, as it was written. */
  readonly snippet?: readonly SnippetPart[] | undefined;
  readonly run: () => void;
};

/** Entries under one heading, already picked for what stands in the palette. */
export type PaletteSection = {
  readonly id: string;
  readonly heading: string;
  readonly entries: readonly PaletteEntry[];
};

export type CommandPaletteProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** In order of precedence. */
  readonly commands: readonly Command[];
  /** What stands in the palette, and who hears of it. */
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly composition: CompositionWatch;
  readonly sections?: readonly PaletteSection[];
};

/** Finds and does anything by name. Enter runs the line in focus; Enter that ends a conversion only ends it. */
export function CommandPalette({ isOpen, onClose, ...body }: CommandPaletteProps): ReactNode {
  const text = useText();
  return (
    <ModalOverlay
      className={classNames(css["scrim"])}
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
    >
      <Modal className={classNames(css["modal"])}>
        <Dialog className={classNames(css["dialog"])} aria-label={text("shortcuts.palette")}>
          <OpenDialogMark />
          <PaletteBody {...body} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

type PaletteBodyProps = Omit<CommandPaletteProps, "isOpen">;

function PaletteBody({ commands, query, onQuery, composition, sections = [], onClose }: PaletteBodyProps): ReactNode {
  const text = useText();
  const found = availableCommands(commands)
    .map((command) => ({ command, title: text(command.titleKey, command.titleArgs) }))
    .filter(({ title }) => matchesQuery(title, query));
  // The dialog goes first: what runs may open another, and focus must come to rest there.
  const runAfterClosing = (run: () => void) => (): void => {
    onClose();
    queueMicrotask(run);
  };
  return (
    <Autocomplete inputValue={query} onInputChange={onQuery}>
      <TextField aria-label={text("shortcuts.palette")} autoFocus className={classNames(css["field"])}>
        <Input
          role="combobox"
          aria-expanded
          className={classNames(css["input"])}
          placeholder={text("shortcuts.palettePlaceholder")}
          spellCheck={false}
          {...composition.events}
          onKeyDownCapture={(event) => {
            // An Enter that ends a conversion must not run the line in focus.
            if (composition.guard.owns(pressOf(event))) event.stopPropagation();
          }}
        />
      </TextField>
      <ListBox
        className={classNames(css["list"])}
        aria-label={text("shortcuts.palette")}
        renderEmptyState={() => <p className={css["none"]}>{text("shortcuts.paletteNone")}</p>}
      >
        {sections
          .filter(({ entries }) => entries.length > 0)
          .map(({ id, heading, entries }) => (
            <ListBoxSection key={id} id={id}>
              <Header className={classNames(css["heading"])}>{heading}</Header>
              {entries.map(({ run, id: entryId, ...entry }) => (
                <Line key={entryId} id={entryId} {...entry} run={runAfterClosing(run)} />
              ))}
            </ListBoxSection>
          ))}
        {found.length > 0 && (
          <ListBoxSection>
            <Header className={classNames(css["heading"])}>{text("shortcuts.paletteCommands")}</Header>
            {found.map(({ command, title }) => (
              <Line key={command.id} title={title} keys={command.keys[0]} run={runAfterClosing(command.run)} />
            ))}
          </ListBoxSection>
        )}
      </ListBox>
    </Autocomplete>
  );
}

type LineProps = {
  readonly id?: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly snippet?: readonly SnippetPart[] | undefined;
  readonly keys?: string | undefined;
  readonly run: () => void;
};

function Line({ id, title, detail, snippet, keys, run }: LineProps): ReactNode {
  return (
    <ListBoxItem {...(id !== undefined && { id })} className={classNames(css["line"])} textValue={title} onAction={run}>
      <span className={css["title"]}>
        <bdi>{title}</bdi>
        {snippet !== undefined && (
          <>
            {" · "}
            <Snippet parts={snippet} />
          </>
        )}
      </span>
      {detail !== undefined && <bdi className={css["detail"]}>{detail}</bdi>}
      {keys !== undefined && (
        <span aria-hidden="true">
          <Kbd keys={keys} />
        </span>
      )}
    </ListBoxItem>
  );
}
