import { Check, FilePlus2, Lock, Pencil, Search, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "../ui/Button.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Kbd } from "../ui/Kbd.tsx";
import { Row, Section } from "./Section.tsx";
import type { Say } from "./samples.ts";

const nothing = (): void => undefined;

/** Buttons in every tone and state. */
export function ControlsSection({ say }: { say: Say }): ReactNode {
  return (
    <Section id="buttons" title="Button, IconButton, Kbd">
      <Row>
        <Button tone="primary" icon={Check} shortcut="Ctrl+Enter" onPress={nothing}>
          {say("次の項目へ", "Next item")}
        </Button>
        <Button icon={FilePlus2} onPress={nothing}>
          {say("証拠を追加", "Add evidence")}
        </Button>
        <Button tone="quiet" icon={Pencil} shortcut="N" onPress={nothing}>
          {say("メモ", "Note")}
        </Button>
        <Button tone="danger" icon={Trash2} onPress={nothing}>
          {say("記録を廃棄", "Dispose of the record")}
        </Button>
      </Row>
      <Row>
        <Button tone="primary" isDisabled onPress={nothing}>
          {say("決定を記録", "Record the decision")}
        </Button>
        <Button isDisabled onPress={nothing}>
          {say("書き出す", "Export")}
        </Button>
        <Button tone="quiet" isDisabled onPress={nothing}>
          {say("元に戻す", "Undo")}
        </Button>
        <Button tone="primary" isBusy onPress={nothing}>
          {say("署名しています", "Signing")}
        </Button>
        <Button isBusy onPress={nothing}>
          {say("照合しています", "Screening")}
        </Button>
      </Row>
      <Row>
        <Button size="small" tone="primary" onPress={nothing}>
          {say("同一人物", "Same person")}
        </Button>
        <Button size="small" shortcut="2" onPress={nothing}>
          {say("別人", "Someone else")}
        </Button>
        <Button size="small" tone="quiet" icon={Search} onPress={nothing}>
          {say("探す", "Search")}
        </Button>
        <IconButton icon={Lock} label={say("施錠", "Lock")} shortcut="Ctrl+L" onPress={nothing} />
        <IconButton icon={Pencil} label={say("書き直す", "Edit")} onPress={nothing} isPressed />
        <IconButton icon={Trash2} label={say("取り除く", "Remove")} size="small" isDisabled onPress={nothing} />
        <Kbd keys="Ctrl+Shift+K" />
        <Kbd keys="?" />
        <Kbd keys="ArrowUp" />
      </Row>
    </Section>
  );
}
