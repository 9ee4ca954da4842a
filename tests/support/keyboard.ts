import assert from "node:assert/strict";
import type { Locator, Page } from "playwright";

/** Tabs at most before a thing counts as out of a keyboard's reach. */
const reach = 150;

/** A pair of hands that touches nothing but the keyboard, and looks where the focus is after every act. */
export interface Hands {
  /** Presses a key wherever the focus is. */
  press(key: string): Promise<void>;
  /** Types words wherever the focus is. */
  type(words: string): Promise<void>;
  /** Goes on with Tab until this has the focus. */
  reach(target: Locator): Promise<void>;
  /** Goes to it and presses Enter. */
  enter(target: Locator): Promise<void>;
  /** Goes to the field and types over what stands there. */
  fill(target: Locator, words: string): Promise<void>;
  /** Goes into the group of this radio and along it with the arrows, or ticks this box. */
  choose(target: Locator): Promise<void>;
  /** Fails unless something on the page has the focus, and shows it. */
  look(after: string): Promise<void>;
  /** Keys pressed so far; words count one each character. */
  keys(): number;
}

/** Takes the keyboard of a window. */
export function takeKeyboard(page: Page): Hands {
  let keys = 0;
  const press = async (key: string): Promise<void> => {
    keys += 1;
    await page.keyboard.press(key);
  };
  const has = (target: Locator): Promise<boolean> =>
    target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));
  const look = async (after: string): Promise<void> => {
    await page
      .waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body)
      .catch(() => assert.fail(`nothing has the focus after ${after}`));
    // What had it may leave the page in the same breath, and another thing take it over.
    await page
      .waitForFunction(showsFocus, undefined, { timeout: 3_000 })
      .catch(() => assert.fail(`the focus does not show after ${after}`));
  };
  const goTo = async (target: Locator): Promise<void> => {
    await target.waitFor({ state: "attached" });
    for (let turn = 0; turn < reach; turn += 1) {
      if (await has(target)) return look(`reaching ${String(target)}`);
      await press("Tab");
    }
    assert.fail(`no key leads to ${String(target)}`);
  };
  return {
    press,
    look,
    reach: goTo,
    keys: () => keys,
    type: async (words) => {
      keys += [...words].length;
      await page.keyboard.type(words);
    },
    enter: async (target) => {
      await goTo(target);
      await press("Enter");
    },
    fill: async (target, words) => {
      await goTo(target);
      await press("Control+A");
      keys += [...words].length;
      await page.keyboard.type(words);
    },
    choose: async (target) => {
      await target.waitFor({ state: "attached" });
      const isRadio = (await target.getAttribute("type")) === "radio";
      if (!isRadio) {
        await goTo(target);
        await press("Space");
        return;
      }
      const group = target.locator("xpath=ancestor::*[@role='radiogroup'][1]");
      await goTo(group);
      for (let turn = 0; turn < 12 && !(await has(target)); turn += 1) await press("ArrowDown");
      assert.ok(await has(target), `the arrows do not lead to ${String(target)}`);
      if (!(await target.isChecked())) await press("Space");
    },
  };
}

/** Whether what has the focus, or what is drawn for it, stands on the screen and carries a mark; the page itself needs none. */
function showsFocus(): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return false;
  if (focused.matches("main, section, h1, h2, h3, [role=dialog], [role=alertdialog]")) return true;
  const isMarked = (element: Element): boolean => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
  };
  for (
    let element: Element | null = focused, up = 0;
    element !== null && up < 4;
    element = element.parentElement, up += 1
  )
    if (isMarked(element)) return true;
  return false;
}
