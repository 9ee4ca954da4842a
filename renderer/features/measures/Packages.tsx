import { Check, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { RiskView } from "../../../shared/contract/calls/risk.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Measure, MeasurePackage } from "../../../shared/domain/content/measure.ts";
import { type Dossier, isOpenForWork } from "../../../shared/domain/dossier.ts";
import { useContent } from "../../stores/content-store.ts";
import { notify } from "../../stores/notice-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { faultText, useLocale, usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { openedForm } from "./measure-draft.ts";
import { recordMeasure, removeMeasure } from "./measure-store.ts";
import css from "./Packages.module.css";
import { suitable } from "./suggestions.ts";

interface PackagesProps {
  readonly dossier: Dossier;
  readonly view: RiskView;
}

/** Measures that often go together; added as proposals, which then want an owner, a day and an agreement each. */
export function Packages({ dossier, view }: PackagesProps): ReactNode {
  const text = useText();
  const { measures } = useContent();
  const [fault, setFault] = useState<Fault>();
  return (
    <div className={css["packages"]}>
      <p className={css["hint"]}>{text("measures.packageLead")}</p>
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {measures.packages.map((one) => (
        <Package key={one.id} one={one} dossier={dossier} view={view} onFault={setFault} />
      ))}
    </div>
  );
}

interface PackageProps extends PackagesProps {
  readonly one: MeasurePackage;
  readonly onFault: (fault: Fault | undefined) => void;
}

function Package({ one, dossier, view, onFault }: PackageProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { nameOf } = useSpeaker();
  const { measures } = useContent();
  const [isBusy, setBusy] = useState(false);
  const inIt = suitable(measures, one.measures, view.assessment.kind);
  const isTaken = (measure: Measure): boolean => view.measures.some((taken) => taken.measureId === measure.id);
  const missing = inIt.filter((measure) => !isTaken(measure));
  const add = useAddAll(dossier, onFault);
  if (inIt.length === 0) return null;
  return (
    <section className={css["package"]}>
      <header className={css["head"]}>
        <h3 className={css["title"]}>{pick(one.name)}</h3>
        {missing.length === 0 ? (
          <Badge tone="success" icon={Check}>
            {text("measures.packageWhole")}
          </Badge>
        ) : (
          <Button
            size="small"
            icon={Plus}
            isBusy={isBusy}
            onPress={() => {
              setBusy(true);
              void add(missing, pick(one.name)).finally(() => setBusy(false));
            }}
          >
            {text("measures.packageAdd", { count: missing.length })}
          </Button>
        )}
      </header>
      <ul className={css["list"]}>
        {inIt.map((measure) => (
          <li key={measure.id} className={css["measure"]}>
            <span className={css["mark"]}>
              {isTaken(measure) && <Icon shape={Check} label={text("measures.added")} />}
            </span>
            {nameOf("measure", measure.id)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Adds measures one after another as proposals; what was added can be taken back together. */
function useAddAll(
  dossier: Dossier,
  onFault: (fault: Fault | undefined) => void,
): (missing: readonly Measure[], name: string) => Promise<void> {
  const text = useText();
  const locale = useLocale();
  return async (missing, name) => {
    const added: string[] = [];
    for (const measure of missing) {
      const stored = await recordMeasure(dossier.id, openedForm(measure, undefined, locale));
      onFault(stored.ok ? undefined : stored.error);
      if (!stored.ok) break;
      added.push(measure.id);
    }
    if (added.length === 0) return;
    const undo = async (): Promise<void> => {
      for (const measureId of added) await removeMeasure(dossier.id, measureId);
    };
    notify({
      text: text("measures.packageAdded", { package: name, count: added.length }),
      ...(isOpenForWork(dossier.state) && { undo }),
    });
  };
}
