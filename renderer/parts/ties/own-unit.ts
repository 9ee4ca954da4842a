import { isSameUnit } from "../../../shared/domain/people.ts";
import { usePeople } from "../../stores/people-store.ts";
import { useRights } from "../../stores/rights.ts";

/** Whether the person at the keyboard belongs to this unit; false until the people are known. */
export function useIsOwnUnit(unit: string): boolean {
  const { people } = usePeople();
  const { personId } = useRights();
  return people?.some((person) => person.id === personId && isSameUnit(person.unit, unit)) === true;
}
