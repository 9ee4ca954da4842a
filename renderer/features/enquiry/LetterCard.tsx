import { Copy } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useStore } from "zustand";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { displayName, type Subject } from "../../../shared/domain/party.ts";
import { createText, type Locale } from "../../../shared/strings/text.ts";
import { useContent } from "../../stores/content-store.ts";
import { notify } from "../../stores/notice-store.ts";
import { sessionStore } from "../../stores/session-store.ts";
import { useLocale, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { useDateStyle } from "../../ui/calendar-style.ts";
import { copyText } from "../../ui/copy-text.ts";
import { DateField } from "../../ui/DateField.tsx";
import { formatDate } from "../../ui/date-format.ts";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./enquiry.module.css";
import { chooseForLetter, type LetterChoices } from "./enquiry-store.ts";
import { composeLetter, dayAfter, today } from "./letter.ts";
import type { OpenPoint } from "./open-points.ts";

interface LetterCardProps {
  readonly dossier: Dossier;
  readonly letter: LetterChoices;
  readonly points: readonly OpenPoint[];
}

/** The letter with the chosen points, ready to be copied. */
export function LetterCard({ dossier, letter, points }: LetterCardProps): ReactNode {
  const text = useText();
  const { scoring } = useContent();
  const principal = dossier.subjects[0];
  const locale = useLocale();
  const language = letter.language ?? locale;
  const letterDay = letter.letterDay ?? today(Date.now());
  const replyDay = letter.replyDay ?? dayAfter(letterDay, scoring.thinRecord.replyDays);
  const addressee = letter.addressee ?? addresseeOf(principal, language);
  const words = useLetter({ dossier, points, language, letterDay, replyDay, addressee });
  const copy = async (): Promise<void> => {
    const copied = await copyText(words);
    notify({ tone: copied ? "success" : "warning", text: text(copied ? "enquiry.copied" : "enquiry.notCopied") });
  };
  return (
    <Card
      title={text(dossier.kind === "person" ? "enquiry.letterPerson" : "enquiry.letterPartner")}
      lead={text("enquiry.letterLead")}
      footer={
        <Button icon={Copy} tone="primary" onPress={() => void copy()}>
          {text("enquiry.copy")}
        </Button>
      }
    >
      <SegmentedControl
        label={text("enquiry.language")}
        segments={[
          { value: "ja", label: text("enquiry.japanese") },
          { value: "en", label: text("enquiry.english") },
        ]}
        value={language}
        onChange={(chosen) => chooseForLetter({ language: chosen, addressee: undefined })}
      />
      <TextField
        label={text("enquiry.addressee")}
        isName
        value={addressee}
        onChange={(typed) => chooseForLetter({ addressee: typed })}
      />
      <div className={css["days"]}>
        <DateField
          label={text("enquiry.letterDay")}
          value={letterDay}
          onChange={(day) => chooseForLetter({ letterDay: day })}
        />
        <DateField
          label={text("enquiry.replyDay", { days: scoring.thinRecord.replyDays })}
          value={replyDay}
          onChange={(day) => chooseForLetter({ replyDay: day })}
          min={letterDay}
        />
      </div>
      {points.length === 0 && <Banner title={text("enquiry.letterEmpty")} />}
      <pre className={css["letter"]} lang={language}>
        {words}
      </pre>
    </Card>
  );
}

interface UseLetterParts {
  readonly dossier: Dossier;
  readonly points: readonly OpenPoint[];
  readonly language: Locale;
  readonly letterDay: string;
  readonly replyDay: string;
  readonly addressee: string;
}

function useLetter({ dossier, points, language, letterDay, replyDay, addressee }: UseLetterParts): string {
  const { privacy } = useContent();
  const style = useDateStyle();
  const status = useStore(sessionStore, (state) => state.status);
  const text = useMemo(() => createText(language), [language]);
  const isToPerson = dossier.kind === "person";
  const notice = privacy.notices.find((one) => one.use === (isToPerson ? "query_to_person" : "query_to_partner"));
  const written = (day: string): string => formatDate(day, { ...style, locale: language, hasWeekday: false });
  return composeLetter({
    language,
    text,
    isToPerson,
    addressee,
    office: status?.officeName ?? "",
    person: status?.personName ?? "",
    letterDate: written(letterDay),
    replyDate: written(replyDay),
    notice: notice?.text[language] ?? "",
    questions: points.map((point) =>
      point.item === undefined ? text("enquiry.mismatchQuestion") : point.item.question[language],
    ),
  });
}

/** The name for the letter: in Latin letters for an English one, where such a form is recorded. */
function addresseeOf(principal: Subject | undefined, language: Locale): string {
  if (principal === undefined) return "";
  const latin = principal.names.find((name) => name.kind === "latin")?.text;
  return language === "en" && latin !== undefined ? latin : displayName(principal);
}
