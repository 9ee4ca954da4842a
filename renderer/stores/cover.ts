/**
 * Takes everything off the screen at once, before any store is emptied and any page redrawn: one attribute, and the
 * style sheet hides all there is, dialogs included. What is typed stays where it is until it has been handed in.
 */
export function cover(): void {
  document.documentElement.dataset["covered"] = "";
}

/** Shows the page again, once it holds nothing of any case. */
export function uncover(): void {
  delete document.documentElement.dataset["covered"];
}
