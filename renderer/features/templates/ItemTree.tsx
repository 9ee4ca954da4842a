import { ArrowDown, ArrowUp, Eye, EyeOff, Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import {
  hideItem,
  hideSection,
  moveItem,
  moveSection,
  removeItem,
  showItem,
} from "../../../shared/domain/content/edit-template.ts";
import type { TemplateFile, TemplateItem, TemplateSection } from "../../../shared/domain/content/template.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import css from "./templates.module.css";

interface TreeProps {
  readonly file: TemplateFile;
  readonly rootIds: readonly string[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  readonly onEdit: (edit: (file: TemplateFile) => TemplateFile) => void;
  readonly onAddItem: (sectionId: string) => void;
  readonly onAddSection: () => void;
}

/** Everything a template asks, in order, and below it what is hidden. */
export function ItemTree(props: TreeProps): ReactNode {
  const text = useText();
  const { file, chosen, onChoose, onAddSection } = props;
  return (
    <Card title={text("templates.sections")}>
      <div className={css["tree"]}>
        <Button size="small" tone="quiet" onPress={() => onChoose(undefined)}>
          {text("templates.head")}
        </Button>
        {file.sections.map((section) => (
          <Section key={section.id} section={section} {...props} />
        ))}
        <Button size="small" icon={Plus} onPress={onAddSection}>
          {text("templates.addSection")}
        </Button>
        <Hidden {...props} chosen={chosen} />
      </div>
    </Card>
  );
}

function Section({ section, ...props }: TreeProps & { section: TemplateSection }): ReactNode {
  const text = useText();
  const { onEdit, onAddItem } = props;
  return (
    <div className={css["section"]}>
      <div className={css["entry"]}>
        <Pick id={section.id} words={section.title} isStrong {...props} />
        <span className={css["moves"]}>
          <Act
            icon={ArrowUp}
            name="moveUp"
            id={section.id}
            onPress={() => onEdit((file) => moveSection(file, section.id, -1))}
          />
          <Act
            icon={ArrowDown}
            name="moveDown"
            id={section.id}
            onPress={() => onEdit((file) => moveSection(file, section.id, 1))}
          />
          <Act
            icon={EyeOff}
            name="hideSection"
            id={section.id}
            onPress={() => onEdit((file) => hideSection(file, section.id))}
          />
        </span>
      </div>
      {section.items.map((item) => (
        <Entry key={item.id} item={item} {...props} />
      ))}
      <span>
        <Button size="small" tone="quiet" icon={Plus} onPress={() => onAddItem(section.id)}>
          {text("templates.addItem")}
        </Button>
      </span>
    </div>
  );
}

function Entry({ item, ...props }: TreeProps & { item: TemplateItem }): ReactNode {
  const { onEdit, onChoose } = props;
  return (
    <div className={css["entry"]}>
      <Pick id={item.id} words={item.question} {...props} />
      <span className={css["moves"]}>
        <Act icon={ArrowUp} name="moveUp" id={item.id} onPress={() => onEdit((file) => moveItem(file, item.id, -1))} />
        <Act
          icon={ArrowDown}
          name="moveDown"
          id={item.id}
          onPress={() => onEdit((file) => moveItem(file, item.id, 1))}
        />
        <Act icon={EyeOff} name="hide" id={item.id} onPress={() => onEdit((file) => hideItem(file, item.id))} />
        {isOwn(item.id) && (
          <Act
            icon={Trash2}
            name="remove"
            id={item.id}
            onPress={() => {
              onChoose(undefined);
              onEdit((file) => removeItem(file, item.id));
            }}
          />
        )}
      </span>
    </div>
  );
}

/** Items that the office added; the built-in ones are hidden and never deleted. */
function isOwn(id: string): boolean {
  return /^[PICS]-X\d+$/u.test(id);
}

function Hidden({ file, ...props }: TreeProps): ReactNode {
  const text = useText();
  const hidden = file.hidden ?? [];
  return (
    <div className={css["section"]}>
      <strong>{text("templates.hidden")}</strong>
      {hidden.length === 0 && <span className={css["soft"]}>{text("templates.hiddenNone")}</span>}
      {hidden.map(({ item }) => (
        <div key={item.id} className={css["entry"]}>
          <Pick id={item.id} words={item.question} file={file} {...props} />
          <span className={css["moves"]}>
            <Act icon={Eye} name="show" id={item.id} onPress={() => props.onEdit((now) => showItem(now, item.id))} />
          </span>
        </div>
      ))}
    </div>
  );
}

type PickProps = TreeProps & {
  readonly id: string;
  readonly words: { readonly ja: string; readonly en: string };
  readonly isStrong?: boolean;
};

function Pick({ id, words, isStrong = false, chosen, onChoose }: PickProps): ReactNode {
  const pick = usePick();
  const shown = pick(words);
  return (
    <button
      type="button"
      className={css["pick"]}
      aria-current={chosen === id ? "true" : undefined}
      onClick={() => onChoose(id)}
    >
      <span>{id}</span>
      {isStrong ? <strong>{shown}</strong> : <span>{shown}</span>}
    </button>
  );
}

interface ActProps {
  readonly icon: typeof Eye;
  readonly name: "moveUp" | "moveDown" | "hide" | "show" | "remove" | "hideSection";
  readonly id: string;
  readonly onPress: () => void;
}

function Act({ icon, name, id, onPress }: ActProps): ReactNode {
  const text = useText();
  return <IconButton size="small" icon={icon} label={`${text(`templates.${name}`)} ${id}`} onPress={onPress} />;
}
