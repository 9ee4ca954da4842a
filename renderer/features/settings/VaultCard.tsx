import { type ReactNode, useEffect, useState } from "react";
import { longestIdleMinutes, type VaultSettings } from "../../../shared/contract/calls/app.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { useRights } from "../../stores/rights.ts";
import { refreshStatus } from "../../stores/session-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { TextField } from "../../ui/TextField.tsx";

/** Who works here, for whom, and when the vault locks by itself. */
export function VaultCard(): ReactNode {
  const text = useText();
  const { may } = useRights();
  const isShared = may("manage-settings");
  const [draft, setDraft] = useState<VaultSettings>();
  const [minutes, setMinutes] = useState("");
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    void host.app.settings({}).then((read) => {
      if (!read.ok) return;
      setDraft(read.value);
      setMinutes(String(read.value.idleMinutes));
    });
  }, []);
  if (draft === undefined) return null;
  const idleMinutes = Number(minutes);
  const isWhole = Number.isInteger(idleMinutes) && idleMinutes >= 1 && idleMinutes <= longestIdleMinutes;
  const canSave = isWhole && draft.personName.trim() !== "";

  async function save(settings: VaultSettings): Promise<void> {
    // The rule for reasons has a card of its own and may have changed since this one read it.
    const now = await host.app.settings({});
    const { reasonPolicy } = now.ok ? now.value : settings;
    const saved = await host.app.setSettings({ ...settings, reasonPolicy });
    setProblem(saved.ok ? undefined : faultText(text, saved.error));
    if (!saved.ok) return;
    notify({ tone: "success", text: text("settings.saved") });
    await refreshStatus();
  }

  return (
    <Card
      title={text("settings.vault")}
      footer={
        <Button tone="primary" isDisabled={!canSave} onPress={() => void save({ ...draft, idleMinutes })}>
          {text("common.save")}
        </Button>
      }
    >
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <TextField
        label={text("settings.personName")}
        value={draft.personName}
        onChange={(personName) => setDraft({ ...draft, personName })}
        maxLength={400}
        necessity="required"
        isName
      />
      <TextField
        label={text("settings.officeName")}
        isReadOnly={!isShared}
        value={draft.officeName}
        onChange={(officeName) => setDraft({ ...draft, officeName })}
        maxLength={400}
      />
      <TextField
        label={text("settings.idleMinutes")}
        help={text(isShared ? "settings.idleHelp" : "settings.officeOnly")}
        isReadOnly={!isShared}
        value={minutes}
        onChange={setMinutes}
        error={isWhole ? undefined : text("settings.idleHelp")}
        width="short"
        maxLength={1}
      />
    </Card>
  );
}
