import { type ReactNode, useState } from "react";
import { host } from "../../host.ts";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { notify } from "../../stores/notice-store.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";

/** The vault's own key and the way to change it. */
export function RotateCard(): ReactNode {
  const text = useText();
  const [isAsking, setAsking] = useState(false);
  return (
    <Card title={text("people.rotateTitle")} lead={text("people.rotateLead")} ground="sunken">
      <div>
        <Button onPress={() => setAsking(true)}>{text("people.rotateAct")}</Button>
      </div>
      {isAsking && <RotateKey onClose={() => setAsking(false)} />}
    </Card>
  );
}

/** Says what a new vault key does and costs, and asks for the passphrase. */
function RotateKey({ onClose }: { onClose: () => void }): ReactNode {
  const text = useText();
  return (
    <ReauthDialog
      title={text("people.rotateTitle")}
      lead={
        <>
          <p>{text("people.rotateMeans")}</p>
          <p>{text("people.rotateOld")}</p>
        </>
      }
      confirmLabel={text("people.rotateAct")}
      onConfirm={({ passphrase }) => host.keys.rotate({ passphrase })}
      onDone={() => {
        notify({ tone: "success", text: text("people.rotated") });
        onClose();
      }}
      onClose={onClose}
    />
  );
}
