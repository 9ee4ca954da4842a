import { Check, Hourglass, Pause } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { classNames } from "./class-names.ts";
import { Icon } from "./Icon.tsx";
import css from "./Stepper.module.css";
import { VisuallyHidden } from "./VisuallyHidden.tsx";
import { type UiWord, useUiText } from "./words.ts";

/** How far a step of the case has come. */
export type StepState = "done" | "current" | "waiting" | "blocked" | "not-yet";

export type Step<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  readonly state: StepState;
  /** As `12/30`, or any few characters that say how much. */
  readonly count?: string | undefined;
  readonly isDisabled?: boolean | undefined;
};

export type StepperProps<Id extends string> = {
  readonly label: string;
  readonly steps: readonly Step<Id>[];
  /** The step whose page is open. */
  readonly current: Id | undefined;
  readonly onSelect: (id: Id) => void;
};

/** The whole way of a case, always in sight: what is done, where it stands, what is still to come. */
export function Stepper<Id extends string>({ label, steps, current, onSelect }: StepperProps<Id>): ReactNode {
  const text = useUiText();
  return (
    <nav className={css["way"]} aria-label={label}>
      <ol className={css["stepper"]}>
        {steps.map((step) => (
          <li key={step.id} className={css["item"]} data-state={step.state}>
            <Button
              className={classNames(css["step"])}
              isDisabled={step.isDisabled ?? false}
              onPress={() => onSelect(step.id)}
              {...(step.id === current && { "aria-current": "step" as const })}
            >
              <span className={css["mark"]} aria-hidden="true">
                <StateIcon state={step.state} />
              </span>
              <span className={css["name"]}>{step.label}</span>
              <span className={css["count"]}>{step.count}</span>
              <VisuallyHidden>{text(stateWords[step.state])}</VisuallyHidden>
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const stateWords: Readonly<Record<StepState, UiWord>> = {
  done: "spineDone",
  current: "spineCurrent",
  waiting: "spineWaiting",
  blocked: "spineBlocked",
  "not-yet": "spineNotYet",
};

function StateIcon({ state }: { readonly state: StepState }): ReactNode {
  if (state === "done") return <Icon shape={Check} size="small" />;
  if (state === "waiting") return <Icon shape={Hourglass} size="small" />;
  if (state === "blocked") return <Icon shape={Pause} size="small" />;
  return null;
}
