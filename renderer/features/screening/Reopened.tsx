import type { ReactNode } from "react";
import type { VerdictOffer } from "../../../shared/domain/judging/offer.ts";
import type { FieldChange } from "../../../shared/domain/judging/verdict.ts";
import type { Hit } from "../../../shared/domain/screening.ts";
import { isTextKey, type Text } from "../../../shared/strings/text.ts";
import { isolated } from "../../parts/listed/listed-words.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateText } from "../../ui/DateText.tsx";

/** Why an earlier verdict no longer stands: what reads otherwise since, field by field. */
export function Reopened({ hit }: { hit: Hit }): ReactNode {
  const text = useText();
  const { reopened } = hit;
  if (reopened === null) return null;
  const verdict = text(`match.verdict-${reopened.earlier.disposition}`);
  return (
    <Banner tone="warning" title={text("match.reopenedTitle", { verdict, by: reopened.by })}>
      <p>
        <DateText instantMs={reopened.at} /> <bdi>{hit.listTitle}</bdi>
      </p>
      {reopened.changes.length === 0 ? <p>{text("match.reopenedUnknown")}</p> : <Changes changes={reopened.changes} />}
      {reopened.earlier.note !== "" && <p>{text("match.earlierNote", { note: reopened.earlier.note })}</p>}
    </Banner>
  );
}

/** Fields that read otherwise, each with what it said and what it says. */
export function Changes({ changes }: { changes: readonly FieldChange[] }): ReactNode {
  const text = useText();
  return (
    <ul>
      {changes.map((change) => (
        <li key={`${change.side}.${change.field}`}>
          <bdi>{changeSentence(text, change)}</bdi>
        </li>
      ))}
    </ul>
  );
}

function changeSentence(text: Text, { side, field, before, after }: FieldChange): string {
  const key = `match.field-${field}`;
  const name = `${text(`match.side-${side}`)}${text("match.colon")}${isTextKey(key) ? text(key) : field}`;
  if (before.length === 0 && after.length === 0) return text("match.changedVeiled", { field: name });
  const said = (values: readonly string[]): string =>
    values.map(isolated).join(text("match.comma")) || text("match.nothing");
  return text("match.changed", { field: name, before: said(before), after: said(after) });
}

interface OffersProps {
  readonly offers: readonly VerdictOffer[];
  readonly onTake: (offer: VerdictOffer) => void;
  readonly isFrozen: boolean;
}

/** What was said of the same entry and subject in other cases. Taking one fills the form; recording it stays with the person. */
export function Offers({ offers, onTake, isFrozen }: OffersProps): ReactNode {
  const text = useText();
  if (offers.length === 0) return null;
  return (
    <Banner tone="info" title={text("match.offersTitle")}>
      <ul>
        {offers.map((offer) => (
          <li key={`${offer.dossierId}.${offer.hitId}`}>
            <bdi>
              {text("match.offer", {
                number: offer.number,
                title: offer.title,
                verdict: text(`match.verdict-${offer.verdict.disposition}`),
                by: offer.by,
              })}
            </bdi>{" "}
            <DateText instantMs={offer.at} />{" "}
            <Button size="small" isDisabled={isFrozen} onPress={() => onTake(offer)}>
              {text("match.takeOffer")}
            </Button>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
