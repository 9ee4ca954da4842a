declare module "pdfjs-dist/build/pdf.worker.mjs";
declare module "*/pdf-worker.ts?worker&url" {
  const address: string;
  export default address;
}
