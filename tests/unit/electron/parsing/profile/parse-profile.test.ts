import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { guessMapping } from "../../../../../electron/parsing/profile/guess-mapping.ts";
import { parseProfile } from "../../../../../electron/parsing/profile/parse-profile.ts";
import type { ReadProfile } from "../../../../../electron/parsing/profile/raw-entry.ts";

const context = { countRows: () => undefined };
const parse = (text: string) => parseProfile({ bytes: Buffer.from(text) }, context);
function read(text: string): ReadProfile {
  const parsed = parse(text);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.value;
}
const stop = (text: string) => {
  const parsed = parse(text);
  return parsed.ok ? "ok" : parsed.error;
};

test("BibTeX keeps capitals, reads names and dates, and names a broken record by its line", () => {
  const { format, entries, refused } = read(
    `@article{a1,\n  title = {Superconducting {葛󠄀}城 Qubits},\n  author = {Takasaki, Yoshi and {髙﨑 𠮷}},\n  journal = {虚構学会誌},\n  year = 2019, month = apr, doi = {10.0000/abc}\n}\n\n@article{b2,\n  title = {Broken\n\n@book{c3, title={Third}, author={A B}, year={2020}}\n`,
  );
  assert.equal(format, "bibtex");
  const [first] = entries;
  assert.match(first?.title ?? "", /^Superconducting 葛󠄀城 Qubits$/u);
  assert.match(first?.people ?? "", /Takasaki, Yoshi; 髙﨑 𠮷/u);
  assert.deepEqual(
    [first?.organisation, first?.number, first?.from, first?.line],
    ["虚構学会誌", "10.0000/abc", "2019-04", 1],
  );
  assert.ok(refused.length > 0 || entries.length >= 2, "the rest is read or named");
});

test("RIS is read tag by tag, with continued lines and a forgotten end", () => {
  const { format, entries } = read(
    "TY  - JOUR\r\nTI  - 長い\r\n題名\r\nAU  - 髙﨑, 𠮷\r\nAU  - Doe, J\r\nPY  - 2019/04/01/\r\nJO  - 虚構誌\r\nDO  - 10.0000/x\r\nER  - \r\nTY  - PAT\r\nTI  - 発明\r\nDA  - 2020\r\n",
  );
  assert.equal(format, "ris");
  assert.deepEqual(
    entries.map(({ kind, title, people, from, line }) => [kind, title, people, from, line]),
    [
      ["publication", "長い 題名", "髙﨑, 𠮷; Doe, J", "2019-04-01", 1],
      ["patent", "発明", "", "2020", 10],
    ],
  );
});

test("a public record of ORCID gives posts, studies, funding and works, and whose it is", () => {
  const day = (year: string, month?: string) => ({
    year: { value: year },
    month: month === undefined ? null : { value: month },
    day: null,
  });
  const summary = (name: string, end: unknown) => ({
    organization: { name },
    "role-title": "教授",
    "department-name": "工学部",
    "start-date": day("2019", "04"),
    "end-date": end,
  });
  const record = {
    "orcid-identifier": { path: "0000-0002-1825-0097" },
    "activities-summary": {
      employments: { "affiliation-group": [{ summaries: [{ "employment-summary": summary("虚構大学", null) }] }] },
      educations: { "affiliation-group": [{ summaries: [{ "education-summary": summary("架空大学", day("2021")) }] }] },
      fundings: {
        group: [{ "funding-summary": [{ title: { title: { value: "課題" } }, organization: { name: "架空財団" } }] }],
      },
      works: {
        group: [
          {
            "work-summary": [
              {
                title: { title: { value: "論文" } },
                type: "journal-article",
                "publication-date": day("2020"),
                "external-ids": { "external-id": [{ "external-id-type": "doi", "external-id-value": "10.0/z" }] },
              },
            ],
          },
        ],
      },
    },
  };
  const { format, entries, orcid } = read(JSON.stringify(record));
  assert.deepEqual([format, orcid], ["orcid", "0000-0002-1825-0097"]);
  assert.deepEqual(
    entries.map(({ kind, organisation, title, from, to, number }) => [kind, organisation, title, from, to, number]),
    [
      ["post", "虚構大学", "教授", "2019-04", "present", ""],
      ["education", "架空大学", "教授", "2019-04", "2021", ""],
      ["funding", "架空財団", "課題", "", "", ""],
      ["publication", "", "論文", "2020", "", "10.0/z"],
    ],
  );
});

test("JSON lines of researchmap give what a profile has a use for, and a broken line is named", () => {
  const lines = [
    {
      insert: { type: "published_papers" },
      similar_merge: {
        paper_title: { ja: "題名" },
        authors: { ja: [{ name: "髙﨑𠮷" }] },
        publication_date: "2019-04",
        publication_name: { ja: "誌" },
        identifiers: { doi: ["10.0/a"] },
      },
    },
    {
      insert: { type: "research_experience" },
      similar_merge: { affiliation: { ja: "虚構大学" }, job: { ja: "教授" }, from_date: "2015-04", to_date: "9999" },
    },
    { insert: { type: "awards" }, similar_merge: { award_name: { ja: "賞" } } },
  ].map((line) => JSON.stringify(line));
  const { format, entries, refused } = read([...lines.slice(0, 2), "{ broken", lines[2]].join("\n"));
  assert.equal(format, "researchmap");
  assert.deepEqual(
    entries.map(({ kind, title, organisation, from, to, line }) => [kind, title, organisation, from, to, line]),
    [
      ["publication", "題名", "誌", "2019-04", "", 1],
      ["post", "教授", "虚構大学", "2015-04", "present", 2],
    ],
  );
  assert.deepEqual(
    refused.map(({ line }) => line),
    [3],
  );
});

test("a table keeps the lines its rows begin on, and its columns are guessed from the header", () => {
  const { format, rows } = read('所属,職名,開始,終了\n"虚構大学\n葛󠄀城校舎",教授,2019年4月,現在\n架空社,顧問,H30.4,\n');
  assert.equal(format, "csv");
  assert.deepEqual(
    rows.map(({ line }) => line),
    [1, 2, 4],
  );
  const mapping = guessMapping(rows[0]?.cells ?? []);
  assert.deepEqual([mapping.organisation, mapping.title, mapping.from, mapping.to], [0, 1, 2, 3]);
});

test("an export table of researchmap is known by its header, and the line with its kind is passed over", () => {
  const { format, rows } = read(
    "published_papers\nアクション名,論文タイトル(日本語),著者(日本語),出版年月\ninsert,題,髙﨑,201904\n",
  );
  assert.equal(format, "researchmap");
  const mapping = guessMapping(rows[0]?.cells ?? []);
  assert.deepEqual([mapping.title, mapping.people, mapping.from, mapping.kindWhenAbsent], [1, 2, 3, "publication"]);
});

test("Shift_JIS is read, and what is no list of the kind is refused with why", () => {
  const shiftJis = Uint8Array.from([
    0x8f, 0x8a, 0x91, 0xae, 0x2c, 0x90, 0x45, 0x96, 0xbc, 0x0a, 0x41, 0x2c, 0x42, 0x0a,
  ]);
  const parsed = parseProfile({ bytes: shiftJis }, context);
  assert.ok(parsed.ok && parsed.value.rows[0]?.cells[0] === "所属");
  assert.deepEqual(stop(""), { code: "empty" });
  assert.deepEqual(stop("ただの文です。"), { code: "format-unknown" });
  assert.deepEqual(stop('{"a": 1}'), { code: "format-unknown" });
  assert.deepEqual(stop("{ not json"), { code: "broken", line: 1 });
  for (const xml of ['\uFEFF<?xml version="1.0"?>\n<record:record/>', '<record:record path="/0000-0002-1825-0097"/>'])
    assert.deepEqual(stop(xml), { code: "wrong-kind", kind: "xml" });
  assert.deepEqual(stop("%PDF-1.7 x"), { code: "wrong-kind", kind: "pdf" });
  assert.deepEqual(stop('a,b\n"open,c\n'), { code: "broken", line: 2 });
});

test("whatever the bytes, an answer comes and nothing is thrown", () => {
  const seeds = [
    "@article{a, title={",
    "TY  - JOUR\nTI  - ",
    '{"activities-summary":',
    '{"insert":{"type":"misc"}}\n',
    'a,b\n"',
    "\\",
    "}",
    "\n",
    "髙",
    "=cmd()",
    "__proto__",
  ];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...seeds), fc.string({ maxLength: 12 })), { maxLength: 14 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (one) => {
      parse(one);
    }),
    { numRuns: 1_500 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      parseProfile({ bytes }, context);
    }),
    { numRuns: 500 },
  );
});
