import { Settings2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { AlertDialog } from "../ui/AlertDialog.tsx";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { NoticeRegion, type NoticeView } from "../ui/NoticeRegion.tsx";
import { Popover } from "../ui/Popover.tsx";
import { TextField } from "../ui/TextField.tsx";
import { Row, Section } from "./Section.tsx";
import type { Say } from "./samples.ts";

type Open = "dialog" | "alert" | undefined;

/** What opens above the page. */
export function OverlaySection({ say }: { say: Say }): ReactNode {
  const [open, setOpen] = useState<Open>(undefined);
  const [notices, setNotices] = useState<readonly NoticeView[]>([]);
  const drop = (id: string): void => setNotices(notices.filter((notice) => notice.id !== id));
  return (
    <Section id="overlays" title="Dialog, AlertDialog, Popover, NoticeRegion">
      <Row>
        <Button onPress={() => setOpen("dialog")}>{say("期限を延ばす", "Extend the due date")}</Button>
        <Button tone="danger" onPress={() => setOpen("alert")}>
          {say("案件を廃棄", "Dispose of the case")}
        </Button>
        <Popover title={say("表示の設定", "View")} trigger={<Button icon={Settings2}>{say("表示", "View")}</Button>}>
          <p>{say("行の高さと列を選べます。", "Choose row height and columns.")}</p>
        </Popover>
        <Button onPress={() => setNotices(sampleNotices(say))}>{say("お知らせを出す", "Show notices")}</Button>
      </Row>
      <Dialogs say={say} open={open} close={() => setOpen(undefined)} />
      <NoticeRegion notices={notices} onDismiss={drop} onUndo={drop} />
    </Section>
  );
}

function sampleNotices(say: Say): readonly NoticeView[] {
  const short = say("回答を「いいえ」に変えました。", "The answer is now No.");
  const long = say(
    "媒体の空きが足りず、控えを作れませんでした。元の保管庫には影響ありません。",
    "The backup could not be made: the medium is full. The vault itself is unharmed.",
  );
  return [
    { id: "a", tone: "success", text: short, canUndo: true, lifetimeMs: 15_000 },
    { id: "b", tone: "error", text: long, canUndo: false, lifetimeMs: undefined },
  ];
}

function Dialogs({ say, open, close }: { say: Say; open: Open; close: () => void }): ReactNode {
  const [reason, setReason] = useState("");
  const [committed, setCommitted] = useState<readonly string[]>([]);
  return (
    <>
      <output data-testid="dialog-commits">{committed.join(" ")}</output>
      <Dialog
        title={say("期限を延ばす", "Extend the due date")}
        isOpen={open === "dialog"}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{say("やめる", "Cancel")}</Button>
            <Button tone="primary" onPress={close}>
              {say("延ばす", "Extend")}
            </Button>
          </>
        }
      >
        <p>{say("延ばした理由は、経過の記録に残ります。", "The reason is kept in the trail.")}</p>
        <TextField
          label={say("理由", "Reason")}
          value={reason}
          onChange={setReason}
          onCommit={(text) => setCommitted((before) => [...before, text])}
          autoFocus
        />
      </Dialog>
      <AlertDialog
        title={say("案件 R8-0042「𠮷野家 葛󠄀」を廃棄しますか", "Dispose of case R8-0042, 𠮷野家 葛󠄀?")}
        isOpen={open === "alert"}
        confirmLabel={say("廃棄する", "Dispose")}
        onConfirm={close}
        onCancel={close}
      >
        <p>
          {say(
            "証拠 12 件と経過の記録が読めなくなります。元に戻すことはできません。",
            "Twelve pieces of evidence and the trail become unreadable. This cannot be undone.",
          )}
        </p>
      </AlertDialog>
    </>
  );
}
