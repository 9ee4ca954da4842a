import { type ReactNode, useEffect, useState } from "react";
import type { Report } from "../../../shared/contract/calls/decision.ts";
import { type Dossier, isOpenForWork } from "../../../shared/domain/dossier.ts";
import type { Locale } from "../../../shared/strings/text.ts";
import { notify } from "../../stores/notice-store.ts";
import { useCaseRights } from "../../stores/rights.ts";
import { useLocale, useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { Page } from "../../ui/Page.tsx";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Countersign } from "./Countersign.tsx";
import { Disclosed } from "./Disclosed.tsx";
import { FactFields } from "./FactFields.tsx";
import { NoPaper } from "./NoPaper.tsx";
import { PaperPreview } from "./PaperPreview.tsx";
import css from "./paper.module.css";
import { SectionFields } from "./SectionFields.tsx";
import { SignCard } from "./SignCard.tsx";
import { SignDialog } from "./SignDialog.tsx";
import { SignedPapers } from "./SignedPapers.tsx";
import { signNeeds } from "./sign-needs.ts";
import { type PaperTexts, type StoredTexts, usePaperTexts } from "./use-paper-texts.ts";
import { usePreview } from "./use-preview.ts";
import { type Signing, useSigning } from "./use-signing.ts";
import { placeId } from "./WrittenField.tsx";

/** The committee paper: its texts, the pages they make, and the signature. */
export function PaperView({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  const own = useLocale();
  const [locale, setLocale] = useState<Locale>(own);
  const texts = usePaperTexts(dossier.id, locale);
  const signing = useSigning(dossier.id);
  return (
    <Page
      title={text("paperpage.title")}
      lead={text("paperpage.lead")}
      width="wide"
      actions={
        <>
          <Disclosed />
          <SegmentedControl
            label={text("paperpage.language")}
            segments={[
              { value: "ja", label: text("paperpage.language-ja") },
              { value: "en", label: text("paperpage.language-en") },
            ]}
            value={locale}
            onChange={setLocale}
          />
        </>
      }
    >
      {texts.fault !== undefined && <NoPaper fault={texts.fault} dossierId={dossier.id} />}
      {texts.stored === undefined && texts.fault === undefined && <Skeleton lines={8} />}
      {texts.stored !== undefined && (
        <Desk dossier={dossier} locale={locale} texts={texts} stored={texts.stored} signing={signing} />
      )}
    </Page>
  );
}

interface DeskProps {
  readonly dossier: Dossier;
  readonly locale: Locale;
  readonly texts: PaperTexts;
  readonly stored: StoredTexts;
  readonly signing: Signing;
}

function Desk({ dossier, locale, texts, stored, signing }: DeskProps): ReactNode {
  const text = useText();
  const preview = usePreview({ dossierId: dossier.id, locale, reads: texts.reads });
  const [wanted, goTo] = useGoTo();
  const [isSigning, setSigning] = useState(false);
  const isDecided = !isOpenForWork(dossier.state);
  const { decision, identity, reports, isRead } = signing;
  const may = useCaseRights(dossier);
  const needs = signNeeds({
    isDeclared: dossier.standing.declared,
    isDecided: isDecided && decision !== undefined,
    identity,
    sections: stored.sections,
    hasPages: preview.paper !== undefined && preview.fault === undefined,
    nowMs: Date.now(),
  });

  async function openDialog(): Promise<void> {
    await texts.keeper.commit();
    setSigning(true);
  }

  function signed({ version, locale: language }: Report): void {
    setSigning(false);
    void signing.reload();
    const words = { version, language: text(`paperpage.language-${language}`) };
    notify({ tone: "success", text: text("paperpage.signed", words) });
  }

  return (
    <>
      {isRead && may("sign-papers") && may("work-on-cases") && !(preview.paper === undefined && preview.isDrawing) && (
        <SignCard
          dossierId={dossier.id}
          needs={needs}
          isSigned={reports.some((report) => report.decisionId === decision?.id && report.locale === locale)}
          goTo={goTo}
          onSign={() => void openDialog()}
        />
      )}
      {isRead && <Countersign dossier={dossier} signing={signing} />}
      {reports.length > 0 && <SignedPapers dossierId={dossier.id} reports={reports} canExport={may("export-papers")} />}
      <div className={css["desk"]}>
        <Texts
          texts={texts}
          stored={stored}
          locale={locale}
          wanted={wanted}
          isDecided={isDecided}
          isReadOnly={!may("edit-papers")}
        />
        <PaperPreview preview={preview} stored={stored} goTo={goTo} />
      </div>
      {isSigning && decision !== undefined && identity !== undefined && preview.paper !== undefined && (
        <SignDialog
          dossier={dossier}
          decision={decision}
          identity={identity}
          locale={locale}
          pages={preview.paper.pdf.numPages}
          onClose={() => setSigning(false)}
          onSigned={signed}
        />
      )}
    </>
  );
}

const beforeFacts = ["request", "conclusion", "outline", "value"];
const afterFacts = ["coverage", "law"];

interface TextsProps extends Pick<DeskProps, "texts" | "stored" | "locale"> {
  readonly wanted: string | undefined;
  readonly isDecided: boolean;
  readonly isReadOnly: boolean;
}

function Texts({ texts, stored, locale, wanted, isDecided, isReadOnly }: TextsProps): ReactNode {
  const text = useText();
  const own = useLocale();
  return (
    <Card title={text("paperpage.texts")} lead={text("paperpage.textsLead")}>
      <div className={css["texts"]}>
        {isDecided && <p className={css["hint"]}>{text("paperpage.decidedNote")}</p>}
        {locale !== own && <p className={css["hint"]}>{text("paperpage.sharedTexts")}</p>}
        <SectionFields texts={texts} stored={stored} ids={beforeFacts} isReadOnly={isReadOnly} />
        <FactFields texts={texts} stored={stored} wanted={wanted} isReadOnly={isReadOnly} />
        <SectionFields texts={texts} stored={stored} ids={afterFacts} isReadOnly={isReadOnly} />
      </div>
    </Card>
  );
}

/** Goes to the field of a draft key: opens what hides it, then gives it the focus. */
function useGoTo(): [wanted: string | undefined, goTo: (name: string) => void] {
  const [wanted, setWanted] = useState<{ readonly name: string; readonly turn: number }>();
  useEffect(() => {
    if (wanted === undefined) return undefined;
    // The part it lies in has to open first.
    const frame = requestAnimationFrame(() => {
      const place = document.getElementById(placeId(wanted.name));
      place?.scrollIntoView({ block: "center" });
      const target = place?.querySelector("textarea") ?? place?.querySelector("button");
      target?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted]);
  return [wanted?.name, (name) => setWanted((before) => ({ name, turn: (before?.turn ?? 0) + 1 }))];
}
