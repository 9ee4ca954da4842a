import type { ReactNode } from "react";
import { isSameUnit, type PersonView, unitLimit } from "../../../shared/domain/people.ts";
import { unitsOf, usePeople } from "../../stores/people-store.ts";
import { useText } from "../../stores/text.ts";
import { SuggestField } from "../../ui/SuggestField.tsx";
import { useIsOwnUnit } from "./own-unit.ts";

interface HostUnitFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onCommit?: (() => void) | undefined;
  readonly isReadOnly?: boolean | undefined;
  /** The case is not there yet; nobody begins one that their own unit hosts. */
  readonly isNewCase?: boolean | undefined;
}

/** The unit of ours that hosts a case, with units people belong to as suggestions, and what follows from the choice. */
export function HostUnitField({ value, onChange, onCommit, isReadOnly, isNewCase }: HostUnitFieldProps): ReactNode {
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
      <Follows unit={value} people={people ?? []} isNewCase={isNewCase === true} />
    </div>
  );
}

interface FollowsProps {
  readonly unit: string;
  readonly people: readonly PersonView[];
  readonly isNewCase: boolean;
}

/** Whom the choice keeps from reviewing and approving. */
function Follows({ unit, people, isNewCase }: FollowsProps): ReactNode {
  const text = useText();
  const isOwn = useIsOwnUnit(unit);
  if (isOwn) return <p role="status">{text(isNewCase ? "ties.hostUnitOwnNew" : "ties.hostUnitOwn")}</p>;
  const inUnit = people.filter((person) => person.revokedAt === null && isSameUnit(person.unit, unit));
  if (inUnit.length === 0) return null;
  return <p role="status">{text("ties.hostUnitMeans", { count: inUnit.length })}</p>;
}
