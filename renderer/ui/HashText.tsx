import { Check, Copy } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import css from "./HashText.module.css";
import { IconButton } from "./IconButton.tsx";
import { VisuallyHidden } from "./VisuallyHidden.tsx";
import { useUiText } from "./words.ts";

export type HashTextProps = {
  /** The whole hash in hexadecimal. */
  readonly value: string;
  /** Characters kept at either end; undefined shows all of it. */
  readonly ends?: number | undefined;
  /** Puts the whole value on the clipboard; without it there is no button. */
  readonly onCopy?: ((value: string) => void) | undefined;
};

/** How long the button says that it copied, in milliseconds. */
const copiedMs = 2000;

/** A hash in letters of even width, shortened for the eye and whole for the clipboard. */
export function HashText({ value, ends, onCopy }: HashTextProps): ReactNode {
  const text = useUiText();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), copiedMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  return (
    <span className={css["hash"]}>
      <span className={css["value"]} title={value} translate="no">
        <ShortHash value={value} ends={ends} />
      </span>
      {onCopy !== undefined && (
        <IconButton
          icon={isCopied ? Check : Copy}
          label={text(isCopied ? "copied" : "copy")}
          size="small"
          onPress={() => {
            onCopy(value);
            setCopied(true);
          }}
        />
      )}
    </span>
  );
}

function ShortHash({ value, ends }: { readonly value: string; readonly ends: number | undefined }): ReactNode {
  if (ends === undefined || value.length <= ends * 2) return value;
  return (
    <>
      <span aria-hidden="true">
        {value.slice(0, ends)}
        <span className={css["dots"]}>…</span>
        {value.slice(-ends)}
      </span>
      <VisuallyHidden>{value}</VisuallyHidden>
    </>
  );
}
