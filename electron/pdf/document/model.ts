import type { Ink, Op } from "./page-model.ts";
import type { TextRole } from "./theme.ts";

/** Where a text stands in its column. */
export type Align = "left" | "center" | "right";

/** A small drawing with the words that stand for it. */
export interface Figure {
  readonly heightPt: number;
  /** Read out in place of the drawing. */
  readonly alt: string;
  /** Draws into the box whose top left corner is given; points. */
  draw(x: number, y: number, widthPt: number, heightPt: number): readonly Op[];
}

/** One cell of a table. */
export interface Cell {
  readonly text: string;
  readonly role?: TextRole | undefined;
  readonly align?: Align | undefined;
  readonly figure?: Figure | undefined;
  /** Columns the cell covers; 1 when left out. */
  readonly span?: number | undefined;
  /** Set for a cell that heads its row. */
  readonly headsRow?: boolean | undefined;
  readonly fill?: Ink | undefined;
}

/** One column of a table. */
export interface Column {
  readonly header: string;
  /** Share of the table's width, relative to the other columns. */
  readonly share: number;
  readonly align?: Align | undefined;
}

/** One row; `kind` group is a shaded line above the rows it introduces. */
export interface Row {
  readonly kind: "body" | "group";
  readonly cells: readonly Cell[];
}

/** One labelled value in a grid. */
export interface GridItem {
  readonly label: string;
  readonly value: string;
  readonly role?: TextRole | undefined;
  /** Share of the row's width. */
  readonly share: number;
  /** Room for handwriting: the value's area is at least this high, in points. */
  readonly minHeightPt?: number | undefined;
}

/** A box to be ticked. */
export interface CheckItem {
  readonly isChecked: boolean;
  readonly text: string;
  /** Read out for the box itself. */
  readonly spoken: string;
}

/** A place for one electronic signature. */
export interface SignatureBox {
  /** Name of the form field. */
  readonly field: string;
  readonly label: string;
  readonly signer: string;
  /** What the field is, for screen readers and signing programs. */
  readonly tooltip: string;
  readonly locksAll: boolean;
}

/** The building blocks of a document. They say what is there; layout decides where. */
export type Block =
  | {
      readonly kind: "heading";
      readonly level: 1 | 2 | 3;
      readonly text: string;
      readonly bookmark?: 1 | 2 | undefined;
    }
  | {
      readonly kind: "paragraph";
      readonly text: string;
      readonly role?: TextRole | undefined;
      readonly align?: Align | undefined;
    }
  | {
      /** A numbered section: heading beside the content, or above it where the content is a table. */
      readonly kind: "section";
      readonly number: string;
      readonly title: string;
      readonly place: "side" | "top";
      readonly blocks: readonly Block[];
    }
  | { readonly kind: "grid"; readonly rows: readonly (readonly GridItem[])[] }
  | {
      readonly kind: "table";
      readonly columns: readonly Column[];
      readonly rows: readonly Row[];
      /** Read out before the table. */
      readonly summary?: string | undefined;
    }
  | { readonly kind: "checks"; readonly items: readonly CheckItem[] }
  | { readonly kind: "list"; readonly items: readonly { readonly label: string; readonly text: string }[] }
  | {
      readonly kind: "columns";
      readonly columns: readonly { readonly share: number; readonly blocks: readonly Block[] }[];
    }
  | { readonly kind: "panel"; readonly label: string; readonly word: string; readonly note: string }
  | { readonly kind: "signatures"; readonly boxes: readonly SignatureBox[] }
  | { readonly kind: "space"; readonly heightPt: number }
  /** A block that must not be parted from what follows it. */
  | { readonly kind: "keep"; readonly block: Block };

/** Blocks that begin on a new page. */
export interface Part {
  readonly blocks: readonly Block[];
  /**
   * `page`: set as large as fits on one page within the legible range, and run on to a further page if even the
   * smallest does not fit; `flow`: set at the normal size over as many pages as needed.
   */
  readonly fit: "page" | "flow";
}

/** What stands in the margin of every page; `{page}` and `{pages}` are replaced in `footerRight`. */
export interface Furniture {
  /** Running header of the second and later pages. */
  readonly headerLeft: string;
  readonly headerRight: string;
  readonly footerLeft: string;
  readonly footerRight: string;
  readonly footerCenter: string;
}

/** The file that travels inside the PDF as the data its pages were made from. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly description: string;
}

/** A whole document, ready for layout. Dates come from the data, never from a clock. */
export interface DocumentModel {
  readonly title: string;
  /** An office, never a person. */
  readonly author: string;
  readonly subject: string;
  readonly creator: string;
  /** BCP 47 tag. */
  readonly lang: string;
  /** Epoch milliseconds. */
  readonly createdMs: number;
  readonly parts: readonly Part[];
  readonly furniture: Furniture;
  readonly attachment: Attachment;
}
