import { type ReactNode, useState } from "react";
import { notify } from "../../stores/notice-store.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { licenceTexts } from "./licence-texts.ts";
import css from "./licences.module.css";

/** Files of the texts, each loaded when it is asked for. */
const licences = { readings: "reading-dictionaries", software: "third-party" } as const;
type Licence = keyof typeof licences;
const names: readonly Licence[] = ["readings", "software"];

/** Whose work the program holds: the source of its readings in words, and the licences of all of it in full. */
export function LicencesCard(): ReactNode {
  const text = useText();
  const [shown, setShown] = useState<{ readonly licence: Licence; readonly content: string }>();
  const show = async (licence: Licence): Promise<void> => {
    const content = await licenceTexts[licences[licence]]?.();
    if (content === undefined) notify({ tone: "error", text: text("settings.licenceMissing") });
    else setShown({ licence, content: textOfBase64(content) });
  };
  return (
    <Card title={text("settings.licences")}>
      <p>{text("settings.licenceReadings")}</p>
      <p>{text("settings.licenceSoftware")}</p>
      <div className={css["buttons"]}>
        {names.map((licence) => (
          <Button key={licence} onPress={() => void show(licence)}>
            {text(`settings.licence-${licence}`)}
          </Button>
        ))}
      </div>
      {shown !== undefined && (
        <Dialog
          title={text(`settings.licence-${shown.licence}`)}
          isOpen
          onClose={() => setShown(undefined)}
          size="large"
          isDismissable
          isForReading
        >
          <pre className={css["full"]} lang="en">
            {shown.content}
          </pre>
        </Dialog>
      )}
    </Card>
  );
}

function textOfBase64(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0)));
}
