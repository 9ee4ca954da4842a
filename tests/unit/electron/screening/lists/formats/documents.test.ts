import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { namesOf, readKnown, refusalsOf, stopOf } from "../read-known.ts";

const un = (body: string, head = ""): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${head}\n<CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09Z">\n${body}\n</CONSOLIDATED_LIST>`;
const person = (id: string, more = ""): string =>
  `<INDIVIDUAL><DATAID>${id}</DATAID><FIRST_NAME>ANN</FIRST_NAME><SECOND_NAME>FICTION</SECOND_NAME>${more}</INDIVIDUAL>`;

describe("the list of the United Nations", () => {
  test("gives names in their own script, aliases with their quality, spans of birth and documents", async () => {
    const { layout, entries, report } = await readKnown(
      un(
        `<INDIVIDUALS>${person(
          "1",
          `<UN_LIST_TYPE>XX</UN_LIST_TYPE><LISTED_ON>2012-12-31</LISTED_ON>
          <NATIONALITY><VALUE>Iraq</VALUE></NATIONALITY><NAME_ORIGINAL_SCRIPT>خيال</NAME_ORIGINAL_SCRIPT>
          <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>ANN F; A. FICTION</ALIAS_NAME></INDIVIDUAL_ALIAS>
          <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>ANNIE</ALIAS_NAME></INDIVIDUAL_ALIAS>
          <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
          <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1973</FROM_YEAR><TO_YEAR>1974</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
          <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Town</CITY><COUNTRY>Iran</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
          <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>B 7</NUMBER><ISSUING_COUNTRY>Iraq</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>`,
        )}</INDIVIDUALS><ENTITIES><ENTITY><DATAID>2</DATAID><FIRST_NAME>FICTION FRONT</FIRST_NAME>
        <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>OLD FRONT</ALIAS_NAME></ENTITY_ALIAS></ENTITY></ENTITIES>`,
      ),
    );
    assert.equal(layout, "un-xml");
    assert.equal(report.statedDay, "2026-02-27");
    assert.deepEqual(namesOf(entries[0]), [
      "primary: ANN FICTION",
      "original-script: خيال",
      "alias: ANN F",
      "alias: A. FICTION",
      "weak-alias: ANNIE",
    ]);
    assert.deepEqual(entries[0]?.birthYears, [1973, 1974]);
    assert.deepEqual(entries[0]?.birthPlaces, ["Town, Iran"]);
    assert.deepEqual(entries[0]?.ids, [{ scheme: "Passport, Iraq", value: "B 7" }]);
    assert.deepEqual(entries[0]?.nationalities, ["Iraq"]);
    assert.deepEqual(namesOf(entries[1]), ["primary: FICTION FRONT", "former: OLD FRONT"]);
    assert.deepEqual(
      entries.map(({ type, effectiveDay }) => `${type} ${effectiveDay}`),
      ["person 2012-12-31", "organisation undefined"],
    );
  });

  test("refuses a number that comes twice and an entry without a name, by line", async () => {
    const body = `${person("1")}\n${person("1")}\n<ENTITY><DATAID>3</DATAID></ENTITY>`;
    assert.deepEqual(refusalsOf(await readKnown(un(body))), ["4 id-repeated", "5 name-empty"]);
  });

  test("reads UTF-16 and the encoding that the first line names", async () => {
    const text = un(person("1")).replace("ANN", "Ñandú");
    const utf16 = Buffer.from(`\ufeff${text.replace("UTF-8", "UTF-16")}`, "utf16le");
    assert.equal((await readKnown(utf16)).entries[0]?.names[0]?.text, "Ñandú FICTION");
    const latin = Buffer.from(text.replace("UTF-8", "ISO-8859-1"), "latin1");
    assert.equal((await readKnown(latin)).entries[0]?.names[0]?.text, "Ñandú FICTION");
    assert.equal(await stopOf(text.replace("UTF-8", "EBCDIC-US")), "file-encoding-unknown 1");
  });
});

describe("hostile XML", () => {
  test("a document type is refused before anything is read", async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>';
    assert.equal(await stopOf(un(person("1", "<COMMENTS1>&b;</COMMENTS1>"), bomb)), "xml-doctype 1");
    assert.equal(
      await stopOf(un(person("1"), `<!-- ${"x".repeat(30_000)} -->${bomb}`), { layout: "un-xml" }),
      "layout-mismatch 1",
    );
  });

  test("an entity nobody defined stops it", async () => {
    assert.equal(await stopOf(un(person("1", "<COMMENTS1>&lol;</COMMENTS1>"))), "xml-broken 3");
  });

  test("depth, the size of a record and a file cut off stop it, each with its line", async () => {
    const deep = "<A>".repeat(40) + "</A>".repeat(40);
    assert.equal(await stopOf(un(person("1", deep))), "xml-too-deep 3");
    const large = `<COMMENTS1>${"x".repeat(5_000)}</COMMENTS1>`;
    assert.equal(await stopOf(un(`\n${person("1", large)}`), { limits: { recordUnits: 4_000 } }), "record-too-large 4");
    assert.equal(
      await stopOf(un(person("1", "<B/>".repeat(500))), { limits: { recordUnits: 4_000 } }),
      "record-too-large 3",
    );
    const whole = un(person("1"));
    assert.equal(await stopOf(whole.slice(0, -30)), "xml-broken 3");
  });

  test("XML of no known list is refused, and so is one list's file under another's layout", async () => {
    assert.equal(await stopOf("<?xml version='1.0'?><html><body/></html>"), "layout-mismatch 1");
    assert.equal(await stopOf(un(person("1")), { layout: "eu-fsf-xml" }), "layout-mismatch 1");
  });
});

describe("the EU's consolidated XML", () => {
  const eu = (body: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?><ns:export xmlns:ns="http://eu.europa.ec/fpi/fsd/export" generationDate="2025-03-04T10:00:00">${body}</ns:export>`;
  test("gives strong and weak names, births, citizenships and documents", async () => {
    const { layout, entries, report } = await readKnown(
      eu(`<ns:sanctionEntity logicalId="13" designationDate="2003-07-08"><ns:remark>Note</ns:remark>
      <ns:regulation programme="XX"/><ns:subjectType code="person" classificationCode="P"/>
      <ns:nameAlias wholeName="Anna Fiction" firstName="Anna" lastName="Fiction" strong="true" function="Minister"/>
      <ns:nameAlias wholeName="" firstName="Anka" lastName="F" strong="false"/>
      <ns:citizenship countryIso2Code="IQ" countryDescription="IRAQ"/>
      <ns:birthdate birthdate="1937-04-28" year="1937" city="Town" countryIso2Code="IQ" countryDescription="IRAQ"/>
      <ns:identification number="B7" identificationTypeDescription="National passport"/></ns:sanctionEntity>`),
    );
    assert.equal(layout, "eu-fsf-xml");
    assert.equal(report.statedDay, "2025-03-04");
    assert.deepEqual(namesOf(entries[0]), ["primary: Anna Fiction", "weak-alias: Anka F"]);
    assert.deepEqual(entries[0]?.birthYears, [1937]);
    assert.deepEqual(entries[0]?.birthPlaces, ["Town, IRAQ"]);
    assert.deepEqual(entries[0]?.ids, [{ scheme: "National passport", value: "B7" }]);
    assert.deepEqual([entries[0]?.positions, entries[0]?.effectiveDay], [["Minister"], "2003-07-08"]);
  });

  test("gives what stands in attributes and remarks of its parts, and leaves out what it calls unknown", async () => {
    const { entries } = await readKnown(
      eu(`<ns:sanctionEntity designationDetails="Details" unitedNationId="" euReferenceNumber="EU.0.1" logicalId="14">
      <ns:regulation regulationType="regulation" entryIntoForceDate="2004-05-06" programme="YY" numberTitle="0/2004"><ns:publicationUrl>https://kyoko.example/</ns:publicationUrl></ns:regulation>
      <ns:subjectType code="enterprise" classificationCode="E"/>
      <ns:nameAlias wholeName="Kyokō Kikō" strong="true" title="" function="" nameLanguage="EN" logicalId="1"><ns:regulationSummary numberTitle="0/2004"/></ns:nameAlias>
      <ns:nameAlias wholeName="Kyo" strong="true" logicalId="2"><ns:remark>Low quality alias</ns:remark></ns:nameAlias>
      <ns:nameAlias wholeName="虚構機構" strong="true" title="(a) Director, (b) Founder" logicalId="3"><ns:remark>Good quality alias</ns:remark></ns:nameAlias>
      <ns:identification number="虚 1" latinNumber="K 1" identificationTypeCode="regnumber" identificationTypeDescription="Registration Number" countryIso2Code="00" countryDescription="UNKNOWN"/>
      <ns:address city="Town" street="1 Road" poBox="" zipCode="0-1" region="" place="Quarter" countryIso2Code="XX" countryDescription="NOWHERE"><ns:contactInfo key="PHONE" value="0"/></ns:address>
      <ns:address city="" street="" countryIso2Code="00" countryDescription="UNKNOWN"/>
      <ns:birthdate circa="true" year="1970" yearRangeFrom="" countryDescription="UNKNOWN" countryIso2Code="00"/>
      </ns:sanctionEntity>`),
    );
    const [entry] = entries;
    assert.deepEqual(namesOf(entry), ["primary: Kyokō Kikō", "weak-alias: Kyo", "original-script: 虚構機構"]);
    assert.deepEqual([entry?.remarks, entry?.effectiveDay, entry?.type], ["Details", "2004-05-06", "organisation"]);
    assert.deepEqual(entry?.positions, ["Director", "Founder"]);
    assert.deepEqual([entry?.countries, entry?.addresses], [["NOWHERE"], ["1 Road, 0-1, Town, Quarter, NOWHERE"]]);
    assert.deepEqual(entry?.ids, [
      { scheme: "Registration Number", value: "虚 1" },
      { scheme: "Registration Number", value: "K 1" },
    ]);
    assert.deepEqual([entry?.birthYears, entry?.birthPlaces], [[1970], undefined]);
  });
});
