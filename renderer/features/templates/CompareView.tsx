import { type ReactNode, useState } from "react";
import {
  compareTemplates,
  demandOf,
  type ItemChange,
  isUnchanged,
  textOf,
} from "../../../shared/domain/content/compare-templates.ts";
import type { Sha256 } from "../../../shared/domain/ids.ts";
import { useLocale, usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Page } from "../../ui/Page.tsx";
import { Select } from "../../ui/Select.tsx";
import type { Library } from "./library.ts";
import { useVersion } from "./PreviewView.tsx";
import css from "./templates.module.css";
import { WordDiff } from "./WordDiff.tsx";

interface CompareViewProps {
  readonly library: Library;
  readonly first: { readonly before: Sha256; readonly after: Sha256 };
  readonly onBack: () => void;
}

/** Two versions side by side: what came, went, moved, was worded anew or asks for other things. */
export function CompareView({ library, first, onBack }: CompareViewProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const [chosen, setChosen] = useState(first);
  const versions = [
    ...library.office.flatMap((one) =>
      one.versions.map((version) => ({ value: version.hash, label: `${pick(one.title)}（${version.label}）` })),
    ),
    ...library.builtIn.map((one) => ({ value: one.hash, label: `${pick(one.title)}（${one.label}）` })),
  ];
  return (
    <Page
      title={text("templates.compareTitle")}
      width="wide"
      actions={<Button onPress={onBack}>{text("templates.back")}</Button>}
    >
      <div className={css["pair"]}>
        {(["before", "after"] as const).map((side) => (
          <Select
            key={side}
            label={text(`templates.${side}`)}
            placeholder={text("templates.choose")}
            options={versions}
            value={chosen[side]}
            onChange={(hash) => setChosen({ ...chosen, [side]: hash })}
          />
        ))}
      </div>
      <Comparison {...chosen} />
    </Page>
  );
}

function Comparison({ before, after }: { before: Sha256; after: Sha256 }): ReactNode {
  const text = useText();
  const locale = useLocale();
  const was = useVersion(before).template;
  const is = useVersion(after).template;
  if (was === undefined || is === undefined) return null;
  const { head, sections, items } = compareTemplates(was, is);
  const changed = items.filter((one) => !isUnchanged(one));
  const parts = sections.filter((one) => one.kind !== "same" || one.isMoved);
  if (head.length + changed.length + parts.length === 0) return <Banner title={text("templates.same")} />;
  return (
    <>
      {head.length + parts.length > 0 && (
        <Card title={text("templates.headChanged")} isFlush>
          {head.map((one) => (
            <div key={one.field} className={css["change"]}>
              <WordDiff before={one.before[locale]} after={one.after[locale]} locale={locale} />
            </div>
          ))}
          {parts.map((one) => (
            <div key={one.sectionId} className={css["change"]}>
              <span className={css["facts"]}>
                <strong>{one.sectionId}</strong>
                <Badge>{text(`templates.change-${one.kind}`)}</Badge>
                {one.isMoved && <Badge>{text("templates.moved")}</Badge>}
              </span>
              <WordDiff before={one.before?.[locale] ?? ""} after={one.after?.[locale] ?? ""} locale={locale} />
            </div>
          ))}
        </Card>
      )}
      <Card
        title={text("templates.itemsChanged")}
        lead={`${text("templates.changeCount", { count: changed.length })} ${text("templates.onlyChanged")}`}
        isFlush
      >
        {changed.map((one) => (
          <ChangedItem key={one.itemId} one={one} />
        ))}
      </Card>
    </>
  );
}

function ChangedItem({ one }: { one: ItemChange }): ReactNode {
  const text = useText();
  const locale = useLocale();
  const { before, after } = one;
  const isWhole = one.kind === "added" || one.kind === "removed" || one.kind === "hidden" || one.kind === "shown";
  return (
    <div className={css["change"]}>
      <span className={css["facts"]}>
        <strong>{one.itemId}</strong>
        {one.kind !== "same" && <Badge tone="accent">{text(`templates.change-${one.kind}`)}</Badge>}
        {one.isMoved && <Badge>{text("templates.moved")}</Badge>}
        {one.reworded.length > 0 && <Badge>{text("templates.reworded")}</Badge>}
        {one.demands.length > 0 && <Badge>{text("templates.demands")}</Badge>}
      </span>
      {(isWhole || one.reworded.length === 0) && <p>{(after ?? before)?.item.question[locale]}</p>}
      {before !== undefined &&
        after !== undefined &&
        one.reworded.map((name) => (
          <div key={name}>
            <span className={css["soft"]}>{text(`templates.text-${name}`)}</span>
            <WordDiff
              before={textOf(before.item, name)[locale]}
              after={textOf(after.item, name)[locale]}
              locale={locale}
            />
          </div>
        ))}
      {before !== undefined &&
        after !== undefined &&
        one.demands.map((name) => (
          <div key={name}>
            <span className={css["soft"]}>{text(`templates.demand-${name}`)}</span>
            <WordDiff
              before={said(demandOf(before.item, name))}
              after={said(demandOf(after.item, name))}
              locale={locale}
            />
          </div>
        ))}
    </div>
  );
}

/** A demand as words: lists by their ids, a condition by its form. */
function said(value: unknown): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return value.map(said).join(" / ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
