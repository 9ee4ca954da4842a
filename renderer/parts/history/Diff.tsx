import type { ReactNode } from "react";
import { useText } from "../../stores/text.ts";
import css from "./history.module.css";
import { diffWords } from "./word-diff.ts";

interface DiffProps {
  readonly before: string;
  readonly after: string;
}

/** Two texts as one: what went is struck through, what came is underlined; neither by colour alone. */
export function Diff({ before, after }: DiffProps): ReactNode {
  const text = useText();
  if (before === "" || after === "") {
    return (
      <p className={css["diff"]}>
        {before === "" ? <span className={css["none"]}>{text("past.nothing")}</span> : <del>{before}</del>}
        {" → "}
        {after === "" ? <span className={css["none"]}>{text("past.nothing")}</span> : <ins>{after}</ins>}
      </p>
    );
  }
  let place = 0;
  return (
    <p className={css["diff"]}>
      {diffWords(before, after).map((run) => {
        place += run.text.length;
        const key = `${run.kind}-${place}`;
        if (run.kind === "removed") return <del key={key}>{run.text}</del>;
        return run.kind === "added" ? <ins key={key}>{run.text}</ins> : <span key={key}>{run.text}</span>;
      })}
    </p>
  );
}
