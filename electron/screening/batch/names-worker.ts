import { serveParser } from "../../parsing/serve-parser.ts";
import type { ListLimits } from "../lists/list-limits.ts";
import { readNameRows } from "./name-rows.ts";

serveParser(({ bytes, limits }: { readonly bytes: Uint8Array; readonly limits: ListLimits }) =>
  readNameRows(bytes, limits),
);
