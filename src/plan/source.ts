// Where a record stands in the document it was taken from, and what is odd about it there.
import { z } from 'zod';
import { DocumentId } from './ids.ts';

/** Text in the users' languages; Swedish is the plan's own, English a translation where there is one. */
export const Localized = z.strictObject({ sv: z.string().min(1), en: z.string().min(1).optional() });
export type Localized = z.infer<typeof Localized>;

/** The names that people use for a record besides its own name, in any language. */
export const Aliases = z.array(z.string().min(1)).default([]);

/** A place in a document, in the document's own terms: "avsnitt 6 Arbetsformer" or "bilaga 1, rad 3". */
export const Source = z.strictObject({ document: DocumentId, place: z.string().min(1) });
export type Source = z.infer<typeof Source>;

/**
 * Something that a reader should know before relying on a record: a contradiction, an omission or an oddity that the
 * document itself contains. Shown with every answer that rests on the field in question.
 */
export const Note = z.strictObject({
  about: z.enum(['date', 'time', 'place', 'responsible', 'cost', 'schedule', 'name', 'count', 'amount', 'text']),
  text: Localized,
});
export type Note = z.infer<typeof Note>;

/** What every record has besides its own fields. */
export const recordFields = { source: Source, notes: z.array(Note).default([]) };

/** The same of records that an update may add: no document has those. */
export const addableFields = { ...recordFields, source: Source.nullable() };
