import type { ErrorCode } from "../../../shared/contract/errors.ts";
import type { MissingGlyph } from "../fonts/coverage.ts";
import type { FontFault } from "../fonts/load-fonts.ts";

/** Where in the data a fault lies, for example `sections.outline` or `evidence.3.title`. */
export type FieldPath = string;

/** Why a paper was not made. Carries places and code points, never the text itself. */
export type PaperFault =
  | {
      /** A required part is empty, longer than its limit, or holds characters that cannot be seen. */
      readonly code: Extract<ErrorCode, "paper-incomplete" | "paper-over-limit" | "text-invalid">;
      readonly at: readonly FieldPath[];
    }
  | {
      readonly code: Extract<ErrorCode, "glyph-missing">;
      readonly missing: readonly (MissingGlyph & { readonly at: FieldPath })[];
    }
  | {
      /** The data does not have the shape of a paper; the paths name the fields. */
      readonly code: "paper-unreadable";
      readonly at: readonly FieldPath[];
    }
  | {
      /** The data was made for another version of the drawing code. */
      readonly code: "renderer-unknown";
    }
  | FontFault;
