import {
  DoorClosed,
  FileQuestion,
  FileStack,
  Glasses,
  History,
  Hourglass,
  LockKeyhole,
  Telescope,
  Waypoints,
} from "lucide-react";
import type { ReactNode } from "react";
import { type Dossier, isOpenForWork } from "../../shared/domain/dossier.ts";
import type { DossierId } from "../../shared/domain/ids.ts";
import { displayName, readingOf } from "../../shared/domain/party.ts";
import { TiesStep } from "../parts/ties/TiesStep.tsx";
import { useContent } from "../stores/content-store.ts";
import { useDossier } from "../stores/dossier-store.ts";
import { useRights } from "../stores/rights.ts";
import { type DossierPage, navigate, type SpinePage, spinePages } from "../stores/route-store.ts";
import { faultText, usePick, useText } from "../stores/text.ts";
import { Badge } from "../ui/Badge.tsx";
import { Banner } from "../ui/Banner.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { NameText } from "../ui/NameText.tsx";
import { Stepper } from "../ui/Stepper.tsx";
import css from "./DossierFrame.module.css";

interface DossierFrameProps {
  readonly dossierId: DossierId;
  readonly page: DossierPage;
  readonly children: (dossier: Dossier) => ReactNode;
}

/** What stays above every page of one dossier: what it is, where it stands, and the spine. */
export function DossierFrame({ dossierId, page, children }: DossierFrameProps): ReactNode {
  const text = useText();
  const { dossier, fault } = useDossier(dossierId);
  if (fault?.code === "conflict-declared") return <ClosedCase />;
  if (fault !== undefined) return <Banner tone="error" title={faultText(text, fault)} />;
  if (dossier === undefined) return null;
  return (
    <div className={css["dossier"]}>
      <header className={css["head"]}>
        <Heading dossier={dossier} />
        <div className={css["beside"]}>
          {!dossier.standing.readsBlind && dossier.kind !== "self-check" && (
            <Beside dossier={dossier} page={page} target="subjects" icon={Waypoints} />
          )}
          <Beside dossier={dossier} page={page} target="second" icon={Glasses} />
          {!dossier.standing.readsBlind && <Beside dossier={dossier} page={page} target="scope" icon={Telescope} />}
          <Beside dossier={dossier} page={page} target="evidence" icon={FileStack} />
          {!dossier.standing.readsBlind && (
            <>
              <Beside dossier={dossier} page={page} target="questionnaire" icon={FileQuestion} />
              <Beside dossier={dossier} page={page} target="history" icon={History} />
              <Beside dossier={dossier} page={page} target="past" icon={Hourglass} />
            </>
          )}
        </div>
        {!dossier.standing.readsBlind && <Spine dossier={dossier} page={page} />}
      </header>
      <Standing dossier={dossier} />
      <BlindWay dossier={dossier} page={page} />
      {(!dossier.standing.readsBlind || blindPages.includes(page)) && children(dossier)}
    </div>
  );
}

/** Pages that show nothing of what other people answered. */
const blindPages: readonly DossierPage[] = ["second", "evidence", "reading"];

/** Whoever reads the case blind is led to their own page from any other. */
function BlindWay({ dossier, page }: { dossier: Dossier; page: DossierPage }): ReactNode {
  const text = useText();
  if (!dossier.standing.readsBlind || blindPages.includes(page)) return null;
  return (
    <EmptyState
      icon={Glasses}
      title={text("dossier.blindTitle")}
      action={
        <Button tone="primary" onPress={() => navigate({ view: "dossier", dossierId: dossier.id, page: "second" })}>
          {text("dossier.blindGo")}
        </Button>
      }
    >
      {text("error.reading-blind")}
    </EmptyState>
  );
}

/** A declared conflict closes the case; nothing of it is told, and nothing is held against the person. */
function ClosedCase(): ReactNode {
  const text = useText();
  return (
    <EmptyState
      icon={DoorClosed}
      title={text("ties.closedTitle")}
      action={<Button onPress={() => navigate({ view: "dossiers" })}>{text("ties.toCases")}</Button>}
    >
      {text("ties.closed")}
    </EmptyState>
  );
}

/** What follows for this person from who they are: read only, or a declaration still to be made. */
function Standing({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const { may } = useRights();
  const isReader = !may("work-on-cases");
  return (
    <div className={css["standing"]}>
      {dossier.standing.ownUnit && (
        <Banner title={text("dossier.ownUnit", { unit: dossier.hostUnit })}>{text("dossier.ownUnitMeans")}</Banner>
      )}
      {isReader && <p className={css["reader"]}>{text("dossier.reader")}</p>}
      <TiesStep dossier={dossier} />
    </div>
  );
}

function Heading({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const principal = dossier.subjects[0];
  const depth = vocabulary.depths.find((entry) => entry.id === dossier.depth);
  return (
    <div className={css["heading"]}>
      <p className={css["above"]}>
        <span>{dossier.number}</span>
        <span>{text(`dossier.kind-${dossier.kind}`)}</span>
        <Badge>{text(`dossier.state-${dossier.state}`)}</Badge>
        {depth !== undefined && <Badge>{pick(depth.name)}</Badge>}
        {dossier.restricted && <Badge icon={LockKeyhole}>{text("access.mark")}</Badge>}
      </p>
      <p className={css["title"]}>
        <span className={css["words"]}>{dossier.title}</span>
        {principal !== undefined && <NameText name={displayName(principal)} reading={readingOf(principal)} isClamped />}
      </p>
    </div>
  );
}

interface BesideProps {
  readonly dossier: Dossier;
  readonly page: DossierPage;
  readonly target: Exclude<DossierPage, SpinePage | "reading">;
  readonly icon: typeof History;
}

function Beside({ dossier, page, target, icon }: BesideProps): ReactNode {
  const text = useText();
  return (
    <Button
      tone={(page === "reading" ? "evidence" : page) === target ? "secondary" : "quiet"}
      size="small"
      icon={icon}
      onPress={() => navigate({ view: "dossier", dossierId: dossier.id, page: target })}
    >
      {text(`frame.${target}`)}
    </Button>
  );
}

/** Pages a self-check has no use for: it has no subject to screen and no risk to score. */
const scoredOnly: readonly SpinePage[] = ["triage", "screening", "enquiry", "measures", "paper", "decision"];

function Spine({ dossier, page }: { dossier: Dossier; page: DossierPage }): ReactNode {
  const text = useText();
  const shown = spinePages.filter((step) => dossier.kind !== "self-check" || !scoredOnly.includes(step));
  return (
    <Stepper
      label={text("frame.spine")}
      steps={shown.map((step) => ({
        id: step,
        label: text(`frame.${step}`),
        state: stateOf(step, dossier),
        count: countOf(step, dossier),
      }))}
      current={shown.find((step) => step === page)}
      onSelect={(step) => navigate({ view: "dossier", dossierId: dossier.id, page: step })}
    />
  );
}

/** How far a step has come, as far as the dossier's head tells. */
function stateOf(step: SpinePage, dossier: Dossier): "done" | "waiting" | "not-yet" {
  const { progress } = dossier;
  if (dossier.state === "proposed" && (step === "decision" || step === "review" || step === "paper"))
    return step === "decision" ? "waiting" : step === "paper" && progress.signed ? "done" : "not-yet";
  const isDecided = dossier.decisions > 0 && !isOpenForWork(dossier.state);
  if (step === "review") return dossier.state === "closed" ? "done" : isDecided ? "waiting" : "not-yet";
  if (step === "paper") return progress.signed ? "done" : isDecided ? "waiting" : "not-yet";
  if (isDecided) return "done";
  switch (step) {
    case "intake":
      return dossier.subjects.length > 0 || dossier.kind === "self-check" ? "done" : "waiting";
    case "triage":
      return dossier.triage.techTier !== null && dossier.triage.access !== null ? "done" : "waiting";
    case "screening":
      if (!progress.screened) return "not-yet";
      return progress.undecided === 0 ? "done" : "waiting";
    case "checklist":
      if (progress.answered === 0) return "not-yet";
      return progress.answered >= progress.required ? "done" : "waiting";
    case "measures":
      return progress.measures > 0 ? "done" : "not-yet";
    default:
      return "not-yet";
  }
}

/** The number beside a step, where one helps. */
function countOf(step: SpinePage, { progress }: Dossier): string | undefined {
  if (step === "checklist") return `${progress.answered}/${progress.required}`;
  if (step === "screening" && progress.undecided > 0)
    return `${progress.candidates - progress.undecided}/${progress.candidates}`;
  if (step === "measures" && progress.measures > 0) return String(progress.measures);
  return undefined;
}
