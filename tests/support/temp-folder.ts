import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";

/** A folder of its own for one test, mode 0700, removed when the test ends. */
export function tempFolder(test: Pick<TestContext, "after">): string {
  const folder = mkdtempSync(join(tmpdir(), "kura-test-"));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
