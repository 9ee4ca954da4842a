import { join } from "node:path";
import { calls } from "../shared/contract/calls.ts";
import type { Content } from "../shared/domain/content/content.ts";
import type { DossierId } from "../shared/domain/ids.ts";
import { loadContent } from "./content/load-content.ts";
import { loadPractice } from "./content/load-practice.ts";
import type { EngineOptions } from "./engine-options.ts";
import { createDispatch, type Dispatch } from "./ipc/dispatch.ts";
import { createEvents, type Events } from "./ipc/events.ts";
import { createHandlers } from "./ipc/handlers.ts";
import { serialCalls } from "./ipc/serial-calls.ts";
import { createLog } from "./log.ts";
import { createEvidenceReader } from "./parsing/evidence/evidence-reader.ts";
import type { Ports } from "./ports.ts";
import { type BackupServiceParts, createBackupService } from "./services/backup-service.ts";
import { createBackupTimer, defaultAfterUnlockMs } from "./services/backup-timer.ts";
import { ReasonRequired } from "./services/change-reasons.ts";
import { refreshDepth } from "./services/depth.ts";
import { createExchangeServices } from "./services/exchange-services.ts";
import { createHealthService, type HealthServiceParts } from "./services/health-service.ts";
import { createIdentityService } from "./services/identity-service.ts";
import { createKeyService } from "./services/key-service.ts";
import { createLockFlow, type LockFlow } from "./services/lock-flow.ts";
import { createLockTimer, type LockTimer } from "./services/lock-timer.ts";
import { NameSearchStopped } from "./services/name-search.ts";
import { createPeopleService } from "./services/people-service.ts";
import { createPracticeService } from "./services/practice-service.ts";
import { createPreferencesService } from "./services/preferences-service.ts";
import { traceReauth } from "./services/reauth-trace.ts";
import { createRestoreService } from "./services/restore-service.ts";
import { createRestrictedFields } from "./services/restricted-fields.ts";
import { createSearch } from "./services/search/create-search.ts";
import type { Services } from "./services/services.ts";
import { createSession, type OpenSession, type Session } from "./services/session.ts";
import { createSettingsService, readSettings } from "./services/settings-service.ts";
import { createTasks, type Tasks } from "./services/tasks.ts";
import { createTextExtraction } from "./services/text-extraction.ts";
import { createTrailService } from "./services/trail-service.ts";
import { createTrustedIssuersService } from "./services/trusted-issuers.ts";
import { createVaultPlaces } from "./services/vault-places.ts";
import { createVaultService, type VaultService } from "./services/vault-service.ts";
import { createVerificationService } from "./services/verification-service.ts";
import { faultOf } from "./vault/fault.ts";
import { createVaults, type KdfParameters } from "./vault/vault.ts";
import { type Common, wireCases } from "./wire-cases.ts";
import { wirePassphrases, wireRecovery } from "./wire-doors.ts";
import { wireLists } from "./wire-lists.ts";

/** The whole back end: calls in, events out. */
export interface Engine {
  readonly dispatch: Dispatch;
  readonly events: Pick<Events, "subscribe">;
  /** Locks the vault and gives everything back. */
  close(): Promise<void>;
}

/** Builds the whole back end from its ports; it and the `wire-….ts` beside it alone wire. */
export async function compose(ports: Ports, options: EngineOptions = {}): Promise<Engine> {
  const services = await createServices(ports, options);
  const log = createLog({ folder: join(ports.paths.userData, "logs"), clock: ports.clock });
  const dispatch = createDispatch({
    table: calls,
    handlers: createHandlers(services.all),
    log,
    // Two of these at once would fight over one vault. Locking is in no group: it must get through at any time.
    serial: serialCalls,
    refusalIn,
    onRefused: traceReauth(services.session),
  });
  const stopAway = ports.idle.onAway(() => {
    services.all.recoveryOpening.leave();
    void services.all.locking.lock();
  });
  return {
    dispatch,
    events: services.events,
    close: async () => {
      stopAway();
      services.stop();
      services.all.recoveryOpening.leave();
      await services.all.locking.lock();
    },
  };
}

/** The refusal inside something that a service threw. */
function refusalIn(thrown: unknown): ReturnType<typeof faultOf> | { code: "reason-required" | "name-search-stopped" } {
  if (thrown instanceof ReasonRequired) return { code: "reason-required" };
  return thrown instanceof NameSearchStopped ? { code: "name-search-stopped" } : faultOf(thrown);
}

interface Wired {
  readonly session: Session;
  readonly all: Services;
  readonly events: Events;
  stop(): void;
}

async function createServices(ports: Ports, options: EngineOptions): Promise<Wired> {
  const { clock, random, dialogs, paths, info } = ports;
  const content = await loadContent(paths.resources);
  const events = createEvents();
  const common = wireCommon(ports, options, { content, events });
  const { session, tasks } = common;
  const afterChange = (open: OpenSession, dossierId: DossierId): void => refreshDepth(open, dossierId, content);
  const search = createSearch(common, options.indexEveryMs);
  const listing = wireLists({ ...common, events, afterVerdict: afterChange }, options.workers?.list);
  const fields = createRestrictedFields({ session, clipboard: ports.clipboard });
  const exchange = createExchangeServices({ ...common, workerUrl: exchangeWorker(options), afterChange });
  const issuers = createTrustedIssuersService({ session, dialogs });
  const cases = wireCases(common, fields, afterChange);
  const ends = [tasks.cancelAll, ...listing.forgetting, exchange.forget, issuers.forget, fields.forget];
  const vaults = createVaults({ clock, random });
  const places = createVaultPlaces(paths.userData);
  const passphrases = wirePassphrases({ vaults, places, resources: paths.resources });
  const chooseKdf = async (): Promise<KdfParameters> => options.kdf ?? vaults.chooseKdf();
  const care = wireCare({ ...common, chooseKdf, places, userData: paths.userData, info, events, options });
  const doors = { ...common, vaults, places, passphrases, kdf: options.kdf };
  const onClosed = (): void => events.publish("vault.state", { state: "locked" });
  const recovery = wireRecovery({ ...doors, lock: () => vault.lock(), onClosed });
  const lateEnds = () => [ports.clipboard.clear, cases.intake.forget, recovery.services.recovery.drop];
  const vault = createVaultService({
    ...doors,
    vaults: recovery.vaults,
    onState: (state) => {
      care.follow(state);
      cases.reading.follow(state);
      cases.custody.follow(state);
      search.follow(state);
      listing.follow(state);
      // What services hold of a case besides the tables goes with the keys.
      if (state === "locked") for (const end of [...ends, ...lateEnds()]) end();
      events.publish("vault.state", { state });
    },
  });
  const { locking, timer } = wireLocking({ clock, session, events, vault });
  const all: Services = {
    info,
    content,
    preferences: createPreferencesService(paths.userData),
    settings: createSettingsService({ session }),
    practice: createPracticeService({ ...common, practice: await loadPractice(paths.resources, content) }),
    tasks,
    touch: timer.touch,
    vault,
    passphrases,
    keys: createKeyService({ session, chooseKdf }),
    people: createPeopleService({ ...common, passphrases, kdf: options.kdf, lock: () => vault.lock() }),
    locking,
    fields,
    ...cases,
    ...listing.services,
    ...exchange.services,
    search: search.service,
    identity: createIdentityService(common),
    verification: createVerificationService({ ...common, workerUrl: options.workers?.verify }),
    issuers,
    trail: createTrailService({ ...common, places, info }),
    ...care.services,
    ...recovery.services,
  };
  return { all, events, session, stop: timer.stop };
}

function wireCommon(
  ports: Ports,
  options: EngineOptions,
  { content, events }: { readonly content: Content; readonly events: Events },
): Common {
  const { clock, random, dialogs, paths } = ports;
  const { recheckAfterMs, rescreenAfterMs } = options;
  const session = createSession({ clock });
  const reader = createEvidenceReader(options.workers?.reading);
  const onRead = (dossierId: DossierId): void => events.publish("evidence.read", { dossierId });
  const texts = createTextExtraction({ session, clock, reader, afterMs: options.readAfterMs, onRead });
  const onChange = (dossierId: DossierId): void => events.publish("dossier.changed", { dossierId });
  const tasks = wireTasks(ports, events);
  return {
    session,
    clock,
    random,
    dialogs,
    paths,
    tasks,
    content,
    onChange,
    reader,
    texts,
    recheckAfterMs,
    rescreenAfterMs,
  };
}

function exchangeWorker({ workers }: EngineOptions): URL {
  return workers?.exchange ?? new URL("./exchange/exchange-worker.ts", import.meta.url);
}

function wireTasks({ clock }: Ports, events: Events): Tasks {
  return createTasks({
    monotonicMs: () => clock.monotonicMs(),
    publish: {
      progress: (payload) => events.publish("task.progress", payload),
      ended: (payload) => events.publish("task.ended", payload),
    },
  });
}

/** The one way to a locked vault, and the timer that takes it when nobody is at work. */
function wireLocking({ clock, session, events, vault }: LockingParts): { locking: LockFlow; timer: LockTimer } {
  const locking = createLockFlow({
    isOpen: () => session.current() !== undefined,
    announce: () => events.publish("vault.locking", {}),
    lock: vault.lock,
  });
  const timer = createLockTimer({ clock, limitMs: () => idleLimitMs(session), lock: () => void locking.lock() });
  return { locking, timer };
}

interface LockingParts {
  readonly clock: Ports["clock"];
  readonly session: Session;
  readonly events: Events;
  readonly vault: VaultService;
}

function idleLimitMs(session: Session): number | undefined {
  const open = session.current();
  return open === undefined ? undefined : readSettings(open).idleMinutes * 60_000;
}

type CareParts = Omit<BackupServiceParts, "onChange"> & HealthServiceParts & { events: Events; options: EngineOptions };

/** What keeps the vault from being lost: backups, restores, the check of its health. */
function wireCare({ events, options, ...parts }: CareParts): {
  readonly services: Pick<Services, "backups" | "restores" | "health">;
  follow(state: "open" | "locked"): void;
} {
  const onChange = (): void => events.publish("backup.changed", {});
  const backups = createBackupService({ ...parts, onChange });
  const health = createHealthService(parts);
  const afterUnlockMs = options.backupAfterMs === undefined ? defaultAfterUnlockMs : options.backupAfterMs;
  const timer = createBackupTimer({ ...parts, backups, afterUnlockMs, onHour: onChange });
  return {
    services: { backups, restores: createRestoreService(parts), health },
    follow: (state) => {
      if (state === "open") return timer.begin();
      timer.end();
      backups.forget();
      health.forget();
    },
  };
}
