import { type ReactNode, useState } from "react";
import type { PaperFact } from "../../../shared/contract/calls/decision.ts";
import { useText } from "../../stores/text.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import css from "./paper.module.css";
import type { PaperTexts, StoredTexts } from "./use-paper-texts.ts";
import { WrittenField } from "./WrittenField.tsx";

interface FactFieldsProps {
  readonly texts: PaperTexts;
  readonly stored: StoredTexts;
  readonly isReadOnly: boolean;
  /** Draft key a person has asked to go to; its row is opened. */
  readonly wanted: string | undefined;
}

/** The rows of facts: what the answers say, or shorter words for the paper. */
export function FactFields({ texts, stored, isReadOnly, wanted }: FactFieldsProps): ReactNode {
  const text = useText();
  return (
    <section className={css["facts"]} aria-labelledby="paper-facts">
      <h3 className={css["fieldName"]} id="paper-facts">
        {text("paperpage.facts")}
      </h3>
      <p className={css["hint"]}>{text(stored.facts.length === 0 ? "paperpage.factsNone" : "paperpage.factsLead")}</p>
      {stored.facts.map((fact) => (
        <FactRow key={fact.factor} fact={fact} texts={texts} isReadOnly={isReadOnly} wanted={wanted} />
      ))}
    </section>
  );
}

interface FactRowProps extends Omit<FactFieldsProps, "stored"> {
  readonly fact: PaperFact;
}

function FactRow({ fact, texts, isReadOnly, wanted }: FactRowProps): ReactNode {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const [seen, setSeen] = useState(wanted);
  if (seen !== wanted) {
    setSeen(wanted);
    if (wanted?.endsWith(`_${fact.factor}`) === true) setOpen(true);
  }
  const count = fact.parts.filter((part) => part.written).length;
  return (
    <Disclosure
      level={4}
      title={fact.name}
      summary={text("paperpage.factsWritten", { count })}
      isOpen={isOpen}
      onOpenChange={setOpen}
    >
      <div className={css["parts"]}>
        {fact.parts.map((part) => (
          <WrittenField
            key={part.id}
            name={`${part.id}_${fact.factor}`}
            label={text(`paperpage.part-${part.id}`)}
            words={part}
            limit={part.limit}
            texts={texts}
            rows={2}
            level={5}
            isReadOnly={isReadOnly}
          />
        ))}
      </div>
    </Disclosure>
  );
}
