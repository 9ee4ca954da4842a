import type { ReactNode } from "react";
import { nameOf } from "../../../shared/domain/content/vocabulary.ts";
import type { PracticeMaterial } from "../../../shared/domain/practice.ts";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import css from "./practice.module.css";

/** The papers of a practice case, whole and side by side with the questions. */
export function Materials({ materials }: { readonly materials: readonly PracticeMaterial[] }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  return (
    <section className={css["materials"]} aria-label={text("practice.materials")}>
      {materials.map((material) => (
        <article key={material.id} className={css["material"]}>
          <h2 className={css["materialTitle"]}>
            {material.id}. {pick(material.title)}
            <Badge>{pick(nameOf(vocabulary, "sourceTypes", material.sourceType))}</Badge>
          </h2>
          {material.paragraphs.map((paragraph) => (
            <p key={paragraph.id} className={css["paragraph"]}>
              <span className={css["mark"]}>{paragraph.id}</span> {pick(paragraph.text)}
            </p>
          ))}
        </article>
      ))}
    </section>
  );
}
