// The document that the plan was read from, and those of its passages that are text and not records.
import { z } from 'zod';
import { DocumentId, SectionId } from './ids.ts';
import { Aliases, Localized, recordFields } from './source.ts';

/** A year's plan as a document. */
export const PlanDocument = z.strictObject({
  id: DocumentId,
  /** The year that the plan is for. */
  year: z.int(),
  title: Localized,
  appendices: z.array(z.strictObject({ number: z.int().positive(), title: Localized })).default([]),
});
export type PlanDocument = z.infer<typeof PlanDocument>;

/** What a passage of text is about; `text` where no narrower word fits. */
export const SectionKind = z.enum(['vision', 'purpose', 'principles', 'working-methods', 'programme', 'text']);
export type SectionKind = z.infer<typeof SectionKind>;

export const Section = z.strictObject({
  id: SectionId,
  kind: SectionKind,
  title: Localized,
  aliases: Aliases,
  /** The plan's own words, one paragraph or list item an element; English is a translation. */
  text: z.array(Localized).min(1),
  ...recordFields,
});
export type Section = z.infer<typeof Section>;
