import { type ReactNode, useState } from "react";
import { useStore } from "zustand";
import type { BackupPlace, BackupStatus } from "../../../shared/contract/calls/backup.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import { host } from "../../host.ts";
import { TaskProgress } from "../../parts/tasks/TaskProgress.tsx";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { FolderLine } from "./FolderLine.tsx";
import { healthStore } from "./health-store.ts";
import { diskText } from "./size-text.ts";

const taskId = "backup-by-hand";

/** How the last backup stands, and the button that makes one now. */
export function BackupCard({ status, canBackUp }: { status: BackupStatus; canBackUp: boolean }): ReactNode {
  const text = useText();
  const [isMaking, setMaking] = useState(false);
  const [isMade, setMade] = useState(false);
  const [fault, setFault] = useState<Fault>();

  async function make(place: BackupPlace): Promise<void> {
    setMaking(true);
    setMade(false);
    setFault(undefined);
    const made = await host.backup.make({ taskId, place });
    setMaking(false);
    if (made.ok) healthStore.setState({ backup: made.value });
    setMade(made.ok);
    if (!made.ok && made.error.code !== "cancelled") setFault(made.error);
  }

  return (
    <Card title={text("backup.title")} lead={text("backup.lead")}>
      <Warnings status={status} />
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} isLive />}
      {isMade && <Banner tone="success" title={text("backup.made")} isLive />}
      <Last status={status} canBackUp={canBackUp} />
      {isMaking && (
        <TaskProgress
          taskId={taskId}
          label={text("backup.making")}
          detail={(done, total) => `${diskText(done)} / ${diskText(total)}`}
        />
      )}
      {canBackUp && !isMaking && (
        <p>
          <Button tone="primary" onPress={() => void make("default")}>
            {text("backup.makeNow")}
          </Button>{" "}
          {status.chosen?.isPresent === true && (
            <Button onPress={() => void make("chosen")}>{text("backup.makeChosen")}</Button>
          )}
        </p>
      )}
    </Card>
  );
}

function Last({ status, canBackUp }: { status: BackupStatus; canBackUp: boolean }): ReactNode {
  const text = useText();
  const { last } = status;
  return (
    <DescriptionList
      items={[
        {
          id: "last",
          term: text("backup.last"),
          value: last === null ? text("backup.lastNever") : <DateText instantMs={last.at} />,
        },
        ...(last === null ? [] : [{ id: "size", term: text("backup.size"), value: diskText(last.sizeBytes) }]),
        {
          id: "folder",
          term: text("backup.placeChosen"),
          value: <FolderLine chosen={status.chosen} canChange={canBackUp} />,
        },
      ]}
    />
  );
}

function Warnings({ status }: { status: BackupStatus }): ReactNode {
  const text = useText();
  const { automaticFault, last, space, isOld } = status;
  // A code of the engine has a sentence; one this page does not know is told without details.
  const why = automaticFault === null ? undefined : faultText(text, { code: automaticFault as Fault["code"] });
  return (
    <>
      {last === null && (
        <Banner tone="warning" title={text("backup.neverTitle")}>
          {text("backup.neverBody")}
        </Banner>
      )}
      {last !== null && isOld && (
        <Banner tone="warning" title={text("backup.old")}>
          {text("backup.oldBody")}
        </Banner>
      )}
      {why !== undefined && (
        <Banner tone="warning" title={text("backup.automaticFailed")}>
          {why}
        </Banner>
      )}
      {last !== null && last.missing > 0 && (
        <Banner tone="warning" title={text("backup.missing", { count: last.missing })} />
      )}
      {space?.isLow === true && (
        <Banner tone="warning" title={text("backup.spaceLow", { free: diskText(space.freeBytes) })}>
          {text("backup.spaceLowBody")}
        </Banner>
      )}
    </>
  );
}

/** The backups that were made, latest first. */
export function RunsCard(): ReactNode {
  const text = useText();
  const runs = useStore(healthStore, (state) => state.backup?.runs) ?? [];
  if (runs.length === 0) return null;
  return (
    <Card title={text("backup.runsTitle")} lead={text("backup.kept")}>
      <DescriptionList
        items={runs.map((run) => ({
          id: String(run.at),
          term: <DateText instantMs={run.at} />,
          value: [
            text(run.isAutomatic ? "backup.automatic" : "backup.byHand"),
            text(run.place === "default" ? "backup.placeDefault" : "backup.placeChosen"),
            diskText(run.sizeBytes),
          ].join(" · "),
        }))}
      />
    </Card>
  );
}
