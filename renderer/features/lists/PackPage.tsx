import { type ReactNode, useState } from "react";
import { useStore } from "zustand";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { ImportId } from "../../../shared/domain/ids.ts";
import type { PackedLine, PackLook, PackSigner } from "../../../shared/domain/list-editions.ts";
import type { ImportTrial } from "../../../shared/domain/screening.ts";
import { host } from "../../host.ts";
import { ReauthDialog } from "../../parts/reauth/ReauthDialog.tsx";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { HashText } from "../../ui/HashText.tsx";
import { Page } from "../../ui/Page.tsx";
import { ImportProgress } from "./ImportProgress.tsx";
import css from "./lists.module.css";
import { listsStore, loadEditions } from "./lists-store.ts";
import { TrialReport } from "./TrialReport.tsx";

/** A signed pack: who signed it, what is in it, and how each edition stands to what is here. */
export function PackPage({ look, onBack }: { look: PackLook; onBack: () => void }): ReactNode {
  const text = useText();
  const [isAccepted, setAccepted] = useState(look.signer.accepted);
  const [isAsking, setAsking] = useState(false);
  const { signer } = look;
  return (
    <Page
      title={text("lists.packPage")}
      lead={<bdi>{look.fileName}</bdi>}
      width="wide"
      actions={<Button onPress={onBack}>{text("lists.back")}</Button>}
    >
      <Card title={text("lists.signer")}>
        {!isAccepted && (
          <Banner
            tone="warning"
            title={text("lists.signerUnknown")}
            actions={<Button onPress={() => setAsking(true)}>{text("lists.acceptSigner")}</Button>}
          >
            {text("lists.signerCompare")}
          </Banner>
        )}
        <DescriptionList
          items={[
            { id: "name", term: text("lists.signerName"), value: <bdi>{signer.name}</bdi> },
            { id: "organization", term: text("lists.signerOrganization"), value: <bdi>{signer.organization}</bdi> },
            { id: "fingerprint", term: text("lists.fingerprint"), value: <HashText value={signer.fingerprint} /> },
            { id: "by", term: text("lists.packBy"), value: <bdi>{look.createdBy}</bdi> },
            { id: "at", term: text("lists.packAt"), value: <DateText instantMs={look.createdAt} /> },
          ]}
        />
      </Card>
      {look.editions.map((edition, at) => (
        <PackedCard key={edition.sha256} packId={look.packId} at={at} edition={edition} isAccepted={isAccepted} />
      ))}
      {isAsking && (
        <ReauthDialog<never, PackSigner>
          title={text("lists.acceptTitle", { name: signer.name })}
          lead={text("lists.acceptLead")}
          confirmLabel={text("lists.acceptSigner")}
          onConfirm={({ passphrase }) => host.lists.acceptSigner({ packId: look.packId, passphrase })}
          onDone={() => {
            setAccepted(true);
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        >
          <HashText value={signer.fingerprint} />
        </ReauthDialog>
      )}
    </Page>
  );
}

interface PackedCardProps {
  readonly packId: ImportId;
  readonly at: number;
  readonly edition: PackedLine;
  readonly isAccepted: boolean;
}

function PackedCard(props: PackedCardProps): ReactNode {
  const text = useText();
  const { edition, isAccepted, packId } = props;
  const work = usePacked(props);
  const { editions } = useStore(listsStore);
  const before = editions?.find(({ current, title }) => current && title === edition.details.title);
  const tried = work.tried;
  return (
    <Card
      title={<bdi>{edition.details.title}</bdi>}
      lead={text("lists.editionLead", { edition: edition.details.edition, count: edition.entries })}
      actions={
        <Badge tone={edition.standing === "older" ? "warning" : "neutral"}>
          {text(`lists.standing-${work.isKept ? "known" : edition.standing}`)}
        </Badge>
      }
    >
      {work.fault !== undefined && <Banner tone="error" title={faultText(text, work.fault)} isLive />}
      {work.isBusy && <ImportProgress taskId={packId} />}
      {!work.isKept && edition.standing !== "known" && tried === undefined && (
        <span className={css["actions"]}>
          <Button isDisabled={!isAccepted} isBusy={work.isBusy} onPress={() => void work.look()}>
            {text("lists.packCompare")}
          </Button>
        </span>
      )}
      {!work.isKept && tried !== undefined && (
        <>
          <TrialReport
            trial={tried.trial}
            sides={before && { before: before.id, after: { importId: tried.importId } }}
            fileNames={[]}
          />
          <span className={css["actions"]}>
            <Button onPress={() => void work.keep(true)} isDisabled={work.isBusy}>
              {text("lists.archive")}
            </Button>
            <Button
              tone="primary"
              isDisabled={edition.standing === "older" || work.isBusy}
              onPress={() => void work.keep(false)}
            >
              {text("lists.store")}
            </Button>
          </span>
        </>
      )}
    </Card>
  );
}

function usePacked({ packId, at, edition }: PackedCardProps) {
  const text = useText();
  const [tried, setTried] = useState<{ importId: ImportId; trial: ImportTrial }>();
  const [isKept, setKept] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  return {
    tried,
    isKept,
    isBusy,
    fault,
    /** Reads the edition out of the pack and compares it; nothing is kept. */
    look: async (): Promise<void> => {
      setBusy(true);
      const read = await host.lists.tryPacked({ packId, at });
      setBusy(false);
      setFault(read.ok || read.error.code === "cancelled" ? undefined : read.error);
      if (read.ok) setTried(read.value);
    },
    keep: async (archive: boolean): Promise<void> => {
      if (tried === undefined) return;
      setBusy(true);
      const kept = await host.screening.finishImport({ importId: tried.importId, details: edition.details, archive });
      setBusy(false);
      setFault(kept.ok ? undefined : kept.error);
      if (!kept.ok) return;
      setKept(true);
      notify({ tone: "success", text: text("lists.stored", { count: kept.value.entries }) });
      await loadEditions();
    },
  };
}
