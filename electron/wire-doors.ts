import { createPassphraseService, type PassphraseService } from "./services/passphrase-service.ts";
import { createRecoveryOpening, type RecoveryOpeningParts } from "./services/recovery/opening.ts";
import { createRecoveryService } from "./services/recovery-service.ts";
import type { Services } from "./services/services.ts";
import type { Session } from "./services/session.ts";
import { isPresent, type VaultPlaces } from "./services/vault-places.ts";
import type { Vaults } from "./vault/vault.ts";

/** What the rating of passphrases is made from. */
export interface PassphraseWiring {
  readonly vaults: Vaults;
  readonly places: VaultPlaces;
  readonly resources: string;
}

/** Rates passphrases; the dictionaries are loaded when somebody first chooses one. */
export function wirePassphrases({ vaults, places, resources }: PassphraseWiring): PassphraseService {
  return createPassphraseService({
    // Some 20 MB of dictionaries: loaded when somebody chooses a passphrase, not when the app starts.
    loadEstimator: async () => {
      const { createEstimator } = await import("./services/passphrase/estimator.ts");
      return createEstimator(resources);
    },
    guessMs: async () => {
      const [place] = places.list().filter(isPresent);
      const facts = place === undefined ? undefined : await vaults.inspect(place.folder);
      return facts?.ok === true ? facts.value.kdfEstimateMs : undefined;
    },
  });
}

/** The services of recovery, and the vaults that everybody else is given. */
export interface RecoveryWiring {
  /** For everybody but the recovery itself: whoever opens or makes a vault ends a recovery that holds one open. */
  readonly vaults: Vaults;
  readonly services: Pick<Services, "recovery" | "recoveryOpening">;
}

/** Recovery from printed sheets; whoever opens or makes a vault meanwhile ends it. */
export function wireRecovery(parts: RecoveryOpeningParts & { readonly session: Session }): RecoveryWiring {
  const { vaults, session, clock, random, kdf } = parts;
  const recoveryOpening = createRecoveryOpening(parts);
  const recovery = createRecoveryService({ session, clock, random, kdf });
  return {
    services: { recovery, recoveryOpening },
    vaults: {
      ...vaults,
      create: (request) => {
        recoveryOpening.leave();
        return vaults.create(request);
      },
      open: (request) => {
        recoveryOpening.leave();
        return vaults.open(request);
      },
    },
  };
}
