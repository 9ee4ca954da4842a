import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mustExist } from "../../shared/assert.ts";
import type { Evidence } from "../../shared/domain/evidence.ts";
import { type IntakeOutcome, uploadChunkBytes } from "../../shared/domain/evidence-intake.ts";
import { type DossierId, ItemId } from "../../shared/domain/ids.ts";
import { must } from "./must.ts";
import { createVault, startTestEngine, type TestEngine } from "./test-engine.ts";

const stated = {
  title: "",
  origin: "架空登記所",
  location: "https://registry.invalid/1",
  capturedBy: "髙﨑",
  note: "",
};
const kinds = { evidenceType: "registry_copy", sourceType: "registry", reliability: "A" } as const;

/** What somebody says about every file these tests take in. */
export const intakeDetails = { ...stated, ...kinds, capturedAt: null };

/** How every file of these tests came to the desk. */
export const intakeCarriage = { medium: "usb", machine: "閲覧用端末 3", carriedBy: "葛󠄀城 ﾊﾅｺ" } as const;

/** Random text of so many bytes. */
export const textBytes = (size: number): Buffer =>
  Buffer.from(
    randomBytes(Math.ceil(size / 2))
      .toString("hex")
      .slice(0, size),
  );

/** An engine with an open vault and one case, a folder outside it, and files on their way in. */
export interface IntakeDesk {
  readonly kura: TestEngine;
  readonly dossierId: DossierId;
  /** The first item of the checklist. */
  readonly itemId: ItemId;
  /** A path in the folder outside the vault. */
  at(name: string): string;
  newCase(): Promise<DossierId>;
  count(of?: DossierId): Promise<number>;
  about(into?: DossierId): {
    dossierId: DossierId;
    itemId: null;
    details: typeof intakeDetails;
    status: "draft";
    carriage: typeof intakeCarriage;
  };
  /** Begins an upload; nothing has arrived yet. */
  begin(
    name: string,
    sizeBytes: number,
    into?: DossierId,
    onItem?: ItemId | null,
  ): { taskId: string; begun: ReturnType<TestEngine["host"]["intake"]["begin"]> };
  /** Brings a whole file in. */
  upload(name: string, bytes: Buffer, into?: DossierId, onItem?: ItemId | null): Promise<IntakeOutcome>;
  /** Files of objects and parts on the disk. */
  objectFiles(): string[];
  close(): Promise<void>;
}

/** The desk of the intake tests. */
export async function openIntakeDesk(options: Parameters<typeof startTestEngine>[0] = {}): Promise<IntakeDesk> {
  const kura = await startTestEngine(options);
  const outside = mkdtempSync(join(tmpdir(), "kura-carried-"));
  await createVault(kura.host);
  const newCase = async () =>
    must(await kura.host.dossiers.create({ kind: "person", title: "𠮷野研究室", subject: null })).id;
  const dossierId = await newCase();
  const { template } = must(await kura.host.checklist.open({ dossierId }));
  const itemId = ItemId.parse(mustExist(template.sections[0]?.items[0], "an item").id);
  const about: IntakeDesk["about"] = (into = dossierId) => ({
    dossierId: into,
    itemId: null,
    details: intakeDetails,
    status: "draft",
    carriage: intakeCarriage,
  });
  const { begin, upload } = waysIn(kura, about);
  return {
    kura,
    dossierId,
    itemId,
    at: (name) => join(outside, name),
    newCase,
    count: async (of = dossierId) => must(await kura.host.evidence.list({ dossierId: of })).evidence.length,
    about,
    begin,
    upload,
    objectFiles: () => {
      const root = join(kura.folder, "vault", "objects");
      return readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:obj|part)$/u.test(name));
    },
    close: async () => {
      await kura.close();
      rmSync(outside, { recursive: true, force: true });
    },
  };
}

function waysIn(kura: TestEngine, about: IntakeDesk["about"]): Pick<IntakeDesk, "begin" | "upload"> {
  let tasks = 0;
  const begin: IntakeDesk["begin"] = (name, sizeBytes, into, onItem = null) => {
    tasks += 1;
    const taskId = `upload-${tasks}`;
    const request = { ...about(into), itemId: onItem, taskId, way: "drop" as const, name, sizeBytes, writtenMs: null };
    return { taskId, begun: kura.host.intake.begin(request) };
  };
  const upload: IntakeDesk["upload"] = async (name, bytes, into, onItem = null) => {
    const { taskId, begun } = begin(name, bytes.length, into, onItem);
    must(await begun);
    for (let offset = 0; offset < bytes.length; offset += uploadChunkBytes) {
      const data = bytes.subarray(offset, offset + uploadChunkBytes).toString("base64");
      must(await kura.host.intake.append({ taskId, offset, data }));
    }
    return must(await kura.host.intake.finish({ taskId, sha256: null }));
  };
  return { begin, upload };
}

/** The evidence of a file that came in; throws where it did not. */
export function takenIn(outcome: IntakeOutcome): Evidence {
  if (outcome.result.kind !== "taken") throw new Error(outcome.result.kind);
  return outcome.result.evidence;
}
