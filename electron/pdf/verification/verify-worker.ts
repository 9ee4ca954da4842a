import { parentPort, workerData } from "node:worker_threads";
import { type VerifyOptions, verifyPdf } from "./verify-pdf.ts";

// Started only by `verifyInWorker`, which passes exactly this.
const { bytes, options } = workerData as { readonly bytes: Uint8Array; readonly options: VerifyOptions };

parentPort?.postMessage(await verifyPdf(bytes, options));
