import type { ReactNode } from "react";
import type { ScopeView as Scope } from "../../../shared/contract/calls/scope.ts";
import { nameOf } from "../../../shared/domain/content/vocabulary.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { ScopeLook } from "../../../shared/domain/scope.ts";
import { missingPhrase } from "../../parts/enough/missing-words.ts";
import { useContent } from "../../stores/content-store.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Link } from "../../ui/Link.tsx";
import { Meter } from "../../ui/Meter.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Paragraph } from "./Paragraph.tsx";
import css from "./scope.module.css";
import { useScope } from "./use-scope.ts";

/** How far the enquiry went: what is missing for its depth, what was looked at, and the paragraph somebody signs off. */
export function ScopeView({ dossier }: { readonly dossier: Dossier }): ReactNode {
  const text = useText();
  const { view, fault, reload } = useScope(dossier.id);
  if (view === undefined) {
    return (
      <Page title={text("scope.title")}>
        {fault === undefined ? (
          <Skeleton lines={6} />
        ) : (
          <Banner tone="error" title={text("scope.loadFailed")}>
            {faultText(text, fault)}
          </Banner>
        )}
      </Page>
    );
  }
  return (
    <Page title={text("scope.title")}>
      <div className={css["page"]}>
        <Enough dossier={dossier} view={view} />
        <Standing dossier={dossier} view={view} />
        <Paragraph key={view.revision} dossier={dossier} view={view} reload={reload} />
        <Looks looks={view.record.looks} />
      </div>
    </Page>
  );
}

interface PartProps {
  readonly dossier: Dossier;
  readonly view: Scope;
}

/** The meter of the whole case: what is missing, in words, each line leading to its item. */
function Enough({ dossier, view }: PartProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  const { items, complete, groups } = view.enough;
  return (
    <section className={css["part"]} aria-labelledby="scope-enough">
      <h2 className={css["title"]} id="scope-enough">
        {text("scope.enoughTitle")}
      </h2>
      <Meter
        label={text("scope.enoughTitle")}
        isLabelHidden
        value={complete}
        max={items}
        words={groups.length === 0 ? text("scope.enoughComplete") : text("scope.enoughWords", { complete, items })}
      />
      {groups.map(({ group, lacks }) => (
        <div key={group} className={css["group"]}>
          <h3 className={css["groupTitle"]}>
            {text(`scope.group-${group}`)} <Badge>{text("scope.groupCount", { count: lacks.length })}</Badge>
          </h3>
          <ul className={css["lacks"]}>
            {lacks.map(({ itemId, missing }) => (
              <li key={`${itemId} ${missing.code}`}>
                <Link onPress={() => goToItem(dossier, itemId)}>
                  {itemId} {missingPhrase(missing, { text, pick, vocabulary })}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function goToItem(dossier: Dossier, itemId: string): void {
  navigate({ view: "dossier", dossierId: dossier.id, page: "checklist", itemId });
}

/** Whom the findings are about, and which are not backed up yet. */
function Standing({ dossier, view }: PartProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  if (dossier.kind === "self-check") return null;
  const { subjectIdentity, awaiting, unsureIdentity } = view.record;
  return (
    <section className={css["part"]} aria-labelledby="scope-standing">
      <h2 className={css["title"]} id="scope-standing">
        {text("scope.standing")}
      </h2>
      <dl className={css["standing"]}>
        <dt>{text("scope.caseIdentity")}</dt>
        <dd>{pick(nameOf(vocabulary, "identityCertainty", subjectIdentity))}</dd>
        <dt>{text("scope.awaitingCount")}</dt>
        <dd>
          <ItemLinks dossier={dossier} items={awaiting} />
        </dd>
        <dt>{text("scope.unsureCount")}</dt>
        <dd>
          <ItemLinks dossier={dossier} items={unsureIdentity} />
        </dd>
      </dl>
    </section>
  );
}

function ItemLinks({ dossier, items }: { readonly dossier: Dossier; readonly items: readonly string[] }): ReactNode {
  const text = useText();
  if (items.length === 0) return text("scope.none");
  return (
    <span className={css["links"]}>
      {items.map((itemId) => (
        <Link key={itemId} onPress={() => goToItem(dossier, itemId)}>
          {itemId}
        </Link>
      ))}
    </span>
  );
}

/** Every look into a source, negatives included. */
function Looks({ looks }: { readonly looks: readonly ScopeLook[] }): ReactNode {
  const text = useText();
  const pick = usePick();
  const { vocabulary } = useContent();
  return (
    <section className={css["part"]} aria-labelledby="scope-looks">
      <h2 className={css["title"]} id="scope-looks">
        {text("scope.looksTitle")}
      </h2>
      {looks.length === 0 ? (
        <p>{text("scope.looksEmpty")}</p>
      ) : (
        <table className={css["looks"]}>
          <thead>
            <tr>
              {(["Source", "Result", "Query", "Edition", "LookedOn", "Items"] as const).map((column) => (
                <th key={column} scope="col" className={css["narrow"]}>
                  {text(`scope.column${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {looks.map((look) => (
              <tr key={JSON.stringify(look)}>
                <th scope="row">
                  {pick(nameOf(vocabulary, "sourceTypes", look.sourceType))}
                  {look.name !== "" && <span className={css["name"]}>{look.name}</span>}
                  {look.basis === "run" && <span className={css["name"]}>{text("scope.basisRun")}</span>}
                </th>
                <td className={css["narrow"]}>{text(`checklist.result-${look.result}`)}</td>
                <td>{look.query === "" ? look.note : look.query}</td>
                <td>{look.edition}</td>
                <td className={css["narrow"]}>{look.lookedOn ?? ""}</td>
                <td>{look.items.join(text("scope.listMark"))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
