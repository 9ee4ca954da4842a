import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { navigate } from "../../stores/route-store.ts";
import { usePick, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Card } from "../../ui/Card.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import css from "./enquiry.module.css";
import { turnPoint } from "./enquiry-store.ts";
import type { OpenPoint } from "./open-points.ts";

interface PointsCardProps {
  readonly dossier: Dossier;
  readonly points: readonly OpenPoint[];
  /** Those that go into the letter. */
  readonly asked: readonly OpenPoint[];
}

/** Every open point, with why it is open and the way to it. */
export function PointsCard({ dossier, points, asked }: PointsCardProps): ReactNode {
  const text = useText();
  const lead = text("enquiry.pointsLead", { count: asked.length, all: points.length });
  return (
    <Card title={text("enquiry.points")} lead={points.length === 0 ? undefined : lead}>
      {points.length === 0 ? (
        <EmptyState level={3} title={text("enquiry.noPoints")}>
          {text("enquiry.noPointsText")}
        </EmptyState>
      ) : (
        <ul className={css["points"]}>
          {points.map((point) => (
            <Point key={point.key} dossier={dossier} point={point} isAsked={asked.includes(point)} />
          ))}
        </ul>
      )}
    </Card>
  );
}

interface PointProps {
  readonly dossier: Dossier;
  readonly point: OpenPoint;
  readonly isAsked: boolean;
}

function Point({ dossier, point, isAsked }: PointProps): ReactNode {
  const text = useText();
  const pick = usePick();
  const { item, kinds, key } = point;
  const words = item === undefined ? text("enquiry.mismatchPoint") : `${item.id}  ${pick(item.question)}`;
  const open = (): void =>
    navigate(
      item === undefined
        ? { view: "dossier", dossierId: dossier.id, page: "triage" }
        : { view: "dossier", dossierId: dossier.id, page: "checklist", itemId: item.id },
    );
  return (
    <li className={css["point"]}>
      <div className={css["pointWords"]}>
        <Checkbox isSelected={isAsked} onChange={() => turnPoint(key)}>
          {words}
        </Checkbox>
        <p className={css["kinds"]}>
          {kinds.map((kind) => (
            <Badge key={kind}>{text(`enquiry.kind-${kind}`)}</Badge>
          ))}
        </p>
      </div>
      <IconButton
        icon={ArrowRight}
        label={text("enquiry.open", { item: item?.id ?? text("frame.triage") })}
        onPress={open}
      />
    </li>
  );
}
