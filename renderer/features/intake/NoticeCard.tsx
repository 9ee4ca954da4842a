import { Copy } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useContent } from "../../stores/content-store.ts";
import { notify } from "../../stores/notice-store.ts";
import { useLocale, useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { SegmentedControl } from "../../ui/SegmentedControl.tsx";
import css from "./intake.module.css";

/** The purpose notice that goes to the person before anything is looked up, ready to be copied. */
export function NoticeCard(): ReactNode {
  const text = useText();
  const { privacy } = useContent();
  const [language, setLanguage] = useState(useLocale());
  const notice = privacy.notices.find((one) => one.use === "recruitment");
  if (notice === undefined) return null;
  const words = notice.text[language];
  const copy = async (): Promise<void> => {
    const copied = await copyText(words);
    notify({
      tone: copied ? "success" : "warning",
      text: text(copied ? "intake.noticeCopied" : "intake.noticeNotCopied"),
    });
  };
  return (
    <Card title={text("intake.notice")} level={2} ground="sunken" lead={text("intake.noticeLead")}>
      <SegmentedControl
        label={text("intake.noticeLanguage")}
        isLabelHidden
        segments={[
          { value: "ja", label: text("intake.japanese") },
          { value: "en", label: text("intake.english") },
        ]}
        value={language}
        onChange={setLanguage}
      />
      <p className={css["notice"]} lang={language}>
        {words}
      </p>
      <div>
        <Button size="small" icon={Copy} onPress={() => void copy()}>
          {text("intake.copy")}
        </Button>
      </div>
    </Card>
  );
}
