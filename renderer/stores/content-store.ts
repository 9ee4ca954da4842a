import { useStore } from "zustand";
import type { Content } from "../../shared/domain/content/content.ts";
import { host } from "../host.ts";
import { createStore } from "./create-store.ts";

interface ContentState {
  readonly content: Content | undefined;
}

/** Templates, vocabulary, policy and wording that ship with the app; nothing of any dossier. */
const contentStore = createStore<ContentState>(() => ({ content: undefined }), { keepOnLock: true });

/** Loads the content once. */
export async function loadContent(): Promise<void> {
  if (contentStore.getState().content !== undefined) return;
  const loaded = await host.content.get({});
  if (loaded.ok) contentStore.setState({ content: loaded.value });
}

/** The content; the app shows no page before it is there. */
export function useContent(): Content {
  const content = useStore(contentStore, (state) => state.content);
  if (content === undefined) throw new Error("Content is loaded before any page is shown");
  return content;
}
