/**
 * Writes resources/licences/third-party.txt: name, version, licence and its text for every package the shipped app
 * runs on. Run it after a dependency changes (`node electron/setup/collect-licences.mjs`); a test notices if not.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const rule = "=".repeat(78);

/** Packages of the lockfile that ship; bindings for single platforms carry their parent's licence. */
function shippedPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  return Object.entries(packages)
    .filter(([path, entry]) => path !== "" && !entry.dev && !entry.optional && !entry.devOptional && !entry.link)
    .map(([path]) => path)
    .sort();
}

function notice(path) {
  const folder = join(root, path);
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text =
    file === undefined ? "(The package carries no licence text of its own.)" : readFileSync(join(folder, file), "utf8");
  return `${rule}\n${name} ${version} (${license ?? "see text"})\n${rule}\n\n${text.replaceAll("\r\n", "\n").trim()}\n`;
}

writeFileSync(join(root, "resources", "licences", "third-party.txt"), `${shippedPackages().map(notice).join("\n")}`);
