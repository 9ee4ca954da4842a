import { isMainThread, parentPort } from "node:worker_threads";
import type { ScreeningAnswer, ScreeningEnvelope } from "./screening-protocol.ts";
import { createScreening, refusalOf } from "./serve-screening.ts";

if (!isMainThread && parentPort !== null) {
  const port = parentPort;
  const screening = createScreening();
  port.on("message", ({ number, request }: ScreeningEnvelope) => {
    let answer: ScreeningAnswer;
    try {
      answer = { number, reply: screening.answer(request) };
    } catch (thrown) {
      answer = { number, refused: refusalOf(thrown) };
    }
    const block = "reply" in answer && answer.reply instanceof Uint8Array ? [answer.reply.buffer] : [];
    port.postMessage(answer, block);
  });
}
