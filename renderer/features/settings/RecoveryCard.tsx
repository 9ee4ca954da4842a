import type { ReactNode } from "react";
import { useStore } from "zustand";
import { navigate } from "../../stores/route-store.ts";
import { sessionStore } from "../../stores/session-store.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";

/** The way to the recovery kit, for those who look after it. */
export function RecoveryCard(): ReactNode {
  const text = useText();
  const rights = useStore(sessionStore, (state) => state.status?.rights) ?? [];
  if (!rights.includes("manage-recovery")) return null;
  return (
    <Card
      title={text("recovery.title")}
      lead={text("recovery.lead")}
      footer={<Button onPress={() => navigate({ view: "recovery" })}>{text("settings.toRecovery")}</Button>}
    >
      <p>{text("recovery.noBackDoor")}</p>
    </Card>
  );
}
