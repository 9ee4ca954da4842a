import { type ReactNode, useEffect, useLayoutEffect } from "react";
import { useStore } from "zustand";
import { UnlockView } from "../features/unlock/UnlockView.tsx";
import { host } from "../host.ts";
import { uncover } from "../stores/cover.ts";
import { handInOnLeaving } from "../stores/hand-in.ts";
import { preferenceStore } from "../stores/preferences.ts";
import { useRoute } from "../stores/route-store.ts";
import { sessionStore, startSession } from "../stores/session-store.ts";
import { useLocale, useText } from "../stores/text.ts";
import { commitFields } from "../ui/commit.ts";
import { UiRoot } from "../ui/UiRoot.tsx";
import { followActivity } from "./activity.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Frame } from "./Frame.tsx";
import { Keys } from "./Keys.tsx";
import { ReasonDialog } from "./ReasonDialog.tsx";
import { View } from "./View.tsx";

/** Locked or unlocked, and which page. */
export function App(): ReactNode {
  const locale = useLocale();
  const text = useText();
  const calendar = useStore(preferenceStore, (state) => state.calendar);
  useEffect(() => {
    void startSession();
    return followActivity();
  }, []);
  useEffect(() => handInOnLeaving(commitFields), []);
  return (
    <UiRoot locale={locale} text={(word, args) => text(`ui.${word}`, args)} calendar={calendar}>
      <ErrorBoundary resetKey="app">
        <Phase />
      </ErrorBoundary>
    </UiRoot>
  );
}

function Phase(): ReactNode {
  const phase = useStore(sessionStore, (state) => state.phase);
  // After the page has changed and before the browser paints it: the cover leaves with what it covered.
  useLayoutEffect(() => {
    if (phase === "starting") return;
    uncover();
    if (phase === "locked") void host.windows.blank({});
  }, [phase]);
  if (phase === "starting") return null;
  if (phase === "locked") return <UnlockView />;
  return (
    <>
      <Frame>
        <Page />
      </Frame>
      <Keys />
      <ReasonDialog />
    </>
  );
}

/** A page that breaks leaves the frame standing, and comes back when another is opened. */
function Page(): ReactNode {
  const route = useRoute();
  return (
    <ErrorBoundary resetKey={JSON.stringify(route)}>
      <View />
    </ErrorBoundary>
  );
}
