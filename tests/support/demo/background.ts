import type { KuraClient } from "../../../shared/contract/calls.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { blankEntry } from "../../../shared/domain/profile/entry.ts";
import { must } from "../must.ts";

/** Gives the first subject of a case a post with two uncertain ends, and an owner with the longest of names. */
export async function enterBackground(host: KuraClient, dossierId: DossierId): Promise<void> {
  const owner = {
    kind: "organisation",
    role: "owner",
    names: [
      { kind: "primary", text: "寿限無寿限無五劫の擦り切れ海砂利水魚の水行末雲来末風来末 虚構研究開発法人 葛󠄀城分室" },
    ],
    country: "架空国",
    identifiers: [],
    note: "",
  } as const;
  const subject = { ...owner, names: [...owner.names], identifiers: [] };
  const { subjects } = must(await host.dossiers.addSubject({ dossierId, subject }));
  const [first] = subjects;
  const added = subjects.at(-1);
  if (first === undefined || added === undefined || first === added) throw new Error("the case has no subject");
  const source = { evidenceId: null, text: "登記事項 1頁 髙﨑" };
  const entry = {
    ...blankEntry(first.id, "funding"),
    organisation: "架空財団 ﾊﾝｶｸ",
    title: "𠮷野記念 架空助成",
    period: { from: "2019-04~", to: "ongoing" },
    source,
  };
  must(await host.profile.putEntry({ dossierId, entryId: null, revision: 0, entry }));
  const link = {
    ...{
      kind: "ownership" as const,
      from: added.id,
      to: first.id,
      role: "",
      share: 62.5,
      directness: "direct" as const,
    },
    ...{ period: { from: "2019-04", to: "ongoing" }, certainty: "likely" as const, source, note: "" },
  };
  must(await host.profile.putLink({ dossierId, linkId: null, revision: 0, link }));
}
