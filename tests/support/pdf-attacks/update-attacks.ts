import { rawUpdate, streamText } from "./raw-update.ts";
import { type Attack, bodyOf, type Scene, type SceneNumbers } from "./scene.ts";

/** Replaces one object of the twice signed paper in a properly written update. */
function replacing(name: string, target: keyof SceneNumbers, change: (body: string) => string): Attack {
  return {
    name: `ISA: ${name}`,
    verdict: "invalid",
    reason: "revision-object-replaced",
    build: ({ signed, numbers }) => {
      return rawUpdate(signed[1], { [numbers[target]]: change(bodyOf(signed[1], numbers[target])) });
    },
  };
}

function insert(entries: string): (body: string) => string {
  return (body) => body.replace("<<", `<<${entries} `);
}

function contentReplaced(signatures: 0 | 1 | 2): Attack {
  return {
    name: `ISA: page content replaced after signature ${signatures + 1}`,
    verdict: "invalid",
    reason: "revision-object-replaced",
    build: ({ signed, numbers }) => {
      return rawUpdate(signed[signatures], { [numbers.content]: streamText("", "1 1 1 rg 0 0 600 850 re f") });
    },
  };
}

function catalogWith(name: string, entries: string): Attack {
  return {
    name: `ISA: ${name}`,
    verdict: "invalid",
    reason: "revision-catalog",
    build: ({ signed, numbers }) => {
      return rawUpdate(signed[1], { [numbers.catalog]: insert(entries)(bodyOf(signed[1], numbers.catalog)) });
    },
  };
}

function annotated(name: string, annotation: string): Attack {
  return {
    name: `EAA: ${name}`,
    verdict: "invalid",
    reason: "revision-object-replaced",
    build: ({ signed, numbers }) => {
      const page = bodyOf(signed[0], numbers.page);
      return rawUpdate(signed[0], { [numbers.page]: insert("/Annots [900 0 R]")(page), 900: annotation });
    },
  };
}

function formUpdate(scene: Scene, changes: (scene: Scene) => Record<number, string>): Uint8Array {
  return rawUpdate(scene.signed[0], changes(scene));
}

/** Updates that are written properly and change what no update may change. */
export const updateAttacks: readonly Attack[] = [
  { name: "control: one signature", verdict: "valid", build: ({ signed }) => signed[0] },
  { name: "control: two signatures", verdict: "valid", build: ({ signed }) => signed[1] },
  {
    name: "control: three signatures, the last locking all fields",
    verdict: "valid",
    build: ({ signed }) => signed[2],
  },
  { name: "control: no signature", verdict: "unsigned", build: ({ base }) => base },
  contentReplaced(0),
  contentReplaced(1),
  contentReplaced(2),
  replacing("font program replaced", "fontFile", () => streamText("/Length1 4", "abcd")),
  replacing("font dictionary replaced", "font", insert("/ToUnicode 8 0 R /Kura 1")),
  replacing("page turned", "page", insert("/Rotate 180")),
  replacing("page tree reordered", "pages", (body) => body.replace(/\/Kids \[(\d+ 0 R) (\d+ 0 R)/, "/Kids [$2 $1")),
  replacing("embedded data replaced", "attachment", () => streamText("/Type /EmbeddedFile", "{}")),
  replacing("metadata replaced", "metadata", () => streamText("/Type /Metadata /Subtype /XML", "<x/>")),
  replacing("title replaced", "info", insert("/Kura (other)")),
  replacing("form told to redraw its fields", "form", insert("/NeedAppearances true")),
  catalogWith("a script run on opening", "/OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>"),
  catalogWith("layers added", "/OCProperties <</OCGs [] /D <<>>>>"),
  catalogWith("long-term validation data added", "/DSS <</Type /DSS>>"),
  catalogWith("an extension declared", "/Extensions <</ADBE <</BaseVersion /1.7 /ExtensionLevel 8>>>>"),
  {
    name: "ISA: an empty update",
    verdict: "invalid",
    reason: "revision-purpose",
    build: ({ signed }) => rawUpdate(signed[1], {}),
  },
  {
    name: "ISA: an object that nothing uses",
    verdict: "invalid",
    reason: "revision-object-added",
    build: ({ signed }) => rawUpdate(signed[1], { 900: "<</Kura 1>>" }),
  },
  {
    name: "ISA: an object written again unchanged",
    verdict: "invalid",
    reason: "revision-object-replaced",
    build: ({ signed, numbers }) => rawUpdate(signed[1], { [numbers.page]: bodyOf(signed[1], numbers.page) }),
  },
  {
    name: "ISA: an update of an unsigned paper",
    verdict: "invalid",
    reason: "revision-purpose",
    build: ({ base, numbers }) => rawUpdate(base, { [numbers.page]: bodyOf(base, numbers.page) }),
  },
  annotated("free text over the page", "<</Type /Annot /Subtype /FreeText /Rect [0 0 600 850] /Contents (no)>>"),
  annotated("a stamp with a pop-up", "<</Type /Annot /Subtype /Stamp /Rect [0 0 600 850] /Popup 901 0 R>>"),
  annotated("a link", "<</Type /Annot /Subtype /Link /Rect [0 0 600 850]>>"),
  annotated("an annotation without a type", "<</Subtype /Square /Rect [0 0 600 850] /IC [1 1 1]>>"),
  {
    name: "SSA: a new visible signature field",
    verdict: "invalid",
    reason: "revision-object-replaced",
    build: (scene) =>
      formUpdate(scene, ({ signed, numbers }) => ({
        [numbers.form]: bodyOf(signed[0], numbers.form).replace("/Fields [", "/Fields [900 0 R "),
        900: "<</Type /Annot /Subtype /Widget /FT /Sig /T (sig.new) /Rect [0 0 600 850]>>",
      })),
  },
  {
    name: "SSA: an empty field moved and enlarged",
    verdict: "invalid",
    reason: "revision-field",
    build: (scene) =>
      formUpdate(scene, ({ signed, numbers }) => ({
        [numbers.chairField]: bodyOf(signed[0], numbers.chairField).replace(/\/Rect \[[^\]]*\]/, "/Rect [0 0 600 850]"),
      })),
  },
  {
    name: "SSA: the drawing of a signed field replaced",
    verdict: "invalid",
    reason: "revision-object-replaced",
    build: ({ signed, numbers }) => {
      const drawing = Number(/\/AP <<\/N (\d+) 0 R>>/.exec(bodyOf(signed[1], numbers.reviewerField))?.[1]);
      return rawUpdate(signed[1], { [drawing]: streamText("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "") });
    },
  },
  {
    name: "SSA: a signed field given another drawing",
    verdict: "invalid",
    reason: "revision-resigned",
    build: ({ signed, numbers }) => {
      const field = bodyOf(signed[1], numbers.reviewerField).replace(/\/AP <<[^>]*>>/, "/AP <</N 900 0 R>>");
      const drawing = streamText("/Type /XObject /Subtype /Form /BBox [0 0 155 84] /Resources <<>>", "");
      return rawUpdate(signed[1], { [numbers.reviewerField]: field, 900: drawing });
    },
  },
  {
    name: "SSA: a signature taken out of its field",
    verdict: "invalid",
    reason: "signature-orphaned",
    build: ({ signed, numbers }) => {
      const field = bodyOf(signed[1], numbers.reviewerField).replace(/\/V \d+ 0 R/, "");
      return rawUpdate(signed[1], { [numbers.reviewerField]: field });
    },
  },
  {
    name: "SSA: two fields share one signature",
    verdict: "invalid",
    reason: "signature-shared",
    build: ({ signed, numbers }) => {
      const reference = /\/V (\d+ 0 R)/.exec(bodyOf(signed[0], numbers.reviewerField))?.[0];
      return rawUpdate(signed[0], {
        [numbers.approverField]: insert(`${reference}`)(bodyOf(signed[0], numbers.approverField)),
      });
    },
  },
  {
    name: "SSA: a field renamed to match another",
    verdict: "invalid",
    reason: "pdf-form",
    build: (scene) =>
      formUpdate(scene, ({ signed, numbers }) => ({
        [numbers.chairField]: bodyOf(signed[0], numbers.chairField).replace("(sig.chair)", "(sig.reviewer)"),
      })),
  },
  {
    name: "rollback: the chair's signature cut off although it is required",
    verdict: "invalid",
    reason: "required-signature-missing",
    requiredFields: ["sig.reviewer", "sig.approver", "sig.chair"],
    build: ({ signed }) => signed[1],
  },
  {
    name: "rollback: all signatures cut off although they are required",
    verdict: "unsigned",
    reason: "required-signature-missing",
    requiredFields: ["sig.reviewer"],
    build: ({ base }) => base,
  },
];
