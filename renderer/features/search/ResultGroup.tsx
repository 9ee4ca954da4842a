import type { ReactNode } from "react";
import type { SearchGroup, SearchHit } from "../../../shared/domain/search.ts";
import { Snippet } from "../../parts/search/Snippet.tsx";
import { routeOf } from "../../parts/search/search-target.ts";
import { navigate } from "../../stores/route-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Link } from "../../ui/Link.tsx";
import { hitName } from "./hit-name.ts";
import css from "./search.module.css";

interface ResultGroupProps {
  readonly group: SearchGroup;
  readonly onUnfold: () => void;
}

/** One case with the places in it that hold what was asked for; each leads to the very place. */
export function ResultGroup({ group, onUnfold }: ResultGroupProps): ReactNode {
  const text = useText();
  const { dossierId, number, title, kind, state, hits } = group;
  return (
    <article className={css["group"]}>
      <h2 className={css["case"]}>
        <Link onPress={() => navigate({ view: "dossier", dossierId, page: "checklist" })}>
          <bdi>{title}</bdi>
        </Link>
      </h2>
      <p className={css["about"]}>
        <bdi>{number}</bdi>
        <span>{text(`dossier.kind-${kind}`)}</span>
        <span>{text(`dossier.state-${state}`)}</span>
        {group.restricted && <Badge tone="neutral">{text("search.restricted")}</Badge>}
      </p>
      <ul className={css["hits"]}>
        {hits.map((hit) => (
          <Hit key={`${hit.place} ${hit.key} ${hit.page}`} group={group} hit={hit} />
        ))}
      </ul>
      {group.more && (
        <div>
          <Button tone="quiet" size="small" onPress={onUnfold}>
            {text("search.unfold")}
          </Button>
        </div>
      )}
    </article>
  );
}

function Hit({ group, hit }: { readonly group: SearchGroup; readonly hit: SearchHit }): ReactNode {
  const text = useText();
  const pick = usePick();
  return (
    <li className={css["hit"]}>
      <div className={css["where"]}>
        <Link onPress={() => navigate(routeOf(group.dossierId, hit))}>
          <bdi>{hitName({ text, pick }, hit)}</bdi>
        </Link>
        <span className={css["soft"]}>
          <DateText instantMs={hit.at} />
        </span>
      </div>
      <Snippet parts={hit.snippet} />
    </li>
  );
}
