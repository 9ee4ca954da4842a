import { Quote } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { type EvidenceMark, pageOfMark } from "../../../shared/domain/reading.ts";
import { host, onEvent } from "../../host.ts";
import { navigate } from "../../stores/route-store.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import css from "./citations.module.css";

/** The highlights of a case that an item cites, kept fresh while they are shown. */
export function useCitations(dossierId: DossierId, itemId: string): readonly EvidenceMark[] {
  const [marks, setMarks] = useState<readonly EvidenceMark[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const read = await host.reading.marks({ dossierId });
      if (isCurrent && read.ok) setMarks(read.value.marks);
    };
    void load();
    const stop = onEvent("dossier.changed", (event) => {
      if (event.dossierId === dossierId) void load();
    });
    return () => {
      isCurrent = false;
      stop();
    };
  }, [dossierId]);
  return marks.filter((mark) => mark.items.some((item) => item === itemId));
}

interface CitationsProps {
  readonly dossierId: DossierId;
  readonly itemId: string;
  readonly evidence: Evidence;
  readonly marks: readonly EvidenceMark[];
}

/** Ways into one piece of evidence from an item: to read it, and to each place that the item cites. */
export function Citations({ dossierId, itemId, evidence, marks }: CitationsProps): ReactNode {
  const text = useText();
  const { number, id } = evidence;
  const go = (markId?: string): void =>
    navigate({ view: "dossier", dossierId, page: "reading", evidenceId: id, markId, itemId });
  return (
    <span className={css["citations"]}>
      <Button size="small" tone="quiet" onPress={() => go()}>
        {text("reading.read")}
      </Button>
      {marks
        .filter((mark) => mark.evidenceId === id)
        .map((mark) => (
          <Button key={mark.id} size="small" icon={Quote} onPress={() => go(mark.id)}>
            {text("reading.chip", { number, mark: mark.number, page: pageOfMark(mark.place) })}
          </Button>
        ))}
    </span>
  );
}
