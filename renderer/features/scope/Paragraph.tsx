import { type ReactNode, useState } from "react";
import type { ScopeView as Scope } from "../../../shared/contract/calls/scope.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { ScopeText } from "../../../shared/domain/scope.ts";
import type { Result } from "../../../shared/result.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { useMayWork } from "../../stores/rights.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { useDateStyle } from "../../ui/calendar-style.ts";
import { formatInstant } from "../../ui/date-format.ts";
import { TextArea } from "../../ui/TextArea.tsx";
import css from "./scope.module.css";

interface ParagraphProps {
  readonly dossier: Dossier;
  readonly view: Scope;
  readonly reload: () => Promise<void>;
}

/** The paragraph in both languages: drawn from the record, changed by hand where somebody likes, and signed off by name. */
export function Paragraph({ dossier, view, reload }: ParagraphProps): ReactNode {
  const text = useText();
  const isReadOnly = !useMayWork(dossier);
  const [typed, setTyped] = useState<ScopeText>();
  const [fault, setFault] = useState<Fault>();
  const shown = typed ?? view.written ?? view.drawn;
  const isFit = ScopeText.safeParse(shown).success;
  const after = async (
    done: Result<unknown, Fault>,
    words: "scope.savedNotice" | "scope.signedNotice",
  ): Promise<void> => {
    setFault(done.ok ? undefined : done.error);
    if (done.ok) notify({ tone: "success", text: text(words) });
    await reload();
  };
  const write = async (written: ScopeText | null): Promise<void> => {
    const base = { dossierId: dossier.id, baseRevision: view.revision };
    const done = await host.scope.write({ ...base, written });
    if (done.ok) setTyped(undefined);
    await after(done, "scope.savedNotice");
  };
  const sign = async (): Promise<void> => {
    const { recordSha256, revision } = view;
    await after(
      await host.scope.sign({ dossierId: dossier.id, baseRevision: revision, recordSha256 }),
      "scope.signedNotice",
    );
  };
  return (
    <section className={css["part"]} aria-labelledby="scope-paragraph">
      <h2 className={css["title"]} id="scope-paragraph">
        {text("scope.paragraph")}
      </h2>
      <p className={css["lead"]}>{text("scope.paragraphLead")}</p>
      <Signed view={view} />
      <div className={css["start"]}>
        <Badge>{text(view.written === null ? "scope.drawn" : "scope.edited")}</Badge>
      </div>
      {(["ja", "en"] as const).map((locale) => (
        <TextArea
          key={locale}
          label={text(locale === "ja" ? "scope.textJa" : "scope.textEn")}
          rows={6}
          value={shown[locale]}
          onChange={(value) => setTyped({ ...shown, [locale]: value })}
          isReadOnly={isReadOnly}
          error={ScopeText.shape[locale].safeParse(shown[locale]).success ? undefined : text("scope.tooLong")}
        />
      ))}
      {fault !== undefined && (
        <Banner
          tone="error"
          title={fault.code === "stale-revision" ? text("scope.changedMeanwhile") : faultText(text, fault)}
          isLive
        />
      )}
      {!isReadOnly && (
        <div className={css["actions"]}>
          <Button isDisabled={typed === undefined || !isFit} onPress={() => void write(typed ?? null)}>
            {text("scope.save")}
          </Button>
          <Button tone="quiet" isDisabled={view.written === null} onPress={() => void write(null)}>
            {text("scope.backToDrawn")}
          </Button>
          <Button
            tone="primary"
            isDisabled={typed !== undefined || view.signed?.current === true}
            onPress={() => void sign()}
          >
            {text("scope.sign")}
          </Button>
        </div>
      )}
    </section>
  );
}

function Signed({ view }: { readonly view: Scope }): ReactNode {
  const text = useText();
  const style = useDateStyle();
  const { signed } = view;
  if (signed === null) return <p>{text("scope.unsigned")}</p>;
  const at = formatInstant(signed.at, style);
  return (
    <Banner
      tone={signed.current ? "success" : "warning"}
      title={text(signed.current ? "scope.signed" : "scope.reopened", { name: signed.by, at })}
    />
  );
}
