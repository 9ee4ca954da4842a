import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { mustExist } from "../../../shared/assert.ts";
import { type HealthReport, healthLevels } from "../../../shared/domain/health.ts";
import { createText, isTextKey, type Locale } from "../../../shared/strings/text.ts";

/** A report in its two saved forms. */
export interface SavedReport {
  readonly text: Buffer;
  readonly json: Buffer;
}

/**
 * The report for people and for programs. The text names the SHA-256 of the JSON and the vault's code over it: the hash ties
 * the two together, the code shows whoever has the vault that the vault wrote it.
 */
export function writeReport(
  report: HealthReport,
  { locale, mac }: { locale: Locale; mac: (bytes: Uint8Array) => Uint8Array },
): SavedReport {
  const json = Buffer.from(`${mustExist(canonicalize(report), "a report has a canonical form")}\n`, "utf8");
  const say = createText(locale);
  const lines = report.findings.flatMap(({ code, numbers }) => {
    const level = healthLevels[code];
    const todo = `health.${code}-todo`;
    return [
      `[${say(`health.level-${level}`)}] ${say(`health.${code}`, numbers)}`,
      ...(isTextKey(todo) ? [`    ${say(todo, numbers)}`] : []),
    ];
  });
  const sha256 = createHash("sha256").update(json).digest("hex");
  const text = [
    say("health.title"),
    say("health.reportMade", { at: new Date(report.at).toISOString(), version: report.appVersion }),
    say("health.reportVault", { vaultId: report.vaultId }),
    "",
    ...lines,
    "",
    say("health.reportHash", { sha256 }),
    say("health.reportMac", { mac: Buffer.from(mac(json)).toString("hex") }),
    "",
  ].join("\n");
  return { text: Buffer.from(text, "utf8"), json };
}
