import type { Sha256 } from "../../../shared/domain/ids.ts";
import type { BuiltInTemplate, OfficeTemplate, StartTemplates } from "../../../shared/domain/office-template.ts";

/** What the list of templates says. */
export interface Library {
  readonly builtIn: readonly BuiltInTemplate[];
  readonly office: readonly OfficeTemplate[];
  readonly starts: StartTemplates;
}

/** Where in the pages of templates one is. */
export type TemplatePlace =
  | { readonly at: "list" }
  | { readonly at: "edit"; readonly templateId: string }
  | { readonly at: "read" | "move"; readonly hash: Sha256 }
  | { readonly at: "compare"; readonly before: Sha256; readonly after: Sha256 };
