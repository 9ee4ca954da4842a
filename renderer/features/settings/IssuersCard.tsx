import { type ReactNode, useEffect, useState } from "react";
import type { TrustedIssuer } from "../../../shared/contract/calls/proof.ts";
import { host } from "../../host.ts";
import { useRights } from "../../stores/rights.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { HashText } from "../../ui/HashText.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { PassphraseField } from "../../ui/PassphraseField.tsx";
import css from "./issuers.module.css";

/** Whose signatures are taken for genuine here; another office's issuer comes in by file and by comparing its fingerprint. */
export function IssuersCard(): ReactNode {
  const text = useText();
  const isManaged = useRights().may("manage-settings");
  const [issuers, setIssuers] = useState<readonly TrustedIssuer[]>([]);
  const [read, setRead] = useState<TrustedIssuer>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    void host.verification.issuers({}).then((answer) => {
      if (answer.ok) setIssuers(answer.value.issuers);
    });
  }, []);

  async function add(): Promise<void> {
    const answer = await host.verification.readIssuer({});
    setProblem(answer.ok || answer.error.code === "cancelled" ? undefined : faultText(text, answer.error));
    if (answer.ok) setRead(answer.value);
  }

  async function forget(fingerprint: TrustedIssuer["fingerprint"]): Promise<void> {
    const answer = await host.verification.forgetIssuer({ fingerprint });
    if (answer.ok) setIssuers(answer.value.issuers);
    else setProblem(faultText(text, answer.error));
  }

  return (
    <Card
      title={text("settings.issuers")}
      lead={text("settings.issuersLead")}
      {...(isManaged && { footer: <Button onPress={() => void add()}>{text("settings.addIssuer")}</Button> })}
    >
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      {issuers.length === 0 && <p className={css["soft"]}>{text("settings.noIssuer")}</p>}
      <ul className={css["issuers"]}>
        {issuers.map((issuer) => (
          <li key={issuer.fingerprint} className={css["issuer"]}>
            <IssuerFacts issuer={issuer} />
            {issuer.own ? (
              <Badge>{text("settings.ownIssuer")}</Badge>
            ) : (
              isManaged && (
                <Button size="small" onPress={() => void forget(issuer.fingerprint)}>
                  {text("settings.forgetIssuer")}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      {read !== undefined && (
        <TrustDialog
          issuer={read}
          onClose={() => setRead(undefined)}
          onTrusted={(all) => {
            setIssuers(all);
            setRead(undefined);
          }}
        />
      )}
    </Card>
  );
}

function IssuerFacts({ issuer }: { issuer: TrustedIssuer }): ReactNode {
  const text = useText();
  return (
    <div className={css["facts"]}>
      <NameText name={issuer.name} />
      <span className={css["soft"]}>
        <bdi>{issuer.organization}</bdi> · {text("settings.validUntil")} <DateText instantMs={issuer.validUntil} />
      </span>
      <HashText value={issuer.fingerprint} />
    </div>
  );
}

interface TrustDialogProps {
  readonly issuer: TrustedIssuer;
  readonly onClose: () => void;
  readonly onTrusted: (issuers: readonly TrustedIssuer[]) => void;
}

/** Trusting is for people: the fingerprint is compared by another way than the file came. */
function TrustDialog({ issuer, onClose, onTrusted }: TrustDialogProps): ReactNode {
  const text = useText();
  const [passphrase, setPassphrase] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function trust(): Promise<void> {
    if (isBusy || passphrase === "") return;
    setBusy(true);
    const answer = await host.verification.trustIssuer({ fingerprint: issuer.fingerprint, passphrase });
    setBusy(false);
    if (answer.ok) onTrusted(answer.value.issuers);
    else setProblem(faultText(text, answer.error));
  }

  return (
    <Dialog
      title={text("settings.trustTitle")}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text("common.cancel")}</Button>
          <Button tone="primary" isBusy={isBusy} isDisabled={passphrase === ""} onPress={() => void trust()}>
            {text("settings.trust")}
          </Button>
        </>
      }
    >
      <p>{text("settings.trustLead")}</p>
      <IssuerFacts issuer={issuer} />
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      <PassphraseField
        label={text("settings.vaultPassphrase")}
        value={passphrase}
        onChange={setPassphrase}
        onEnter={() => void trust()}
        purpose="current-password"
      />
    </Dialog>
  );
}
