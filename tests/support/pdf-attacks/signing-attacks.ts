import {
  type PdfStream,
  pdfArray,
  pdfDictionary,
  pdfName,
  pdfNumber,
  pdfReference,
  pdfText,
  withEntries,
} from "../../../electron/pdf/structure/objects.ts";
import { signField, signingDayMs } from "../signing-people.ts";
import type { Attack, Scene } from "./scene.ts";
import { redrawn, signTampered, type Tampering, withoutEntry } from "./tampered-signing.ts";

/** The approver, whose key is trusted, signs the reviewer's paper in a way of their own. */
function approverSigns(
  name: string,
  reason: Attack["reason"],
  tampering: Tampering | ((scene: Scene) => Tampering),
): Attack {
  return {
    name: `SSA: ${name}`,
    verdict: "invalid",
    ...(reason === undefined ? {} : { reason }),
    build: (scene) => {
      const chosen = typeof tampering === "function" ? tampering(scene) : tampering;
      return signTampered(scene.signed[0], "sig.approver", scene.approver, chosen);
    },
  };
}

const box = (...corners: number[]) => pdfArray(corners.map(pdfNumber));
const blank: PdfStream = {
  kind: "stream",
  dictionary: pdfDictionary({ Length: pdfNumber(27) }),
  body: Buffer.from("1 1 1 rg 0 0 600 850 re f\n\n"),
};

function docMdp(
  level: number,
): (dictionary: Parameters<NonNullable<Tampering["dictionary"]>>[0]) => ReturnType<typeof withEntries> {
  const parameters = pdfDictionary({ Type: pdfName("TransformParams"), P: pdfNumber(level), V: pdfName("1.2") });
  const reference = pdfDictionary({
    Type: pdfName("SigRef"),
    TransformMethod: pdfName("DocMDP"),
    TransformParams: parameters,
  });
  return (dictionary) => withEntries(dictionary, { Reference: pdfArray([reference]) });
}

/** Files whose last update is properly signed with a trusted key, and does what a signature may not do. */
export const signingAttacks: readonly Attack[] = [
  {
    name: "control: the approver signs with the tools of the attacker and changes nothing",
    verdict: "valid",
    build: (scene) => signTampered(scene.signed[0], "sig.approver", scene.approver, {}),
  },
  approverSigns("a drawing larger than its field", "revision-appearance", {
    drawing: (drawing) => redrawn(drawing, { BBox: box(0, 0, 600, 850) }),
  }),
  approverSigns("a drawing that begins outside its field", "revision-appearance", {
    drawing: (drawing) => redrawn(drawing, { BBox: box(-50, -50, 155, 84) }),
  }),
  approverSigns("a drawing with a matrix", "revision-appearance", {
    drawing: (drawing) => redrawn(drawing, { Matrix: box(9, 0, 0, 9, 0, 0) }),
  }),
  approverSigns("a drawing that uses objects of the signed pages", "revision-appearance", ({ numbers }) => ({
    drawing: (drawing) => {
      const fonts = pdfDictionary({ F1: pdfReference(numbers.font) });
      return redrawn(drawing, { Resources: pdfDictionary({ Font: fonts }) });
    },
  })),
  approverSigns("a drawing that is an optional layer", "revision-appearance", {
    drawing: (drawing) => redrawn(drawing, { OC: pdfReference(1) }),
  }),
  approverSigns("page content used as the drawing", "revision-appearance", ({ numbers }) => ({
    field: (field) => withEntries(field, { AP: pdfDictionary({ N: pdfReference(numbers.content) }) }),
  })),
  approverSigns("a second drawing for the pointer resting on it", "revision-appearance", ({ numbers }) => ({
    field: (field) => {
      const appearance = field.entries.get("AP");
      const states = appearance?.kind === "dictionary" ? appearance : pdfDictionary({});
      return withEntries(field, { AP: withEntries(states, { R: pdfReference(numbers.content) }) });
    },
  })),
  approverSigns("the field enlarged while it is signed", "revision-field", {
    field: (field) => withEntries(field, { Rect: box(0, 0, 600, 850) }),
  }),
  approverSigns("the field made invisible while it is signed", "revision-field", {
    field: (field) => withEntries(field, { F: pdfNumber(2) }),
  }),
  approverSigns("page content replaced in the signed update", "revision-object-replaced", ({ numbers }) => ({
    also: (update) => update.put(numbers.content, blank),
  })),
  approverSigns("an extra object in the signed update", "revision-object-added", {
    also: (update) => update.put(update.allocate(), blank),
  }),
  approverSigns("a new visible field added in the signed update", "revision-object-replaced", ({ numbers }) => ({
    also: (update, view) => {
      const added = update.allocate();
      update.put(added, pdfDictionary({ FT: pdfName("Sig"), T: pdfText("sig.new"), Rect: box(0, 0, 600, 850) }));
      const form = view.dictionary(view.find(numbers.form));
      update.put(numbers.form, withEntries(form, { Fields: pdfArray([pdfReference(added)]) }));
    },
  })),
  approverSigns("a second field signed in the same update", "revision-purpose", ({ numbers }) => ({
    also: (update, view) => {
      const copy = update.allocate();
      const chair = view.dictionary(view.find(numbers.chairField));
      update.put(copy, pdfDictionary({ Type: pdfName("Sig") }));
      update.put(numbers.chairField, withEntries(chair, { V: pdfReference(copy) }));
    },
  })),
  approverSigns("an empty field moved in the signed update", "revision-field", ({ numbers }) => ({
    also: (update, view) => {
      const chair = view.dictionary(view.find(numbers.chairField));
      update.put(numbers.chairField, withEntries(chair, { Rect: box(0, 0, 600, 850) }));
    },
  })),
  approverSigns("a second certification", "certification-missing", { dictionary: docMdp(2) }),
  approverSigns("an entry the profile does not know", "signature-dictionary", {
    dictionary: (dictionary) => withEntries(dictionary, { Changes: box(1, 2, 3) }),
  }),
  approverSigns("a reference of an unknown kind", "signature-dictionary", {
    dictionary: (dictionary) => withEntries(dictionary, { Reference: pdfArray([pdfReference(1)]) }),
  }),
  approverSigns("somebody else's name for viewers to show", "signer-name-differs", {
    dictionary: (dictionary) => withEntries(dictionary, { Name: pdfText("𠮷田 葛\u{E0100}馬") }),
  }),
  approverSigns("no stated time", "claimed-time-malformed", {
    dictionary: (dictionary) => withoutEntry(dictionary, "M"),
  }),
  approverSigns("a stated time in local notation", "claimed-time-malformed", {
    dictionary: (dictionary) => withEntries(dictionary, { M: pdfText("D:20261122190000+09'00'") }),
  }),
  approverSigns("the format of older programs", "signature-format", {
    dictionary: (dictionary) => withEntries(dictionary, { SubFilter: pdfName("adbe.pkcs7.detached") }),
  }),
  approverSigns("another handler", "signature-dictionary", {
    dictionary: (dictionary) => withEntries(dictionary, { Filter: pdfName("Kura") }),
  }),
  approverSigns("a document time stamp in a signature field", "revision-field", {
    dictionary: (dictionary) => withEntries(dictionary, { Type: pdfName("DocTimeStamp") }),
  }),
  {
    name: "DocMDP: a second signature after one that forbids every change",
    verdict: "invalid",
    reason: "changes-forbidden",
    build: async ({ base, reviewer, approver }) => {
      const first = await signTampered(base, "sig.reviewer", reviewer, { certifies: true, dictionary: docMdp(1) });
      return signTampered(first, "sig.approver", approver, {});
    },
  },
  {
    name: "DocMDP: a certification that would allow annotations",
    verdict: "invalid",
    reason: "signature-dictionary",
    build: ({ base, reviewer }) =>
      signTampered(base, "sig.reviewer", reviewer, { certifies: true, dictionary: docMdp(3) }),
  },
  {
    name: "DocMDP: a certifying signature that the catalogue does not name",
    verdict: "invalid",
    reason: "certification-missing",
    build: ({ base, reviewer }) => {
      return signTampered(base, "sig.reviewer", reviewer, { certifies: true, leaveOutPermissions: true });
    },
  },
  {
    name: "DocMDP: a catalogue that names a signature that does not certify",
    verdict: "invalid",
    reason: "certification-missing",
    build: ({ base, reviewer }) => {
      const dictionary: Tampering["dictionary"] = (written) => withoutEntry(written, "Reference");
      return signTampered(base, "sig.reviewer", reviewer, { certifies: true, dictionary });
    },
  },
  {
    name: "FieldMDP: the approver signs after the chair has locked all fields",
    verdict: "invalid",
    reason: "field-locked",
    build: async ({ signed, approver, chair }) => {
      const locked = await signField(signed[0], "sig.chair", chair, signingDayMs);
      return signTampered(locked, "sig.approver", approver, {});
    },
  },
  {
    name: "FieldMDP: the chair leaves the lock out",
    verdict: "invalid",
    reason: "lock-ignored",
    build: ({ signed, chair }) => {
      return signTampered(signed[1], "sig.chair", chair, {
        dictionary: (written) => withoutEntry(written, "Reference"),
      });
    },
  },
  {
    name: "FieldMDP: a locked and signed field signed again",
    verdict: "invalid",
    reason: "revision-resigned",
    build: ({ signed, approver }) => signTampered(signed[2], "sig.reviewer", approver, {}),
  },
  {
    name: "control: two signatures without certification",
    verdict: "valid",
    build: async ({ base, reviewer, approver }) => {
      const first = await signTampered(base, "sig.reviewer", reviewer, {});
      return signTampered(first, "sig.approver", approver, {});
    },
  },
];
