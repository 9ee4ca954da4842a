import { initial } from "./0001-initial.ts";
import { peopleAndProof } from "./0002-people-and-proof.ts";
import { reviewDesk } from "./0003-review-desk.ts";
import { nameScreening } from "./0004-name-screening.ts";

/** One frozen step of the schema. `sql` may hold several statements; it must not begin or end a transaction. */
export interface Migration {
  /** 1, 2, 3 … without gaps; written to the database as its version mark in the same transaction. */
  readonly version: number;
  /** The file's name without its ending, for the log. */
  readonly name: string;
  readonly sql: string;
}

/** Every step in order. A released step is never edited; a change is a new step at the end. */
export const allMigrations: readonly Migration[] = [initial, peopleAndProof, reviewDesk, nameScreening];
