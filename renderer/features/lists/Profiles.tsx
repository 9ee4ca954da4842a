import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ImportId } from "../../../shared/domain/ids.ts";
import type { ListProfile } from "../../../shared/domain/list-editions.ts";
import type { ColumnMapping, ListLayout } from "../../../shared/domain/screening.ts";
import { host } from "../../host.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, useText } from "../../stores/text.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import css from "./lists.module.css";

interface ProfilesProps {
  readonly importId: ImportId;
  readonly layout: ListLayout;
  readonly mapping: ColumnMapping;
  readonly onTake: (mapping: ColumnMapping) => void;
}

/** How the columns of such a file were read before: taken at once when one was made for this header, kept, and dropped. */
export function Profiles({ importId, layout, mapping, onTake }: ProfilesProps): ReactNode {
  const text = useText();
  const { profiles, taken, problem, setTaken, setProblem, reload } = useProfiles(importId, onTake);
  const [name, setName] = useState("");
  const take = (wanted: string): void => {
    const profile = profiles.find((one) => one.name === wanted);
    if (profile === undefined) return;
    setTaken(wanted);
    onTake(profile.mapping);
  };
  const keep = async (): Promise<void> => {
    const kept = await host.lists.keepProfile({ importId, name: name.trim(), layout, mapping });
    if (!kept.ok) return setProblem(faultText(text, kept.error));
    setTaken(kept.value.name);
    setName("");
    notify({ tone: "success", text: text("lists.profileKept", { name: kept.value.name }) });
    await reload();
  };
  const drop = async (): Promise<void> => {
    const dropped = taken === undefined ? undefined : await host.lists.dropProfile({ name: taken });
    if (dropped?.ok === false) return setProblem(faultText(text, dropped.error));
    setTaken(undefined);
    await reload();
  };
  return (
    <div className={css["profiles"]}>
      {problem !== undefined && <Banner tone="error" title={problem} isLive />}
      {profiles.length > 0 && (
        <>
          <Select
            label={text("lists.profile")}
            placeholder={text("lists.profileNone")}
            options={profiles.map((profile) => ({ value: profile.name, label: profile.name }))}
            value={taken}
            onChange={take}
          />
          <Button tone="quiet" isDisabled={taken === undefined} onPress={() => void drop()}>
            {text("lists.profileDrop")}
          </Button>
        </>
      )}
      <TextField
        label={text("lists.profileName")}
        help={text("lists.profileHelp")}
        value={name}
        onChange={setName}
        maxLength={80}
      />
      <Button isDisabled={name.trim() === "" || mapping.name === null} onPress={() => void keep()}>
        {text("lists.profileKeep")}
      </Button>
    </div>
  );
}

function useProfiles(importId: ImportId, onTake: (mapping: ColumnMapping) => void) {
  const text = useText();
  const [profiles, setProfiles] = useState<readonly ListProfile[]>([]);
  const [taken, setTaken] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const offered = useRef(false);
  const reload = async (): Promise<void> => {
    const read = await host.lists.profiles({ importId });
    if (!read.ok) return setProblem(faultText(text, read.error));
    setProfiles(read.value.profiles);
    const fitting = read.value.profiles.find(({ name }) => read.value.fitting.includes(name));
    // Offered once: what the person then changes by hand stays.
    if (offered.current || fitting === undefined) return;
    offered.current = true;
    setTaken(fitting.name);
    onTake(fitting.mapping);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once for each file.
  useEffect(() => void reload(), [importId]);
  return { profiles, taken, problem, setTaken, setProblem, reload };
}
