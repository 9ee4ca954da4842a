import { type ReactNode, useState } from "react";
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
import type { Command } from "../stores/command-store.ts";
import { useText } from "../stores/text.ts";
import { classNames } from "../ui/class-names.ts";
import { Kbd } from "../ui/Kbd.tsx";
import css from "./CommandPalette.module.css";
import { availableCommands, matchesQuery } from "./shortcuts.ts";

/** Something other than a command that the palette can find, such as a case. */
export type PaletteEntry = {
  readonly id: string;
  readonly title: string;
  /** Shown beside the title and searched too. */
  readonly detail?: string | undefined;
  readonly run: () => void;
};

export type CommandPaletteProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** In order of precedence. */
  readonly commands: readonly Command[];
  readonly cases?: readonly PaletteEntry[];
};

/** Finds and does anything by name. Enter runs the line in focus; Enter that ends a conversion only ends it. */
export function CommandPalette({ isOpen, onClose, commands, cases = [] }: CommandPaletteProps): ReactNode {
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
          <PaletteBody commands={commands} cases={cases} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

type PaletteBodyProps = {
  readonly commands: readonly Command[];
  readonly cases: readonly PaletteEntry[];
  readonly onClose: () => void;
};

function PaletteBody({ commands, cases, onClose }: PaletteBodyProps): ReactNode {
  const text = useText();
  const [query, setQuery] = useState("");
  const found = availableCommands(commands)
    .map((command) => ({ command, title: text(command.titleKey, command.titleArgs) }))
    .filter(({ title }) => matchesQuery(title, query));
  const foundCases = cases.filter((one) => matchesQuery(`${one.title} ${one.detail ?? ""}`, query));
  // The dialog goes first: what runs may open another, and focus must come to rest there.
  const runAfterClosing = (run: () => void) => (): void => {
    onClose();
    queueMicrotask(run);
  };
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <TextField aria-label={text("shortcuts.palette")} autoFocus className={classNames(css["field"])}>
        <Input
          role="combobox"
          aria-expanded
          className={classNames(css["input"])}
          placeholder={text("shortcuts.palettePlaceholder")}
          spellCheck={false}
        />
      </TextField>
      <ListBox
        className={classNames(css["list"])}
        aria-label={text("shortcuts.palette")}
        renderEmptyState={() => <p className={css["none"]}>{text("shortcuts.paletteNone")}</p>}
      >
        {foundCases.length > 0 && (
          <ListBoxSection>
            <Header className={classNames(css["heading"])}>{text("shortcuts.paletteCases")}</Header>
            {foundCases.map((one) => (
              <Line key={one.id} title={one.title} detail={one.detail} run={runAfterClosing(one.run)} />
            ))}
          </ListBoxSection>
        )}
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
  readonly title: string;
  readonly detail?: string | undefined;
  readonly keys?: string | undefined;
  readonly run: () => void;
};

function Line({ title, detail, keys, run }: LineProps): ReactNode {
  return (
    <ListBoxItem className={classNames(css["line"])} textValue={title} onAction={run}>
      <span className={css["title"]}>
        <bdi>{title}</bdi>
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
