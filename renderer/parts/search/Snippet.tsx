import type { ReactNode } from "react";
import type { SnippetPart } from "../../../shared/domain/search.ts";
import css from "./snippet.module.css";

/** A piece of text as it was written, with what was asked for marked in it. */
export function Snippet({ parts }: { readonly parts: readonly SnippetPart[] }): ReactNode {
  let at = 0;
  const placed = parts.map((part) => {
    const start = at;
    at += part.text.length;
    return { ...part, start };
  });
  return (
    <bdi className={css["snippet"]}>
      {placed.map(({ text, hit, start }) => (hit ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>))}
    </bdi>
  );
}
