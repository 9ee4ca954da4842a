import type { ReactNode } from "react";
import { useText } from "../../stores/text.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import css from "./lists.module.css";

/** Rows shown; enough to see whether the columns are what they seem. */
const shownRows = 8;

/** The file's first rows as they were read. */
export function FirstRows({
  header,
  rows,
}: {
  header: readonly string[];
  rows: readonly (readonly string[])[];
}): ReactNode {
  const text = useText();
  return (
    <Disclosure title={text("lists.firstRows")} isOpenAtFirst>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className={css["rows"]} tabIndex={0} aria-label={text("lists.firstRows")}>
        <table>
          <thead>
            <tr>
              {header.map((title, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity than their place.
                <th key={index} scope="col">
                  <bdi>{title}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shownRows).map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity than their place.
              <tr key={line}>
                {row.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                  <td key={index}>
                    <bdi>{cell}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Disclosure>
  );
}
