/** The header of the EU's consolidated table, version 1.1, as it is published. */
export const euHeader: readonly string[] = [
  "fileGenerationDate",
  ...named("Entity", "LogicalId EU_ReferenceNumber UnitedNationId DesignationDate DesignationDetails Remark"),
  ...named("Entity", "SubjectType SubjectType_ClassificationCode"),
  ...regulation("Entity"),
  ...named("NameAlias", "LastName FirstName MiddleName WholeName NameLanguage Gender Title Function"),
  ...tail("NameAlias"),
  ...named("Address", "City Street PoBox ZipCode Region Place AsAtListingTime ContactInfo"),
  ...named("Address", "CountryIso2Code CountryDescription"),
  ...tail("Address"),
  ...named("BirthDate", "BirthDate Day Month Year YearRangeFrom YearRangeTo Circa CalendarType"),
  ...named("BirthDate", "ZipCode Region Place City CountryIso2Code CountryDescription"),
  ...tail("BirthDate"),
  ...named("Identification", "Number Diplomatic KnownExpired KnownFalse ReportedLost RevokedByIssuer IssuedBy"),
  ...named("Identification", "IssuedDate ValidFrom ValidTo LatinNumber NameOnDocument TypeCode TypeDescription"),
  ...named("Identification", "Region CountryIso2Code CountryDescription"),
  ...tail("Identification"),
  ...named("Citizenship", "Region CountryIso2Code CountryDescription"),
  ...tail("Citizenship"),
];

function named(of: string, fields: string): string[] {
  return fields.split(" ").map((field) => `${of}_${field}`);
}

function regulation(of: string): string[] {
  const fields = "Type OrganisationType PublicationDate EntryIntoForceDate NumberTitle Programme PublicationUrl";
  return named(`${of}_Regulation`, fields);
}

function tail(of: string): string[] {
  return [...named(of, "LogicalId RegulationLanguage Remark"), ...regulation(of)];
}

const names = ["Name 6", "Name 1", "Name 2", "Name 3", "Name 4", "Name 5"];

/** The header of OFSI's consolidated list, format of 2022. */
export const ofsiHeader: readonly string[] = [
  ...names,
  ..."Title|Name Non-Latin Script|Non-Latin Script Type|Non-Latin Script Language|DOB|Town of Birth".split("|"),
  ..."Country of Birth|Nationality|Passport Number|Passport Details|National Identification Number".split("|"),
  ..."National Identification Details|Position|Address 1|Address 2|Address 3|Address 4|Address 5".split("|"),
  ..."Address 6|Post/Zip Code|Country|Other Information|Group Type|Alias Type|Alias Quality|Regime".split("|"),
  ..."Listed On|UK Sanctions List Date Designated|Last Updated|Group ID".split("|"),
];

/** The header of the UK Sanctions List as a table. */
export const ukHeader: readonly string[] = [
  ..."Last Updated|Unique ID|OFSI Group ID|UN Reference Number".split("|"),
  ...names,
  ..."Name type|Alias strength|Title|Name non-latin script|Non-latin script type".split("|"),
  ..."Non-latin script language|Regime Name|Designation Type|Designation source|Sanctions Imposed".split("|"),
  ..."Other Information|UK Statement of Reasons|Address Line 1|Address Line 2|Address Line 3".split("|"),
  ..."Address Line 4|Address Line 5|Address Line 6|Address Postal Code|Address Country|Phone number".split("|"),
  ..."Website|Email address|Date Designated|D.O.B|Nationality(/ies)|National Identifier number".split("|"),
  ..."National Identifier additional information|Passport number|Passport additional information".split("|"),
  ..."Position|Gender|Town of birth|Country of birth|Type of entity|Subsidiaries|Parent company".split("|"),
  ..."Business registration number (s)|IMO number|Current owner/operator (s)".split("|"),
  ..."Previous owner/operator (s)|Current believed flag of ship|Previous flags|Type of ship".split("|"),
  ..."Tonnage of ship|Length of ship|Year Built|Hull identification number (HIN)".split("|"),
];
