import { err, ok, type Result } from "../../../shared/result.ts";
import type { SchemaSteps } from "../database.ts";
import type { Migration } from "./all.ts";

/** Where a vault stood and where it stands now; equal when there was nothing to do. */
export interface MigrationOutcome {
  readonly from: number;
  readonly to: number;
}

/**
 * Brings the schema to the newest version, one transaction per step with its mark inside. Answers `vault-newer` and changes
 * nothing when the database is ahead of this program. `setAside` runs once before the first change of an existing vault;
 * if it throws, nothing is changed. A step that fails rolls back alone: the vault stays whole at the step before.
 */
export function migrate(options: {
  readonly steps: SchemaSteps;
  readonly migrations: readonly Migration[];
  readonly setAside: (fromVersion: number) => void;
}): Result<MigrationOutcome, "vault-newer"> {
  const { steps, migrations, setAside } = options;
  refuseGaps(migrations);
  const from = steps.version();
  if (from > migrations.length) return err("vault-newer");
  const missing = migrations.slice(from);
  if (missing.length === 0) return ok({ from, to: from });
  // Version 0 is a vault being made: there is nothing in it yet to lose.
  if (from > 0) setAside(from);
  for (const step of missing) steps.apply(step);
  return ok({ from, to: migrations.length });
}

/** A gap or a swap in the list would skip a step in some vaults and not in others. */
function refuseGaps(migrations: readonly Migration[]): void {
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) throw new Error("migrations must be numbered 1, 2, 3 without gaps");
  });
}
