import { ChevronRight } from "lucide-react";
import { type ReactNode, useId } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { FactorRating, Level } from "../../../shared/domain/risk/assessment.ts";
import { useContent } from "../../stores/content-store.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { BandShape } from "../../ui/BandShape.tsx";
import { classNames } from "../../ui/class-names.ts";
import { Icon } from "../../ui/Icon.tsx";
import { RiskScale } from "../../ui/RiskScale.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { Arithmetic } from "./Arithmetic.tsx";
import type { Basis } from "./assessment-store.ts";
import css from "./FactorRow.module.css";

interface FactorRowProps {
  readonly dossier: Dossier;
  readonly rating: FactorRating;
  readonly basis: Basis | undefined;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** One factor: its name, two marks on the shared scale, three bands; opens to the arithmetic. */
export function FactorRow({ dossier, rating, basis, isOpen, onToggle }: FactorRowProps): ReactNode {
  const text = useText();
  const { nameOf } = useSpeaker();
  const { scoring } = useContent();
  const panelId = useId();
  const bandStarts = scoring.score.bands.map((band) => ({ band: band.id, from: band.min }));
  const { inherent, planned, actual } = rating;
  return (
    <li className={classNames(css["row"], isOpen && css["isOpen"])}>
      <div className={css["line"]}>
        <h3 className={css["heading"]}>
          <button
            type="button"
            className={css["toggle"]}
            aria-expanded={isOpen}
            aria-controls={panelId}
            onClick={() => onToggle(!isOpen)}
          >
            <span className={css["arrow"]}>
              <Icon shape={ChevronRight} size="small" />
            </span>
            <span>{nameOf("factor", rating.factor)}</span>
            <VisuallyHidden>
              {text("assessment.factorSentence", {
                factor: "",
                inherent: inherent.score,
                inherentBand: nameOf("band", inherent.band),
                planned: planned.score,
                plannedBand: nameOf("band", planned.band),
                actual: actual.score,
                actualBand: nameOf("band", actual.band),
              })}
            </VisuallyHidden>
          </button>
          {!rating.counted && <Badge>{text("risk.shownOnly")}</Badge>}
        </h3>
        <div className={css["scale"]} aria-hidden="true">
          <RiskScale inherent={inherent.score} residual={planned.score} bandStarts={bandStarts} size="small" />
        </div>
        <LevelCell level={inherent} />
        <LevelCell level={planned} before={inherent} />
        <LevelCell level={actual} before={inherent} />
      </div>
      <div id={panelId} className={css["panel"]} hidden={!isOpen}>
        {isOpen && <Arithmetic dossier={dossier} rating={rating} basis={basis} />}
      </div>
    </li>
  );
}

/** Score and band; quieter where measures have changed nothing. The button's name already says it, so it is not read twice. */
function LevelCell({ level, before }: { level: Level; before?: Level }): ReactNode {
  const { nameOf } = useSpeaker();
  const isSame = before !== undefined && before.score === level.score && before.band === level.band;
  return (
    <span className={classNames(css["level"], css[level.band], isSame && css["same"])} aria-hidden="true">
      <span className={css["score"]}>{level.score}</span>
      <BandShape band={level.band} />
      <span className={css["bandWord"]}>{nameOf("band", level.band)}</span>
    </span>
  );
}
