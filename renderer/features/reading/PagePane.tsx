import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useText } from "../../stores/text.ts";
import { frameDocument } from "./frame-policy.ts";
import css from "./reading.module.css";

/** A page or mail in a frame without any rights: no script, no address, no form, nothing from elsewhere. */
export function PagePane({ markup, name }: { readonly markup: string; readonly name: string }): ReactNode {
  const text = useText();
  const frame = useRef<HTMLIFrameElement>(null);
  useLayoutEffect(() => {
    if (frame.current !== null) frame.current.srcdoc = frameDocument(markup);
  }, [markup]);
  return (
    <iframe
      ref={frame}
      className={css["frame"]}
      sandbox=""
      referrerPolicy="no-referrer"
      title={text("reading.frameOf", { name })}
    />
  );
}
