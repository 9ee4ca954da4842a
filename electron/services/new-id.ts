import type { z } from "zod";
import type { Random } from "../ports.ts";

/** A fresh id of the given brand: 16 random bytes in lower-case hex. */
export function newId<S extends z.ZodType>(brand: S, random: Random): z.output<S> {
  return brand.parse(Buffer.from(random.bytes(16)).toString("hex"));
}
