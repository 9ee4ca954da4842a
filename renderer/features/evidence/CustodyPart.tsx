import { Printer } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { CustodyChain, CustodyTouch } from "../../../shared/domain/custody.ts";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import { custodyFacts } from "../../../shared/strings/custody-sentences.ts";
import { host } from "../../host.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { HashText } from "../../ui/HashText.tsx";
import css from "./evidence.module.css";

interface CustodyPartProps {
  readonly dossierId: DossierId;
  readonly evidence: Evidence;
  readonly onClose: () => void;
}

interface Read {
  readonly touches: readonly CustodyTouch[];
  readonly chain: CustodyChain;
}

/** The custody card of one piece: what it is, and every touch of it from the first; made to be printed. */
export function CustodyPart({ dossierId, evidence, onClose }: CustodyPartProps): ReactNode {
  const text = useText();
  const [read, setRead] = useState<Read>();
  const [fault, setFault] = useState<Fault>();
  const { id, revision, checkedAt } = evidence;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision or check has left another touch to be read
  useEffect(() => {
    let isGone = false;
    void host.intake.custody({ dossierId, evidenceId: id }).then((answer) => {
      if (isGone) return;
      if (answer.ok) setRead(answer.value);
      else setFault(answer.error);
    });
    return () => {
      isGone = true;
    };
  }, [dossierId, id, revision, checkedAt]);
  return (
    <Dialog
      title={`${text("custody.title")} E${evidence.number}`}
      size="large"
      isOpen
      onClose={onClose}
      actions={
        <Button icon={Printer} onPress={() => window.print()}>
          {text("evidence.printCard")}
        </Button>
      }
    >
      <div className={css["card"]}>
        <p className={css["soft"]}>{text("custody.lead")}</p>
        <p>
          <bdi>{evidence.title || evidence.fileName}</bdi> · <bdi>{evidence.fileName}</bdi>
        </p>
        <HashText value={evidence.sha256} />
        {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
        {read !== undefined && (
          <>
            {read.chain.brokenAt === null ? (
              <p>{text("custody.whole", { count: read.chain.count })}</p>
            ) : (
              <Banner tone="error" title={text("custody.broken", { number: read.chain.brokenAt })} />
            )}
            <ol className={css["touches"]}>
              {read.touches.map((touch) => (
                <Touch key={touch.number} touch={touch} />
              ))}
            </ol>
          </>
        )}
      </div>
    </Dialog>
  );
}

function Touch({ touch }: { readonly touch: CustodyTouch }): ReactNode {
  const text = useText();
  const { at, actor, act, body } = touch;
  const facts = custodyFacts(text, touch);
  return (
    <li className={css["touch"]}>
      <span>
        <DateText instantMs={at} /> · <bdi>{actor}</bdi>
      </span>
      <strong>
        {text(`custody.act-${act}`)}
        {body.item !== null && ` ${body.item}`}
      </strong>
      {body.why !== "" && <bdi>{body.why}</bdi>}
      {facts.length > 0 && <span className={css["soft"]}>{facts.join(" · ")}</span>}
    </li>
  );
}
