import { LockKeyhole, UserMinus, UserPlus } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { CaseAccess, Reader } from "../../../shared/contract/calls/access.ts";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import { notify } from "../../stores/notice-store.ts";
import { useCaseRights } from "../../stores/rights.ts";
import { navigate } from "../../stores/route-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { GrantDialog, OpenDialog, RestrictDialog, WithdrawDialog } from "./AccessDialogs.tsx";
import css from "./access.module.css";
import { useAccess } from "./use-access.ts";

/** Which change is being asked for. */
type Asked = "restrict" | "grant" | "open" | Reader;

/** Who may read the case, and the ways to change that. */
export function AccessCard({ dossier }: { readonly dossier: Dossier }): ReactNode {
  const text = useText();
  const { access, fault, adopt } = useAccess(dossier.id);
  const [asked, setAsked] = useState<Asked>();
  // The services hold the rule; the page only leaves out what would be refused.
  const mayChange = useCaseRights(dossier)("work-on-cases");
  const isRestricted = access?.restricted === true;
  return (
    <Card
      title={
        <span className={css["title"]}>
          {text("access.title")}
          {isRestricted && <Badge icon={LockKeyhole}>{text("access.mark")}</Badge>}
        </span>
      }
      lead={access === undefined ? undefined : text(isRestricted ? "access.named" : "access.office")}
    >
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} />}
      {access === undefined && fault === undefined && <Skeleton lines={2} />}
      {isRestricted && <Readers readers={access.readers} onWithdraw={mayChange ? setAsked : undefined} />}
      {access !== undefined && mayChange && <Actions access={access} onAsk={setAsked} />}
      {access !== undefined && <Meaning access={access} />}
      {access !== undefined && asked !== undefined && (
        <Dialogs
          dossier={dossier}
          access={access}
          asked={asked}
          onClose={() => setAsked(undefined)}
          onDone={(next, done) => {
            setAsked(undefined);
            notify({ tone: "success", text: text(`access.done-${done}`) });
            // Whoever has withdrawn themselves has nothing left to look at here.
            if (next === null) navigate({ view: "dossiers" });
            else adopt(next);
          }}
        />
      )}
    </Card>
  );
}

interface ReadersProps {
  readonly readers: readonly Reader[];
  readonly onWithdraw: ((reader: Reader) => void) | undefined;
}

function Readers({ readers, onWithdraw }: ReadersProps): ReactNode {
  const text = useText();
  return (
    <ul className={css["readers"]}>
      {readers.map((reader) => (
        <li key={reader.personId} className={css["reader"]}>
          <span className={css["who"]}>
            <NameText name={reader.displayName} isClamped />
            {reader.self && <Badge>{text("access.self")}</Badge>}
          </span>
          {reader.since !== null && (
            <span className={css["since"]}>
              <DateText instantMs={reader.since} />
            </span>
          )}
          {onWithdraw !== undefined && (
            <span className={css["off"]}>
              <IconButton
                size="small"
                icon={UserMinus}
                label={text("access.withdraw-of", { name: reader.displayName })}
                onPress={() => onWithdraw(reader)}
              />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

interface ActionsProps {
  readonly access: CaseAccess;
  readonly onAsk: (asked: Asked) => void;
}

function Actions({ access, onAsk }: ActionsProps): ReactNode {
  const text = useText();
  return (
    <div className={css["actions"]}>
      {access.restricted ? (
        <>
          <Button
            size="small"
            icon={UserPlus}
            isDisabled={access.candidates.length === 0}
            onPress={() => onAsk("grant")}
          >
            {text("access.grant")}
          </Button>
          <Button size="small" tone="quiet" onPress={() => onAsk("open")}>
            {text("access.open")}
          </Button>
        </>
      ) : (
        <Button size="small" icon={LockKeyhole} onPress={() => onAsk("restrict")}>
          {text("access.restrict")}
        </Button>
      )}
    </div>
  );
}

function Meaning({ access }: { readonly access: CaseAccess }): ReactNode {
  const text = useText();
  return (
    <Disclosure title={text("access.what")}>
      <ul className={css["meaning"]}>
        <li>{text("access.what-key")}</li>
        <li>{text("access.what-trail")}</li>
        <li>{text("access.what-copies")}</li>
        <li>{text(access.recoverable ? "access.what-kit" : "access.what-no-kit")}</li>
      </ul>
    </Disclosure>
  );
}

interface DialogsProps {
  readonly dossier: Dossier;
  readonly access: CaseAccess;
  readonly asked: Asked;
  readonly onClose: () => void;
  readonly onDone: (access: CaseAccess | null, done: "restricted" | "opened" | "granted" | "withdrawn") => void;
}

function Dialogs({ dossier, access, asked, onClose, onDone }: DialogsProps): ReactNode {
  const common = { dossierId: dossier.id, onClose };
  if (asked === "restrict")
    return <RestrictDialog {...common} access={access} onDone={(next) => onDone(next, "restricted")} />;
  if (asked === "grant") return <GrantDialog {...common} access={access} onDone={(next) => onDone(next, "granted")} />;
  if (asked === "open") return <OpenDialog {...common} onDone={(next) => onDone(next, "opened")} />;
  return <WithdrawDialog {...common} reader={asked} onDone={(next) => onDone(next, "withdrawn")} />;
}
