/** Puts text on the clipboard; false when the system does not let us. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The hosts grant no permissions; a selection may still be copied by the person's own key or press.
    return copySelection(text);
  }
}

function copySelection(text: string): boolean {
  const before = document.activeElement;
  const holder = document.createElement("textarea");
  holder.value = text;
  holder.style.position = "fixed";
  holder.style.insetBlockStart = "-100vh";
  document.body.append(holder);
  holder.select();
  const copied = document.execCommand("copy");
  holder.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return copied;
}
