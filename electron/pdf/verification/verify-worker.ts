import { parentPort, workerData } from "node:worker_threads";
import { type VerifyOptions, verifyPdf } from "./verify-pdf.ts";

// Started only by `verifyInWorker`, which passes exactly this.
const { bytes, options } = workerData as { readonly bytes: Uint8Array; readonly options: VerifyOptions };

// A rejection is left unhandled on purpose: it ends the worker, and its parent takes that for an invalid file.
void verifyPdf(bytes, options).then((verdict) => parentPort?.postMessage(verdict));
