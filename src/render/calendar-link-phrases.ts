// The shape of a language's phrases about calendar links and files.
import type { CalendarStep, LinkClient } from '../facts.ts';

export interface CalendarLinkPhrases {
  // What a link shows, as it goes on a sentence
  readonly meetingsOf: (group: string) => string;
  readonly ofMunicipality: (name: string) => string;
  readonly everything: string;
  readonly conferences: string;
  readonly subscriptions: string;
  readonly withActivities: (what: string) => string;
  /** Nothing in the plan any more. */
  readonly gone: string;

  // A new link
  readonly created: (what: string) => string;
  readonly rotated: (what: string) => string;
  readonly address: string;
  readonly howTo: string;
  readonly lag: string;
  readonly secret: string;
  readonly existing: (hint: string) => string;
  readonly oldAddress: string;
  readonly onlyHere: string;
  readonly filesOnlyHere: string;

  // Single meetings
  readonly file: (name: string, when: string) => string;
  /** `count` in words. */
  readonly files: (count: string) => string;
  readonly moreFiles: (count: number) => string;
  readonly isCopy: string;
  readonly nothing: Readonly<Record<Extract<CalendarStep, { step: 'nothing' }>['why'], string>>;

  // One's own links
  readonly links: (count: number) => string;
  readonly noLinks: string;
  readonly ends: (hint: string) => string;
  readonly made: (date: string) => string;
  readonly fetched: (date: string, client: string) => string;
  readonly neverFetched: string;
  readonly client: Readonly<Record<LinkClient, string>>;
  readonly whatToDo: (hint: string) => string;
  readonly revoked: (count: number, what: string, hint: string) => string;
  readonly which: Readonly<Record<'rotate' | 'revoke', string>>;
  readonly option: (what: string, hint: string) => string;
  readonly noSuchLink: (has: number) => string;
  readonly tooMany: (most: number) => string;
  readonly unread: (words: string) => string;
  readonly unknownAsker: string;
  readonly readByOthers: string;

  readonly buttons: Readonly<
    Record<
      'outlook' | 'open' | 'addFile' | 'teams' | 'file' | 'subscribe' | 'list' | 'rotate' | 'revoke' | 'everything',
      string
    >
  > & { readonly addOn: (date: string) => string };
}
