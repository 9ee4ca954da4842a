import type { ReactNode } from "react";
import { useStore } from "zustand";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { effectSentences } from "../../../shared/strings/risk-sentences.ts";
import { useSpeaker } from "../../stores/speaker.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import css from "./EffectBanner.module.css";
import { type Effect, isWithoutEffect } from "./effect.ts";
import { factorSentence } from "./effect-words.ts";
import { measureStore } from "./measure-store.ts";

/** What recording the last measure did to the residual risk, before and after. */
export function EffectBanner({ dossierId }: { dossierId: DossierId }): ReactNode {
  const text = useText();
  const { nameOf } = useSpeaker();
  const last = useStore(measureStore, (state) => state.lastEffect);
  if (last === undefined || last.dossierId !== dossierId) return null;
  const isNothing = isWithoutEffect(last.effect);
  return (
    <Banner
      tone={isNothing ? "info" : "success"}
      title={text("measures.effectTitle", { measure: nameOf("measure", last.measureId) })}
      onDismiss={() => measureStore.setState({ lastEffect: undefined })}
      isLive
    >
      {isNothing ? (
        <>
          {text("measures.effectNone")} {text("measures.effectNoneWhy")}
        </>
      ) : (
        <Moves effect={last.effect} />
      )}
    </Banner>
  );
}

function Moves({ effect }: { effect: Effect }): ReactNode {
  const speaker = useSpeaker();
  return (
    <ul className={css["moves"]}>
      {effectSentences(speaker, effect.before, effect.after).map((sentence) => (
        <li key={sentence} className={css["overall"]}>
          {sentence}
        </li>
      ))}
      {effect.factors.map((one) => (
        <li key={`${one.factor} ${one.moment}`}>{factorSentence(speaker, one)}</li>
      ))}
    </ul>
  );
}
