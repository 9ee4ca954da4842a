import { useEffect } from "react";
import { useStore } from "zustand";
import type { PracticeAttempt, PracticeCaseView, PracticeSheet } from "../../../shared/contract/calls/practice.ts";
import type { Fault } from "../../../shared/contract/channel.ts";
import type { PracticeId } from "../../../shared/domain/ids.ts";
import type { PracticeReview } from "../../../shared/domain/practice.ts";
import { host } from "../../host.ts";
import { createStore } from "../../stores/create-store.ts";

/** What the practice page shows: the list, a sheet being answered, or a result. */
interface PracticeState {
  readonly cases: readonly PracticeCaseView[] | undefined;
  readonly attempts: readonly PracticeAttempt[];
  readonly sheet: PracticeSheet | undefined;
  readonly review: PracticeReview | undefined;
  readonly fault: Fault | undefined;
}

/** Emptied on lock; an attempt goes on where it was left. */
const practiceStore = createStore<PracticeState>(() => ({
  cases: undefined,
  attempts: [],
  sheet: undefined,
  review: undefined,
  fault: undefined,
}));

/** What the practice page shows. Reads the list when the page opens. */
export function usePractice(): PracticeState {
  useEffect(() => {
    void loadPractice();
  }, []);
  return useStore(practiceStore);
}

async function loadPractice(): Promise<void> {
  const listed = await host.practice.list({});
  practiceStore.setState(listed.ok ? { ...listed.value, fault: undefined } : { fault: listed.error });
}

/** Begins a case, or goes on with it. */
export async function beginPractice(caseId: string): Promise<void> {
  const begun = await host.practice.begin({ caseId });
  practiceStore.setState(
    begun.ok ? { sheet: begun.value, review: undefined, fault: undefined } : { fault: begun.error },
  );
}

/** Shows a result. */
export function showReview(review: PracticeReview): void {
  practiceStore.setState({ review, sheet: undefined, fault: undefined });
}

/** Shows the result of an earlier attempt. */
export async function openReview(attemptId: PracticeId): Promise<void> {
  const read = await host.practice.review({ attemptId });
  if (read.ok) showReview(read.value);
  else practiceStore.setState({ fault: read.error });
}

/** Forgets an attempt. */
export async function dropAttempt(attemptId: PracticeId): Promise<void> {
  await host.practice.drop({ attemptId });
  await loadPractice();
}

/** Back to the list. */
export async function backToList(): Promise<void> {
  practiceStore.setState({ sheet: undefined, review: undefined, fault: undefined });
  await loadPractice();
}
