import type { KuraClient } from "../../shared/contract/calls.ts";
import type { RecoverySheet } from "../../shared/domain/recovery.ts";
import { must } from "./must.ts";

/** A kit as drawn in a test, with its sheets as somebody would type them. */
export interface PaperKit {
  readonly kitId: string;
  readonly sheets: readonly RecoverySheet[];
  /** The words of the sheets with these numbers. */
  typed(...numbers: readonly number[]): string[];
}

/** Draws a kit and does not put it in force. */
export async function drawKit(
  host: KuraClient,
  request: { readonly threshold: number; readonly count: number; readonly passphrase: string },
): Promise<PaperKit> {
  const { kitId, sheets } = must(await host.recovery.draw(request));
  const typed = (...numbers: readonly number[]): string[] =>
    numbers.map((number) => (sheets.find(({ index }) => index === number)?.words ?? []).join(" "));
  return { kitId, sheets, typed };
}

/** Types the two words that are asked back from every sheet. */
export async function confirmAll(host: KuraClient, { kitId, sheets }: PaperKit): Promise<void> {
  for (const { index, words, asked } of sheets) {
    const [first = "", second = ""] = asked.map((place) => words[place - 1] ?? "");
    must(await host.recovery.confirmSheet({ kitId, index, words: [first, second] }));
  }
}

/** Draws a kit of three of five, confirms every sheet and puts it in force. */
export async function makeKit(host: KuraClient, passphrase: string): Promise<PaperKit> {
  const kit = await drawKit(host, { threshold: 3, count: 5, passphrase });
  await confirmAll(host, kit);
  must(await host.recovery.enforce({ kitId: kit.kitId, passphrase }));
  return kit;
}
