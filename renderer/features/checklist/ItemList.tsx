import { CircleCheck, CircleDashed, CircleHelp, CircleMinus, Clock, Hourglass } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { progressOf } from "../../../shared/domain/checklist.ts";
import type { Template } from "../../../shared/domain/content/template.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { useContent } from "../../stores/content-store.ts";
import { navigate } from "../../stores/route-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { classNames } from "../../ui/class-names.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Link } from "../../ui/Link.tsx";
import { Meter } from "../../ui/Meter.tsx";
import { useChecklist } from "./checklist-store.ts";
import css from "./ItemList.module.css";
import { type ItemMark, type ItemRow, isOpen, nextOpen } from "./item-rows.ts";
import { shownAnswer } from "./item-work.ts";
import { KeyMark } from "./KeyMark.tsx";

interface ItemListProps {
  readonly dossier: Dossier;
  readonly template: Template;
  readonly rows: readonly ItemRow[];
  readonly currentId: string;
  readonly isOptionalOpen: boolean;
  readonly onOptionalOpen: (isOpen: boolean) => void;
  readonly isHiddenOpen: boolean;
  readonly onHiddenOpen: (isOpen: boolean) => void;
  readonly onSelect: (itemId: string) => void;
}

/** Every item by section, with its mark, and what comes next. */
export function ItemList(props: ItemListProps): ReactNode {
  const text = useText();
  const { template, rows } = props;
  const required = rows.filter((row) => row.isRequired);
  const optional = rows.filter((row) => !row.isRequired && !row.isHidden);
  const hidden = rows.filter((row) => row.isHidden);
  return (
    <div className={css["frame"]}>
      <Head {...props} />
      <div className={css["scroll"]}>
        {template.sections.map((section) => {
          const lines = required.filter((row) => row.sectionId === section.id);
          return lines.length === 0 ? null : <Section key={section.id} {...props} section={section} lines={lines} />;
        })}
        {optional.length > 0 && (
          <Folded
            {...props}
            lines={optional}
            title={text("checklist.optionalGroup")}
            isOpen={props.isOptionalOpen}
            onOpen={props.onOptionalOpen}
          />
        )}
        {hidden.length > 0 && (
          <Folded
            {...props}
            lines={hidden}
            title={text("checklist.hiddenGroup")}
            isOpen={props.isHiddenOpen}
            onOpen={props.onHiddenOpen}
          />
        )}
      </div>
    </div>
  );
}

function Head({ dossier, template, rows, currentId, onSelect }: ItemListProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const { items } = useChecklist();
  const answers = Object.values(items).map((work) => shownAnswer(work));
  const hidden = new Set(rows.filter((row) => row.isHidden).map((row) => row.item.id));
  const { whole } = progressOf(template, dossier.depth, answers, hidden);
  const depth = vocabulary.depths.find((entry) => entry.id === dossier.depth);
  const next = nextOpen(rows, currentId);
  const years = depth?.lookbackYears ?? null;
  return (
    <header className={css["head"]}>
      {depth !== undefined && template.answerScale === "risk" && (
        <p className={css["depth"]}>
          {text("checklist.depthLine", {
            depth: pick(depth.name),
            years: years === null ? text("checklist.lookbackWhole") : text("checklist.lookback", { years }),
          })}
        </p>
      )}
      <Meter
        label={text("checklist.progress")}
        value={whole.requiredAnswered}
        max={whole.required}
        words={text("checklist.sectionCount", { done: whole.requiredAnswered, total: whole.required })}
      />
      <p className={css["next"]}>
        <Link onPress={() => navigate({ view: "dossier", dossierId: dossier.id, page: "scope" })}>
          {text("scope.toPage")}
        </Link>
      </p>
      <p className={css["next"]}>
        {next !== undefined && (
          <Link onPress={() => onSelect(next.item.id)}>{text("checklist.nextUp", { item: next.item.id })}</Link>
        )}
        {whole.required > 0 && whole.requiredAnswered === whole.required && (
          <span>{text("checklist.allAnswered")}</span>
        )}
      </p>
    </header>
  );
}

interface SectionProps extends ItemListProps {
  readonly section: Template["sections"][number];
  readonly lines: readonly ItemRow[];
}

function Section({ section, lines, ...list }: SectionProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const done = lines.filter((row) => !isOpen(row)).length;
  return (
    <section className={css["section"]} aria-labelledby={`section-${section.id}`}>
      <h2 className={css["title"]} id={`section-${section.id}`}>
        <span>{pick(section.title)}</span>
        <span className={css["count"]}>{text("checklist.sectionCount", { done, total: lines.length })}</span>
      </h2>
      <Lines {...list} lines={lines} />
    </section>
  );
}

interface FoldedProps extends ItemListProps {
  readonly lines: readonly ItemRow[];
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** Lines that are not required, folded away until somebody asks. */
function Folded({ lines, title, isOpen, onOpen, ...list }: FoldedProps): ReactNode {
  return (
    <section className={css["section"]}>
      <h2 className={css["title"]}>
        <button type="button" className={css["fold"]} aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          <span className={css["arrow"]} aria-hidden="true">
            ›
          </span>
          <span>{title}</span>
          <span className={css["count"]}>{lines.length}</span>
        </button>
      </h2>
      {isOpen && <Lines {...list} lines={lines} />}
    </section>
  );
}

function Lines({ lines, currentId, onSelect }: ItemListProps & { readonly lines: readonly ItemRow[] }): ReactNode {
  return (
    <ul className={css["lines"]}>
      {lines.map((row) => (
        <Line key={row.item.id} row={row} isCurrent={row.item.id === currentId} onSelect={onSelect} />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly row: ItemRow;
  readonly isCurrent: boolean;
  readonly onSelect: (itemId: string) => void;
}

function Line({ row, isCurrent, onSelect }: LineProps): ReactNode {
  const pick = usePick();
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) place.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  return (
    <li ref={place} className={css["line"]}>
      <button
        type="button"
        className={css["item"]}
        aria-current={isCurrent ? "true" : undefined}
        onClick={() => onSelect(row.item.id)}
      >
        <Mark mark={row.mark} />
        <span className={css["words"]}>
          <span className={css["id"]}>
            {row.item.id}
            {row.item.key && <KeyMark />}
          </span>
          <span className={css["question"]}>{pick(row.item.question)}</span>
        </span>
      </button>
    </li>
  );
}

const shapes = {
  open: CircleDashed,
  deferred: Clock,
  incomplete: CircleMinus,
  awaiting: Hourglass,
  unknown: CircleHelp,
  enough: CircleCheck,
} as const;

function Mark({ mark }: { readonly mark: ItemMark }): ReactNode {
  const text = useText();
  return (
    <span className={classNames(css["mark"], css[mark])}>
      <Icon shape={shapes[mark]} label={text(`checklist.mark-${mark}`)} />
    </span>
  );
}
