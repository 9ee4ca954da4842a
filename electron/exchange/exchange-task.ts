import type { Result } from "../../shared/result.ts";
import { type ReadReply, type ReplyStop, readReplyWorkbook } from "./reply-workbook.ts";
import { type ReadTemplate, readTemplateFile, type TemplateStop } from "./template-text.ts";

/** What the worker is asked to read. */
export interface ExchangeTask {
  readonly task: "template" | "reply";
  readonly bytes: Uint8Array;
}

/** Reads one file from outside; runs inside a worker. */
export async function performExchangeTask({
  task,
  bytes,
}: ExchangeTask): Promise<Result<ReadTemplate, TemplateStop> | Result<ReadReply, ReplyStop>> {
  return task === "template" ? readTemplateFile(bytes) : readReplyWorkbook(bytes);
}
