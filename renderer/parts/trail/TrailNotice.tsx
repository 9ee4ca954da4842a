import type { ReactNode } from "react";
import { useStore } from "zustand";
import { sessionStore } from "../../stores/session-store.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";

/** Says that the trail fell short of a noted end when the vault was unlocked, until somebody has checked it. */
export function TrailNotice(): ReactNode {
  const text = useText();
  const notice = useStore(sessionStore, (state) => state.status?.trailNotice);
  if (notice == null) return null;
  const { source, expected, count } = notice;
  return (
    <Banner
      tone="warning"
      title={text("trail.notice", { name: text(`trail.anchor-${source}`), expected, count })}
      isLive
    >
      {text("trail.noticeAdvice")}
    </Banner>
  );
}
