import { type ReactNode, useState } from "react";
import type { PersonView } from "../../../shared/domain/people.ts";
import { dayOf } from "../../../shared/domain/time.ts";
import { notify } from "../../stores/notice-store.ts";
import { loadPeople } from "../../stores/people-store.ts";
import { useRights } from "../../stores/rights.ts";
import { refreshStatus } from "../../stores/session-store.ts";
import { useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { DateText } from "../../ui/DateText.tsx";
import { DescriptionList } from "../../ui/DescriptionList.tsx";
import { HashText } from "../../ui/HashText.tsx";
import { NameText } from "../../ui/NameText.tsx";
import { ChangePerson } from "./ChangePerson.tsx";
import { GiveKey } from "./GiveKey.tsx";
import css from "./people.module.css";
import { statusOf } from "./person-draft.ts";
import { RevokePerson } from "./RevokePerson.tsx";

type Act = "change" | "key" | "revoke";
const doneWords = { change: "people.changed", key: "people.keyMade", revoke: "people.revoked" } as const;

/** One person whole, and what an administrator can do about them. */
export function PersonCard({ person }: { person: PersonView }): ReactNode {
  const text = useText();
  const { may, personId } = useRights();
  const [act, setAct] = useState<Act>();
  const status = statusOf(person);
  const stop = (): void => setAct(undefined);
  const finish = (one: Act) => (after: PersonView) => {
    stop();
    notify({ tone: "success", text: text(doneWords[one], { name: after.displayName }) });
    void loadPeople();
    // It may have been the person at the keyboard.
    void refreshStatus();
  };
  const isManaged = may("manage-people") && status !== "revoked";
  return (
    <Card
      title={<NameText name={person.displayName} />}
      footer={
        isManaged ? (
          <>
            {status === "keyless" && (
              <Button tone="primary" onPress={() => setAct("key")}>
                {text("people.giveKey")}
              </Button>
            )}
            <Button onPress={() => setAct("change")}>{text("people.change")}</Button>
            <Button tone="danger" onPress={() => setAct("revoke")}>
              {text("people.revoke")}
            </Button>
          </>
        ) : undefined
      }
    >
      {status === "keyless" && <Banner tone="warning" title={text("people.keyless")} />}
      <PersonFacts person={person} />
      {act === "change" && <ChangePerson person={person} onClose={stop} onDone={finish("change")} />}
      {act === "key" && <GiveKey person={person} onClose={stop} onDone={finish("key")} />}
      {act === "revoke" && (
        <RevokePerson person={person} isSelf={person.id === personId} onClose={stop} onDone={finish("revoke")} />
      )}
    </Card>
  );
}

function PersonFacts({ person }: { person: PersonView }): ReactNode {
  const text = useText();
  const { unit, roles, keyFingerprint, addedAt, revokedAt } = person;
  return (
    <DescriptionList
      items={[
        { id: "unit", term: text("people.unit"), value: unit === "" ? text("people.unitNone") : <bdi>{unit}</bdi> },
        {
          id: "roles",
          term: text("people.roles"),
          value: (
            <ul className={css["roles"]}>
              {roles.map((role) => (
                <li key={role}>
                  <strong>{text(`people.role-${role}`)}</strong>
                  <span className={css["about"]}>{text(`people.about-${role}`)}</span>
                </li>
              ))}
            </ul>
          ),
        },
        {
          id: "key",
          term: text("people.fingerprint"),
          value: (
            <>
              {keyFingerprint === null ? text("people.noFingerprint") : <HashText value={keyFingerprint} />}
              <span className={css["about"]}>{text("people.fingerprintHelp")}</span>
            </>
          ),
        },
        { id: "since", term: text("people.since"), value: <DateText iso={dayOf(addedAt)} /> },
        ...(revokedAt === null
          ? []
          : [{ id: "until", term: text("people.revokedOn"), value: <DateText iso={dayOf(revokedAt)} /> }]),
      ]}
    />
  );
}
