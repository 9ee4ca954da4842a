import { useEffect } from "react";
import { useStore } from "zustand";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { Answer } from "../../../shared/domain/answer.ts";
import type { Template } from "../../../shared/domain/content/template.ts";
import type { Evidence } from "../../../shared/domain/evidence.ts";
import type { DossierId } from "../../../shared/domain/ids.ts";
import type { Locale } from "../../../shared/strings/text.ts";
import { host, onEvent } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";

/** Choices for the letter; undefined stands for what the page proposes. */
export interface LetterChoices {
  readonly language: Locale | undefined;
  readonly addressee: string | undefined;
  readonly letterDay: string | undefined;
  readonly replyDay: string | undefined;
  /** Points whose tick differs from what the page proposes. */
  readonly turned: readonly string[];
}

interface EnquiryState {
  readonly dossierId: DossierId | undefined;
  readonly template: Template | undefined;
  readonly answers: readonly Answer[];
  readonly evidence: readonly Evidence[];
  readonly fault: Fault | undefined;
  readonly letter: LetterChoices;
}

const nothing: EnquiryState = {
  dossierId: undefined,
  template: undefined,
  answers: [],
  evidence: [],
  fault: undefined,
  letter: { language: undefined, addressee: undefined, letterDay: undefined, replyDay: undefined, turned: [] },
};

/** What is open on the case on screen, and the letter that asks about it. Emptied on lock; a letter is copied, not kept. */
const enquiryStore = createStore<EnquiryState>(() => nothing);

/** The enquiry of a dossier, kept fresh while the page is shown. */
export function useEnquiry(dossierId: DossierId): EnquiryState {
  const state = useStore(enquiryStore);
  useEffect(() => {
    if (enquiryStore.getState().dossierId !== dossierId) enquiryStore.setState({ ...nothing, dossierId });
    void load(dossierId);
    return onEvent("dossier.changed", (event) => {
      if (event.dossierId === dossierId) void load(dossierId);
    });
  }, [dossierId]);
  return state.dossierId === dossierId ? state : nothing;
}

async function load(dossierId: DossierId): Promise<void> {
  const [opened, listed] = await Promise.all([host.checklist.open({ dossierId }), host.evidence.list({ dossierId })]);
  if (enquiryStore.getState().dossierId !== dossierId) return;
  if (!opened.ok) {
    enquiryStore.setState({ fault: opened.error });
    return;
  }
  const { template, answers } = opened.value;
  const evidence = listed.ok ? listed.value.evidence : [];
  enquiryStore.setState({ template, answers, evidence, fault: listed.ok ? undefined : listed.error });
}

/** Reads what is open anew. */
export async function reloadEnquiry(dossierId: DossierId): Promise<void> {
  await load(dossierId);
}

/** Changes choices for the letter. */
export function chooseForLetter(choice: Partial<LetterChoices>): void {
  enquiryStore.setState(({ letter }) => ({ letter: { ...letter, ...choice } }));
}

/** Puts a point into the letter or leaves it out. */
export function turnPoint(key: string): void {
  enquiryStore.setState(({ letter }) => ({
    letter: {
      ...letter,
      turned: letter.turned.includes(key) ? letter.turned.filter((one) => one !== key) : [...letter.turned, key],
    },
  }));
}
