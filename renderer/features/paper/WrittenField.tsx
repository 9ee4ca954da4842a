import { PenLine, RotateCcw } from "lucide-react";
import { type ReactNode, useState } from "react";
import { notify } from "../../stores/notice-store.ts";
import { useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { countCharacters } from "../../ui/characters.ts";
import type { SaveState } from "../../ui/field.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import css from "./paper.module.css";
import { problemOf } from "./paper-draft.ts";
import { sentences } from "./section-name.ts";
import type { PaperTexts } from "./use-paper-texts.ts";

interface WrittenFieldProps {
  /** Key of the draft. */
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  /** What the paper carries now, and whether a person wrote it. */
  readonly words: { readonly text: string; readonly written: boolean };
  readonly limit: number | undefined;
  /** Nothing can be drawn up: a person has to write it. */
  readonly isMissing?: boolean;
  /** There is a drawn-up text to fall back to; true unless given. */
  readonly canFallBack?: boolean;
  readonly texts: PaperTexts;
  readonly rows?: number;
  /** Level of its heading in the page's outline. */
  readonly level?: 3 | 5;
  readonly isReadOnly: boolean;
}

/** The id of a field's place on the page, for going there. */
export function placeId(name: string): string {
  return `paper-${name}`;
}

/** A pause after which what is typed is stored, in milliseconds. */
const idleMs = 300;

/** One text of the paper: drawn up and shown as such, or written by a person. */
export function WrittenField(props: WrittenFieldProps): ReactNode {
  const { name, words, texts, isMissing = false, canFallBack = true } = props;
  const [isOpen, setOpen] = useState(false);
  const [seed, setSeed] = useState("");
  const typed = texts.keeper.draft[name];
  const own = typed ?? texts.stored?.draft[name] ?? "";
  const isWriting = isOpen || isMissing || !canFallBack || own.trim() !== "";
  return (
    <div id={placeId(name)} className={css["field"]}>
      {isWriting ? (
        <Writing
          {...props}
          value={own === "" && typed === undefined ? seed : own}
          onType={() => setOpen(true)}
          onFallBack={() => {
            setOpen(false);
            setSeed("");
          }}
          isAutoFocused={isOpen && seed !== "" && own === ""}
        />
      ) : (
        <DrawnUp
          {...props}
          onWrite={() => {
            setSeed(words.text);
            setOpen(true);
          }}
        />
      )}
    </div>
  );
}

function DrawnUp(props: WrittenFieldProps & { onWrite: () => void }): ReactNode {
  const { label, words, level = 3, isReadOnly, onWrite } = props;
  const text = useText();
  const Heading = `h${level}` as const;
  return (
    <>
      <div className={css["fieldHead"]}>
        <Heading className={css["fieldName"]}>{label}</Heading>
        <Badge>{text("paperpage.drawn")}</Badge>
        {!isReadOnly && (
          <span className={css["fieldAct"]}>
            <Button size="small" tone="quiet" icon={PenLine} onPress={onWrite}>
              {text("paperpage.writeOver")}
            </Button>
          </span>
        )}
      </div>
      <p className={css["drawn"]}>{words.written ? "" : words.text || text("paperpage.emptyPart")}</p>
    </>
  );
}

interface WritingProps extends WrittenFieldProps {
  readonly value: string;
  readonly onType: () => void;
  readonly onFallBack: () => void;
  readonly isAutoFocused: boolean;
}

function Writing(props: WritingProps): ReactNode {
  const {
    name,
    label,
    help,
    limit,
    isMissing = false,
    canFallBack = true,
    texts,
    value,
    level = 3,
    isReadOnly,
  } = props;
  const text = useText();
  const Heading = `h${level}` as const;
  const { keeper } = texts;
  const isStillEmpty = (isMissing || !canFallBack) && value.trim() === "";

  function fallBack(): void {
    keeper.enter({ [name]: "" });
    void keeper.commit();
    props.onFallBack();
    const undo = (): void => {
      keeper.enter({ [name]: value });
      void keeper.commit();
    };
    notify({ text: text("paperpage.usedDrawn", { place: label }), undo });
  }

  return (
    <>
      <div className={css["fieldHead"]}>
        <Heading className={css["fieldName"]}>{label}</Heading>
        {isStillEmpty ? (
          <Badge tone="warning">{text("paperpage.missing")}</Badge>
        ) : (
          <Badge tone="accent">{text("paperpage.written")}</Badge>
        )}
        {!isReadOnly && canFallBack && !isStillEmpty && (
          <span className={css["fieldAct"]}>
            <Button size="small" tone="quiet" icon={RotateCcw} onPress={fallBack}>
              {text("paperpage.useDrawn")}
            </Button>
          </span>
        )}
      </div>
      <TextArea
        label={label}
        isLabelHidden
        help={helpOf(text(canFallBack ? "paperpage.fallBack" : "paperpage.missingHelp"), help)}
        rows={props.rows ?? 3}
        value={value}
        onChange={(next) => {
          props.onType();
          keeper.enter({ [name]: next });
        }}
        onCommit={() => void keeper.commit()}
        commitIdleMs={idleMs}
        saveState={stateOf(texts, name)}
        characterLimit={limit}
        isReadOnly={isReadOnly}
        autoFocus={props.isAutoFocused}
        error={useProblem(value, limit)}
      />
    </>
  );
}

function helpOf(rule: string, help: string | undefined): string {
  return help === undefined ? rule : sentences(help, rule);
}

function useProblem(value: string, limit: number | undefined): string | undefined {
  const text = useText();
  const problem = problemOf(value);
  if (problem !== undefined) return text(`paperpage.${problem}`);
  return limit !== undefined && countCharacters(value) > limit ? text("paperpage.overLimit") : undefined;
}

function stateOf({ keeper, stored }: PaperTexts, name: string): SaveState {
  if (keeper.draft[name] !== undefined) return keeper.state === "saved" ? "unsaved" : keeper.state;
  return keeper.state === "saved" && stored?.draft[name] !== undefined ? "saved" : "idle";
}
