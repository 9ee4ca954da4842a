import { Search } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { OtherSubject } from "../../../shared/contract/calls/profile.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { textLimits } from "../../../shared/domain/text.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./subjects.module.css";

interface FindOtherProps {
  readonly dossier: Dossier;
  readonly onChoose: (other: OtherSubject) => void;
}

/** Looks for a subject of another case that nothing brought forward by itself. */
export function FindOther({ dossier, onChoose }: FindOtherProps): ReactNode {
  const text = useText();
  const [query, setQuery] = useState("");
  const [others, setOthers] = useState<readonly OtherSubject[]>();
  const find = async (): Promise<void> => {
    if (query.trim() === "") return;
    const found = await host.profile.findOthers({ dossierId: dossier.id, query: query.trim() });
    if (found.ok) setOthers(found.value.others);
    else notify({ tone: "error", text: faultText(text, found.error) });
  };
  return (
    <Card title={text("subjects.linkByHand")} lead={text("subjects.linkByHandLead")}>
      <div className={css["find"]}>
        <TextField
          label={text("subjects.findOther")}
          type="search"
          value={query}
          onChange={setQuery}
          onEnter={() => void find()}
          maxLength={textLimits.name}
        />
        <Button icon={Search} onPress={() => void find()}>
          {text("subjects.find")}
        </Button>
      </div>
      <p role="status" className={css["quiet"]}>
        {others?.length === 0 ? text("subjects.foundNone") : ""}
      </p>
      <ul className={css["sightings"]}>
        {others?.map((other) => (
          <li key={other.subjectId} className={css["sighting"]}>
            <span>
              {other.name}（{text("subjects.otherCase", { number: other.number, title: other.title })}）
            </span>
            <Button size="small" onPress={() => onChoose(other)}>
              {text("subjects.judge")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
