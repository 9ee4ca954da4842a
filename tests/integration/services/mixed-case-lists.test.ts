import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { mustExist } from "../../../shared/assert.ts";
import type { CaseRow } from "../../../shared/contract/calls/dossier-lists.ts";
import { Depth, DecisionId as Outcome } from "../../../shared/domain/content/vocabulary.ts";
import {
  CaseDue,
  type CaseFilter,
  type CaseSort,
  caseSortColumns,
  everyCase,
} from "../../../shared/domain/desk/case-list.ts";
import { waitingKinds } from "../../../shared/domain/desk/waiting.ts";
import { DossierKind, DossierState } from "../../../shared/domain/dossier.ts";
import type { DossierId, PersonId } from "../../../shared/domain/ids.ts";
import { must } from "../../support/must.ts";
import { as, cast, letCastIn, type Part } from "../../support/restricted-scene.ts";
import { createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

const titles = ["髙﨑 𠮷野", "葛󠄀城の案件", "ﾊﾝｶｸ", "あ", "=HYPERLINK(1)", "長".repeat(200), "Joint study"];
const dueDays = [null, "2020-02-29", "2027-03-31", "2099-12-31"];
const readersOf = ["founder", "named", "other", "auditor"] as const;
type Reader = (typeof readersOf)[number];

interface Question {
  readonly filter: CaseFilter;
  readonly sorts: readonly CaseSort[];
  readonly limit: number;
}

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 0, maxLength: 2 });
const filter: fc.Arbitrary<CaseFilter> = fc.record({
  text: fc.constantFrom("", "", "はん", "𠮷", "DD-", "長", "joint 0", "ない言葉"),
  states: some(DossierState.options),
  kinds: some(DossierKind.options),
  depths: some(Depth.options),
  outcomes: fc.oneof(
    { weight: 4, arbitrary: fc.subarray([...Outcome.options], { maxLength: 0 }) },
    { weight: 1, arbitrary: some(Outcome.options) },
  ),
  due: some(CaseDue.options),
  mine: fc.boolean(),
  waiting: fc.option(fc.constantFrom("any" as const, ...waitingKinds)),
});
const sort = fc.record({
  column: fc.constantFrom(...caseSortColumns),
  direction: fc.constantFrom("ascending" as const, "descending" as const),
});
const question: fc.Arbitrary<Question> = fc.record({
  // Half of the questions ask for one thing alone, or most lists would be empty.
  filter: fc.oneof(
    filter,
    fc
      .tuple(filter, fc.constantFrom("text", "states", "kinds", "depths", "outcomes", "due", "mine", "waiting"))
      .map(([all, one]) => ({ ...everyCase, [one]: all[one as keyof CaseFilter] })),
  ),
  sorts: fc.array(sort, { maxLength: 3 }),
  limit: fc.integer({ min: 1, max: 9 }),
});

describe("lists of cases of which some are restricted", () => {
  let kura: TestEngine;
  let people: Readonly<Record<Part, PersonId>>;
  /** By person the cases they may see in the end. */
  const mayRead = new Map<Reader, Set<DossierId>>();
  const seed = Math.floor(Math.random() * 0x7fff_ffff);
  const questions = fc.sample(question, { numRuns: 250, seed });
  /** What each question was answered while every case was open to the whole office. */
  const whole = new Map<Reader, CaseRow[][]>();

  function act<T>(reader: Reader, work: () => Promise<T>): Promise<T> {
    return reader === "founder" ? work() : as(kura, reader, work);
  }

  const page = async ({ filter: asked, sorts }: Omit<Question, "limit">, offset: number, limit: number) =>
    must(await kura.host.dossiers.page({ filter: asked, sorts: [...sorts], offset, limit }));

  async function makeCases(count: number): Promise<DossierId[]> {
    const made: DossierId[] = [];
    for (let n = 0; n < count; n += 1) {
      const title = mustExist(titles[n % titles.length], "a title");
      const kind = mustExist(DossierKind.options[n % DossierKind.options.length], "a kind");
      const { id, triage } = must(await kura.host.dossiers.create({ kind, title, subject: null, noConflict: true }));
      made.push(id);
      if (n % 2 === 0 && kind !== "self-check") {
        const access = n % 4 === 0 ? "A1" : "A3";
        must(await kura.host.dossiers.setTriage({ dossierId: id, triage: { ...triage, techTier: "T2", access } }));
      }
      const dueDay = dueDays[n % dueDays.length] ?? null;
      must(await kura.host.dossiers.setDueDays({ changes: [{ dossierId: id, dueDay }] }));
      kura.advance(1_000);
    }
    return made;
  }

  async function close(ids: readonly DossierId[], readers: readonly PersonId[], passphrase: string): Promise<void> {
    for (const dossierId of ids)
      must(await kura.host.access.restrict({ dossierId, readers: [...readers], passphrase }));
  }

  before(async () => {
    kura = await startTestEngine();
    await createVault(kura.host);
    people = await letCastIn(kura);
    const own = await makeCases(20);
    const named = await as(kura, "named", () => makeCases(8));
    for (const reader of readersOf)
      await act(reader, async () => {
        const rows: CaseRow[][] = [];
        for (const one of questions) rows.push((await page(one, 0, 200)).rows);
        whole.set(reader, rows);
      });
    // Every third case of the founder stays open; the named person's go half to nobody else and half to the auditor too.
    const third = (rest: number): DossierId[] => own.filter((_, n) => n % 3 === rest);
    await close(third(1), [], testPassphrase);
    await close(third(2), [people.named], testPassphrase);
    await as(kura, "named", async () => {
      await close(named.slice(0, 3), [], cast.named.passphrase);
      await close(named.slice(3, 6), [people.auditor], cast.named.passphrase);
    });
    const open = [...third(0), ...named.slice(6)];
    mayRead.set("founder", new Set([...open, ...own]));
    mayRead.set("named", new Set([...open, ...third(2), ...named]));
    mayRead.set("auditor", new Set([...open, ...named.slice(3, 6)]));
    mayRead.set("other", new Set(open));
  });
  after(() => kura.close());

  for (const reader of readersOf) {
    it(`give the ${reader} page by page what they may see and nothing else, for any filter and any order`, async (t) => {
      const seen = mustExist(mayRead.get(reader), "what they may read");
      let rows = 0;
      let empty = 0;
      await act(reader, async () => {
        for (const [number, asked] of questions.entries()) {
          const where = `${JSON.stringify(asked)} (seed ${seed})`;
          const before = mustExist(whole.get(reader)?.[number], "an answer from before");
          const expected = before.map((row) => row.id).filter((id) => seen.has(id));
          const read: CaseRow[] = [];
          let offset = 0;
          do {
            const one = await page(asked, offset, asked.limit);
            assert.deepEqual([one.matching, one.all], [expected.length, seen.size], where);
            assert.equal(one.rows.length, Math.min(asked.limit, Math.max(0, expected.length - offset)), where);
            read.push(...one.rows);
            offset += asked.limit;
          } while (offset < expected.length);
          assert.deepEqual(
            read.map((row) => row.id),
            expected,
            where,
          );
          assert.deepEqual((await page(asked, expected.length, 5)).rows, [], where);
          rows += read.length;
          if (read.length === 0) empty += 1;
        }
      });
      t.diagnostic(`${questions.length} questions, ${rows} rows, ${empty} lists empty, ${seen.size} cases seen`);
      assert.ok(rows > questions.length && empty < questions.length * 0.9, "questions that find something");
    });

    it(`count for the ${reader} in the overview, in what waits and in the jump by name no case they may not see`, async () => {
      const seen = mustExist(mayRead.get(reader), "what they may read");
      await act(reader, async () => {
        const { rows } = must(await kura.host.dossiers.list({}));
        assert.deepEqual(rows.map(({ id }) => id).toSorted(), [...seen].toSorted());
        const { waiting, dossiers } = must(await kura.host.dossiers.waiting({}));
        assert.equal(dossiers, seen.size);
        assert.ok(waiting.every(({ dossierId }) => dossierId === null || seen.has(dossierId)));
        const sorts = [{ column: "title" as const, direction: "ascending" as const }];
        const { rows: sorted } = await page({ filter: everyCase, sorts }, 0, 200);
        for (const title of titles) {
          const prefix = title.slice(0, 40);
          const asked = { filter: everyCase, sorts, column: "title" as const, prefix, from: 0 };
          const { index } = must(await kura.host.dossiers.seek(asked));
          const first = sorted.findIndex((row) => row.title === title);
          assert.equal(index, first === -1 ? null : first, title);
        }
      });
    });
  }
});
