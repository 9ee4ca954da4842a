import type { CustodyTouch } from "../domain/custody.ts";
import { isTextKey, type Text } from "./text.ts";

/** What a touch says besides who, when and why, each fact a phrase in the reader's language. */
export function custodyFacts(text: Text, { act, body }: Pick<CustodyTouch, "act" | "body">): string[] {
  const { facts } = body;
  return Object.entries(facts).flatMap(([name, value]) => {
    const said = phrase(text, name, value);
    return said === undefined || (act === "standing-set" && name === "by" && value !== "hand") ? [] : [said];
  });
}

function phrase(text: Text, name: string, value: string | number | boolean): string | undefined {
  const named = (area: string): string => {
    const key = `${area}-${String(value)}`;
    return isTextKey(key) ? text(key) : String(value);
  };
  switch (name) {
    case "status":
      return text("custody.factStatus", { name: named("custody.status") });
    case "until":
      return value === "none" ? text("custody.factNoEnd") : text("custody.factUntil", { day: String(value) });
    case "by":
      return value === "hand" ? text("custody.factByHand") : undefined;
    case "successor":
      return text("custody.factSuccessor", { number: Number(value) });
    case "way":
      return text("custody.factWay", { name: named("custody.way") });
    case "medium":
      return value === "unknown" ? undefined : text("custody.factMedium", { name: named("custody.medium") });
    case "sizeBytes":
      return text("custody.factSize", { count: Number(value) });
    case "sha256":
      return text("custody.factHash", { hash: String(value) });
    case "integrity":
      return text(outcomes[String(value)] ?? "custody.factMissing");
    case "asked":
      return value === false ? text("custody.factUnasked") : undefined;
    case "purpose":
      return text("custody.factPurpose", { name: named("trail.purpose") });
    case "fields":
      return text("custody.factFields", { names: String(value) });
    case "instead":
      return text("custody.factInstead");
    case "number":
      return `E${value}`;
    default:
      return String(value);
  }
}

const outcomes: Readonly<Record<string, "custody.factIntact" | "custody.factMismatch">> = {
  intact: "custody.factIntact",
  mismatch: "custody.factMismatch",
};
