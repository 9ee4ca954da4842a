import { type ReactNode, useEffect, useMemo, useState } from "react";
import { createText } from "../../shared/strings/text.ts";
import { preferenceStore } from "../stores/preferences.ts";
import { Button } from "../ui/Button.tsx";
import { Page } from "../ui/Page.tsx";
import { UiRoot } from "../ui/UiRoot.tsx";
import { CommandsSection } from "./CommandsSection.tsx";
import { ContentSection } from "./ContentSection.tsx";
import { ControlsSection } from "./ControlsSection.tsx";
import { MessageSection, TableSection } from "./DataSection.tsx";
import { FieldsSection } from "./FieldsSection.tsx";
import { ManySection } from "./ManySection.tsx";
import { OverlaySection } from "./OverlaySection.tsx";
import { PickersSection } from "./PickersSection.tsx";
import { RiskSection } from "./RiskSection.tsx";
import type { Locale, Say } from "./samples.ts";

/** Every widget in every state. The address chooses `locale`, `theme`, `density` and `scale`, and with `rows` a table of so many. */
export function Gallery({ address }: { address: URLSearchParams }): ReactNode {
  const [locale, setLocale] = useState<Locale>(address.get("locale") === "en" ? "en" : "ja");
  const [theme, setTheme] = useState(address.get("theme") ?? "system");
  const text = useMemo(() => createText(locale), [locale]);
  const say: Say = (ja, en) => (locale === "ja" ? ja : en);
  useEffect(() => {
    const { dataset } = document.documentElement;
    preferenceStore.setState({ locale });
    document.documentElement.lang = locale;
    dataset["theme"] = theme;
    dataset["density"] = address.get("density") ?? "comfortable";
    dataset["textScale"] = address.get("scale") ?? "100";
  }, [locale, theme, address]);
  return (
    <UiRoot locale={locale} text={(word, args) => text(`ui.${word}`, args)}>
      <main>
        <Page
          above={say("案件 R8-0042", "Case R8-0042")}
          title={say("部品の見本", "Specimens")}
          lead={say("すべての部品を、すべての状態で並べています。", "Every widget in every state.")}
          actions={
            <>
              <Button onPress={() => setLocale(locale === "ja" ? "en" : "ja")}>{say("English", "日本語")}</Button>
              <Button onPress={() => setTheme(theme === "dark" ? "light" : "dark")}>{say("明暗", "Light/dark")}</Button>
            </>
          }
        >
          <ControlsSection say={say} />
          <RiskSection say={say} />
          <FieldsSection say={say} />
          <PickersSection say={say} />
          <MessageSection say={say} />
          <TableSection say={say} />
          <ContentSection say={say} />
          <OverlaySection say={say} />
          <CommandsSection say={say} />
          {address.has("rows") && <ManySection say={say} count={Number(address.get("rows"))} />}
        </Page>
      </main>
    </UiRoot>
  );
}
