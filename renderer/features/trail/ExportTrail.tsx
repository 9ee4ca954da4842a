import { Download } from "lucide-react";
import { type ReactNode, useState } from "react";
import { host } from "../../host.ts";
import { ExportDialog } from "../../parts/reauth/ExportDialog.tsx";
import { notify } from "../../stores/notice-store.ts";
import { useLocale, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { ChoiceGroup } from "../../ui/ChoiceGroup.tsx";

const formats = ["csv", "json"] as const;

/** Writes the whole trail out, as a table for people or with its proof. */
export function ExportTrail({ onDone }: { onDone: () => void }): ReactNode {
  const text = useText();
  const locale = useLocale();
  const [isAsking, setAsking] = useState(false);
  const [format, setFormat] = useState<(typeof formats)[number]>("csv");
  return (
    <>
      <Button icon={Download} onPress={() => setAsking(true)}>
        {text("trail.export")}
      </Button>
      {isAsking && (
        <ExportDialog
          title={text("trail.exportTitle")}
          lead={text("trail.exportLead")}
          confirmLabel={text("trail.exportConfirm")}
          onExport={(request) => host.trail.export({ format, locale, ...request })}
          onDone={() => {
            setAsking(false);
            notify({ tone: "success", text: text("trail.exported") });
            onDone();
          }}
          onClose={() => setAsking(false)}
        >
          <ChoiceGroup
            label={text("trail.format")}
            choices={formats.map((value) => ({
              value,
              label: text(`trail.format-${value}`),
              help: text(`trail.formatHint-${value}`),
            }))}
            value={format}
            onChange={setFormat}
          />
        </ExportDialog>
      )}
    </>
  );
}
