import { type ReactNode, useMemo } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { displayName, type Subject } from "../../../shared/domain/party.ts";
import { isAbove, isMutual, type SubjectLink } from "../../../shared/domain/profile/link.ts";
import { type DateWriting, writePeriod } from "../../../shared/domain/profile/period-text.ts";
import type { Text } from "../../../shared/strings/text.ts";
import { useText } from "../../stores/text.ts";
import { useDateStyle } from "../../ui/calendar-style.ts";
import { type GraphEdge, type GraphNode, LayeredGraph } from "../../ui/LayeredGraph.tsx";
import { linkWords, subjectName } from "./RecordTab.tsx";

interface GraphPictureProps {
  readonly dossier: Dossier;
  readonly subjects: readonly Subject[];
  readonly links: readonly SubjectLink[];
  readonly onOpen: (link: SubjectLink) => void;
}

/** The ties as a picture in layers. */
export function GraphPicture({ dossier, subjects, links, onOpen }: GraphPictureProps): ReactNode {
  const text = useText();
  const { locale, calendar } = useDateStyle();
  const nodes = useMemo(() => subjects.map((subject) => toNode(text, subject, links)), [text, subjects, links]);
  const edges = useMemo(
    () => links.map((link) => toEdge({ text, style: { locale, calendar }, dossier }, link)),
    [text, locale, calendar, dossier, links],
  );
  return (
    <LayeredGraph
      label={text("subjects.graphLabel")}
      help={text("subjects.graphHelp")}
      nodes={nodes}
      edges={edges}
      onOpenEdge={(id) => {
        const link = links.find((one) => one.id === id);
        if (link !== undefined) onOpen(link);
      }}
      words={{
        controls: text("subjects.showAs"),
        zoomIn: text("subjects.zoomIn"),
        zoomOut: text("subjects.zoomOut"),
        fit: text("subjects.fit"),
      }}
    />
  );
}

function toNode(text: Text, subject: Subject, links: readonly SubjectLink[]): GraphNode {
  const kind = text(`intake.kind-${subject.kind}`);
  const count = links.filter((link) => link.from === subject.id || link.to === subject.id).length;
  return {
    id: subject.id,
    title: displayName(subject),
    subtitle: `${kind} · ${text(`intake.role-${subject.role}`)}`,
    spoken: text("subjects.nodeOf", { name: displayName(subject), kind, count }),
    isRound: subject.kind === "person",
  };
}

interface EdgeSpeaker {
  readonly text: Text;
  readonly style: DateWriting;
  readonly dossier: Dossier;
}

/** Owners, controllers, funders and supervisors stand above; members, employees and parts below what they belong to. */
function toEdge({ text, style, dossier }: EdgeSpeaker, link: SubjectLink): GraphEdge {
  const { id, kind, from, to, certainty, period } = link;
  const names = { from: subjectName(dossier, from), to: subjectName(dossier, to) };
  const isUpperFirst = isAbove(kind) || isMutual(kind);
  return {
    id,
    upper: isUpperFirst ? from : to,
    lower: isUpperFirst ? to : from,
    weight: kind === "ownership" ? 3 : 1,
    label: linkWords(text, link),
    spoken: text("subjects.edge", {
      sentence: text(`subjects.says-${kind}`, names),
      kind: linkWords(text, link),
      dates: writePeriod(period, style) || text("subjects.undated"),
    }),
    points: isMutual(kind) ? "none" : isUpperFirst ? "down" : "up",
    isUnsure: certainty === "possible" || certainty === "disputed",
  };
}
