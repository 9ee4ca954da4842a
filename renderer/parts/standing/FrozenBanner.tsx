import type { ReactNode } from "react";
import { type Dossier, isOpenForWork } from "../../../shared/domain/dossier.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";

/** Why nobody can change the case as it stands; nothing while it is open for work. */
export function FrozenBanner({ dossier }: { dossier: Dossier }): ReactNode {
  const text = useText();
  if (isOpenForWork(dossier.state)) return null;
  return <Banner title={text(dossier.state === "proposed" ? "dossier.frozenProposed" : "dossier.frozen")} />;
}
