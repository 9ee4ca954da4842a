import type { KuraClient } from "../../shared/contract/calls.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import type { ScreeningNotice } from "../../shared/domain/judging/rescreening.ts";
import type { Hit } from "../../shared/domain/screening.ts";
import type { ListRow } from "./list-editions.ts";
import { must } from "./must.ts";

/** Opens a case on a body of these names and screens it in the editions in use. */
export async function screenedCase(host: KuraClient, names: readonly string[]): Promise<DossierId> {
  const { id } = must(
    await host.dossiers.create({
      kind: "institution",
      title: `案件 ${names[0] ?? ""}`,
      noConflict: true,
      subject: {
        kind: "organisation",
        role: "partner",
        names: names.map((text, at) => ({ kind: at === 0 ? "primary" : "variant", text })),
        country: "",
        identifiers: [],
        note: "",
      },
    }),
  );
  must(await host.screening.run({ dossierId: id }));
  return id;
}

/** Waits until nothing is due in these cases and answers their notices; what never comes fails the test at its own limit. */
export async function settledIn(host: KuraClient, cases: readonly DossierId[]): Promise<ScreeningNotice[][]> {
  for (;;) {
    const read = await Promise.all(cases.map((dossierId) => host.screening.notices({ dossierId })));
    if (read.every((one) => must(one).due === false)) return read.map((one) => must(one).notices);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What a person sees of hits, without their ids. */
export function seen(hits: readonly Hit[]): string[] {
  return hits.map((hit) => `${hit.listTitle} ${hit.edition} ${hit.entryKey} ${hit.matchedName} ${hit.score}`).sort();
}

/** Bodies that resemble one another no more than invented bodies do. */
export function invented(count: number, from = 0): ListRow[] {
  const words = ["Orvane", "Tessilor", "Quandry", "Melbrook", "Ishtavan", "Perolle", "Zankuro", "Wyndale", "Corrent"];
  return Array.from({ length: count }, (_, at) => {
    const number = from + at;
    const [one, other] = [words[number % words.length], words[Math.floor(number / words.length) % words.length]];
    return { name: `${one}${number} ${other}${number * 7} 架空協会`, country: "架空国" };
  });
}
