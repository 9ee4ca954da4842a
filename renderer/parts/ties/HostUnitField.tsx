import type { ReactNode } from "react";
import { isSameUnit, type PersonView, unitLimit } from "../../../shared/domain/people.ts";
import { unitsOf, usePeople } from "../../stores/people-store.ts";
import { useRights } from "../../stores/rights.ts";
import { useText } from "../../stores/text.ts";
import { SuggestField } from "../../ui/SuggestField.tsx";

interface HostUnitFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onCommit?: (() => void) | undefined;
  readonly isReadOnly?: boolean | undefined;
}

/** The unit of ours that hosts a case, with units people belong to as suggestions, and what follows from the choice. */
export function HostUnitField({ value, onChange, onCommit, isReadOnly }: HostUnitFieldProps): ReactNode {
  const text = useText();
  const { people } = usePeople();
  return (
    <div>
      <SuggestField
        label={text("ties.hostUnit")}
        help={text("ties.hostUnitHelp")}
        value={value}
        onChange={onChange}
        onCommit={onCommit}
        suggestions={unitsOf(people)}
        maxLength={unitLimit}
        isReadOnly={isReadOnly}
      />
      <Follows unit={value} people={people ?? []} />
    </div>
  );
}

/** Whom the choice keeps from reviewing and approving. */
function Follows({ unit, people }: { unit: string; people: readonly PersonView[] }): ReactNode {
  const text = useText();
  const { personId } = useRights();
  const inUnit = people.filter((person) => person.revokedAt === null && isSameUnit(person.unit, unit));
  if (inUnit.length === 0) return null;
  const isOwn = inUnit.some((person) => person.id === personId);
  return <p role="status">{isOwn ? text("ties.hostUnitOwn") : text("ties.hostUnitMeans", { count: inUnit.length })}</p>;
}
