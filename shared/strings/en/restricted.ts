import type { restricted as ja } from "../ja/restricted.ts";

/** Fields that stay masked until somebody asks for them. */
export const restricted: Record<keyof typeof ja, string> = {
  hidden: "A restricted field. It is filled in and hidden.",
  reveal: "Show “{label}”",
  hide: "Hide “{label}”",
  copy: "Copy “{label}”",
  revealTitle: "Show “{label}”",
  revealLead: "It stands on this screen for {seconds, number} seconds. The trail keeps that you looked at it.",
  revealAct: "Show",
  copyTitle: "Copy “{label}”",
  copyLead:
    "The value goes to the clipboard and does not appear on screen. It is taken away after {seconds, number} seconds and when the vault locks. The trail keeps that you copied it.",
  copyAct: "Copy",
  copied: "On the clipboard. It is taken away after {seconds, number} seconds.",
};
