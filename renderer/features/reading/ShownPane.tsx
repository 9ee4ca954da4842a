import type { ReactNode, RefObject } from "react";
import type { LeftOut, MailHead, Reading } from "../../../shared/domain/reading.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { ImagePane } from "./ImagePane.tsx";
import { PagePane } from "./PagePane.tsx";
import { PdfPane } from "./PdfPane.tsx";
import type { PaneProps } from "./pane.ts";
import css from "./reading.module.css";
import type { Shown } from "./reading-store.ts";
import { TablePane } from "./TablePane.tsx";
import { TextPane } from "./TextPane.tsx";
import type { View } from "./use-view.ts";

interface ShownPaneProps {
  readonly shown: Shown;
  readonly view: View;
  readonly name: string;
  readonly pane: PaneProps;
  readonly scroller: RefObject<HTMLElement | null>;
}

/** What is shown, each kind in its own way, under what must be known about it. */
export function ShownPane({ shown, view, name, pane, scroller }: ShownPaneProps): ReactNode {
  if (shown.form === "pdf") return <PdfPane bytes={shown.bytes} {...pane} />;
  if (shown.form === "image") return <ImagePane image={shown} name={name} {...pane} />;
  return (
    <>
      <Notes reading={shown.reading} isLook={view.tab === "look"} />
      <MadePane reading={shown.reading} view={view} name={name} pane={pane} scroller={scroller} />
    </>
  );
}

function MadePane({
  reading,
  view,
  name,
  pane,
  scroller,
}: Omit<ShownPaneProps, "shown"> & { readonly reading: Reading }): ReactNode {
  const text = useText();
  if (reading.form === "page" && view.tab === "look") return <PagePane markup={reading.markup} name={name} />;
  if (reading.form !== "table") {
    if (reading.parts.length === 0) return <p className={css["note"]}>{text("reading.empty")}</p>;
    return <TextPane parts={reading.parts} scroller={scroller} {...pane} />;
  }
  const sheet = reading.sheets[view.sheet];
  if (sheet === undefined || sheet.rows.length === 0) return <p className={css["note"]}>{text("reading.empty")}</p>;
  return <TablePane key={view.sheet} sheet={sheet} number={view.sheet + 1} scroller={scroller} {...pane} />;
}

/** What was cut, guessed or left out. */
function Notes({ reading, isLook }: { readonly reading: Reading; readonly isLook: boolean }): ReactNode {
  const text = useText();
  return (
    <div className={css["notes"]}>
      {reading.isCut && <Banner tone="warning" title={text("reading.cut")} />}
      {reading.isUncertain && (
        <Banner tone="warning" title={text("reading.uncertain", { encoding: reading.encoding })} />
      )}
      {reading.form === "page" && isLook && <LeftOutNote leftOut={reading.leftOut} />}
      {reading.form === "page" && reading.mail !== null && <Mail mail={reading.mail} />}
    </div>
  );
}

function LeftOutNote({ leftOut }: { readonly leftOut: LeftOut }): ReactNode {
  const text = useText();
  const { remote, active, links, pictures } = leftOut;
  return <p className={css["note"]}>{text("reading.leftOut", { remote, active, links, pictures })}</p>;
}

function Mail({ mail }: { readonly mail: MailHead }): ReactNode {
  const text = useText();
  const lines = (["subject", "from", "to", "date"] as const).filter((field) => mail[field] !== "");
  const files = mail.attachments.map((file) => file.name || file.mediaType).join("、");
  return (
    <DescriptionList
      items={[
        ...lines.map((field) => ({ id: field, term: text(`reading.mail-${field}`), value: <bdi>{mail[field]}</bdi> })),
        ...(files === "" ? [] : [{ id: "files", term: text("reading.mail-files"), value: <bdi>{files}</bdi> }]),
      ]}
    />
  );
}
