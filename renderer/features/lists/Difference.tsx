import { Download } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { EditionId } from "../../../shared/domain/ids.ts";
import {
  type DifferenceCounts,
  type DifferenceLine,
  DifferencePart,
  type EntryValue,
  entryWindow,
  type FieldChange,
  type ListSide,
} from "../../../shared/domain/list-editions.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useLocale, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { WindowedList } from "../../ui/WindowedList.tsx";
import { foundWords } from "./EditionPage.tsx";
import { EntryHead, ValueText, wordFor } from "./EntryText.tsx";
import css from "./lists.module.css";
import { useWindows } from "./use-windows.ts";

interface DifferenceProps {
  readonly before: EditionId;
  readonly after: ListSide;
}

/** How two editions differ: counts, and the entries themselves to be searched, with what changed in each. */
export function Difference(sides: DifferenceProps): ReactNode {
  const text = useText();
  const locale = useLocale();
  const key = JSON.stringify(sides);
  const [counts, setCounts] = useState<DifferenceCounts>();
  const [fault, setFault] = useState<Fault>();
  const [part, setPart] = useState<DifferencePart>("added");
  const [sought, setSought] = useState("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names both sides.
  useEffect(() => {
    let isLate = false;
    setCounts(undefined);
    void host.lists.compare(sides).then((compared) => {
      if (isLate) return;
      if (!compared.ok) return setFault(compared.error);
      setFault(undefined);
      setCounts(compared.value);
      setPart(DifferencePart.options.find((one) => compared.value[one] > 0) ?? "added");
    });
    return () => {
      isLate = true;
    };
  }, [key]);
  const save = async (): Promise<void> => {
    const saved = await host.lists.saveDifference({ ...sides, locale });
    if (saved.ok) notify({ tone: "success", text: text("lists.savedDifference", { name: saved.value.fileName }) });
    else if (saved.error.code !== "cancelled") setFault(saved.error);
  };
  const window = <Part key={`${key} ${part}`} {...sides} part={part} sought={sought} />;
  return (
    <div className={css["difference"]}>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      <div className={css["tools"]}>
        <TextField
          label={text("lists.searchDifference")}
          type="search"
          value={sought}
          onChange={setSought}
          maxLength={200}
        />
        <Button icon={Download} onPress={() => void save()} isDisabled={counts === undefined}>
          {text("lists.saveDifference")}
        </Button>
      </div>
      <p role="status" className={css["quiet"]}>
        {counts === undefined ? text("lists.comparing") : text("lists.unchanged", { count: counts.unchanged })}
      </p>
      <Tabs
        label={text("lists.difference")}
        selected={part}
        onSelect={setPart}
        tabs={DifferencePart.options.map((id) => ({
          id,
          label: text(`lists.part-${id}`),
          count: counts?.[id],
          content: id === part ? window : null,
        }))}
      />
    </div>
  );
}

function Part({
  part,
  sought,
  ...sides
}: DifferenceProps & { readonly part: DifferencePart; readonly sought: string }): ReactNode {
  const text = useText();
  const windows = useWindows<DifferenceLine>(sought, (from) =>
    host.lists.difference({ ...sides, part, text: sought, from, limit: entryWindow }),
  );
  return (
    <>
      {windows.fault !== undefined && <Banner tone="error" title={faultText(text, windows.fault)} isLive />}
      <p className={css["quiet"]}>{foundWords(text, windows)}</p>
      <WindowedList
        rows={windows.rows}
        rowKey={(line) => line.content}
        guessPx={part === "changed" ? 92 : 44}
        className={css["list"]}
        itemClassName={css["item"]}
        isWhole={windows.isWhole}
        onNearEnd={windows.more}
      >
        {(line) => (
          <>
            <EntryHead line={line} />
            {line.changes.length > 0 && <Changes changes={line.changes} />}
          </>
        )}
      </WindowedList>
    </>
  );
}

function Changes({ changes }: { changes: readonly FieldChange[] }): ReactNode {
  const text = useText();
  return (
    <dl className={css["changes"]}>
      {changes.map(({ field, gone, come }) => (
        <div key={field}>
          <dt>{wordFor(text, "field", field)}</dt>
          <dd>
            {gone.length + come.length === 0 && text("lists.otherOrder")}
            <Values field={field} values={gone} mark="gone" />
            <Values field={field} values={come} mark="come" />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Values that went or came; which of the two is said in words as well as by a line through them. */
function Values(props: {
  readonly field: string;
  readonly values: readonly EntryValue[];
  readonly mark: "gone" | "come";
}): ReactNode {
  const { field, values, mark } = props;
  const text = useText();
  if (values.length === 0) return null;
  const Mark = mark === "gone" ? "del" : "ins";
  return (
    <span className={css["values"]}>
      <span className={css["mark"]}>{text(`lists.mark-${mark}`)}</span>
      {values.map((value) => (
        <Mark key={`${value.kind}-${value.text}`}>
          <ValueText field={field} value={value} />
        </Mark>
      ))}
    </span>
  );
}
