import { type ReactNode, useEffect, useState } from "react";
import type { OwnKey } from "../../../shared/contract/calls/keys.ts";
import { host } from "../../host.ts";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { notify } from "../../stores/notice-store.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";

/** What guessing at one's own passphrase costs, and the way to make it cost more where this PC can. */
export function OwnKeyCard(): ReactNode {
  const text = useText();
  const [own, setOwn] = useState<OwnKey>();
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    void host.keys.own({}).then((read) => {
      if (read.ok) setOwn(read.value);
    });
  }, []);
  if (own === undefined) return null;
  const { memoryMib: memory, passes, lanes, estimateMs } = own;
  return (
    <Card title={text("settings.ownKey")} lead={text("settings.ownKeyLead")}>
      <DescriptionList
        items={[
          {
            id: "time",
            term: text("settings.ownKeyTakes"),
            value: text("settings.ownKeySeconds", { seconds: estimateMs / 1_000 }),
          },
          {
            id: "cost",
            term: text("settings.ownKeyCost"),
            value: text("settings.ownKeyCostValue", { memory, passes, lanes }),
          },
        ]}
      />
      {own.canBeStronger && (
        <Banner
          title={text("settings.ownKeyWeak")}
          actions={<Button onPress={() => setAsking(true)}>{text("settings.strengthen")}</Button>}
        />
      )}
      {isAsking && (
        <ReauthDialog<never, OwnKey>
          title={text("settings.strengthen")}
          lead={text("settings.strengthenLead")}
          confirmLabel={text("settings.strengthen")}
          onConfirm={({ passphrase }) => host.keys.strengthen({ passphrase })}
          onDone={(stronger) => {
            setOwn(stronger);
            setAsking(false);
            notify({ tone: "success", text: text("settings.strengthened") });
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}
