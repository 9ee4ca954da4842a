import type { KuraHandlers } from "../../shared/contract/calls.ts";
import { ok } from "../../shared/result.ts";
import type { Services } from "../services/services.ts";
import {
  accessHandlers,
  checklistHandlers,
  dossierHandlers,
  evidenceHandlers,
  historyHandlers,
  intakeHandlers,
  paperHandlers,
  practiceHandlers,
  readingHandlers,
  riskHandlers,
  scopeHandlers,
  searchHandlers,
  secondHandlers,
} from "./case-handlers.ts";
import { templateHandlers } from "./template-handlers.ts";

/** One line per call: contract -> service. */
export function createHandlers(services: Services): KuraHandlers {
  return {
    app: appHandlers(services),
    content: { get: async () => ok(services.content) },
    vault: {
      status: async () => ok(await services.vault.status()),
      create: (request) => services.vault.create(request),
      find: () => services.vault.find(),
      unlock: (request) => services.vault.unlock(request),
      lock: async () => {
        await services.locking.lock();
        return ok({});
      },
      ratePassphrase: async (request) => ok(await services.passphrases.rate(request)),
      makeKeyFile: () => services.vault.makeKeyFile(),
      changePassphrase: (request) => services.vault.changePassphrase(request),
    },
    keys: {
      own: () => services.keys.own(),
      strengthen: (request) => services.keys.strengthen(request),
      rotate: (request) => services.keys.rotate(request),
    },
    people: {
      list: async () => services.people.list(),
      add: (request) => services.people.add(request),
      giveKey: (request) => services.people.giveKey(request),
      change: (request) => services.people.change(request),
      revoke: (request) => services.people.revoke(request),
    },
    windows: windowHandlers(services),
    access: accessHandlers(services),
    dossiers: dossierHandlers(services),
    ...ownHandlers(services),
    second: secondHandlers(services),
    practice: practiceHandlers(services),
    checklist: checklistHandlers(services),
    scope: scopeHandlers(services),
    ...templateHandlers(services),
    evidence: evidenceHandlers(services),
    intake: intakeHandlers(services),
    history: historyHandlers(services),
    profile: profileHandlers(services),
    screening: screeningHandlers(services),
    lists: listHandlers(services),
    scorecard: scorecardHandlers(services),
    search: searchHandlers(services),
    reading: readingHandlers(services),
    risk: riskHandlers(services),
    ...paperHandlers(services),
    identity: identityHandlers(services),
    verification: verificationHandlers(services),
    ...careHandlers(services),
    recovery: recoveryHandlers(services),
    trail: {
      list: async (request) => services.trail.list(request),
      overview: async () => services.trail.overview(),
      check: async (request) => services.trail.check(request),
      export: (request) => services.trail.export(request),
    },
  };
}

function identityHandlers({ identity }: Services): KuraHandlers["identity"] {
  return {
    current: async () => identity.current(),
    create: (request) => identity.create(request),
    importPkcs12: (request) => identity.importPkcs12(request),
    saveCertificate: () => identity.saveCertificate(),
  };
}

function profileHandlers({ profile, sightings, profileImport }: Services): KuraHandlers["profile"] {
  return {
    open: async (request) => profile.open(request),
    putEntry: async (request) => profile.putEntry(request),
    removeEntry: async (request) => profile.removeEntry(request),
    putLink: async (request) => profile.putLink(request),
    removeLink: async (request) => profile.removeLink(request),
    sightings: async (request) => sightings.sightings(request),
    findOthers: async (request) => sightings.findOthers(request),
    judge: async (request) => sightings.judge(request),
    forgetJudgement: async (request) => sightings.forgetJudgement(request),
    beginImport: (request) => profileImport.begin(request),
    remapImport: async (request) => profileImport.remap(request),
    finishImport: async (request) => profileImport.finish(request),
    undoImport: async (request) => profileImport.undo(request),
    dropImport: async (request) => profileImport.drop(request),
  };
}

function verificationHandlers({ verification, issuers }: Services): KuraHandlers["verification"] {
  return {
    verify: () => verification.verify(),
    issuers: async () => issuers.issuers(),
    readIssuer: () => issuers.readIssuer(),
    trustIssuer: (request) => issuers.trustIssuer(request),
    forgetIssuer: async (request) => issuers.forgetIssuer(request),
  };
}

function careHandlers({ backups, restores, health }: Services): Pick<KuraHandlers, "backup" | "health"> {
  return {
    backup: {
      status: () => backups.status(),
      make: (request) => backups.make(request),
      chooseFolder: (request) => backups.chooseFolder(request),
      forgetFolder: () => backups.forgetFolder(),
      openRestore: () => restores.openRestore(),
      restore: (request) => restores.restore(request),
    },
    health: {
      check: (request) => health.check(request),
      saveReport: (request) => health.saveReport(request),
    },
  };
}

function appHandlers({ info, preferences, settings, tasks, touch }: Services): KuraHandlers["app"] {
  return {
    start: async () => ok({ version: info.version, host: info.host, preferences: preferences.read() }),
    setPreferences: async (request) => {
      preferences.write(request);
      return ok({});
    },
    cancelTask: async ({ taskId }) => {
      tasks.cancel(taskId);
      return ok({});
    },
    touch: async () => {
      touch();
      return ok({});
    },
    settings: async () => settings.read(),
    setSettings: async (request) => settings.write(request),
  };
}

/** What each person keeps for themselves. */
function ownHandlers({ drafts, tableViews }: Services): Pick<KuraHandlers, "drafts" | "tables"> {
  return {
    drafts: {
      keep: async (request) => drafts.keep(request),
      read: async (request) => drafts.read(request),
      drop: async (request) => drafts.drop(request),
    },
    tables: {
      view: async (request) => tableViews.view(request),
      keepView: async (request) => tableViews.keepView(request),
    },
  };
}

function windowHandlers({ locking }: Services): KuraHandlers["windows"] {
  return {
    join: async ({ windowId }) => {
      locking.join(windowId);
      return ok({});
    },
    handedIn: async ({ windowId }) => {
      locking.handedIn(windowId);
      return ok({});
    },
    // The host alone acts on it: it shows again what it hid.
    blank: async () => ok({}),
  };
}

function screeningHandlers({ lists, screening, judging, pastRuns, rescreening }: Services): KuraHandlers["screening"] {
  return {
    editions: async () => lists.editions(),
    beginImport: () => lists.beginImport(),
    tryImport: (request) => lists.tryImport(request),
    finishImport: (request) => lists.finishImport(request),
    dropImport: async (request) => {
      lists.dropImport(request);
      return ok({});
    },
    run: (request) => screening.run(request),
    result: async (request) => screening.result(request),
    judge: async (request) => judging.judge(request),
    judgeTogether: async (request) => judging.judgeTogether(request),
    confirm: async (request) => judging.confirm(request),
    offers: async (request) => judging.offers(request),
    undoVerdicts: async (request) => judging.undo(request),
    notices: async (request) => rescreening.notices(request),
    seeNotice: async (request) => rescreening.seeNotice(request),
    rescreening: async () => rescreening.state(),
    holdRescreening: async (request) => rescreening.hold(request),
    pastRuns: async (request) => pastRuns.list(request),
    pastRun: async (request) => pastRuns.read(request),
    replay: (request) => pastRuns.replay(request),
  };
}

function listHandlers({ lists, listReading, differenceCsv, listProfiles, packs }: Services): KuraHandlers["lists"] {
  return {
    entries: (request) => listReading.entries(request),
    entry: async (request) => listReading.entry(request),
    compare: (request) => listReading.compare(request),
    difference: (request) => listReading.difference(request),
    saveDifference: (request) => differenceCsv.save(request),
    profiles: async (request) => listProfiles.profiles(request),
    keepProfile: async (request) => listProfiles.keep(request),
    dropProfile: async (request) => listProfiles.drop(request),
    writePack: (request) => packs.write(request),
    openPack: () => packs.open(),
    acceptSigner: (request) => packs.accept(request),
    signers: async () => packs.signers(),
    forgetSigner: async (request) => packs.forgetSigner(request),
    tryPacked: (request) => packs.tryEdition(request),
    makeCurrent: async (request) => lists.makeCurrent(request),
    setAside: async (request) => lists.setAside(request),
  };
}

function recoveryHandlers({ recovery, recoveryOpening }: Services): KuraHandlers["recovery"] {
  return {
    status: async () => recovery.status(),
    draw: (request) => recovery.draw(request),
    confirmSheet: async (request) => recovery.confirmSheet(request),
    enforce: (request) => recovery.enforce(request),
    drop: async () => {
      recovery.drop();
      return ok({});
    },
    readShare: async ({ text }) => recovery.readShare(text),
    rehearse: ({ shares }) => recovery.rehearse(shares),
    open: (request) => recoveryOpening.open(request),
    restore: (request) => recoveryOpening.restore(request),
    leave: async () => {
      recoveryOpening.leave();
      return ok({});
    },
  };
}

function scorecardHandlers({ scorecard }: Services): KuraHandlers["scorecard"] {
  return {
    read: () => scorecard.read(),
    run: (request) => scorecard.run(request),
    wrong: (request) => scorecard.wrong(request),
    export: (request) => scorecard.export(request),
  };
}
