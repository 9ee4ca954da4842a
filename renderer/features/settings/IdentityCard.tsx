import { type ReactNode, useEffect, useState } from "react";
import type { Identity } from "../../../shared/contract/calls/proof.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { HashText } from "../../ui/HashText.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { IdentityDialog } from "./IdentityDialog.tsx";

/** The certificate papers are signed with: what it is, how to make one, how to hand out its root. */
export function IdentityCard(): ReactNode {
  const text = useText();
  const [identity, setIdentity] = useState<Identity | null>();
  const [asked, setAsked] = useState<"make" | "import">();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    void host.identity.current({}).then((read) => {
      if (read.ok) setIdentity(read.value.identity);
    });
  }, []);

  async function writeOut(): Promise<void> {
    const saved = await host.identity.saveCertificate({});
    if (saved.ok) notify({ tone: "success", text: text("settings.exported") });
    else if (saved.error.code !== "cancelled") setProblem(faultText(text, saved.error));
  }

  function taken(made: Identity): void {
    setIdentity(made);
    setAsked(undefined);
    notify({ tone: "success", text: text("settings.made") });
  }

  return (
    <Card
      title={text("settings.identity")}
      lead={text("settings.identityLead")}
      footer={
        <>
          <Button tone={identity === null ? "primary" : "secondary"} onPress={() => setAsked("make")}>
            {text("settings.make")}
          </Button>
          <Button onPress={() => setAsked("import")}>{text("settings.import")}</Button>
          {identity !== null && identity !== undefined && (
            <Button onPress={() => void writeOut()}>{text("settings.export")}</Button>
          )}
        </>
      }
    >
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      {identity === null && <Banner tone="warning" title={text("settings.noIdentity")} />}
      {identity !== null && identity !== undefined && <IdentityFacts identity={identity} />}
      {asked !== undefined && (
        <IdentityDialog kind={asked} replaces={identity !== null} onClose={() => setAsked(undefined)} onDone={taken} />
      )}
    </Card>
  );
}

function IdentityFacts({ identity }: { identity: Identity }): ReactNode {
  const text = useText();
  return (
    <DescriptionList
      items={[
        { id: "subject", term: text("settings.subject"), value: <NameText name={identity.subjectName} /> },
        {
          id: "validity",
          term: text("settings.validity"),
          value: (
            <>
              <DateText instantMs={identity.validFrom} /> – <DateText instantMs={identity.validUntil} />
            </>
          ),
        },
        { id: "algorithm", term: text("settings.algorithm"), value: identity.algorithm },
        { id: "fingerprint", term: text("settings.fingerprint"), value: <HashText value={identity.fingerprint} /> },
        ...(identity.rootFingerprint === null
          ? []
          : [
              {
                id: "root",
                term: text("settings.rootFingerprint"),
                value: <HashText value={identity.rootFingerprint} />,
              },
            ]),
      ]}
    />
  );
}
