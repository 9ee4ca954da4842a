import type { ReactNode } from "react";
import type { Bilingual } from "../../../shared/domain/content/bilingual.ts";
import { renameSection } from "../../../shared/domain/content/edit-template.ts";
import type { TemplateFile, TemplateSection } from "../../../shared/domain/content/template.ts";
import { useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { BilingualField } from "./BilingualField.tsx";
import css from "./templates.module.css";

interface HeadFormProps {
  readonly file: TemplateFile;
  readonly section: TemplateSection | undefined;
  readonly onChange: (edit: (file: TemplateFile) => TemplateFile) => void;
}

/** The words of the template as a whole, or of one section. */
export function HeadForm({ file, section, onChange }: HeadFormProps): ReactNode {
  const text = useText();
  const put = (field: "title" | "scopeNote") => (words: Bilingual) => onChange((now) => ({ ...now, [field]: words }));
  if (section !== undefined)
    return (
      <Card title={section.id}>
        <BilingualField
          labels={[text("templates.sectionJa"), text("templates.sectionEn")]}
          value={section.title}
          onCommit={(title) => onChange((now) => renameSection(now, section.id, title))}
        />
      </Card>
    );
  return (
    <Card title={text("templates.head")}>
      <div className={css["form"]}>
        <BilingualField
          labels={[text("templates.titleJa"), text("templates.titleEn")]}
          value={file.title}
          onCommit={put("title")}
        />
        <BilingualField
          labels={[text("templates.scopeJa"), text("templates.scopeEn")]}
          value={file.scopeNote}
          onCommit={put("scopeNote")}
        />
      </div>
    </Card>
  );
}
