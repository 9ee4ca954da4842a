import { Check, Hourglass, Pause } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { classNames } from "./class-names.ts";
import { Icon } from "./Icon.tsx";
import css from "./Spine.module.css";
import { VisuallyHidden } from "./VisuallyHidden.tsx";
import { type UiWord, useUiText } from "./words.ts";

/** How far a step of the case has come. */
export type SpineState = "done" | "current" | "waiting" | "blocked" | "notYet";

export type SpineStep<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  readonly state: SpineState;
  /** As `12/30`, or any few characters that say how much. */
  readonly count?: string | undefined;
  readonly isDisabled?: boolean | undefined;
};

export type SpineProps<Id extends string> = {
  readonly label: string;
  readonly steps: readonly SpineStep<Id>[];
  /** The step whose page is open. */
  readonly open: Id | undefined;
  readonly onOpen: (id: Id) => void;
};

/** The whole way of a case, always in sight: what is done, where it stands, what is still to come. */
export function Spine<Id extends string>({ label, steps, open, onOpen }: SpineProps<Id>): ReactNode {
  const text = useUiText();
  return (
    <nav aria-label={label}>
      <ol className={css["spine"]}>
        {steps.map((step) => (
          <li key={step.id} className={css["item"]} data-state={step.state}>
            <Button
              className={classNames(css["step"])}
              isDisabled={step.isDisabled ?? false}
              onPress={() => onOpen(step.id)}
              {...(step.id === open && { "aria-current": "step" as const })}
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

const stateWords: Readonly<Record<SpineState, UiWord>> = {
  done: "spineDone",
  current: "spineCurrent",
  waiting: "spineWaiting",
  blocked: "spineBlocked",
  notYet: "spineNotYet",
};

function StateIcon({ state }: { readonly state: SpineState }): ReactNode {
  if (state === "done") return <Icon shape={Check} size="small" />;
  if (state === "waiting") return <Icon shape={Hourglass} size="small" />;
  if (state === "blocked") return <Icon shape={Pause} size="small" />;
  return null;
}
