// Sentences that give a record of the plan another name: "elstråket betyder elvägen".
import type { Draft } from '../draft.ts';
import type { NamedRecord } from '../plan/change.ts';
import type { Drafted } from './meeting-subjects.ts';
import type { Mention } from './reading.ts';
import { type Clip, partsOf, sentencePattern, unquoted } from './sentence.ts';
import { activitiesIn, readPart, type Talk } from './update-subjects.ts';

const synonym =
  '(?:en |ny |a |an |new |ett |nytt )*(?:synonym(?:en)?|alias|ord|namn|annat namn|annat ord|smeknamn|name|word|another name|another word)';

/** Forms that can mean nothing else; the record may be asked for. */
const certainForms = [
  `(?:lagg till|lagg in|spara|registrera|add|register|save)\\s+(?<word>.+?)\\s+(?:som|as)\\s+${synonym}\\s+(?:till|for|pa|to|of|for)\\s+(?<record>.+)`,
  `(?:lagg till|lagg in|spara|registrera|add|register|save)\\s+(?:ordet\\s+|en )?synonym(?:en)?\\s+(?<word>.+?)\\s+(?:till|for|pa|to|of|for)\\s+(?<record>.+)`,
  `(?:lagg till|add)\\s+${synonym}\\s+(?:till|for|pa|to|of|for)\\s+(?<record>[^:]+?)(?::\\s*(?<word>.+))?`,
  `(?:nytt |new )?(?:synonym|alias)\\s+(?:till|for|to|of|for)\\s+(?<record>[^:]+?):\\s*(?<word>.+)`,
  `(?<word>.+?)\\s+(?:ar|is)\\s+(?:ocksa |aven |also )?${synonym}\\s+(?:till|for|pa|to|of|for)\\s+(?<record>.+)`,
].map(sentencePattern);

const toldForms = [
  '(?:kalla|kallar vi|call)\\s+(?<record>.+?)\\s+(?:aven |ocksa |also )?for\\s+(?<word>.+)',
  `(?:med|by|with)\\s+(?<word>.+?)\\s+(?:menas|menar (?:vi|jag)|avses|avser (?:vi|jag)|we mean|i mean|is meant)\\s+(?<record>.+)`,
  `(?:nar (?:jag|vi|nagon|man) (?:skriver|sager)|when (?:i|we|people|someone|you) (?:write|writes|say|says))\\s+(?<word>.+?)[\\s,]+(?:menar (?:jag|vi|de|man)|(?:i|we|they|it) means?)\\s+(?<record>.+)`,
  `(?<word>.+?)\\s+(?:betyder|ar samma (?:sak )?som|ar detsamma som|ska (?:betyda|tolkas som|forstas som)|star for|means|is the same as|stands for|should mean|refers to)\\s+(?<record>.+)`,
  '(?<word>[^=]+?)\\s*=\\s*(?<record>[^=]+)',
  `(?<record>.+?)\\s+(?:kallas (?:ocksa|aven|for)|gar (?:ocksa |aven )?under namnet|is also (?:called|known as))\\s+(?<word>.+)`,
].map(sentencePattern);

const longestWord = 60;
const asks = /^(?:vad|vem|vilk\p{L}*|what|who|which|hur|how|det|den|it|that|this|detta|jag|vi|i|we|du|you|han|hon)$/u;

/** What a sentence asks of a name; undefined where it asks nothing. */
export function askSynonym(clip: Clip, talk: Talk): Drafted | undefined {
  if (
    !/synonym|alias|bety|mena|avse|mean|samma|=|star for|stands for|the same|refers|tolkas|forstas|kallas|called|known as|^kalla |^call | namn | ord |name |word |namnet/.test(
      clip.flat,
    )
  )
    return undefined;
  for (const pattern of certainForms) {
    const parts = partsOf(clip, pattern);
    if (parts?.record) return drafted(wordOf(parts.word), recordsIn(parts.record, talk));
  }
  for (const pattern of toldForms) {
    const parts = partsOf(clip, pattern);
    const word = wordOf(parts?.word);
    const records = parts?.record && word !== null ? recordsIn(parts.record, talk) : [];
    if (records.length > 0) return drafted(word, records);
  }
  return undefined;
}

function drafted(word: string | null, records: NamedRecord[]): Drafted {
  const draft: Draft = { kind: 'add-synonym', word, records };
  return { draft, impossible: null };
}

const wordLead =
  /^(?:ordet|namnet|forkortningen|termen|begreppet|uttrycket|att|the word|the name|the term|the abbreviation)\s+/i;

/** The new name as it is written, without quotation marks; null where it cannot be one. */
export function wordOf(clip: Clip | undefined): string | null {
  const word = unquoted((clip?.text ?? '').replace(wordLead, '').replace(/^förkortningen\s+/i, ''));
  const isWord =
    word !== '' && word.length <= longestWord && word.split(/\s+/).length <= 6 && !asks.test(word.toLowerCase());
  return isWord ? word : null;
}

/** What the words name: the records with the longest name in them. */
export function recordsIn(clip: Clip, talk: Talk): NamedRecord[] {
  const { mentions } = readPart({ text: unquoted(clip.text), flat: clip.flat }, talk);
  const named = mentions.flatMap((mention) => {
    const record = recordOf(mention);
    return record ? [{ record, length: mention.length }] : [];
  });
  const longest = Math.max(0, ...named.map(({ length }) => length));
  const records = named.filter(({ length }) => length === longest).map(({ record }) => record);
  const others = records.filter(({ kind }) => kind !== 'section' && kind !== 'municipality');
  const found = others.length > 0 ? others : records;
  if (found.length > 0) return [...new Map(found.map((record) => [JSON.stringify(record), record])).values()];
  return activitiesIn(clip, talk).ids.map((id) => ({ kind: 'activity', id }));
}

function recordOf({ meaning }: Mention): NamedRecord | null {
  return meaning.kind === 'entity' && 'id' in meaning.entity ? meaning.entity : null;
}
