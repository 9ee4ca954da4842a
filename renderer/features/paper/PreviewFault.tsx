import type { ReactNode } from "react";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Text } from "../../../shared/strings/text.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Link } from "../../ui/Link.tsx";
import { type FaultPlace, placeOf } from "./fault-place.ts";
import { sectionName, sentences } from "./section-name.ts";
import type { StoredTexts } from "./use-paper-texts.ts";

interface PreviewFaultProps {
  readonly fault: Fault | "unreadable";
  readonly stored: StoredTexts;
  /** Older pages are still shown below. */
  readonly hasPages: boolean;
  readonly goTo: (name: string) => void;
  readonly action: ReactNode;
}

/** Why the pages cannot be made, and where to put it right. */
export function PreviewFault({ fault, stored, hasPages, goTo, action }: PreviewFaultProps): ReactNode {
  const text = useText();
  if (fault === "unreadable")
    return <Banner tone="error" title={text("paperpage.unreadable")} actions={action} isLive />;
  const place = placeOf(fault);
  const codePoint = fault.details?.["codePoint"];
  const key = place === undefined ? undefined : draftKeyOf(place, stored);
  return (
    <Banner tone="warning" title={text("paperpage.failedTitle")} actions={action} isLive>
      <p>{faultText(text, fault)}</p>
      {place !== undefined && (
        <p>
          <strong>{placeName(text, place, stored)}</strong>
          {codePoint !== undefined && codePoint !== "" && ` ${text("paperpage.glyphAt", { codePoint })}`}
        </p>
      )}
      {key !== undefined && <Link onPress={() => goTo(key)}>{text("paperpage.goTo")}</Link>}
      <p>
        {hasPages ? sentences(text("paperpage.failedText"), text("paperpage.staleNote")) : text("paperpage.failedText")}
      </p>
    </Banner>
  );
}

function draftKeyOf(place: FaultPlace, stored: StoredTexts): string | undefined {
  if (place.kind === "section") return place.id;
  if (place.kind === "elsewhere") return undefined;
  const factor = stored.facts[place.row]?.factor;
  return factor === undefined ? undefined : `${place.part}_${factor}`;
}

function placeName(text: Text, place: FaultPlace, stored: StoredTexts): string {
  switch (place.kind) {
    case "section":
      return text("paperpage.place-section", { name: sectionName(text, place.id) });
    case "fact":
      return text("paperpage.place-fact", {
        name: stored.facts[place.row]?.name ?? "–",
        part: text(`paperpage.part-${place.part}`),
      });
    case "elsewhere":
      return text(`paperpage.place-${place.area}`, { at: place.at });
  }
}
