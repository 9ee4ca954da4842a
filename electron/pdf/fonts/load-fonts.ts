import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { err, ok, type Result } from "../../../shared/result.ts";
import { type Cluster, clustersOf } from "./clusters.ts";
import { type Face, openFace } from "./face.ts";
import { type PinnedFont, pinnedFonts, type Weight } from "./pinned-fonts.ts";

/** The faces one document may draw with, by weight, best first. */
export type Fonts = Readonly<Record<Weight, readonly Face[]>>;

/** `fonts-missing`: a font file is absent; `fonts-changed`: it is not the file this renderer was made for. */
export interface FontFault {
  readonly code: "fonts-missing" | "fonts-changed";
  /** File name, without the folder. */
  readonly file: string;
}

/** Opened faces are kept for the life of the process: opening one takes tens of milliseconds and they never change. */
const opened = new Map<string, Promise<Result<Face, FontFault>>>();

/**
 * Opens the faces needed to draw these texts: always the Japanese ones, others only where a text asks for them.
 * The folder may be the Noto Sans JP package as installed, with its siblings beside it, or one flat folder.
 */
export async function loadFonts(folder: string, texts: Iterable<string>): Promise<Result<Fonts, FontFault>> {
  const wanted = distinctClusters(texts);
  const regular = await loadChain(folder, pinnedFonts.regular, wanted);
  if (!regular.ok) return regular;
  const bold = await loadChain(folder, pinnedFonts.bold, wanted);
  if (!bold.ok) return bold;
  return ok({ regular: regular.value, bold: bold.value });
}

/** The first face that can draw the cluster. */
export function faceFor(faces: readonly Face[], cluster: Cluster): Face | undefined {
  return faces.find((face) => face.gapOf(cluster) === undefined);
}

async function loadChain(
  folder: string,
  chain: readonly PinnedFont[],
  wanted: readonly Cluster[],
): Promise<Result<readonly Face[], FontFault>> {
  const faces: Face[] = [];
  let undrawn = wanted;
  for (const pinned of chain) {
    if (faces.length > 0 && undrawn.length === 0) break;
    const face = await loadFace(folder, pinned);
    if (!face.ok) {
      // A missing stand-in face shows later as missing glyphs, which names the character and not a file.
      if (faces.length > 0 && face.error.code === "fonts-missing") continue;
      return face;
    }
    faces.push(face.value);
    undrawn = undrawn.filter((cluster) => face.value.gapOf(cluster) !== undefined);
  }
  return ok(faces);
}

async function loadFace(folder: string, pinned: PinnedFont): Promise<Result<Face, FontFault>> {
  const key = join(folder, pinned.file);
  let pending = opened.get(key);
  if (pending === undefined) {
    pending = readFace(folder, pinned);
    opened.set(key, pending);
  }
  const face = await pending;
  if (!face.ok) opened.delete(key);
  return face;
}

async function readFace(folder: string, pinned: PinnedFont): Promise<Result<Face, FontFault>> {
  const places = [
    join(folder, pinned.file),
    join(folder, pinned.weightFolder, pinned.file),
    join(folder, pinned.packageFolder, pinned.weightFolder, pinned.file),
    join(folder, "..", pinned.packageFolder, pinned.weightFolder, pinned.file),
  ];
  for (const place of places) {
    const bytes = await readFile(place).catch(() => undefined);
    if (bytes === undefined) continue;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    if (sha256 !== pinned.sha256) return err({ code: "fonts-changed", file: pinned.file });
    return ok(openFace(pinned.key, bytes));
  }
  return err({ code: "fonts-missing", file: pinned.file });
}

function distinctClusters(texts: Iterable<string>): Cluster[] {
  const seen = new Map<string, Cluster>();
  for (const text of texts) {
    for (const cluster of clustersOf(text)) if (!seen.has(cluster.text)) seen.set(cluster.text, cluster);
  }
  return [...seen.values()];
}
