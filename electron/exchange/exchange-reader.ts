import { err, type Result } from "../../shared/result.ts";
import { runParser } from "../parsing/run-parser.ts";
import type { ExchangeTask } from "./exchange-task.ts";
import type { ReadReply, ReplyStop } from "./reply-workbook.ts";
import type { ReadTemplate, TemplateStop } from "./template-text.ts";

/** A file of the largest size takes a few seconds on a slow machine; a hostile one is ended. */
const limits = { timeMs: 20_000, memoryMb: 384, outputRows: 10_000 } as const;

/** Reads template files and filled questionnaires in a worker of their own, under limits of time and memory. */
export interface ExchangeReader {
  template(bytes: Uint8Array): Promise<Result<ReadTemplate, TemplateStop>>;
  reply(bytes: Uint8Array): Promise<Result<ReadReply, ReplyStop>>;
}

/** A reader whose worker starts from `workerUrl`: `exchange-worker.ts` in source, or the file bundled from it. */
export function createExchangeReader(workerUrl: URL): ExchangeReader {
  const run = async <T>(input: ExchangeTask): Promise<T | undefined> => {
    const outcome = await runParser<T>({ module: workerUrl, input, limits });
    return outcome.ok ? outcome.value : undefined;
  };
  return {
    // A worker that was ended had more to do than any honest file gives.
    template: async (bytes) =>
      (await run<Result<ReadTemplate, TemplateStop>>({ task: "template", bytes })) ??
      err({ reason: "too-slow", place: "" }),
    reply: async (bytes) => (await run<Result<ReadReply, ReplyStop>>({ task: "reply", bytes })) ?? err("too-slow"),
  };
}
