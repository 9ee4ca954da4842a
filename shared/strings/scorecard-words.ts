import type { ScoreRow } from "../domain/scorecard.ts";
import { isTextKey, type Text } from "./text.ts";

/** The name of a group of pairs, or its code where a newer bench has one that has no words yet. */
export function groupName(text: Text, { group, key }: Pick<ScoreRow, "group" | "key">): string {
  if (group === "script") return scriptsName(text, key.split("-"));
  const name = `scorecard.${group}-${key}`;
  return isTextKey(name) ? text(name) : key;
}

/** The name of a script. */
export function scriptName(text: Text, script: string): string {
  const name = `scorecard.script-${script}`;
  return isTextKey(name) ? text(name) : script;
}

function scriptsName(text: Text, [searched = "", listed]: readonly string[]): string {
  const name = scriptName(text, searched);
  return listed === undefined
    ? text("scorecard.inScript", { script: name })
    : text("scorecard.acrossScripts", { searched: name, listed: scriptName(text, listed) });
}
