import { useState } from "react";
import type { TrailVerdict } from "../../../shared/domain/audit.ts";
import { host } from "../../host.ts";
import { faultText, useText } from "../../stores/text.ts";

/** A check of the whole trail and what it found. */
export interface TrailCheck {
  readonly isBusy: boolean;
  readonly found: { readonly verdict: TrailVerdict; readonly atMs: number } | undefined;
  /** Why there was no check. */
  readonly problem: string | undefined;
  /** Checks; with a receipt, against that as well. */
  run(receipt?: string): Promise<void>;
}

/** Runs the check; `onChecked` is told after each, since the check itself leaves an entry. */
export function useTrailCheck(onChecked: () => void): TrailCheck {
  const text = useText();
  const [found, setFound] = useState<TrailCheck["found"]>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  return {
    isBusy,
    found,
    problem,
    run: async (receipt) => {
      setBusy(true);
      const checked = await host.trail.check(receipt === undefined ? {} : { receipt });
      setBusy(false);
      setProblem(checked.ok ? undefined : faultText(text, checked.error));
      setFound(checked.ok ? { verdict: checked.value, atMs: Date.now() } : undefined);
      if (checked.ok) onChecked();
    },
  };
}
