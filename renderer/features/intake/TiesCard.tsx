import { type ReactNode, useEffect, useState } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { Declaration } from "../../../shared/domain/people.ts";
import { host, onEvent } from "../../host.ts";
import { DeclareConflict } from "../../parts/ties/DeclareConflict.tsx";
import { useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { NameText } from "../../ui/NameText.tsx";
import css from "./intake.module.css";

/** Who declared what about their ties to the case, and the way to declare one that has come up since. */
export function TiesCard({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const declarations = useDeclarations(dossier);
  const [isTied, setTied] = useState(false);
  return (
    <Card title={text("ties.card")} lead={text("ties.cardLead")} ground="sunken">
      {declarations?.length === 0 && <p className={css["small"]}>{text("ties.cardNone")}</p>}
      {declarations !== undefined && declarations.length > 0 && (
        <ul className={css["ties"]}>
          {declarations.map((one) => (
            <li key={one.personId + String(one.declaredAt)}>
              <span>
                <NameText name={one.personName} isClamped />{" "}
                <Badge>{text(one.hasConflict ? "ties.declaredSome" : "ties.declaredNone")}</Badge>
              </span>
              <span className={css["small"]}>
                <DateText instantMs={one.declaredAt} />
              </span>
              {one.note !== "" && <span className={css["small"]}>{one.note}</span>}
            </li>
          ))}
        </ul>
      )}
      {dossier.standing.declared && (
        <div>
          <Button size="small" tone="quiet" onPress={() => setTied(true)}>
            {text("ties.again")}
          </Button>
        </div>
      )}
      {isTied && <DeclareConflict dossierId={dossier.id} onClose={() => setTied(false)} />}
    </Card>
  );
}

function useDeclarations({ id: dossierId }: Dossier): readonly Declaration[] | undefined {
  const [declarations, setDeclarations] = useState<readonly Declaration[]>();
  useEffect(() => {
    const load = async (): Promise<void> => {
      const read = await host.access.declarations({ dossierId });
      if (read.ok) setDeclarations(read.value.declarations);
    };
    void load();
    return onEvent("dossier.changed", (event) => {
      if (event.dossierId === dossierId) void load();
    });
  }, [dossierId]);
  return declarations;
}
