import type { ReactNode } from "react";
import { useText } from "../../stores/text.ts";
import { canFallBack, sectionName, sectionOf } from "./section-name.ts";
import type { PaperTexts, StoredTexts } from "./use-paper-texts.ts";
import { WrittenField } from "./WrittenField.tsx";

interface SectionFieldsProps {
  readonly texts: PaperTexts;
  readonly stored: StoredTexts;
  readonly ids: readonly string[];
  readonly isReadOnly: boolean;
}

/** Prose sections of the paper, each with its limit. */
export function SectionFields({ texts, stored, ids, isReadOnly }: SectionFieldsProps): ReactNode {
  const text = useText();
  return stored.sections
    .filter(({ id }) => ids.includes(id))
    .map((section) => {
      const known = sectionOf(section.id);
      return (
        <WrittenField
          key={section.id}
          name={section.id}
          label={sectionName(text, section.id)}
          help={known === undefined ? undefined : text(`paperpage.help-${known}`)}
          words={section}
          limit={section.limit ?? undefined}
          isMissing={section.missing}
          canFallBack={canFallBack(section.id)}
          texts={texts}
          isReadOnly={isReadOnly}
        />
      );
    });
}
