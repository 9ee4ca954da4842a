import { type ReactNode, useEffect, useState } from "react";
import type { VaultSettings } from "../../../shared/contract/calls/app.ts";
import type { ReasonPolicy } from "../../../shared/domain/history.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { useRights } from "../../stores/rights.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";

/** For which changes the office asks for a reason; stored at once, and taken back from the notice. */
export function ReasonCard(): ReactNode {
  const text = useText();
  const { may } = useRights();
  const isShared = may("manage-settings");
  const [settings, setSettings] = useState<VaultSettings>();
  useEffect(() => {
    void host.app.settings({}).then((read) => {
      if (read.ok) setSettings(read.value);
    });
  }, []);
  if (settings === undefined) return null;
  const { reasonPolicy } = settings;

  async function choose(policy: ReasonPolicy): Promise<void> {
    // Other settings may have been saved from another card since this one read them.
    const now = await host.app.settings({});
    if (!now.ok) return;
    const next = { ...now.value, reasonPolicy: policy };
    const saved = await host.app.setSettings(next);
    if (!saved.ok) return void notify({ tone: "error", text: faultText(text, saved.error) });
    setSettings(next);
    notify({ tone: "success", text: text("settings.saved"), undo: () => choose(now.value.reasonPolicy) });
  }

  return (
    <Card title={text("past.policy")} lead={text(isShared ? "past.policyLead" : "past.policyOffice")}>
      <Checkbox
        help={text("past.policyGivenHelp")}
        isSelected={reasonPolicy.given}
        onChange={(given) => void choose({ ...reasonPolicy, given })}
        isDisabled={!isShared}
      >
        {text("past.policyGiven")}
      </Checkbox>
      <Checkbox
        help={text("past.policyReadyHelp")}
        isSelected={reasonPolicy.afterReady}
        onChange={(afterReady) => void choose({ ...reasonPolicy, afterReady })}
        isDisabled={!isShared}
      >
        {text("past.policyReady")}
      </Checkbox>
    </Card>
  );
}
