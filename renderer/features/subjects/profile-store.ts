import { useEffect } from "react";
import { useStore } from "zustand";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import type { DossierId, EntryId, LinkId } from "../../../shared/domain/ids.ts";
import type { EntryInput, ProfileEntry } from "../../../shared/domain/profile/entry.ts";
import type { LinkInput, SubjectLink } from "../../../shared/domain/profile/link.ts";
import type { Result } from "../../../shared/result.ts";
import { host, onEvent } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";
import { notify } from "../../stores/notice-store.ts";
import { faultText, textNow } from "../../stores/text.ts";

/** What is known about the subjects of the case on screen, and the evidence it can rest on. */
export interface Profile {
  readonly dossierId: DossierId;
  readonly entries: readonly ProfileEntry[];
  readonly links: readonly SubjectLink[];
  readonly evidence: readonly Evidence[];
}

interface ProfileState {
  readonly profile: Profile | undefined;
  readonly fault: Fault | undefined;
}

const profileStore = createStore<ProfileState>(() => ({ profile: undefined, fault: undefined }));

/** Reads the profile anew. */
export async function loadProfile(dossierId: DossierId): Promise<void> {
  const [read, held] = await Promise.all([host.profile.open({ dossierId }), host.evidence.list({ dossierId })]);
  if (!read.ok) return profileStore.setState({ profile: undefined, fault: read.error });
  const evidence = held.ok ? held.value.evidence : [];
  profileStore.setState({ profile: { dossierId, ...read.value, evidence }, fault: undefined });
}

/** The profile of this case, kept fresh while the page is shown. */
export function useProfile(dossierId: DossierId): ProfileState {
  const { profile, fault } = useStore(profileStore);
  useEffect(() => {
    void loadProfile(dossierId);
    return onEvent("dossier.changed", (event) => {
      if (event.dossierId === dossierId) void loadProfile(dossierId);
    });
  }, [dossierId]);
  return { profile: profile?.dossierId === dossierId ? profile : undefined, fault };
}

/** Stores an entry: a new one, or over `known`. */
export async function saveEntry(
  dossierId: DossierId,
  entry: EntryInput,
  known: { readonly id: EntryId; readonly revision: number } | undefined,
): Promise<Result<ProfileEntry, Fault>> {
  const saved = await host.profile.putEntry({
    dossierId,
    entryId: known?.id ?? null,
    revision: known?.revision ?? 0,
    entry,
  });
  if (saved.ok) await loadProfile(dossierId);
  return saved;
}

/** Takes an entry away; the notice brings it back. */
export async function removeEntry(dossierId: DossierId, entry: ProfileEntry): Promise<void> {
  const { id: entryId, revision, batchId: _batch, at: _at, by: _by, ...input } = entry;
  const removed = await host.profile.removeEntry({ dossierId, entryId, revision });
  const text = textNow();
  if (!removed.ok) return void notify({ tone: "error", text: faultText(text, removed.error) });
  await loadProfile(dossierId);
  notify({
    text: text("subjects.entryRemoved"),
    undo: async () => {
      await saveEntry(dossierId, input, undefined);
    },
  });
}

/** Stores a tie: a new one, or over `known`. */
export async function saveLink(
  dossierId: DossierId,
  link: LinkInput,
  known: { readonly id: LinkId; readonly revision: number } | undefined,
): Promise<Result<SubjectLink, Fault>> {
  const saved = await host.profile.putLink({
    dossierId,
    linkId: known?.id ?? null,
    revision: known?.revision ?? 0,
    link,
  });
  if (saved.ok) await loadProfile(dossierId);
  return saved;
}

/** Takes a tie away; the notice brings it back. */
export async function removeLink(dossierId: DossierId, link: SubjectLink): Promise<void> {
  const { id: linkId, revision, at: _at, by: _by, ...input } = link;
  const removed = await host.profile.removeLink({ dossierId, linkId, revision });
  const text = textNow();
  if (!removed.ok) return void notify({ tone: "error", text: faultText(text, removed.error) });
  await loadProfile(dossierId);
  notify({
    text: text("subjects.linkRemoved"),
    undo: async () => {
      await saveLink(dossierId, input, undefined);
    },
  });
}
