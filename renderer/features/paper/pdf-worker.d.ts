/** The reader's other half; importing it makes it known to the first. */
declare module "pdfjs-dist/build/pdf.worker.mjs";
