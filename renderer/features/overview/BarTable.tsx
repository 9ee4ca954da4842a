import type { ReactNode } from "react";
import { classNames } from "../../ui/class-names.ts";
import css from "./overview.module.css";

/** One row of a chart: a number for each series, null where there is none. */
export interface BarRow {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** What is aimed at, as a line across the bars, and in words beside the numbers. */
  readonly aim?: { readonly at: number; readonly words: string } | undefined;
}

export interface BarTableProps {
  readonly label: string;
  /** Heads the column of row names. */
  readonly of: string;
  readonly series: readonly string[];
  readonly rows: readonly BarRow[];
  readonly unit?: string;
  /** What a bar of full length stands for; the largest number unless given. */
  readonly full?: number;
}

/**
 * A chart that is its own table: every bar stands beside the number it draws, in the cell of the number, so that nothing is said
 * by the picture alone. Series differ by pattern as well as by colour, for print and for forced colours.
 */
export function BarTable({ label, of, series, rows, unit = "", full }: BarTableProps): ReactNode {
  const most = full ?? Math.max(1, ...rows.flatMap((row) => row.values.map((value) => value ?? 0)));
  return (
    <table className={css["chart"]} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{of}</th>
          {series.map((name, at) => (
            <th key={name} scope="col">
              <span className={classNames(css["key"], css[`series${at}`])} aria-hidden="true" />
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            {row.values.map((value, at) => (
              <td key={series[at]}>
                <span className={css["value"]}>{value === null ? "–" : `${value.toLocaleString()}${unit}`}</span>
                {row.aim !== undefined && <span className={css["aim"]}>{row.aim.words}</span>}
                <span className={css["track"]} aria-hidden="true">
                  <span
                    className={classNames(css["bar"], css[`series${at}`])}
                    style={{ inlineSize: `${((value ?? 0) * 100) / most}%` }}
                  />
                  {row.aim !== undefined && (
                    <span className={css["mark"]} style={{ insetInlineStart: `${(row.aim.at * 100) / most}%` }} />
                  )}
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
