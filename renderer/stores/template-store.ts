import { useEffect } from "react";
import { useStore } from "zustand";
import type { Template } from "../../shared/domain/content/template.ts";
import type { TemplateKind } from "../../shared/domain/content/vocabulary.ts";
import type { Sha256 } from "../../shared/domain/ids.ts";
import { host } from "../host.ts";
import { useContent } from "./content-store.ts";
import { createStore } from "./create-store.ts";

interface TemplateState {
  /** Texts of versions read so far, built-in ones aside. A version never changes, so each is read once. */
  readonly texts: ReadonlyMap<Sha256, Template>;
}

const templateStore = createStore<TemplateState>(() => ({ texts: new Map() }));

/** The text of a version, built-in or the office's own; undefined while it is read or where it cannot be. */
export function useTemplate(hash: Sha256 | undefined): Template | undefined {
  const { templates } = useContent();
  const own = useStore(templateStore, ({ texts }) => (hash === undefined ? undefined : texts.get(hash)));
  const text = templates.find((template) => template.hash === hash) ?? own;
  const isMissing = hash !== undefined && text === undefined;
  useEffect(() => {
    if (isMissing) void readText(hash);
  }, [isMissing, hash]);
  return text;
}

async function readText(hash: Sha256): Promise<void> {
  const read = await host.templates.read({ hash });
  if (!read.ok) return;
  templateStore.setState(({ texts }) => ({ texts: new Map(texts).set(hash, read.value.template) }));
}

/** The version with which new cases of a kind start: the office's choice, or else the built-in one. Undefined without any. */
export async function startVersion(kind: TemplateKind): Promise<Sha256 | undefined> {
  const listed = await host.templates.list({});
  if (!listed.ok) return undefined;
  const { builtIn, office, starts } = listed.value;
  const own = office.find((template) => template.templateId === starts[kind])?.versions[0];
  return own?.hash ?? builtIn.find((template) => template.kind === kind)?.hash;
}
