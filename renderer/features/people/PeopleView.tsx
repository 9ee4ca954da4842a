import { UserPlus } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { PersonView } from "../../../shared/domain/people.ts";
import { notify } from "../../stores/notice-store.ts";
import { loadPeople, usePeople } from "../../stores/people-store.ts";
import { useRights } from "../../stores/rights.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { AddPerson } from "./AddPerson.tsx";
import { PeopleTable } from "./PeopleTable.tsx";
import { PersonCard } from "./PersonCard.tsx";
import css from "./people.module.css";
import { approvalGap } from "./person-draft.ts";
import { RotateCard } from "./RotateKey.tsx";

/** Everybody who can open this vault; administrators change it, the others read it. */
export function PeopleView(): ReactNode {
  const text = useText();
  const { people, fault } = usePeople();
  const { may } = useRights();
  const [chosenId, setChosenId] = useState<string>();
  const [isAdding, setAdding] = useState(false);
  const isManaged = may("manage-people");
  const added = (person: PersonView): void => {
    setAdding(false);
    setChosenId(person.id);
    notify({ tone: "success", text: text("people.added", { name: person.displayName }) });
    void loadPeople();
  };
  const add = (
    <Button tone="primary" icon={UserPlus} onPress={() => setAdding(true)}>
      {text("people.add")}
    </Button>
  );
  return (
    <Page
      title={text("people.title")}
      lead={text(isManaged ? "people.lead" : "people.leadReadOnly")}
      width="wide"
      {...(isManaged && { actions: add })}
    >
      {fault !== undefined && <Banner tone="error" title={faultText(text, fault)} />}
      {people === undefined && fault === undefined && <Skeleton lines={5} />}
      {people !== undefined && <Gap people={people} />}
      {people !== undefined && (
        <div className={css["desk"]}>
          <PeopleTable people={people} chosenId={chosenId} onChoose={setChosenId} />
          <Chosen person={people.find((person) => person.id === chosenId)} />
        </div>
      )}
      {isManaged && people !== undefined && <RotateCard />}
      {isAdding && <AddPerson onClose={() => setAdding(false)} onAdded={added} />}
    </Page>
  );
}

/** Says plainly when nobody here could approve anything. */
function Gap({ people }: { people: readonly PersonView[] }): ReactNode {
  const text = useText();
  const gap = approvalGap(people);
  if (gap === undefined) return null;
  return gap === "alone" ? (
    <Banner tone="warning" title={text("people.aloneTitle")}>
      {text("people.alone")}
    </Banner>
  ) : (
    <Banner tone="warning" title={text("people.noApproverTitle")}>
      {text("people.noApprover")}
    </Banner>
  );
}

function Chosen({ person }: { person: PersonView | undefined }): ReactNode {
  const text = useText();
  const place = useRef<HTMLDivElement>(null);
  const id = person?.id;
  useEffect(() => {
    // With many people the card lies below what is in sight; the row keeps the focus.
    if (id !== undefined) place.current?.scrollIntoView({ block: "nearest" });
  }, [id]);
  if (person === undefined) return <p className={css["choose"]}>{text("people.choose")}</p>;
  return (
    <div ref={place}>
      <PersonCard key={person.id} person={person} />
    </div>
  );
}
