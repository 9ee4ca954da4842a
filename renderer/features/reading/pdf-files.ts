/**
 * The reader's own tables and fonts by file name, each as base64 in a script of its own. The build puts them in the place of
 * this file; without a build there are none, and PDFs that lean on them are drawn with what they carry.
 */
export const pdfFiles: Readonly<Record<string, () => Promise<string>>> = {};
