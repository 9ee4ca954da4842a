import { type ReactNode, useEffect, useRef, useState } from "react";
import type { EvidenceMark } from "../../../shared/domain/reading.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { PdfPage } from "./PdfPage.tsx";
import type { PaneProps } from "./pane.ts";
import { type OpenPdf, openPdf, type PdfFault } from "./pdf-reader.ts";
import css from "./reading.module.css";

interface PdfPaneProps extends PaneProps {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Width of an A4 page at its true size, in CSS pixels. */
const a4WidthPx = 794;

/** The pages of a PDF, drawn as they come near the view, with their words above them to be chosen and found. */
export function PdfPane(props: PdfPaneProps): ReactNode {
  const text = useText();
  const { open, fault } = useOpenPdf(props.bytes);
  const { onTexts } = props;
  useEffect(() => {
    if (open === undefined) return undefined;
    return readTexts(open, onTexts);
  }, [open, onTexts]);
  if (fault !== undefined) return <Banner tone="error" title={faultText(text, { code: fault })} />;
  if (open === undefined) return <Progress label={text("reading.opening")} />;
  return (
    <ol className={css["pages"]}>
      {Array.from({ length: open.pdf.numPages }, (_, at) => at + 1).map((number) => (
        <PdfPage
          key={number}
          open={open}
          number={number}
          widthPx={Math.round(a4WidthPx * props.zoom)}
          rotation={props.rotation}
          marks={props.marks.filter((mark) => isOnPage(mark, number))}
          pane={props}
        />
      ))}
    </ol>
  );
}

function isOnPage({ place }: EvidenceMark, number: number): boolean {
  return place.kind === "boxes" && place.page === number;
}

function useOpenPdf(bytes: Uint8Array<ArrayBuffer>): { open: OpenPdf | undefined; fault: PdfFault | undefined } {
  const [state, setState] = useState<{ open?: OpenPdf; fault?: PdfFault }>({});
  const latest = useRef<OpenPdf>(undefined);
  useEffect(() => {
    let isCurrent = true;
    // The reader takes the bytes with it; the store keeps its own for a second opening.
    void openPdf(bytes.slice()).then((opened) => {
      if (typeof opened === "string") {
        if (isCurrent) setState({ fault: opened });
        return;
      }
      if (!isCurrent) {
        opened.close();
        return;
      }
      latest.current = opened;
      setState({ open: opened });
    });
    return () => {
      isCurrent = false;
      latest.current?.close();
      latest.current = undefined;
    };
  }, [bytes]);
  return { open: state.open, fault: state.fault };
}

/** Tells the words of each page in turn, for searching, until the returned function is called. */
function readTexts({ pdf }: OpenPdf, onTexts: (texts: readonly string[], isWhole: boolean) => void): () => void {
  let isCurrent = true;
  const read = async (): Promise<void> => {
    const texts: string[] = [];
    for (let number = 1; number <= pdf.numPages && isCurrent; number += 1) {
      texts.push(await textOfPage(pdf, number));
      if (isCurrent && (number % 20 === 0 || number === pdf.numPages)) onTexts([...texts], number === pdf.numPages);
    }
  };
  // A document that is closed meanwhile ends the reading.
  read().catch(() => undefined);
  return () => {
    isCurrent = false;
  };
}

async function textOfPage(pdf: OpenPdf["pdf"], number: number): Promise<string> {
  try {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    return items.map((item) => ("str" in item ? item.str : "")).join("");
  } catch {
    // A broken page has no words; its neighbours do.
    return "";
  }
}
