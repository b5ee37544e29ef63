// What in the rows tells whose they are.
import { sql } from 'kysely';
import type { Identity } from '../plan/change.ts';

/** Whether a piece of JSON stands in a column, at its start or anywhere. */
export const mayHold = (column: string, json: string, where: 'start' | 'anywhere' = 'anywhere') =>
  sql<boolean>`${sql.ref(column)} like ${`${where === 'start' ? '' : '%'}${json.replaceAll(/[\\%_]/g, '\\$&')}%`} escape '\\'`;

/** The identity alone, in the order that rows have it. */
export const ids = ({ tenant, person }: Identity): Identity => ({ tenant, person });

const idsOf = (identity: Identity): string => JSON.stringify(ids(identity)).slice(1, -1);
/** As the memory of a conversation names those who have written in it. */
export const nameOf = ({ tenant, person }: Identity): string => JSON.stringify(`${tenant} ${person}`);
export const isPerson = (identity: Identity) => mayHold('body', `{${idsOf(identity)}`);
export const isAuthor = (identity: Identity) => mayHold('body', `"author":{${idsOf(identity)}`);
export const isNamed = (identity: Identity) => mayHold('body', idsOf(identity));
export const hasSetIt = (identity: Identity) => mayHold('body', `"setBy":{${idsOf(identity)}`);
