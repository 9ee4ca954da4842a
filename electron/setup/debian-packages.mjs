import { hasProgram, runQuietly } from "./run-command.mjs";
import { say } from "./words.mjs";

/** Program looked for, and the Debian package that brings it. */
const packageOf = {
  chromium: "chromium",
  pdfsig: "poppler-utils",
  qpdf: "qpdf",
  certutil: "libnss3-tools",
  openssl: "openssl",
  python3: "python3",
  Xvfb: "xvfb",
  strace: "strace",
};

/** What a visible window needs where Electron is not to be had. */
export const windowPrograms = ["chromium"];
/** What `npm run check` needs: other people's PDF, certificate and ZIP tools judge our work. */
export const checkPrograms = ["pdfsig", "qpdf", "certutil", "openssl", "python3"];
/** What every journey and attack needs. */
export const allPrograms = Object.keys(packageOf);

/**
 * Installs the Debian packages behind missing programs where we may (root, or sudo without a password), else says
 * exactly what to install. Never fails: what is missing is then found, and named, by the tests that need it.
 * Answers the packages still missing.
 */
export async function ensurePrograms(programs) {
  const missing = missingPackages(programs);
  if (missing.length === 0) return [];
  const prefix = await installerPrefix();
  if (prefix === undefined) {
    sayWhatToInstall(missing);
    return missing;
  }
  say(`Debian パッケージを入れています: ${missing.join(" ")}`, `Installing Debian packages: ${missing.join(" ")}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await apt(prefix, ["update"], env);
  const { code, tail } = await apt(prefix, ["install", "-y", "--no-install-recommends", ...missing], env);
  if (code !== 0) process.stderr.write(`${tail}\n`);
  const left = missingPackages(programs);
  if (left.length > 0) sayWhatToInstall(left);
  return left;
}

function missingPackages(programs) {
  return programs.filter((program) => !hasProgram(program)).map((program) => packageOf[program]);
}

/** Words before apt-get, or undefined where we may not install. */
async function installerPrefix() {
  if (!hasProgram("apt-get")) return undefined;
  if (process.getuid?.() === 0) return [];
  if (!hasProgram("sudo")) return undefined;
  const { code } = await runQuietly("sudo", ["-n", "true"]);
  return code === 0 ? ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"] : undefined;
}

function apt(prefix, args, env) {
  const [command, ...rest] = [...prefix, "apt-get", ...args];
  return runQuietly(command, rest, { env });
}

function sayWhatToInstall(packages) {
  say(
    `次のパッケージが必要です。管理者に頼むか、次を実行してください: sudo apt-get install ${packages.join(" ")}`,
    `These packages are needed. Ask your administrator, or run: sudo apt-get install ${packages.join(" ")}`,
  );
}
