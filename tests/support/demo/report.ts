/** One line of the closing table. */
export interface TableRow {
  readonly what: string;
  readonly made: string;
  readonly seconds: number;
}

/** A progress bar on one line of the terminal; plain lines where there is none. */
export function createProgress(steps: number): { step(what: string): void; end(): void } {
  const width = 30;
  let done = 0;
  return {
    step: (what) => {
      done = Math.min(done + 1, steps);
      const filled = Math.round((done / steps) * width);
      const bar = `[${"#".repeat(filled)}${".".repeat(width - filled)}] ${what}`;
      process.stdout.write(process.stdout.isTTY ? `\r\u001b[K${bar}` : `${bar}\n`);
    },
    end: () => process.stdout.write(process.stdout.isTTY ? "\r\u001b[K\n" : "\n"),
  };
}

/** What was made, how large, how long it took. */
export function printTable(rows: readonly TableRow[]): void {
  const widths = { what: columnWidth(rows.map((row) => row.what)), made: columnWidth(rows.map((row) => row.made)) };
  for (const row of rows) {
    const seconds = row.seconds.toFixed(2).padStart(7);
    process.stdout.write(`${row.what.padEnd(widths.what)}  ${row.made.padEnd(widths.made)}  ${seconds} s\n`);
  }
}

function columnWidth(cells: readonly string[]): number {
  return Math.max(...cells.map((cell) => cell.length));
}
