import { Minimize2 } from "lucide-react";
import { type ReactNode, type RefObject, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { useText } from "../../stores/text.ts";
import { Button } from "../../ui/Button.tsx";
import { Link } from "../../ui/Link.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { leaveOneQuestion, toggleOneQuestion, useChecklist } from "./checklist-store.ts";
import { FastBar } from "./FastBar.tsx";
import { FastEnd } from "./FastEnd.tsx";
import css from "./FastMode.module.css";
import { FastQuestion } from "./FastQuestion.tsx";
import { focusHeading } from "./focus-place.ts";
import { isOpen } from "./item-rows.ts";
import { RunSheet } from "./RunSheet.tsx";
import { runCount } from "./run-statement.ts";
import type { Desk } from "./use-checklist-commands.ts";
import { useFastCommands, useFastHands } from "./use-fast-commands.ts";

interface FastModeProps {
  readonly desk: Desk;
  readonly dossier: Dossier;
  readonly place: RefObject<HTMLElement | null>;
}

/** One question at a time in the whole window. What lies behind takes no focus and is not read out. */
export function FastMode({ desk, dossier, place }: FastModeProps): ReactNode {
  const text = useText();
  useBehindAsleep();
  const { view, rows } = desk;
  const isRunOffered = view.one.scale === "risk" && dossier.depth === "light" && !view.isReadOnly && rows.some(isOpen);
  const [isBegun, setBegun] = useState(!isRunOffered);
  const [isOptionalToo, setOptionalToo] = useState(false);
  return createPortal(
    <section className={css["room"]} ref={place} aria-label={text("checklist.oneQuestion")}>
      {isBegun ? (
        <Run desk={desk} dossier={dossier} place={place} isOptionalToo={isOptionalToo} />
      ) : (
        <Sheet place={place}>
          <RunSheet
            dossier={dossier}
            rows={rows}
            isOptionalToo={isOptionalToo}
            onOptionalToo={setOptionalToo}
            onBegin={() => setBegun(true)}
          />
        </Sheet>
      )}
    </section>,
    document.body,
  );
}

function Sheet({ place, children }: { place: RefObject<HTMLElement | null>; children: ReactNode }): ReactNode {
  useLayoutEffect(() => focusHeading(place.current), [place]);
  return children;
}

/** The page behind is there again, with its focus, as soon as fast mode ends or the vault locks. */
function useBehindAsleep(): void {
  useLayoutEffect(() => {
    const behind = document.getElementById("root");
    behind?.setAttribute("inert", "");
    return () => {
      behind?.removeAttribute("inert");
      leaveOneQuestion();
    };
  }, []);
}

interface RunProps extends FastModeProps {
  readonly isOptionalToo: boolean;
}

function Run({ desk, dossier, place, isOptionalToo }: RunProps): ReactNode {
  const [isEnded, setEnded] = useState(false);
  const [said, setSaid] = useState("");
  const hands = useFastHands({
    desk,
    isOptionalToo,
    onEnd: () => setEnded(true),
    onBack: () => setEnded(false),
    say: setSaid,
  });
  useFastCommands(hands, desk, isEnded);
  const here = desk.view.itemId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question also takes the focus when the end is left again.
  useLayoutEffect(() => {
    if (here !== "") focusHeading(place.current);
  }, [place, here, isEnded]);
  return (
    <>
      <Top desk={desk} dossier={dossier} isOptionalToo={isOptionalToo} onSelect={() => setEnded(false)} />
      <div className={css["middle"]}>
        {isEnded ? (
          <FastEnd desk={desk} isOptionalToo={isOptionalToo} onSelect={() => setEnded(false)} />
        ) : (
          <FastQuestion key={here} desk={desk} onward={hands.onward} />
        )}
      </div>
      <FastBar desk={desk} hands={hands} isEnded={isEnded} said={said} />
    </>
  );
}

interface TopProps {
  readonly desk: Desk;
  readonly dossier: Dossier;
  readonly isOptionalToo: boolean;
  readonly onSelect: () => void;
}

/** Which case, how far, and what was put off. */
function Top({ desk, dossier, isOptionalToo, onSelect }: TopProps): ReactNode {
  const text = useText();
  const { run } = useChecklist();
  const { done, total } = runCount(desk.rows, isOptionalToo);
  const deferred = desk.rows.filter((row) => row.mark === "deferred");
  return (
    <header className={css["top"]}>
      <VisuallyHidden>
        <h1>{text("frame.checklist")}</h1>
      </VisuallyHidden>
      <p className={css["case"]}>
        {dossier.number}　{dossier.title}
      </p>
      <p className={css["count"]}>{text("checklist.fastCount", { done, total })}</p>
      {run !== undefined && <p className={css["count"]}>{text("checklist.fastRun", { count: run.sources.length })}</p>}
      {deferred.length > 0 && (
        <p className={css["deferred"]}>
          {text("checklist.fastQueue", { count: deferred.length })}
          {deferred.map((row) => (
            <Link
              key={row.item.id}
              onPress={() => {
                onSelect();
                desk.moveTo(row.item.id, "heading");
              }}
            >
              {row.item.id}
            </Link>
          ))}
        </p>
      )}
      <Button tone="quiet" size="small" icon={Minimize2} shortcut="F" onPress={toggleOneQuestion}>
        {text("checklist.fastLeave")}
      </Button>
    </header>
  );
}
