import { type ReactNode, useEffect, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Template } from "../../../shared/domain/content/template.ts";
import type { Sha256 } from "../../../shared/domain/ids.ts";
import { host } from "../../host.ts";
import { useContent } from "../../stores/content-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import css from "./templates.module.css";

/** The text of one version, or the refusal to read it. */
export function useVersion(hash: Sha256): { template: Template | undefined; fault: Fault | undefined } {
  const [read, setRead] = useState<{ template?: Template; fault?: Fault }>({});
  useEffect(() => {
    void host.templates.read({ hash }).then((done) => setRead(done.ok ? done.value : { fault: done.error }));
  }, [hash]);
  return { template: read.template, fault: read.fault };
}

/** A version as a reviewer sees it, item by item. */
export function PreviewView({ hash, onBack }: { hash: Sha256; onBack: () => void }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const { template, fault } = useVersion(hash);
  const depthName = (id: string): string =>
    pick(vocabulary.depths.find((one) => one.id === id)?.name ?? { ja: id, en: id });
  return (
    <Page
      title={template === undefined ? text("templates.title") : pick(template.title)}
      above={template?.contentVersion}
      lead={template === undefined ? undefined : pick(template.scopeNote)}
      width="wide"
      actions={<Button onPress={onBack}>{text("templates.back")}</Button>}
    >
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} />}
      {template === undefined && fault === undefined && <Skeleton lines={8} />}
      {template?.sections.map((section) => (
        <Card key={section.id} title={`${section.id} ${pick(section.title)}`}>
          {section.items.map((item) => (
            <article key={item.id} className={css["preview"]}>
              <strong>
                {item.id} {pick(item.question)}
              </strong>
              <span className={css["facts"]}>
                <Badge>{text("templates.required", { depth: depthName(item.requiredFrom) })}</Badge>
                {item.key && <Badge tone="accent">{text("templates.key")}</Badge>}
                {item.externalRef.map((ref) => (
                  <Badge key={ref}>{ref}</Badge>
                ))}
              </span>
              <p>{pick(item.why)}</p>
              <ul>
                {(["light", "standard", "enhanced"] as const).map((depth) => (
                  <li key={depth}>
                    {depthName(depth)}: {pick(item.howFar[depth].text)}
                  </li>
                ))}
              </ul>
              <p className={css["soft"]}>{pick(item.stopRule)}</p>
            </article>
          ))}
        </Card>
      ))}
    </Page>
  );
}
