import assert from "node:assert/strict";
import { test } from "node:test";
import { withEmbedded } from "../../../../../electron/screening/lists/embedded-names.ts";

const cases: readonly (readonly [printed: string, also: readonly string[]])[] = [
  ["Ann EXAMPLE", []],
  ["Ann EXAMPLE (a.k.a. Anna EXEMPEL)", ["Ann EXAMPLE", "Anna EXEMPEL"]],
  ["Ann EXAMPLE (aka Anna EXEMPEL, Annie EXAMPLE)", ["Ann EXAMPLE", "Anna EXEMPEL", "Annie EXAMPLE"]],
  ["Ann EXAMPLE (a.k.a. EXEMPEL, Anna; Wolf)", ["Ann EXAMPLE", "EXEMPEL, Anna", "Wolf"]],
  ["Ann EXAMPLE [formerly known as Ann OTHER]", ["Ann EXAMPLE", "Ann OTHER"]],
  ["Fiction Works, f.k.a. Fiction Factory", ["Fiction Works", "Fiction Factory"]],
  ["Sara Ivanovna EXAMPLE, née OTHER", ["Sara Ivanovna EXAMPLE", "Sara Ivanovna OTHER"]],
  ["架空商事 （別名）", []],
  ["Central Fiction Committee (CFC)", []],
  ["Nakano Kabushiki (Akane)", []],
];
for (const [printed, also] of cases) {
  test(`${printed} also says ${also.join(" | ") || "nothing"}`, () => {
    const names = withEmbedded([{ text: printed, kind: "primary" }]);
    assert.deepEqual(
      names.map(({ text }) => text),
      [printed, ...also],
    );
    assert.ok(names.slice(1).every(({ kind }) => kind === "alias"));
  });
}
