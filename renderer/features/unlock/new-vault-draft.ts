import { passphraseMinimum } from "../../../shared/domain/passphrase.ts";

/** What the form for a new vault holds. */
export interface Draft {
  readonly personName: string;
  readonly officeName: string;
  readonly passphrase: string;
  readonly again: string;
  readonly place: "default" | "choose";
  readonly keyFile: boolean;
}

export const emptyDraft: Draft = {
  personName: "",
  officeName: "",
  passphrase: "",
  again: "",
  place: "default",
  keyFile: false,
};

/** Why the vault cannot be made yet; undefined when it can. */
export function problemOf(draft: Draft): "name" | "short" | "differs" | undefined {
  if (draft.personName.trim() === "") return "name";
  if ([...draft.passphrase.normalize("NFKC")].length < passphraseMinimum) return "short";
  if (draft.passphrase !== draft.again) return "differs";
  return undefined;
}
