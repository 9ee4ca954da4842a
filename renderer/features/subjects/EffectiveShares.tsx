import type { ReactNode } from "react";
import type { Dossier } from "../../../shared/domain/dossier.ts";
import type { SubjectLink } from "../../../shared/domain/profile/link.ts";
import { type EffectiveStake, effectiveStakes, overOwned } from "../../../shared/domain/profile/ownership.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Card } from "../../ui/Card.tsx";
import { Table } from "../../ui/Table.tsx";
import { stakesOf } from "./graph-model.ts";
import { subjectName } from "./RecordTab.tsx";

interface EffectiveSharesProps {
  readonly dossier: Dossier;
  /** The ties in sight; shares are worked out from these alone. */
  readonly links: readonly SubjectLink[];
}

/** Who holds how much of what when all chains are followed. */
export function EffectiveShares({ dossier, links }: EffectiveSharesProps): ReactNode {
  const text = useText();
  const stakes = stakesOf(links);
  const found = effectiveStakes(stakes);
  const notes = (stake: EffectiveStake): string => {
    const declared = stakes.find((one) => one.isIndirect && one.owner === stake.owner && one.owned === stake.owned);
    return [
      text(stake.isThroughOthers ? "subjects.effectiveThrough" : "subjects.effectiveDirectly"),
      stake.isCircular ? text("subjects.effectiveCircular") : "",
      declared?.share == null ? "" : text("subjects.declared", { share: declared.share }),
    ]
      .filter((part) => part !== "")
      .join(" · ");
  };
  return (
    <Card title={text("subjects.effective")} lead={text("subjects.effectiveLead")}>
      {[...overOwned(stakes)].map(([owned, sum]) => (
        <Banner
          key={owned}
          tone="warning"
          title={text("subjects.overOwned", { name: subjectName(dossier, owned), sum: Math.round(sum * 100) / 100 })}
        />
      ))}
      <Table
        label={text("subjects.effective")}
        columns={[
          {
            id: "owner",
            header: text("subjects.owner"),
            cell: (stake) => subjectName(dossier, stake.owner),
            sortValue: (stake) => subjectName(dossier, stake.owner),
            isRowHeader: true,
          },
          {
            id: "owned",
            header: text("subjects.owned"),
            cell: (stake) => subjectName(dossier, stake.owned),
            sortValue: (stake) => subjectName(dossier, stake.owned),
          },
          {
            id: "share",
            header: text("subjects.effective"),
            cell: (stake) =>
              text(stake.isAtLeast ? "subjects.effectiveAtLeast" : "subjects.effectiveShare", {
                share: Math.round(stake.percent * 100) / 100,
              }),
            sortValue: (stake) => stake.percent,
            align: "end",
            width: "8rem",
          },
          { id: "how", header: text("subjects.columnWhat"), cell: notes, width: "14rem" },
        ]}
        rows={found}
        rowKey={(stake) => `${stake.owner}-${stake.owned}`}
        empty={text("subjects.effectiveNone")}
      />
    </Card>
  );
}
