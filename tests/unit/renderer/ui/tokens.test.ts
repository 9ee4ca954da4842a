import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const read = (path: string): string => readFileSync(new URL(`../../../../${path}`, import.meta.url), "utf8");
const tokens = read("renderer/ui/tokens.css");
const primitives = declarations(read("node_modules/@digital-go-jp/design-tokens/dist/tokens.css"));

const light = { ...primitives, ...declarations(blockAfter(":root {")) };
const darkByChoice = declarations(blockAfter(':root[data-theme="dark"] {'));
const darkBySystem = declarations(blockAfter(':root:not([data-theme="light"]):not([data-theme="dark"]) {'));
const themes = { light, dark: { ...light, ...darkByChoice } };

test("dark is the same by the person's choice and by the system's", () => {
  assert.deepEqual(darkBySystem, darkByChoice);
});

test("dark redefines every colour that light defines for itself, save those it shares on purpose", () => {
  const own = Object.keys(declarations(blockAfter(":root {"))).filter((name) =>
    /^--(surface|text-|line|accent|band)/.test(name),
  );
  const missing = own.filter((name) => !(name in darkByChoice) && name !== "--text-scale");
  assert.deepEqual(missing, []);
});

const readable: readonly (readonly [string, string])[] = [
  ...["--text", "--text-soft", "--text-faint", "--accent-text", "--danger", "--success"].flatMap((ink) =>
    ["--surface-page", "--surface-raised", "--surface-sunken"].map((ground) => [ink, ground] as const),
  ),
  ["--text", "--surface-hover"],
  ["--text", "--accent-surface"],
  ["--text-soft", "--accent-surface"],
  ["--accent-text", "--accent-surface"],
  ["--text", "--warning-surface"],
  ["--text", "--success-surface"],
  ["--text", "--danger-surface"],
  ["--on-accent", "--accent"],
  ["--on-accent", "--accent-hover"],
  ["--on-accent", "--accent-pressed"],
  ["--on-danger", "--danger"],
  ["--on-danger", "--danger-hover"],
  ["--on-danger", "--danger-pressed"],
  ["--text-inverse", "--surface-inverse"],
  ["--band-high", "--surface-raised"],
  ["--on-band-critical", "--band-critical-surface"],
];

const visible: readonly (readonly [string, string])[] = [
  ["--line-strong", "--surface-page"],
  ["--line-strong", "--surface-raised"],
  ["--accent", "--surface-page"],
  ["--warning-mark", "--surface-raised"],
  ["--band-low", "--surface-raised"],
  ["--band-moderate", "--surface-raised"],
  ["--focus-outer", "--surface-page"],
  ["--focus-outer", "--focus-ring"],
];

for (const [name, theme] of Object.entries(themes)) {
  test(`text stands out from its ground by 4.5 to 1 in ${name}`, () => {
    assert.deepEqual(tooFaint(theme, readable, 4.5), []);
  });

  test(`lines and marks stand out by 3 to 1 in ${name}`, () => {
    assert.deepEqual(tooFaint(theme, visible, 3), []);
  });
}

test("on a grey print of the light page the bands go from pale to deep, each step plain to see", () => {
  const greys = ["low", "moderate", "high", "critical"].map((band) => luminance(colour(light, `--band-${band}-track`)));
  for (const [index, grey] of greys.entries()) {
    const next = greys[index + 1];
    if (next !== undefined)
      assert.ok((grey + 0.05) / (next + 0.05) > 1.1, `band ${index} and ${index + 1} look alike in grey`);
  }
});

test("motion is under 150 ms", () => {
  assert.ok(Number.parseInt(light["--motion"] ?? "", 10) < 150);
});

type Theme = Readonly<Record<string, string>>;

function tooFaint(theme: Theme, pairs: readonly (readonly [string, string])[], least: number): string[] {
  return pairs
    .map(([ink, ground]) => ({ ink, ground, ratio: contrast(colour(theme, ink), colour(theme, ground)) }))
    .filter(({ ratio }) => ratio < least)
    .map(({ ink, ground, ratio }) => `${ink} on ${ground}: ${ratio.toFixed(2)}`);
}

/** The text between an opening and its closing brace; tokens hold no nested blocks. */
function blockAfter(opening: string): string {
  const start = tokens.indexOf(opening);
  assert.ok(start >= 0, `tokens.css has no ${opening}`);
  return tokens.slice(start + opening.length, tokens.indexOf("}", start));
}

function declarations(css: string): Record<string, string> {
  const found = css.matchAll(/(--[\w-]+):\s*([^;]+);/g);
  return Object.fromEntries([...found].map(([, name = "", value = ""]) => [name, value.trim()]));
}

type Rgb = readonly [number, number, number];

function colour(theme: Theme, name: string): Rgb {
  const value = theme[name] ?? "";
  const alias = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  if (alias !== undefined) return colour(theme, alias);
  const hex = /^#([0-9a-f]{6})$/i.exec(value)?.[1];
  assert.ok(hex !== undefined, `${name} is not a plain colour: ${value}`);
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4)];
}

/** Relative luminance as WCAG 2 defines it. */
function luminance([red, green, blue]: Rgb): number {
  const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
