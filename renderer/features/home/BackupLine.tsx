import type { ReactNode } from "react";
import type { BackupStatus } from "../../../shared/contract/calls/backup.ts";
import { navigate } from "../../stores/route-store.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { DateText } from "../../ui/DateText.tsx";

/** When the last verified backup was made; a warning when it is old, missing, or the disk is filling up. */
export function BackupLine({ status }: { status: BackupStatus }): ReactNode {
  const text = useText();
  const { last, isOld, space } = status;
  const when = last === null ? text("backup.lastNever") : <DateText instantMs={last.at} />;
  const isLow = space?.isLow === true;
  const title = (
    <>
      {text("backup.badge")}: {when}
    </>
  );
  return (
    <Banner
      tone={isOld || isLow ? "warning" : "info"}
      title={title}
      actions={
        <Button size="small" onPress={() => navigate({ view: "health" })}>
          {text("backup.toPage")}
        </Button>
      }
    >
      {last === null && text("backup.neverBody")}
      {last !== null && isOld && `${text("backup.old")} ${text("backup.oldBody")}`}{" "}
      {isLow && text("backup.spaceLow", { free: `${(space.freeBytes / 1e9).toFixed(1)} GB` })}
    </Banner>
  );
}
