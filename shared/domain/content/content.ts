import { z } from "zod";
import { Sha256 } from "../ids.ts";
import { Bilingual, Named } from "./bilingual.ts";
import { CommitteePaperSpec } from "./committee-paper.ts";
import { EvidencePolicy } from "./evidence-policy.ts";
import { FactorsFile } from "./factor.ts";
import { ListPackPolicy } from "./list-pack.ts";
import { MeasureCatalogue } from "./measure.ts";
import { PrivacyPolicy } from "./privacy.ts";
import { ScoringExamplesFile, ScoringPolicy } from "./scoring-policy.ts";
import { Template } from "./template.ts";
import { Vocabulary } from "./vocabulary.ts";

export const Glossary = z.strictObject({ contentVersion: z.string().min(1).max(40), terms: z.array(Bilingual) });
export type Glossary = z.infer<typeof Glossary>;

/** What the content is, what it is not, and the frameworks it was modelled on. */
export const About = z.strictObject({
  contentVersion: z.string().min(1).max(40),
  purpose: Bilingual,
  authored: Bilingual,
  /** Shown wherever a template is shown: no template is an official form. */
  disclaimer: Bilingual,
  outOfScope: Bilingual,
  frameworks: z.array(Named),
  precedent: z.strictObject({ fields: z.array(z.string().min(1)), rule: Bilingual }),
  selfCheckExport: z.strictObject({ perItem: z.array(z.string().min(1)), note: Bilingual }),
});
export type About = z.infer<typeof About>;

/** The policy files by the name of their part in `Content`. */
export const policyFiles = {
  about: "about.json",
  vocabulary: "vocabulary.json",
  factors: "factors.json",
  scoring: "scoring.json",
  evidence: "evidence.json",
  measures: "measures.json",
  committeePaper: "committee-paper.json",
  privacy: "privacy.json",
  listPacks: "list-packs.json",
  glossary: "glossary.json",
  examples: "scoring-examples.json",
} as const;

const policySchemas = {
  about: About,
  vocabulary: Vocabulary,
  factors: FactorsFile,
  scoring: ScoringPolicy,
  evidence: EvidencePolicy,
  measures: MeasureCatalogue,
  committeePaper: CommitteePaperSpec,
  privacy: PrivacyPolicy,
  listPacks: ListPackPolicy,
  glossary: Glossary,
  examples: ScoringExamplesFile,
} as const;

/** All content that ships with the app, parsed; `hashes` holds the SHA-256 of each policy file's canonical JSON. */
export const Content = z.strictObject({
  ...policySchemas,
  templates: z.array(Template),
  hashes: z.record(z.enum(Object.keys(policyFiles)), Sha256),
});
export type Content = z.infer<typeof Content>;

/** What the risk model needs of the content. */
export interface RiskRules {
  readonly policy: ScoringPolicy;
  readonly factors: FactorsFile["factors"];
  readonly measures: MeasureCatalogue["measures"];
}

/** Picks out what the risk model needs. */
export function riskRulesOf(content: Pick<Content, "scoring" | "factors" | "measures">): RiskRules {
  return { policy: content.scoring, factors: content.factors.factors, measures: content.measures.measures };
}
