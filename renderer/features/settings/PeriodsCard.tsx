import { type ReactNode, useEffect, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { ValidMonths } from "../../../shared/domain/content/evidence-policy.ts";
import { EvidenceType, nameOf } from "../../../shared/domain/content/vocabulary.ts";
import { host } from "../../host.ts";
import { useContent } from "../../stores/content-store.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./periods.module.css";

/** More than fifty years is as good as for ever. */
const mostMonths = 600;

/** For how many months each kind of evidence may be relied on in this office; an empty field sets no limit. */
export function PeriodsCard(): ReactNode {
  const text = useText();
  const { periods, fault, set } = usePeriods();
  const [typed, setTyped] = useState<Partial<Record<EvidenceType, string>>>({});
  const name = useTypeName();

  function change(type: EvidenceType): void {
    const entered = typed[type];
    const months = periods?.months;
    if (entered === undefined || months === undefined) return;
    const value = monthsIn(entered);
    if (value === undefined) return;
    setTyped(({ [type]: _done, ...rest }) => rest);
    if (value !== (months[type] ?? null)) void set({ ...months, [type]: value }, months);
  }

  return (
    <Card
      title={text("settings.periods")}
      lead={text("settings.periodsLead")}
      actions={
        periods?.isOwn === true && (
          <Button size="small" tone="quiet" onPress={() => void set(null, periods.months)}>
            {text("settings.periodsBuiltIn")}
          </Button>
        )
      }
    >
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      <div className={css["fields"]}>
        {periods !== undefined &&
          EvidenceType.options.map((type) => {
            const shown = typed[type] ?? String(periods.months[type] ?? "");
            return (
              <TextField
                key={type}
                label={name(type)}
                value={shown}
                onChange={(next) => setTyped((before) => ({ ...before, [type]: next }))}
                onCommit={() => change(type)}
                placeholder={text("settings.periodsNone")}
                width="short"
                {...(monthsIn(shown) === undefined && { error: text("settings.periodsBad", { most: mostMonths }) })}
              />
            );
          })}
      </div>
    </Card>
  );
}

function useTypeName(): (type: EvidenceType) => string {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  return (type) => text("settings.periodsOf", { name: pick(nameOf(vocabulary, "evidenceTypes", type)) });
}

/** Months as somebody types them, in any width; null for none, undefined for what is no number of months. */
function monthsIn(entered: string): number | null | undefined {
  const plain = entered.normalize("NFKC").trim();
  if (plain === "") return null;
  const months = /^\d{1,3}$/u.test(plain) ? Number(plain) : 0;
  return months >= 1 && months <= mostMonths ? months : undefined;
}

interface Periods {
  readonly periods: { readonly months: ValidMonths; readonly isOwn: boolean } | undefined;
  readonly fault: Fault | undefined;
  /** Stores new periods, null for those that ship with the app; undo puts `before` back. */
  readonly set: (months: ValidMonths | null, before: ValidMonths) => Promise<void>;
}

function usePeriods(): Periods {
  const text = useText();
  const [periods, setPeriods] = useState<Periods["periods"]>();
  const [fault, setFault] = useState<Fault>();
  useEffect(() => {
    let isShown = true;
    void host.intake.periods({}).then((read) => {
      if (!isShown) return;
      if (read.ok) setPeriods(read.value);
      else setFault(read.error);
    });
    return () => {
      isShown = false;
    };
  }, []);

  async function store(months: ValidMonths | null): Promise<boolean> {
    // Shown at once, so that a second field changed meanwhile builds on the first.
    if (months !== null) setPeriods({ months, isOwn: true });
    const stored = await host.intake.setPeriods({ months });
    if (stored.ok) setPeriods(stored.value);
    setFault(stored.ok ? undefined : stored.error);
    return stored.ok;
  }

  const set: Periods["set"] = async (months, before) => {
    if (!(await store(months))) return;
    notify({ tone: "success", text: text("settings.periodsKept"), undo: () => void store(before) });
  };
  return { periods, fault, set };
}
