import type { reauth as ja } from "../ja/reauth.ts";

/** Asking for the passphrase again. */
export const reauth: Record<keyof typeof ja, string> = {
  passphrase: "Vault passphrase",
  why: "Enter it once more to show that it is you.",
  purpose: "Purpose",
  purposeHelp: "It is kept in the trail.",
  choose: "Choose one",
  checking: "Checking the passphrase",
  takes: "about {seconds, number, ::.0} s",
};
