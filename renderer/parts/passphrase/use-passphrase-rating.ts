import { useEffect, useState } from "react";
import type { PassphraseRating } from "../../../shared/domain/passphrase.ts";
import { host } from "../../host.ts";

/** Milliseconds without a key before the engine is asked; each answer costs it some tens of milliseconds. */
const pauseMs = 200;

interface Rated {
  readonly passphrase: string;
  readonly rating: PassphraseRating;
}

/**
 * How hard the passphrase being typed is to guess for somebody who knows the hints (names just typed). Undefined while it is
 * empty or the engine has not answered yet; never the rating of an earlier text.
 */
export function usePassphraseRating(passphrase: string, hints: readonly string[]): PassphraseRating | undefined {
  const [rated, setRated] = useState<Rated>();
  // The list is made anew at each drawing; its words are what counts.
  const words = hints.map((hint) => hint.replaceAll("\n", " ")).join("\n");
  useEffect(() => {
    setRated((known) => (known?.passphrase === passphrase ? known : undefined));
    if (passphrase === "") return undefined;
    let isStale = false;
    async function ask(): Promise<void> {
      const answer = await host.vault.ratePassphrase({ passphrase, hints: words.split("\n") });
      if (!isStale && answer.ok) setRated({ passphrase, rating: answer.value });
    }
    const timer = setTimeout(() => void ask(), pauseMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [passphrase, words]);
  return rated?.passphrase === passphrase ? rated.rating : undefined;
}
