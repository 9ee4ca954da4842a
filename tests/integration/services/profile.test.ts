import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { DossierId, SubjectId } from "../../../shared/domain/ids.ts";
import type { SubjectInput } from "../../../shared/domain/party.ts";
import { blankEntry, type EntryInput } from "../../../shared/domain/profile/entry.ts";
import type { LinkInput } from "../../../shared/domain/profile/link.ts";
import { must } from "../../support/must.ts";
import { as, letCastIn, restrict } from "../../support/restricted-scene.ts";
import { codeOf, createVault, startTestEngine, type TestEngine, testPassphrase } from "../../support/test-engine.ts";

const passphrase = testPassphrase;
const longReason = "所属と研究分野が一致し、識別子も同じであることを本人に確かめた。";

const person = (name: string, identifiers: string[] = []): SubjectInput => ({
  kind: "person",
  role: "principal",
  names: [{ kind: "primary", text: name }],
  country: "",
  identifiers,
  note: "",
});
const body = (name: string): SubjectInput => ({ ...person(name), kind: "organisation", role: "employer" });

async function openCase({ host }: TestEngine, subject: SubjectInput): Promise<{ id: DossierId; subjectId: SubjectId }> {
  const request = { kind: "person", title: "架空の案件", subject, hostUnit: "受入室", noConflict: true } as const;
  const { id, subjects } = must(await host.dossiers.create(request));
  const [first] = subjects;
  assert.ok(first);
  return { id, subjectId: first.id };
}

async function addSubject({ host }: TestEngine, dossierId: DossierId, subject: SubjectInput): Promise<SubjectId> {
  const { subjects } = must(await host.dossiers.addSubject({ dossierId, subject }));
  const added = subjects.at(-1);
  assert.ok(added);
  return added.id;
}

const source = { evidenceId: null, text: "履歴書 1 頁" };
const postOf = (subjectId: SubjectId): EntryInput => ({
  ...blankEntry(subjectId, "post"),
  organisation: "虚構大学 葛󠄀研究室",
  title: "教授",
  period: { from: "2019-04", to: "ongoing" },
  source,
});
const linkOf = (from: SubjectId, to: SubjectId, kind: LinkInput["kind"]): LinkInput => ({
  ...{ kind, from, to, role: "", share: null, directness: null },
  ...{ period: { from: null, to: null }, certainty: "likely", source, note: "" },
});

describe("the profile of a subject", () => {
  let kura: TestEngine;
  let dossierId: DossierId;
  let subjectId: SubjectId;
  let bodyId: SubjectId;

  before(async () => {
    kura = await startTestEngine();
    await createVault(kura.host);
    ({ id: dossierId, subjectId } = await openCase(kura, person("髙﨑 𠮷")));
    bodyId = await addSubject(kura, dossierId, body("虚構大学"));
  });
  after(() => kura.close());

  const put = (entry: EntryInput, entryId: string | null = null, revision = 0) =>
    kura.host.profile.putEntry({ dossierId, entryId: entryId as never, revision, entry });

  test("keeps an entry with its source, dates and certainty, exactly as written", async () => {
    const entry = postOf(subjectId);
    const stored = must(await put(entry));
    assert.deepEqual(must(await kura.host.profile.open({ dossierId })).entries, [stored]);
    assert.deepEqual({ ...stored, ...entry }, stored);
    assert.equal(stored.revision, 1);
  });

  test("changes an entry only from the revision that was seen", async () => {
    const stored = must(await put(postOf(subjectId)));
    const changed = must(await put({ ...postOf(subjectId), title: "客員教授" }, stored.id, 1));
    assert.equal(changed.revision, 2);
    assert.equal(codeOf(await put(postOf(subjectId), stored.id, 1)), "stale-revision");
    assert.equal(
      codeOf(await kura.host.profile.removeEntry({ dossierId, entryId: stored.id, revision: 1 })),
      "stale-revision",
    );
    must(await kura.host.profile.removeEntry({ dossierId, entryId: stored.id, revision: 2 }));
    assert.equal(codeOf(await put(postOf(subjectId), stored.id, 2)), "unknown-entry");
  });

  test("takes nothing in without a source, without its first field, or of somebody who is not in the case", async () => {
    assert.equal(
      codeOf(await put({ ...postOf(subjectId), source: { evidenceId: null, text: " " } })),
      "source-required",
    );
    assert.equal(codeOf(await put({ ...postOf(subjectId), organisation: " " })), "entry-incomplete");
    assert.equal(codeOf(await put(postOf("f".repeat(32) as SubjectId))), "unknown-subject");
    const evidenceId = "e".repeat(32) as never;
    assert.equal(codeOf(await put({ ...postOf(subjectId), source: { evidenceId, text: "" } })), "unknown-evidence");
  });

  test("refuses dates that run backwards and shares beyond the whole at the door", async () => {
    const backwards = { ...postOf(subjectId), period: { from: "2021", to: "2019" } };
    assert.equal(codeOf(await put(backwards)), "bad-request");
    assert.equal(codeOf(await put({ ...postOf(subjectId), share: 101 })), "bad-request");
  });

  test("ties subjects in the direction their kinds allow and no other", async () => {
    const request = (link: LinkInput) => kura.host.profile.putLink({ dossierId, linkId: null, revision: 0, link });
    const stored = must(await request(linkOf(subjectId, bodyId, "employment")));
    assert.equal(codeOf(await request(linkOf(bodyId, subjectId, "employment"))), "link-impossible");
    assert.equal(codeOf(await request(linkOf(bodyId, bodyId, "other"))), "link-impossible");
    assert.deepEqual(must(await kura.host.profile.open({ dossierId })).links, [stored]);
    must(await kura.host.profile.removeLink({ dossierId, linkId: stored.id, revision: 1 }));
    assert.deepEqual(must(await kura.host.profile.open({ dossierId })).links, []);
  });

  test("goes when its subject goes", async () => {
    const leaving = await addSubject(kura, dossierId, body("去る機関"));
    must(await put({ ...postOf(leaving) }));
    const link = linkOf(leaving, bodyId, "part-of");
    must(await kura.host.profile.putLink({ dossierId, linkId: null, revision: 0, link }));
    must(await kura.host.dossiers.removeSubject({ dossierId, subjectId: leaving, passphrase }));
    const { entries, links } = must(await kura.host.profile.open({ dossierId }));
    assert.ok(!JSON.stringify([entries, links]).includes(leaving));
  });

  test("leaves a trace of every change, without a word of what was written", async () => {
    const { entries } = must(await kura.host.trail.list({ dossierId, before: null, limit: 100 }));
    const kinds = new Set(entries.map((entry) => entry.kind));
    for (const kind of [
      "profile-entry-set",
      "profile-entry-removed",
      "subject-link-set",
      "subject-link-removed",
    ] as const)
      assert.ok(kinds.has(kind), kind);
    assert.ok(!JSON.stringify(entries).includes("虚構大学"));
  });
});

describe("identifiers", () => {
  let kura: TestEngine;
  before(async () => {
    kura = await startTestEngine();
    await createVault(kura.host);
  });
  after(() => kura.close());

  test("with a wrong check digit are refused when written, by scheme and fault", async () => {
    const { id: dossierId } = await openCase(kura, person("葛󠄀城 ﾊﾅｺ"));
    const refused = await kura.host.dossiers.addSubject({
      dossierId,
      subject: { ...body("架空社"), identifiers: ["法人番号 7000012050003"] },
    });
    assert.ok(!refused.ok);
    assert.deepEqual(refused.error.details, { scheme: "corporate_number", problem: "check" });
    const other = { ...body("架空社"), identifiers: ["7000012050003（登記の写しのまま）"] };
    assert.ok((await kura.host.dossiers.addSubject({ dossierId, subject: other })).ok);
  });
});

describe("the same subject in other cases", () => {
  let kura: TestEngine;
  let here: { id: DossierId; subjectId: SubjectId };
  let there: { id: DossierId; subjectId: SubjectId };
  const orcid = "0000-0002-1825-0097";

  before(async () => {
    kura = await startTestEngine();
    await createVault(kura.host);
    here = await openCase(kura, person("渡邊 花子", [`ORCID ${orcid}`]));
    there = await openCase(kura, person("渡辺花子"));
    await openCase(kura, person("W. Hanako", [`https://orcid.org/${orcid}`]));
    await openCase(kura, person("別 人"));
    await openCase(kura, body("渡邊 花子"));
  });
  after(() => kura.close());

  const seen = async () => must(await kura.host.profile.sightings({ dossierId: here.id })).sightings;

  test("is found by identifier and by folded name, and a body is never taken for a person", async () => {
    const found = (await seen()).map(({ other, grounds }) => [other.name, grounds]);
    assert.deepEqual(found.toSorted(), [
      ["W. Hanako", ["orcid"]],
      ["渡辺花子", ["name"]],
    ]);
  });

  test("is never shown with the identifier that agreed", async () => {
    assert.ok(!JSON.stringify(await seen()).includes(orcid));
  });

  test("keeps what somebody said of it with the reason, seen from both cases", async () => {
    const judgement = {
      subjectId: here.subjectId,
      otherDossierId: there.id,
      otherSubjectId: there.subjectId,
      verdict: "different" as const,
      reason: longReason,
    };
    const short = { ...judgement, reason: "別人" };
    assert.equal(codeOf(await kura.host.profile.judge({ dossierId: here.id, judgement: short })), "reason-required");
    must(await kura.host.profile.judge({ dossierId: here.id, judgement }));
    const from = must(await kura.host.profile.sightings({ dossierId: there.id })).sightings;
    const said = from.find(({ other }) => other.dossierId === here.id);
    assert.equal(said?.judgement?.verdict, "different");
    assert.equal(said?.judgement?.reason, longReason);
  });

  test("has one verdict: the one said last, from whichever side", async () => {
    const judgement = {
      subjectId: there.subjectId,
      otherDossierId: here.id,
      otherSubjectId: here.subjectId,
      verdict: "same" as const,
      reason: longReason,
    };
    must(await kura.host.profile.judge({ dossierId: there.id, judgement }));
    const verdicts = (await seen()).map(({ judgement: said }) => said?.verdict);
    assert.deepEqual(
      verdicts.filter((verdict) => verdict !== undefined),
      ["same"],
    );
  });

  test("can be brought together by hand, and taken apart again", async () => {
    const { others } = must(await kura.host.profile.findOthers({ dossierId: here.id, query: "別人" }));
    const [other] = others;
    assert.ok(other);
    const pair = { subjectId: here.subjectId, otherSubjectId: other.subjectId };
    const judgement = { ...pair, otherDossierId: other.dossierId, verdict: "same" as const, reason: longReason };
    must(await kura.host.profile.judge({ dossierId: here.id, judgement }));
    assert.deepEqual((await seen()).find(({ other: one }) => one.name === "別 人")?.grounds, ["curated"]);
    must(await kura.host.profile.forgetJudgement({ dossierId: here.id, ...pair }));
    assert.equal(
      (await seen()).find(({ other: one }) => one.name === "別 人"),
      undefined,
    );
  });

  test("is never told of in a case that the person may not read: not by matching, search or verdict", async () => {
    const ids = await letCastIn(kura);
    await restrict(kura, there.id, [ids.named]);
    assert.equal((await seen()).filter(({ other }) => other.dossierId === there.id).length, 1);
    await as(kura, "other", async () => {
      assert.ok(!JSON.stringify(await seen()).includes(there.id));
      const { others } = must(await kura.host.profile.findOthers({ dossierId: here.id, query: "渡辺" }));
      assert.deepEqual(
        others.map(({ dossierId }) => dossierId).filter((id) => id === there.id),
        [],
      );
      const judgement = {
        subjectId: here.subjectId,
        otherDossierId: there.id,
        otherSubjectId: there.subjectId,
        verdict: "same" as const,
        reason: longReason,
      };
      assert.equal(codeOf(await kura.host.profile.judge({ dossierId: here.id, judgement })), "unknown-subject");
    });
  });
});
