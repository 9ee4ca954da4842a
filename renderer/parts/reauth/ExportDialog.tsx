import type { ReactNode } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import { type ExportPurpose, exportPurposes } from "../../../shared/domain/audit.ts";
import { err, type Result } from "../../../shared/result.ts";
import { useText } from "../../stores/text.ts";
import { ReauthDialog } from "./ReauthDialog.tsx";

/** Who asks, and why something leaves the vault. */
export interface ExportRequest {
  readonly passphrase: string;
  readonly purpose: ExportPurpose;
}

interface ExportDialogProps {
  readonly title: string;
  readonly lead: ReactNode;
  /** The verb itself. */
  readonly confirmLabel: string;
  /** Further choices, as the form of the file. */
  readonly children?: ReactNode;
  /** Writes the file out; a refusal is shown in the dialog. */
  readonly onExport: (request: ExportRequest) => Promise<Result<unknown, Fault>>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks for purpose and passphrase before something is written to a place outside the vault. */
export function ExportDialog({ onExport, onDone, ...rest }: ExportDialogProps): ReactNode {
  const text = useText();
  return (
    <ReauthDialog<ExportPurpose, unknown>
      {...rest}
      purposes={exportPurposes.map((purpose) => ({ value: purpose, label: text(`trail.purpose-${purpose}`) }))}
      onConfirm={async ({ passphrase, purpose }) =>
        purpose === undefined ? err({ code: "bad-request" }) : onExport({ passphrase, purpose })
      }
      onDone={onDone}
    />
  );
}
