import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "../../stores/text.ts";
import { IconButton } from "../../ui/IconButton.tsx";
import css from "./evidence-form.module.css";
import type { CarriedFile } from "./upload-file.ts";

/** The files that were dropped or pasted and wait to be taken in; each can be put aside again. */
export function CarriedFiles({
  files,
  onRemove,
}: {
  readonly files: readonly CarriedFile[];
  readonly onRemove: (file: CarriedFile) => void;
}): ReactNode {
  const text = useText();
  if (files.length === 0) return null;
  return (
    <section aria-label={text("evidenceform.carried", { count: files.length })}>
      <p className={css["lead"]}>{text("evidenceform.carried", { count: files.length })}</p>
      <ul className={css["rows"]}>
        {files.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the rows keep their order
          <li key={index} className={css["row"]}>
            <bdi className={css["fileName"]}>{one.name}</bdi>
            <span className={css["said"]}>{`${(one.file.size / 1_048_576).toFixed(2)} MiB`}</span>
            <IconButton
              icon={X}
              size="small"
              label={text("evidenceform.putAside", { name: one.name })}
              onPress={() => onRemove(one)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
