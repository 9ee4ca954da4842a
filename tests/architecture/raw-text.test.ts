import assert from "node:assert/strict";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import ts from "typescript";
import { projectRoot } from "./planted-tree.ts";

const letter = /\p{L}/u;
const japaneseLetters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The app's mark, which is a picture made of a letter and the same in every language. */
const appMark = "蔵";

/** Attributes a person reads or hears. */
const spokenAttributes =
  /^(aria-(label|description|placeholder|roledescription|valuetext)|label|title|placeholder|alt|description|errorMessage|hint)$/u;

/** `<T>(…)` begins a tag in one kind of file and a type parameter in the other. */
function kindOf(path: string): ts.ScriptKind {
  return path.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}

/** Literal words a person would read, with the line they stand on. */
function rawText(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kindOf(path));
  const found: string[] = [];
  const report = (node: ts.Node): void => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${path}:${line + 1} ${node.getText().trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && letter.test(node.text) && node.text.trim() !== appMark) report(node);
    if (ts.isStringLiteralLike(node) && isRead(node)) report(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A literal is read if it is Japanese, a spoken attribute, or shown as it is between two tags. */
function isRead(node: ts.StringLiteralLike): boolean {
  if (japaneseLetters.test(node.text)) return true;
  if (!letter.test(node.text)) return false;
  let parent: ts.Node = node.parent;
  while (ts.isConditionalExpression(parent) || ts.isParenthesizedExpression(parent)) parent = parent.parent;
  if (ts.isJsxAttribute(parent)) return spokenAttributes.test(parent.name.getText());
  if (!ts.isJsxExpression(parent)) return false;
  if (ts.isJsxAttribute(parent.parent)) return spokenAttributes.test(parent.parent.name.getText());
  return true;
}

async function rawTextIn(pattern: string): Promise<string[]> {
  const found: string[] = [];
  for await (const path of glob(pattern, { cwd: projectRoot })) {
    if (path.startsWith("renderer/gallery/")) continue;
    found.push(...rawText(path, await readFile(join(projectRoot, path), "utf8")));
  }
  return found;
}

describe("words in code", () => {
  test("are seen where they are planted", () => {
    const planted = [
      "export const a = <p>Hello</p>;",
      "export const b = <p>案件</p>;",
      'export const c = <p aria-label="Close" />;',
      'export const d = <p>{yes ? "Open" : "closed"}</p>;',
      'export const e = "施錠";',
      'export const f = <Field label={"Name"} />;',
    ];
    assert.deepEqual(
      planted.map((line) => rawText("planted.tsx", line).length),
      [1, 1, 1, 2, 1, 1],
    );
  });

  test("are not seen in names and styles", () => {
    const lawful = [
      'export const a = <p className="wide">{text("common.close")}</p>;',
      "export const b = <p>{count} / {total} · 3</p>;",
      'export const c = <Button slot="close" type="button" />;',
    ];
    assert.deepEqual(
      lawful.flatMap((line) => rawText("lawful.tsx", line)),
      [],
    );
  });

  test("do not stand in the page", async () => {
    assert.deepEqual(await rawTextIn("renderer/**/*.{ts,tsx}"), []);
  });

  test("do not stand in services, handlers or the shell", async () => {
    assert.deepEqual(await rawTextIn("electron/{services,ipc,engine,shell,preload,security,vault}/**/*.ts"), []);
  });
});
