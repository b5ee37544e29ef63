// Who has the tab before them, as chat knows people.
import type { Author } from '../plan/change.ts';
import type { FormOccasion } from '../turn/forms.ts';
import type { Asker } from '../updates/updates.ts';
import type { Kit } from './kit.ts';

/** Who reads; null where nobody can tell, who may look and nothing more. */
export type Reader = Author | null;

export const askerOf = (identity: Reader): Asker => ({ identity, mentioned: [], conversation: null });

export function formOccasion(reader: Reader, { now, setting }: Kit): FormOccasion {
  return { asker: askerOf(reader), now, locale: setting.locale };
}
