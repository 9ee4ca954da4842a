import type { Verdict } from "../../shared/domain/judging/verdict.ts";
import { Instant } from "../../shared/domain/time.ts";
import type { Scene } from "../support/scene.ts";
import type { Examples } from "./example-types.ts";

type Judging = Omit<Examples["screening"], "editions" | "beginImport" | "tryImport" | "finishImport" | "dropImport">;

/** Requests about candidates and what people say of them. */
export function judgingExamples({ dossierId, hitId }: Scene, judgement: Verdict): Judging {
  const second = { hitId, judgedAt: Instant.parse(1_795_000_000_000), agrees: false, note: judgement.note };
  return {
    run: { dossierId },
    result: { dossierId },
    judge: { dossierId, hitId, judgement },
    judgeTogether: { dossierId, verdicts: [{ hitId, judgement }] },
    undoVerdicts: { dossierId, hitIds: [hitId] },
    confirm: { dossierId, ...second },
    offers: { dossierId },
    notices: { dossierId },
    seeNotice: { dossierId, number: 1 },
    rescreening: {},
    holdRescreening: { held: false },
    pastRuns: { dossierId },
    pastRun: { dossierId, of: { kind: "run", number: 1 } },
    replay: { dossierId, of: { kind: "run", number: 1 } },
  };
}
