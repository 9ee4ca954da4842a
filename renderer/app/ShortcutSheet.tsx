import type { ReactNode } from "react";
import type { Command } from "../stores/command-store.ts";
import { useText } from "../stores/text.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Kbd } from "../ui/Kbd.tsx";
import css from "./ShortcutSheet.module.css";
import { availableCommands } from "./shortcuts.ts";

export type ShortcutSheetProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What the page on screen offers, innermost first. */
  readonly here: readonly Command[];
  /** What works on every page. */
  readonly everywhere: readonly Command[];
};

/** Every key that does something now, with what it does. */
export function ShortcutSheet({ isOpen, onClose, here, everywhere }: ShortcutSheetProps): ReactNode {
  const text = useText();
  const groups = [
    { title: text("shortcuts.sheetHere"), commands: here },
    { title: text("shortcuts.sheetEverywhere"), commands: everywhere },
  ].map(({ title, commands }) => ({ title, commands: availableCommands(commands).filter(hasKeys) }));
  return (
    <Dialog title={text("shortcuts.sheet")} isOpen={isOpen} onClose={onClose} size="large" isDismissable isForReading>
      <div className={css["groups"]}>
        {groups.map(({ title, commands }) =>
          commands.length === 0 ? null : (
            <section key={title} className={css["group"]} aria-label={title}>
              <h3 className={css["title"]}>{title}</h3>
              <dl>
                {commands.map((command) => (
                  <div key={command.id} className={css["row"]}>
                    <dt>{text(command.titleKey, command.titleArgs)}</dt>
                    <dd className={css["keys"]}>
                      {command.keys.map((keys) => (
                        <Kbd key={keys} keys={keys} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ),
        )}
      </div>
      <p className={css["note"]}>{text("shortcuts.sheetNote")}</p>
    </Dialog>
  );
}

function hasKeys(command: Command): boolean {
  return command.keys.length > 0;
}
