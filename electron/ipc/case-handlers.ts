import type { dossierLists } from "../../shared/contract/calls/dossier-lists.ts";
import type { KuraHandlers } from "../../shared/contract/calls.ts";
import type { Services } from "../services/services.ts";

/** Answers to the checklist. */
export function checklistHandlers({ checklist }: Services): KuraHandlers["checklist"] {
  return {
    open: async (request) => checklist.open(request),
    record: async (request) => checklist.record(request),
    beginRun: async (request) => checklist.beginRun(request),
    history: async (request) => checklist.history(request),
  };
}

/** Scope and limits of an enquiry. */
export function scopeHandlers({ scope }: Services): KuraHandlers["scope"] {
  return {
    get: async (request) => scope.get(request),
    write: async (request) => scope.write(request),
    sign: async (request) => scope.sign(request),
  };
}

/** Search over cases. */
export function searchHandlers({ search }: Services): KuraHandlers["search"] {
  return {
    find: async (request) => search.find(request),
    book: async () => search.book(),
    keep: async (request) => search.keep(request),
    forget: async (request) => search.forget(request),
    keepRecent: async (request) => search.keepRecent(request),
  };
}

/** What was known when. */
export function historyHandlers({ history }: Services): KuraHandlers["history"] {
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

/** Who reads a case, and who declared what. */
export function accessHandlers({ access, declarations }: Services): KuraHandlers["access"] {
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

/** Evidence of a case. */
export function evidenceHandlers({ evidence }: Services): KuraHandlers["evidence"] {
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

/** Evidence on its way in, and its custody. */
export function intakeHandlers({ intake, custody }: Services): KuraHandlers["intake"] {
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

/** Cases and their heads. */
export function dossierHandlers({ dossiers, fields, ...services }: Services): KuraHandlers["dossiers"] {
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

/** Practice on invented cases. */
export function practiceHandlers({ practice }: Services): KuraHandlers["practice"] {
  return {
    list: async () => practice.list(),
    begin: async (request) => practice.begin(request),
    answer: async (request) => practice.answer(request),
    finish: async (request) => practice.finish(request),
    review: async (request) => practice.review(request),
    drop: async (request) => practice.drop(request),
  };
}

/** Second reviews. */
export function secondHandlers({ secondReviews }: Services): KuraHandlers["second"] {
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

/** Risk, gates and measures. */
export function riskHandlers({ risk }: Services): KuraHandlers["risk"] {
  return {
    assess: async (request) => risk.assess(request),
    setGate: async (request) => risk.setGate(request),
    setMeasure: async (request) => risk.setMeasure(request),
    removeMeasure: async (request) => risk.removeMeasure(request),
  };
}

/** Evidence read inside the app. */
export function readingHandlers({ reading }: Services): KuraHandlers["reading"] {
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

/** Decisions and their papers. */
export function paperHandlers({ decisions, approvals, paper }: Services): Pick<KuraHandlers, "decision" | "paper"> {
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

function listHandlers({
  caseLists,
  dueDays,
  waiting,
}: Services): Pick<KuraHandlers["dossiers"], "list" | keyof typeof dossierLists> {
  return {
    list: () => caseLists.list(),
    waiting: async () => waiting.waiting(),
    page: (request) => caseLists.page(request),
    seek: (request) => caseLists.seek(request),
    measuresDue: (request) => caseLists.measuresDue(request),
    setDueDays: async (request) => dueDays.setDueDays(request),
    exportList: (request) => caseLists.exportList(request),
    overview: (request) => caseLists.overview(request),
  };
}
