import type { ReactNode } from "react";
import type { Right } from "../../../shared/domain/people.ts";
import type { TextKey } from "../../../shared/strings/text.ts";
import { useRights } from "../../stores/rights.ts";
import { navigate, type Route } from "../../stores/route-store.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import css from "./home.module.css";

interface Chore {
  readonly view: Extract<Route["view"], "people" | "health" | "lists" | "trail" | "settings">;
  readonly needs: Right;
  readonly about: TextKey;
}

const chores: readonly Chore[] = [
  { view: "people", needs: "manage-people", about: "home.chorePeople" },
  { view: "health", needs: "back-up", about: "home.choreHealth" },
  { view: "lists", needs: "import-lists", about: "home.choreLists" },
  { view: "trail", needs: "read-trail", about: "home.choreTrail" },
  { view: "settings", needs: "manage-settings", about: "home.choreSettings" },
];

/** What there is to look after for somebody who keeps the vault and reads no case. */
export function Housekeeping(): ReactNode {
  const text = useText();
  const { may } = useRights();
  return (
    <Card title={text("home.houseTitle")} lead={text("home.houseLead")} isFlush>
      <ul className={css["rows"]}>
        {chores
          .filter((chore) => may(chore.needs))
          .map((chore) => (
            <li key={chore.view} className={css["row"]}>
              <span className={css["sentence"]}>{text(chore.about)}</span>
              <Button size="small" onPress={() => navigate({ view: chore.view })}>
                {text(`frame.${chore.view}`)}
              </Button>
            </li>
          ))}
      </ul>
    </Card>
  );
}
