import type { ReactNode } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { displayName, readingOf } from "../../../shared/domain/party.ts";
import { subjectFieldName } from "../../../shared/domain/restricted.ts";
import type { Hit } from "../../../shared/domain/screening.ts";
import { RestrictedField } from "../../parts/restricted/RestrictedField.tsx";
import { useContent } from "../../stores/content-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Card } from "../../ui/Card.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { explanationOf, howText } from "./explanation.ts";
import { JudgeForm } from "./JudgeForm.tsx";
import css from "./screening.module.css";

interface HitCardProps {
  readonly dossier: Dossier;
  readonly hit: Hit;
  readonly isFrozen: boolean;
}

/** One candidate: the searched name and the listed one piece by piece, what else is known, and the verdict. */
export function HitCard({ dossier, hit, isFrozen }: HitCardProps): ReactNode {
  const text = useText();
  const explanation = explanationOf(text, hit);
  return (
    <div className={css["card"]}>
      <Card title={text("match.compare")}>
        <Pieces hit={hit} />
        <p>{explanation.sentence}</p>
        {explanation.beside.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className={css["limits"]}>{text("screening.explain.limits")}</p>
      </Card>
      <Card title={text("match.details")}>
        <div className={css["sides"]}>
          <SubjectSide dossier={dossier} hit={hit} />
          <ListedSide hit={hit} />
        </div>
      </Card>
      <JudgeForm dossierId={dossier.id} hit={hit} isFrozen={isFrozen} />
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
                {(value) => value.split("\n").join("、") || "–"}
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
  const { vocabulary } = useContent();
  const effect = vocabulary.listEffectClasses.find((entry) => entry.id === hit.effectClass);
  return (
    <section aria-label={text("match.listed")}>
      <h4 className={css["side"]}>{text("match.listed")}</h4>
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
          { id: "country", term: text("match.country"), value: hit.countries.join("、") || "–" },
          { id: "list", term: text("match.list"), value: `${hit.listTitle}（${hit.edition}）` },
          {
            id: "effect",
            term: text("match.effect"),
            value: effect === undefined ? hit.effectClass : pick(effect.name),
          },
          { id: "programmes", term: text("match.programmes"), value: hit.programmes.join("、") || "–" },
          { id: "remarks", term: text("match.remarks"), value: <bdi>{hit.remarks || "–"}</bdi> },
        ]}
      />
    </section>
  );
}
