import { ClipboardList } from "lucide-react";
import type { ReactNode } from "react";
import type { Sha256 } from "../../../shared/domain/ids.ts";
import type { BuiltInTemplate, OfficeTemplate } from "../../../shared/domain/office-template.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { useRights } from "../../stores/rights.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { HashText } from "../../ui/HashText.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import type { Library, TemplatePlace } from "./library.ts";
import css from "./templates.module.css";

interface ListProps {
  readonly library: Library | undefined;
  readonly onGo: (place: TemplatePlace) => void;
  readonly onChange: () => void;
  readonly onProblem: (problem: string) => void;
}

/** The office's templates first, the built-in ones below; each with what can be done with it. */
export function TemplateList(props: ListProps): ReactNode {
  const text = useText();
  const { library } = props;
  if (library === undefined) return <Skeleton lines={6} />;
  return (
    <>
      <Card title={text("templates.office")} isFlush>
        {library.office.length === 0 ? (
          <EmptyState icon={ClipboardList} title={text("templates.noOffice")} level={3}>
            {text("templates.noOfficeHint")}
          </EmptyState>
        ) : (
          <ul className={css["list"]}>
            {library.office.map((one) => (
              <OfficeRow key={one.templateId} one={one} {...props} />
            ))}
          </ul>
        )}
      </Card>
      <Card title={text("templates.builtIn")} isFlush>
        <ul className={css["list"]}>
          {library.builtIn.map((one) => (
            <BuiltInRow key={one.templateId} one={one} {...props} />
          ))}
        </ul>
      </Card>
    </>
  );
}

/** Does something and says why not. */
function useAct({
  onChange,
  onProblem,
}: ListProps): (
  work: () => Promise<{ ok: true } | { ok: false; error: Parameters<typeof faultText>[1] }>,
  said?: string,
) => Promise<void> {
  const text = useText();
  return async (work, said) => {
    const done = await work();
    if (!done.ok) {
      if (done.error.code !== "cancelled") onProblem(faultText(text, done.error));
      return;
    }
    if (said !== undefined) notify({ tone: "success", text: said });
    onChange();
  };
}

function BuiltInRow({ one, ...props }: ListProps & { one: BuiltInTemplate }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { may } = useRights();
  const act = useAct(props);
  return (
    <li className={css["row"]}>
      <Name
        title={pick(one.title)}
        kind={text(`dossier.kind-${one.kind}`)}
        count={text("templates.itemCount", { count: one.items })}
      />
      <span className={css["facts"]}>
        <Badge>{text("templates.shipped")}</Badge>
        <span>{one.label}</span>
        <HashText value={one.hash} ends={6} />
      </span>
      <span className={css["acts"]}>
        <VersionActs hash={one.hash} {...props} />
        {may("manage-templates") && (
          <Button
            size="small"
            onPress={() => void act(() => host.templates.copy({ hash: one.hash }), text("templates.copied"))}
          >
            {text("templates.copy")}
          </Button>
        )}
      </span>
    </li>
  );
}

function OfficeRow({ one, ...props }: ListProps & { one: OfficeTemplate }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { may } = useRights();
  const act = useAct(props);
  const [latest, earlier] = one.versions;
  const before = earlier?.hash ?? one.rootHash;
  const { templateId } = one;
  return (
    <li className={css["row"]}>
      <Name
        title={pick(one.title)}
        kind={text(`dossier.kind-${one.kind}`)}
        count={text(one.hidden === 0 ? "templates.itemCount" : "templates.itemCountHidden", {
          count: one.items,
          hidden: one.hidden,
        })}
      />
      <span className={css["facts"]}>
        {latest !== undefined && (
          <>
            <span>{text("templates.published", { number: latest.number, label: latest.label })}</span>
            <HashText value={latest.hash} ends={6} />
          </>
        )}
        {one.hasDraft && <Badge tone="accent">{text("templates.draft")}</Badge>}
        {one.retired && <Badge>{text("templates.retired")}</Badge>}
      </span>
      <span className={css["acts"]}>
        {may("manage-templates") && (
          <Button size="small" onPress={() => props.onGo({ at: "edit", templateId })}>
            {text("templates.edit")}
          </Button>
        )}
        {latest !== undefined && <VersionActs hash={latest.hash} {...props} />}
        {latest !== undefined && before !== null && (
          <Button size="small" tone="quiet" onPress={() => props.onGo({ at: "compare", before, after: latest.hash })}>
            {text("templates.compare")}
          </Button>
        )}
        {may("manage-templates") && (
          <Button
            size="small"
            tone="quiet"
            onPress={() => void act(() => host.templates.retire({ templateId, retired: !one.retired }))}
          >
            {text(one.retired ? "templates.unretire" : "templates.retire")}
          </Button>
        )}
      </span>
    </li>
  );
}

function VersionActs({ hash, ...props }: ListProps & { hash: Sha256 }): ReactNode {
  const text = useText();
  const { may } = useRights();
  const act = useAct(props);
  return (
    <>
      <Button size="small" tone="quiet" onPress={() => props.onGo({ at: "read", hash })}>
        {text("templates.preview")}
      </Button>
      {may("work-on-cases") && (
        <Button size="small" tone="quiet" onPress={() => props.onGo({ at: "move", hash })}>
          {text("templates.upgrade")}
        </Button>
      )}
      {may("manage-templates") && (
        <Button
          size="small"
          tone="quiet"
          onPress={() => void act(() => host.templates.export({ hash }), text("templates.exported"))}
        >
          {text("templates.export")}
        </Button>
      )}
    </>
  );
}

function Name(props: { title: string; kind: string; count: string }): ReactNode {
  return (
    <span className={css["name"]}>
      <strong>{props.title}</strong>
      <span className={css["soft"]}>
        {props.kind}・{props.count}
      </span>
    </span>
  );
}
