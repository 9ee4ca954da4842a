import { createHash } from "node:crypto";
import type { ImportId } from "../../../shared/domain/ids.ts";
import type { ListProfile } from "../../../shared/domain/list-editions.ts";
import type { ColumnMapping, ListLayout } from "../../../shared/domain/screening.ts";
import { Instant } from "../../../shared/domain/time.ts";
import { err, type Nothing, ok, type Result } from "../../../shared/result.ts";
import type { Clock } from "../../ports.ts";
import type { Locked, NotPermitted, Session } from "../session.ts";
import type { PendingImports } from "./pending-imports.ts";

/** Keeps how the columns of a kind of file are read, and offers it again when such a file comes. */
export interface ListProfileService {
  /** Every profile; `fitting` are the names of those made for a file with the header of this import. */
  profiles(input: {
    importId: ImportId | null;
  }): Result<{ profiles: ListProfile[]; fitting: string[] }, Locked | NotPermitted>;
  keep(input: {
    importId: ImportId;
    name: string;
    layout: ListLayout;
    mapping: ColumnMapping;
  }): Result<ListProfile, Locked | NotPermitted | { readonly code: "unknown-import" }>;
  drop(input: { name: string }): Result<Nothing, Locked | NotPermitted>;
}

export function createListProfileService({
  session,
  clock,
  pending,
}: {
  session: Session;
  clock: Clock;
  pending: PendingImports;
}): ListProfileService {
  return {
    profiles: ({ importId }) => {
      const open = session.enter("import-lists");
      if (!open.ok) return open;
      const { listProfiles } = open.value.tables;
      const header = importId === null ? undefined : pending.find(importId)?.preview?.header;
      const fitting = header === undefined ? [] : listProfiles.fitting(headerHash(header)).map(({ name }) => name);
      return ok({ profiles: listProfiles.list(), fitting });
    },
    keep: ({ importId, name, layout, mapping }) => {
      const open = session.enter("import-lists");
      if (!open.ok) return open;
      const header = pending.find(importId)?.preview?.header;
      if (header === undefined) return err({ code: "unknown-import" });
      const made = { usedAt: Instant.parse(clock.nowMs()), keptBy: open.value.person.displayName };
      const profile: ListProfile = { name, layout, mapping, header: [...header], ...made };
      open.value.write(() => open.value.tables.listProfiles.keep(profile, headerHash(header)));
      return ok(profile);
    },
    drop: ({ name }) => {
      const open = session.enter("import-lists");
      if (!open.ok) return open;
      open.value.write(() => open.value.tables.listProfiles.drop(name));
      return ok({});
    },
  };
}

/** The same for headers that differ in width, case and white space alone, as they do between two downloads. */
function headerHash(header: readonly string[]): string {
  const plain = header.map((title) => title.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase());
  return createHash("sha256").update(JSON.stringify(plain)).digest("hex");
}
