import { type ReactNode, useState } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { HitGroup } from "../../../shared/domain/judging/group-hits.ts";
import type { VerdictOffer } from "../../../shared/domain/judging/offer.ts";
import { displayName, readingOf } from "../../../shared/domain/party.ts";
import { subjectFieldName } from "../../../shared/domain/restricted.ts";
import type { Hit } from "../../../shared/domain/screening.ts";
import { explanationOf, howText } from "../../../shared/strings/screening-explained.ts";
import { countryWords, isolated, programmeWords } from "../../parts/listed/listed-words.ts";
import { RestrictedField } from "../../parts/restricted/RestrictedField.tsx";
import { useContent } from "../../stores/content-store.ts";
import { useLocale, usePick, useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { JudgeForm } from "./JudgeForm.tsx";
import { Offers, Reopened } from "./Reopened.tsx";
import { SecondPanel } from "./SecondPanel.tsx";
import css from "./screening.module.css";

interface GroupCardProps {
  readonly dossier: Dossier;
  readonly group: HitGroup;
  readonly offers: readonly VerdictOffer[];
  readonly isFrozen: boolean;
  readonly onJudged: () => void;
  /** A verdict was undone: the entity it was given on is to be looked at again. */
  readonly onUndone: () => void;
}

/** One listed entity: the names piece by piece, in which lists it appears, what else is known, and the verdict. */
export function GroupCard({ dossier, group, offers, isFrozen, onJudged, onUndone }: GroupCardProps): ReactNode {
  const text = useText();
  const [taken, setTaken] = useState<VerdictOffer>();
  const [hit] = group.hits;
  const explanation = explanationOf(text, {
    ...hit,
    queryName: isolated(hit.queryName),
    matchedName: isolated(hit.matchedName),
  });
  return (
    <div className={css["card"]}>
      {group.hits.map((one) => (
        <Reopened key={one.id} hit={one} />
      ))}
      <Offers offers={offers} isFrozen={isFrozen} onTake={setTaken} />
      <Card title={text("match.compare")}>
        <Pieces hit={hit} />
        <p>{explanation.sentence}</p>
        {explanation.beside.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className={css["limits"]}>
          {text(`match.band-${group.band}`)} · {text("screening.explain.limits")}
        </p>
        <Disclosure title={text("match.scoreShow")}>
          <p>{text("match.score", { score: hit.score.toFixed(2) })}</p>
        </Disclosure>
      </Card>
      <SecondPanel dossier={dossier} group={group} />
      <JudgeForm
        key={taken === undefined ? "own" : `${taken.dossierId}.${taken.at}`}
        dossierId={dossier.id}
        group={group}
        offered={taken?.verdict}
        isFrozen={isFrozen}
        onJudged={onJudged}
        onUndone={onUndone}
      />
      <Card title={text("match.details")}>
        <div className={css["sides"]}>
          <SubjectSide dossier={dossier} hit={hit} />
          {group.hits.map((one) => (
            <ListedSide key={one.id} hit={one} />
          ))}
        </div>
      </Card>
    </div>
  );
}

function Pieces({ hit }: { hit: Hit }): ReactNode {
  const text = useText();
  return (
    <table className={css["pieces"]}>
      <thead>
        <tr>
          <th scope="col">{text("match.searched")}</th>
          <th scope="col">{text("match.listed")}</th>
          <th scope="col">{text("match.how")}</th>
        </tr>
      </thead>
      <tbody>
        {hit.pieces.map((piece, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces are told apart by their place in the name alone.
          <tr key={place} data-how={piece.how}>
            <td>
              <bdi>{piece.query ?? "–"}</bdi>
            </td>
            <td>
              <bdi>{piece.listed ?? "–"}</bdi>
            </td>
            <td>{howText(text, piece.how)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SubjectSide({ dossier, hit }: { dossier: Dossier; hit: Hit }): ReactNode {
  const text = useText();
  const subject = dossier.subjects.find((candidate) => candidate.id === hit.subjectId);
  if (subject === undefined) return null;
  return (
    <section aria-label={text("match.searched")}>
      <h4 className={css["side"]}>{text("match.searched")}</h4>
      <DescriptionList
        isStacked
        items={[
          {
            id: "name",
            term: text("match.name"),
            value: <NameText name={displayName(subject)} reading={readingOf(subject)} />,
          },
          { id: "country", term: text("match.country"), value: subject.country || "–" },
          {
            id: "ids",
            term: text("match.identifiers"),
            value: (
              <RestrictedField
                dossierId={dossier.id}
                field={subjectFieldName(subject.id, "identifiers")}
                label={text("match.identifiers")}
                stored={subject.identifiers.join("\n")}
              >
                {(value) => <bdi>{value.split("\n").join(text("match.comma")) || "–"}</bdi>}
              </RestrictedField>
            ),
          },
        ]}
      />
    </section>
  );
}

function ListedSide({ hit }: { hit: Hit }): ReactNode {
  const text = useText();
  const pick = usePick();
  const locale = useLocale();
  const { vocabulary } = useContent();
  const joined = (values: readonly string[]): ReactNode => <bdi>{values.join(text("match.comma")) || "–"}</bdi>;
  const effect = vocabulary.listEffectClasses.find((entry) => entry.id === hit.effectClass);
  return (
    <section aria-label={`${text("match.listed")} ${hit.listTitle}`}>
      <h4 className={css["side"]}>{hit.listTitle}</h4>
      <DescriptionList
        isStacked
        items={[
          {
            id: "names",
            term: text("match.name"),
            value: hit.listedNames.map((name) => (
              <div key={name}>
                <NameText name={name} />
              </div>
            )),
          },
          {
            id: "country",
            term: text("match.country"),
            value: joined(hit.countries.map((country) => countryWords(text, locale, country))),
          },
          { id: "birth", term: text("match.birth"), value: joined(hit.birthDates) },
          { id: "ids", term: text("match.identifiers"), value: joined(hit.identifiers) },
          {
            id: "list",
            term: text("match.list"),
            value: text("match.listEdition", { list: hit.listTitle, edition: hit.edition }),
          },
          {
            id: "effect",
            term: text("match.effect"),
            value: effect === undefined ? hit.effectClass : pick(effect.name),
          },
          {
            id: "programmes",
            term: text("match.programmes"),
            value: joined(hit.programmes.map((programme) => programmeWords(text, programme))),
          },
          { id: "remarks", term: text("match.remarks"), value: <bdi>{hit.remarks || "–"}</bdi> },
        ]}
      />
    </section>
  );
}
