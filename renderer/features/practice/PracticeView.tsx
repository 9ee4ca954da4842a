import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { CaseList } from "./CaseList.tsx";
import { PracticeDesk } from "./PracticeDesk.tsx";
import { backToList, usePractice } from "./practice-store.ts";
import { ResultView } from "./ResultView.tsx";

/** Training on invented cases whose truth is known. */
export function PracticeView(): ReactNode {
  const text = useText();
  const { cases, sheet, review, fault } = usePractice();
  const isInside = sheet !== undefined || review !== undefined;
  const back = (
    <Button icon={ArrowLeft} onPress={() => void backToList()}>
      {text("practice.back")}
    </Button>
  );
  return (
    <Page
      title={text("frame.practice")}
      lead={text("practice.lead")}
      width="wide"
      actions={isInside ? back : undefined}
    >
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {cases === undefined && fault === undefined && <Skeleton lines={5} />}
      {sheet !== undefined && <PracticeDesk key={sheet.attemptId} sheet={sheet} />}
      {review !== undefined && <ResultView review={review} />}
      {!isInside && cases !== undefined && <CaseList />}
    </Page>
  );
}
