import { type ReactNode, useEffect, useState } from "react";
import type { Bilingual } from "../../../shared/domain/content/bilingual.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import css from "./templates.module.css";

interface BilingualFieldProps {
  /** Japanese first. */
  readonly labels: readonly [string, string];
  readonly value: Bilingual;
  readonly onCommit: (value: Bilingual) => void;
}

/** How long the hands rest before what was typed is stored, in milliseconds. */
const commitIdleMs = 800;

/** One text in both languages, side by side; stored when the hands rest. */
export function BilingualField({ labels, value, onCommit }: BilingualFieldProps): ReactNode {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const field = (language: "ja" | "en", label: string): ReactNode => (
    <TextArea
      label={label}
      lang={language}
      value={typed[language]}
      characterLimit={2000}
      rows={2}
      onChange={(words) => setTyped((now) => ({ ...now, [language]: words }))}
      onCommit={(words) => {
        if (words !== value[language]) onCommit({ ...typed, [language]: words });
      }}
      commitIdleMs={commitIdleMs}
    />
  );
  return (
    <div className={css["pair"]}>
      {field("ja", labels[0])}
      {field("en", labels[1])}
    </div>
  );
}
