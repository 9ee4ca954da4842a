import { ArrowRight } from "lucide-react";
import type { ReactNode } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { navigate } from "../../stores/route-store.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import type { NextStep } from "./review-plan.ts";

interface NextStepCardProps {
  readonly dossier: Dossier;
  readonly next: NextStep;
}

/** The one thing to do next, with the way there where it is done on another page. */
export function NextStepCard({ dossier, next }: NextStepCardProps): ReactNode {
  const text = useText();
  const { page } = next;
  const isLate = next.code === "overdue" || next.code === "review";
  const go =
    page === undefined ? undefined : (
      <Button icon={ArrowRight} onPress={() => navigate({ view: "dossier", dossierId: dossier.id, page })}>
        {text(`review.nextGo-${page}`)}
      </Button>
    );
  return (
    <Banner
      tone={isLate ? "warning" : "info"}
      title={text("review.nextTitle", { step: text(`review.next-${next.code}`) })}
      actions={go}
    />
  );
}
