import type { dossierLists } from "../../shared/contract/calls/dossier-lists.ts";
import type { KuraHandlers } from "../../shared/contract/calls.ts";
import { ok } from "../../shared/result.ts";
import type { Services } from "../services/services.ts";
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
    checklist: checklistHandlers(services),
    scope: scopeHandlers(services),
    ...templateHandlers(services),
    evidence: evidenceHandlers(services),
    intake: intakeHandlers(services),
    history: historyHandlers(services),
    screening: screeningHandlers(services),
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

function checklistHandlers({ checklist }: Services): KuraHandlers["checklist"] {
  return {
    open: async (request) => checklist.open(request),
    record: async (request) => checklist.record(request),
    beginRun: async (request) => checklist.beginRun(request),
    history: async (request) => checklist.history(request),
  };
}

function scopeHandlers({ scope }: Services): KuraHandlers["scope"] {
  return {
    get: async (request) => scope.get(request),
    write: async (request) => scope.write(request),
    sign: async (request) => scope.sign(request),
  };
}

function searchHandlers({ search }: Services): KuraHandlers["search"] {
  return {
    find: async (request) => search.find(request),
    book: async () => search.book(),
    keep: async (request) => search.keep(request),
    forget: async (request) => search.forget(request),
    keepRecent: async (request) => search.keepRecent(request),
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

function historyHandlers({ history }: Services): KuraHandlers["history"] {
  return {
    moments: async (request) => history.moments(request),
    known: async (request) => history.known(request),
    compare: async (request) => history.compare(request),
    field: async (request) => history.field(request),
    makePoint: async (request) => history.makePoint(request),
    restore: async (request) => history.restore(request),
    restoreState: async (request) => history.restoreState(request),
    giveReason: async (request) => history.giveReason(request),
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

function accessHandlers({ access, declarations }: Services): KuraHandlers["access"] {
  return {
    declarations: async (request) => declarations.declarations(request),
    declare: async (request) => declarations.declare(request),
    readers: async (request) => access.readers(request),
    restrict: (request) => access.restrict(request),
    open: (request) => access.open(request),
    grant: (request) => access.grant(request),
    withdraw: (request) => access.withdraw(request),
  };
}

function evidenceHandlers({ evidence }: Services): KuraHandlers["evidence"] {
  return {
    list: async (request) => evidence.list(request),
    attach: (request) => evidence.attach(request),
    change: async (request) => evidence.change(request),
    link: async (request) => evidence.link(request),
    check: (request) => evidence.check(request),
    saveCopy: (request) => evidence.saveCopy(request),
    remove: (request) => evidence.remove(request),
  };
}

function intakeHandlers({ intake, custody }: Services): KuraHandlers["intake"] {
  return {
    choose: (request) => intake.choose(request),
    folder: (request) => intake.folder(request),
    begin: async (request) => intake.begin(request),
    append: (request) => intake.append(request),
    finish: (request) => intake.finish(request),
    abort: (request) => intake.abort(request),
    settle: (request) => intake.settle(request),
    custody: async (request) => custody.custody(request),
    setStanding: async (request) => custody.setStanding(request),
    periods: async () => custody.periods(),
    setPeriods: async (request) => custody.setPeriods(request),
    applyPeriods: async (request) => custody.applyPeriods(request),
    saveTable: (request) => custody.saveTable(request),
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

function listHandlers({
  caseLists,
  dueDays,
  waiting,
}: Services): Pick<KuraHandlers["dossiers"], "list" | keyof typeof dossierLists> {
  return {
    list: async () => caseLists.list(),
    waiting: async () => waiting.waiting(),
    page: async (request) => caseLists.page(request),
    seek: async (request) => caseLists.seek(request),
    measuresDue: async (request) => caseLists.measuresDue(request),
    setDueDays: async (request) => dueDays.setDueDays(request),
    exportList: (request) => caseLists.exportList(request),
    overview: async (request) => caseLists.overview(request),
  };
}

function dossierHandlers({ dossiers, fields, ...services }: Services): KuraHandlers["dossiers"] {
  return {
    ...listHandlers({ dossiers, fields, ...services }),
    create: async (request) => dossiers.create(request),
    get: async (request) => dossiers.get(request),
    update: async (request) => dossiers.update(request),
    setIntake: async (request) => dossiers.setIntake(request),
    setTriage: async (request) => dossiers.setTriage(request),
    addSubject: async (request) => dossiers.addSubject(request),
    changeSubject: async (request) => dossiers.changeSubject(request),
    removeSubject: (request) => dossiers.removeSubject(request),
    reveal: (request) => fields.reveal(request),
    copyField: (request) => fields.copy(request),
    move: async (request) => dossiers.move(request),
  };
}

function secondHandlers({ secondReviews }: Services): KuraHandlers["second"] {
  return {
    list: async (request) => secondReviews.list(request),
    ask: async (request) => secondReviews.ask(request),
    withdraw: async (request) => secondReviews.withdraw(request),
    open: async (request) => secondReviews.open(request),
    record: async (request) => secondReviews.record(request),
    handIn: async (request) => secondReviews.handIn(request),
    compare: async (request) => secondReviews.compare(request),
    settle: async (request) => secondReviews.settle(request),
  };
}

function riskHandlers({ risk }: Services): KuraHandlers["risk"] {
  return {
    assess: async (request) => risk.assess(request),
    setGate: async (request) => risk.setGate(request),
    setMeasure: async (request) => risk.setMeasure(request),
    removeMeasure: async (request) => risk.removeMeasure(request),
  };
}

function readingHandlers({ reading }: Services): KuraHandlers["reading"] {
  return {
    open: (request) => reading.open(request),
    chunk: (request) => reading.chunk(request),
    close: async (request) => reading.close(request),
    marks: async (request) => reading.marks(request),
    mark: async (request) => reading.mark(request),
    changeMark: async (request) => reading.changeMark(request),
    removeMark: async (request) => reading.removeMark(request),
    cite: async (request) => reading.cite(request),
    texts: async (request) => reading.texts(request),
    retryText: async (request) => reading.retryText(request),
  };
}

function screeningHandlers({ lists, screening }: Services): KuraHandlers["screening"] {
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
    judge: async (request) => screening.judge(request),
  };
}

function paperHandlers({ decisions, approvals, paper }: Services): Pick<KuraHandlers, "decision" | "paper"> {
  return {
    decision: {
      list: async (request) => decisions.list(request),
      draft: async (request) => decisions.draft(request),
      keepDraft: async (request) => decisions.keepDraft(request),
      record: async (request) => decisions.record(request),
      answer: (request) => approvals.answer(request),
      recordCommittee: (request) => approvals.recordCommittee(request),
    },
    paper: {
      sections: async (request) => paper.sections(request),
      setSections: async (request) => paper.setSections(request),
      preview: (request) => paper.preview(request),
      sign: (request) => paper.sign(request),
      countersign: (request) => paper.countersign(request),
      reports: async (request) => paper.reports(request),
      saveCopy: (request) => paper.saveCopy(request),
    },
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
