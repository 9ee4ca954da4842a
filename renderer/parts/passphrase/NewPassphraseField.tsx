import type { ReactNode } from "react";
import { type PassphraseRating, passphraseMinimum } from "../../../shared/domain/passphrase.ts";
import type { Text } from "../../../shared/strings/text.ts";
import { useText } from "../../stores/text.ts";
import { PassphraseField } from "../../ui/PassphraseField.tsx";
import { StrengthMeter } from "../../ui/StrengthMeter.tsx";
import { guessTime } from "./guess-time.ts";
import css from "./passphrase.module.css";

interface NewPassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** From `usePassphraseRating`, which the form calls so that it too knows whether the passphrase will be taken. */
  readonly rating: PassphraseRating | undefined;
  readonly onEnter?: (() => void) | undefined;
}

/**
 * Where a new passphrase is typed: the field, how hard it is to guess in words and as a bar, and what would help. The
 * engine judges again when the form is sent.
 */
export function NewPassphraseField({ label, value, onChange, rating, onEnter }: NewPassphraseFieldProps): ReactNode {
  const text = useText();
  const missing = passphraseMinimum - [...value.normalize("NFKC")].length;
  return (
    <div className={css["choice"]}>
      <PassphraseField
        label={label}
        help={
          value !== "" && missing > 0
            ? text("passphrase.tooShort", { missing })
            : text("passphrase.help", { minimum: passphraseMinimum })
        }
        necessity="required"
        value={value}
        onChange={onChange}
        onEnter={onEnter}
        purpose="new-password"
      />
      <div className={css["meter"]}>
        <StrengthMeter
          label={text("passphrase.strength")}
          step={rating?.score}
          steps={4}
          isEnough={rating?.isAccepted === true}
          words={rating === undefined ? text("passphrase.notRated") : text(`passphrase.score-${scoreOf(rating)}`)}
        />
        <ul className={css["advice"]} aria-live="polite">
          {rating !== undefined && adviceFor(rating, text).map((sentence) => <li key={sentence}>{sentence}</li>)}
        </ul>
      </div>
    </div>
  );
}

const scores = ["0", "1", "2", "3", "4"] as const;

function scoreOf({ score }: PassphraseRating): (typeof scores)[number] {
  return scores[score] ?? "0";
}

/** What is wrong, what would help, and how long guessing takes; no more than a person reads while typing. */
function adviceFor(rating: PassphraseRating, text: Text): string[] {
  const { warning, suggestions, secondsLog10, guessMs } = rating;
  const { unit, count } = guessTime(secondsLog10);
  const time = text(`passphrase.time-${unit}`, { count });
  return [
    ...(warning === null ? [] : [text(`passphrase.warning-${warning}`)]),
    ...suggestions.slice(0, 2).map((suggestion) => text(`passphrase.suggestion-${suggestion}`)),
    guessMs === null
      ? text("passphrase.guessing", { time })
      : text("passphrase.guessingHere", { time, seconds: guessMs / 1_000 }),
  ];
}
