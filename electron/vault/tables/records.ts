/** The schemas of rows that also live on inside frozen snapshots. */
export { DossierRecord } from "./dossier-table.ts";
export { GateRecord } from "./measure-table.ts";
export { RunRecord } from "./screening-table.ts";
