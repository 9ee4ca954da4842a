import type { FolderListing, ListedEntry } from "./folder-listing.ts";

/** Words of the file browser by key, with the `host.` of the catalogue taken off. */
export type BrowserWords = Readonly<Record<string, string>>;

/** What the page of the file browser is told before it runs. */
export interface BrowserPageFacts {
  readonly dialog: "open-file" | "open-folder" | "save-file";
  readonly locale: "ja" | "en";
  readonly words: Readonly<Record<"ja" | "en", BrowserWords>>;
  /** Key of the dialog's title among the words. */
  readonly title: string;
  readonly startFolder: string;
  readonly suggestedName: string;
  readonly hasFilter: boolean;
}

/** What the page can ask of the host. */
export interface BrowserPageCalls {
  kuraList(folder: string, allFiles: boolean): Promise<FolderListing | null>;
  kuraMakeFolder(parent: string, name: string): Promise<string | null>;
  /** `exists` when the name is taken and replacing it was not agreed to; otherwise the window closes. */
  kuraChoose(folder: string, name: string, replace: boolean): Promise<"exists" | "chosen">;
  kuraCancel(): Promise<void>;
}

/**
 * Draws the file browser. Runs inside its own page as text and can use nothing from outside itself; names of files are
 * only ever set as text.
 */
export function showFileBrowser(facts: BrowserPageFacts): void {
  // The host has bound exactly these calls in this page before it runs.
  const calls = globalThis as unknown as BrowserPageCalls;
  const state = { locale: facts.locale, folder: facts.startFolder, chosen: "", allFiles: false, replace: false };
  const word = (key: string): string => facts.words[state.locale][key] ?? key;

  function element<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    settings: { readonly class?: string; readonly text?: string; readonly click?: () => void } = {},
    ...children: readonly Node[]
  ): HTMLElementTagNameMap[K] {
    const made = document.createElement(tag);
    if (settings.class !== undefined) made.className = settings.class;
    if (settings.text !== undefined) made.textContent = settings.text;
    if (settings.click !== undefined) made.addEventListener("click", settings.click);
    made.append(...children);
    return made;
  }

  function button(key: string, click: () => void, kind = "plain"): HTMLButtonElement {
    const made = element("button", { class: kind, text: word(key), click });
    made.type = "button";
    return made;
  }

  function labelled(key: string, input: HTMLInputElement): HTMLLabelElement {
    return element("label", {}, element("span", { text: word(key) }), input);
  }

  const nameInput = element("input");
  nameInput.value = facts.suggestedName;
  nameInput.addEventListener("input", () => {
    state.replace = false;
    drawFooter("");
  });
  const folderInput = element("input");

  const header = element("header");
  const bar = element("nav");
  const list = element("div", { class: "list" });
  const footer = element("footer");

  function drawHeader(): void {
    document.documentElement.lang = state.locale;
    document.title = word(facts.title);
    const other = state.locale === "ja" ? "en" : "ja";
    const language = element("button", {
      class: "plain",
      text: other === "ja" ? "日本語" : "English",
      click: () => {
        state.locale = other;
        draw();
      },
    });
    language.lang = other;
    header.replaceChildren(
      element("h1", { text: word(facts.title) }),
      element("p", { text: `${word("browserHeading")} ${word("browserNotice")}` }),
      language,
    );
  }

  function drawBar(listing: FolderListing | null): void {
    const up = button("browserUp", () => void go(listing?.parent ?? facts.startFolder));
    const home = button("browserHome", () => void go(facts.startFolder));
    const parts: Node[] = [up, home, element("output", { class: "path", text: state.folder })];
    if (facts.hasFilter && facts.dialog === "open-file") {
      const all = element("input");
      all.type = "checkbox";
      all.checked = state.allFiles;
      all.addEventListener("change", () => {
        state.allFiles = all.checked;
        void go(state.folder);
      });
      parts.push(labelled("browserAllFiles", all));
    }
    bar.replaceChildren(...parts);
  }

  function drawRow(entry: ListedEntry): HTMLButtonElement {
    const isFolder = entry.kind === "folder";
    const size = isFolder ? "" : new Intl.NumberFormat(state.locale, { notation: "compact" }).format(entry.sizeBytes);
    const changed = new Intl.DateTimeFormat(state.locale, { dateStyle: "medium", timeStyle: "short" });
    const row = element(
      "button",
      { class: `row ${entry.kind}` },
      element("span", { class: "name", text: entry.shownName }),
      element("span", { text: size }),
      element("span", { text: changed.format(entry.changedMs) }),
    );
    row.type = "button";
    row.addEventListener("click", () => {
      if (isFolder) void go(`${state.folder.replace(/\/$/u, "")}/${entry.name}`);
      else pick(entry.name, row);
    });
    row.addEventListener("dblclick", () => {
      if (!isFolder && facts.dialog === "open-file") void finish();
    });
    return row;
  }

  function pick(name: string, row: HTMLButtonElement): void {
    for (const other of list.querySelectorAll("[aria-pressed]")) other.removeAttribute("aria-pressed");
    row.setAttribute("aria-pressed", "true");
    state.chosen = name;
    state.replace = false;
    if (facts.dialog === "save-file") nameInput.value = name;
    drawFooter("");
  }

  function drawList(listing: FolderListing | null): void {
    if (listing === null) {
      list.replaceChildren(element("p", { class: "empty", text: word("browserUnreadable") }));
      return;
    }
    const rows: Node[] = listing.entries.map(drawRow);
    if (rows.length === 0) rows.push(element("p", { class: "empty", text: word("browserEmpty") }));
    if (listing.truncated) {
      const count = String(listing.entries.length);
      rows.push(element("p", { class: "empty", text: word("browserTruncated").replace("{count}", count) }));
    }
    list.replaceChildren(...rows);
  }

  function drawFooter(notice: string): void {
    const cancel = button("cancel", () => void calls.kuraCancel());
    const parts: Node[] = [];
    if (facts.dialog !== "open-file") {
      const made = button("browserCreate", () => void makeFolder());
      parts.push(element("div", { class: "line" }, labelled("browserNewFolderName", folderInput), made));
    }
    if (facts.dialog === "save-file") parts.push(labelled("browserFileName", nameInput));
    const status = element("p", { class: "notice", text: notice });
    status.setAttribute("role", "status");
    const verb = { "open-file": "browserChooseFile", "open-folder": "browserChooseFolder", "save-file": "browserSave" };
    const key = state.replace ? "browserOverwrite" : verb[facts.dialog];
    const choose = button(key, () => void finish(), "primary");
    choose.disabled =
      (facts.dialog === "open-file" && state.chosen === "") ||
      (facts.dialog === "save-file" && nameInput.value.trim() === "");
    footer.replaceChildren(...parts, status, element("div", { class: "line end" }, cancel, choose));
  }

  async function go(folder: string): Promise<void> {
    state.chosen = "";
    state.replace = false;
    const listing = await calls.kuraList(folder, state.allFiles);
    state.folder = listing?.folder ?? folder;
    drawBar(listing);
    drawList(listing);
    drawFooter("");
  }

  async function makeFolder(): Promise<void> {
    const made = await calls.kuraMakeFolder(state.folder, folderInput.value.trim());
    if (made === null) return drawFooter(word("browserCreateFailed"));
    folderInput.value = "";
    await go(made);
  }

  async function finish(): Promise<void> {
    const name = facts.dialog === "save-file" ? nameInput.value.trim() : state.chosen;
    const outcome = await calls.kuraChoose(state.folder, name, state.replace);
    if (outcome !== "exists") return;
    const focused = document.activeElement === nameInput;
    state.replace = true;
    drawFooter(word("browserExists"));
    if (focused) nameInput.focus();
  }

  function draw(): void {
    drawHeader();
    void go(state.folder);
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.body.append(header, bar, list, footer);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) void calls.kuraCancel();
    });
    draw();
  });
}
