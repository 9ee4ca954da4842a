/**
 * Lets an independent SQLCipher 4 read what the vault wrote and the other way round. The package is under the AGPL, so it
 * is never a dependency: this installs it into a temporary folder, runs the one test that needs it and removes it again.
 *
 *   node tests/run/independent-sqlcipher.ts
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const version = "4.1.0";
const folder = mkdtempSync(join(tmpdir(), "kura-sqlcipher-"));
try {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  const install = ["install", "--ignore-scripts", "--no-audit", "--no-fund", `@signalapp/sqlcipher@${version}`];
  const installed = spawnSync("npm", install, { cwd: folder, stdio: "inherit" });
  const test = join(import.meta.dirname, "../integration/vault/independent-sqlcipher.test.ts");
  const env = { ...process.env, KURA_SQLCIPHER: join(folder, "node_modules/@signalapp/sqlcipher") };
  const run =
    installed.status === 0 ? spawnSync(process.execPath, ["--test", test], { env, stdio: "inherit" }) : installed;
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
