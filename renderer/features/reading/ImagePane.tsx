import { type ReactNode, useEffect, useState } from "react";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import type { PaneProps } from "./pane.ts";
import { RegionLayer } from "./RegionLayer.tsx";
import css from "./reading.module.css";

interface ImagePaneProps extends PaneProps {
  readonly image: {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly mediaType: string;
    readonly width: number;
    readonly height: number;
  };
  readonly name: string;
}

/** Width of a picture at 100 %, at most, in CSS pixels. */
const fitWidthPx = 900;

/** A picture from memory, larger or smaller and turned, with the highlights on it. */
export function ImagePane(props: ImagePaneProps): ReactNode {
  const text = useText();
  const { image, zoom, rotation } = props;
  const [isBroken, setBroken] = useState(false);
  const address = useAddress(image.bytes, image.mediaType);
  if (isBroken) return <Banner tone="error" title={faultText(text, { code: "reading-broken" })} />;
  const width = Math.min(image.width, fitWidthPx) * zoom;
  const height = (width / image.width) * image.height;
  const isTurned = rotation % 180 !== 0;
  return (
    <div
      className={css["picture"]}
      data-part={1}
      style={{ inlineSize: isTurned ? height : width, blockSize: isTurned ? width : height }}
    >
      <div className={css["turned"]} style={{ inlineSize: width, blockSize: height, rotate: `${rotation}deg` }}>
        {address !== undefined && (
          <img className={css["image"]} src={address} alt={props.name} onError={() => setBroken(true)} />
        )}
        <RegionLayer
          marks={props.marks}
          chosenId={props.chosenId}
          isDrawing={props.drawingPage === 1}
          onDrawn={(box) => props.onDraft({ place: { kind: "boxes", page: 1, boxes: [box] }, quote: "" })}
          onCancel={props.onCancelDrawing}
        />
      </div>
    </div>
  );
}

/** An address for bytes in the window's memory, given back when they leave the screen. */
function useAddress(bytes: Uint8Array<ArrayBuffer>, mediaType: string): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mediaType]);
  return address;
}
