import type { ExportPurpose } from "../../../shared/domain/audit.ts";
import type { DossierId, ImportId, ReplyId } from "../../../shared/domain/ids.ts";
import type {
  Questionnaire,
  QuestionnaireInput,
  QuestionnaireReply,
  ReplyChoice,
  ReplyPreview,
} from "../../../shared/domain/questionnaire.ts";
import type { Nothing, Result } from "../../../shared/result.ts";
import type { ExchangeReader } from "../../exchange/exchange-reader.ts";
import type { Clock, Dialogs, Random } from "../../ports.ts";
import type { VaultFault } from "../../vault/fault.ts";
import type { EntryRefusal } from "../enter-case.ts";
import type { OpenSession, Session } from "../session.ts";

type OneCase = { readonly dossierId: DossierId };
type Refused<C extends string> = { readonly code: C; readonly details?: Readonly<Record<string, string>> };

/** Questionnaires sent out of a case as workbooks, and the replies that come back. */
export interface QuestionnaireService {
  list(input: OneCase): Result<{ questionnaires: Questionnaire[]; replies: QuestionnaireReply[] }, EntryRefusal>;
  export(
    input: OneCase & { questionnaire: QuestionnaireInput; purpose: ExportPurpose; passphrase: string },
  ): Promise<
    Result<
      { questionnaire: Questionnaire },
      EntryRefusal | VaultFault | Refused<"dossier-decided" | "unknown-question" | "cancelled">
    >
  >;
  beginImport(
    input: OneCase,
  ): Promise<
    Result<
      ReplyPreview,
      | EntryRefusal
      | Refused<
          "dossier-decided" | "cancelled" | "file-unreadable" | "reply-refused" | "reply-other-case" | "reply-tampered"
        >
    >
  >;
  merge(
    input: OneCase & { importId: ImportId; choices: readonly ReplyChoice[] },
  ): Result<
    { reply: QuestionnaireReply },
    | EntryRefusal
    | Refused<"dossier-decided" | "unknown-import" | "unknown-question" | "stale-revision" | "text-too-long">
  >;
  undo(
    input: OneCase & { replyId: ReplyId },
  ): Result<{ restored: number; left: number }, EntryRefusal | Refused<"dossier-decided" | "unknown-reply">>;
  dropImport(input: { importId: ImportId }): Result<Nothing, never>;
  /** Forgets every workbook that was read; called when the vault locks. */
  forget(): void;
}

export interface QuestionnaireParts {
  readonly session: Session;
  readonly clock: Clock;
  readonly random: Random;
  readonly dialogs: Dialogs;
  readonly reader: ExchangeReader;
  /** Called inside the transaction after answers changed. */
  readonly afterAnswer: (open: OpenSession, dossierId: DossierId) => void;
  readonly onChange: (dossierId: DossierId) => void;
}
