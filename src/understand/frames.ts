// What stands around a question and is no part of it: who wants to know, what errand it is for, what else somebody says.
import { entities, hasCue, mentionsAt, type Reading, read } from './reading.ts';
import type { Talk } from './update-subjects.ts';
import type { Entity } from './vocabulary.ts';
import { words } from './words.ts';

const questionWord = 'när|nar|var|vart|vem|vems|vilka|vilken|vilket|vad|hur|when|where|who|which|what|how|whose';

/** "Sekreteraren undrar när …", "my boss wants to know where …" */
const asker = new RegExp(
  `^(?<who>(?:[\\p{L}'’-]+[\\s,!]+){1,7}?)(?:undrar|undrade|frågar|fragar|frågade|(?:vill|ville|behöver|behover|måste|maste|skulle vilja|borde) (?:få )?veta|vill ha reda på|behöver besked:?|grubblar på|wonders?|(?:is|are|was|am) wondering|(?:wants?|needs?) to know|(?:is|are) asking|asks|asked)(?:\\s+(?:lite|mest|bara|just|me|mig))?[\\s,:–-]+(?:om\\s+)?(?=(?:i |på |in |at )?(?:${questionWord})(?!\\p{L}))`,
  'iu',
);

/** "Inte ledningsgruppens utan politikernas", "not the committee's but the management group's" */
const contrast =
  /(?:,\s*)?(?<!\p{L})(?:men )?(?:inte|ej|not)(?! (?:bara|enbart|endast|only|just))\s[^,.;?!]{1,40}?,?\s(?:utan|but)\s(?=\p{L})/giu;

/** "Var håller ledningsgruppen till 26 april?": the day begins after "till". */
const whereabouts =
  /(?<!\p{L})(?:håller|haller|höll)\s(?<who>(?:(?!på\s)\p{L}+\s){0,3}?)(?:till|hus)(?=\s(?:den |på |i )?(?:\d|\p{L}))/giu;

/** Named by words of every day ("resor"), or what all is about. */
const ofEveryDay: ReadonlySet<Entity['kind']> = new Set(['region', 'budget-line', 'section']);

/** Whether a text names a record, so that what is asked may be about that. */
function namesRecord(reading: Reading): boolean {
  return reading.mentions.some(({ meaning }) => meaning.kind === 'entity' && !ofEveryDay.has(meaning.entity.kind));
}

/** "Okej, och vad …", "great, then when …": what was said before is taken note of, and more is asked. */
const interjection = new RegExp(
  `^(?:(?:ok|okej|okey|okay|jaha|jaså|aha|ah|tack|tack så mycket|tackar|toppen|perfekt|bra|fint|jo|hm+|alright|great|thanks|thank you|right|cool|super|kanon)[\\s,.!–-]+){1,2}(?:(?:och|men|and|but|then|så|sen)\\s)?(?=(?:${questionWord})\\s)`,
  'iu',
);

/** "Jag skulle vara mycket tacksam om ni kunde berätta för mig när …" */
const request = new RegExp(
  `^[^?]{0,40}?(?<!\\p{L})(?:tacksam\\p{L}*|glad|grateful|appreciate|obliged|kan|kunde|skulle|vill|could|can|would|please|vänligen|snälla)(?!\\p{L})[^?,.]{0,60}?(?<!\\p{L})(?:berätta|säga|upplysa|tala om|meddela|förklara|påminna|informera|veta|tell|say|let me know|inform|explain|remind)(?:\\s+(?:för\\s)?(?:mig|oss|me|us))?[\\s,:]+(?:om\\s+)?(?=(?:i |på |in |at )?(?:${questionWord})\\s)`,
  'iu',
);

/** "Två frågor till pressmeddelandet: vem …" */
const errandOf = new RegExp(`^[^:?.!]{3,80}:\\s+(?=(?:i |på |in |at )?(?:${questionWord})\\s)`, 'iu');

/** "Jag planerar resor, därför undrar jag vilka …" */
const thereforeAsked = new RegExp(
  `^[^?]{5,150}?(?<!\\p{L})(?:undrar|funderar|wonder)\\s(?:jag|vi|man)[\\s,:]+(?:om\\s+|på\\s+)?(?=(?:i |på )?(?:${questionWord})\\s)`,
  'iu',
);

const home =
  /^(?:hej\P{L}+)?(?:jag|vi|i|we)\s(?:är|bor|jobbar|arbetar|kommer|åker|reser|am|are|live|work|come|travel)\s(?:\p{L}+\s){0,4}?(?:från|i|in|from)\s(?<place>\p{L}+(?:\s(?:kommun|municipality))?)(?:\s(?:och undrar|and wonder)\s|\s?[,.]\s|\s(?=som\s|who\s))/iu;

/** "Jag åker från Norrtälje, när börjar kommittén?": where somebody comes from, unless "we" are asked about. */
function withoutHome(text: string, reread: (part: string) => Reading): string {
  const found = home.exec(text);
  const place = found?.groups?.place;
  if (!found || place === undefined) return text;
  const rest = text.slice(found[0].length);
  const named = reread(place);
  const isPlace = (['municipality', 'neighbour'] as const).some((kind) => entities(named, kind).length > 0);
  const isOfUs = /(?<!\p{L})(?:vi|oss|vår|våra|vårt|där|dit|hos|we|us|our|there)(?!\p{L})/iu.test(rest);
  return isPlace && !isOfUs && words(rest).length >= fewestOfQuestion ? rest : text;
}

/** "Ska prata med Tyresö i morgon, vad ansvarar de för?": the day is that of the errand. */
const errandBefore = new RegExp(
  `^(?:(?:jag|vi|i|we)\\s)?(?:ska|skall|måste|behöver|tänkte|träffar|pratar|have to|need to|will|am meeting|'m meeting)\\s[^,?]{3,60},\\s+(?=(?:${questionWord})\\s)`,
  'iu',
);

function withoutErrandBefore(text: string, reread: (part: string) => Reading): string | undefined {
  const told = errandBefore.exec(text)?.[0];
  if (told === undefined) return undefined;
  const question = text.slice(told.length);
  const [before, after] = [reread(told), reread(question)];
  const isOfTime = hasCue(after, ...timeCues, 'meeting', 'occupied', 'happening', 'agenda') || after.times.length > 0;
  const isOfDays = before.times.every(
    ({ meaning }) => meaning.kind !== 'period' || meaning.period.name.by === 'day' || meaning.period.name.by === 'week',
  );
  if (isOfTime || !isOfDays || before.times.length === 0) return undefined;
  return `${namesAndTimes({ ...before, times: [] })}, ${question}`;
}

/** The question without who asks it, and without what is expressly not meant. */
export function withoutAsker(text: string, { vocabulary, now }: Talk): string {
  const said = text.normalize('NFC').replace(interjection, '');
  const polite = [request, errandOf, thereforeAsked].map((frame) => frame.exec(said)?.[0] ?? '').find(Boolean) ?? '';
  const asked = polite !== '' && !namesRecord(read(polite, vocabulary, now)) ? said.slice(polite.length) : said;
  const homeless = withoutHome(asked, (part) => read(part, vocabulary, now));
  const plain = (withoutErrandBefore(homeless, (part) => read(part, vocabulary, now)) ?? homeless)
    .replaceAll(contrast, ' ')
    .replaceAll(whereabouts, 'är $<who>')
    .trim();
  const found = asker.exec(plain);
  const who = found?.groups?.who;
  if (!found || who === undefined || namesRecord(read(who, vocabulary, now))) return plain;
  return plain.slice(found[0].length);
}

const errandVerbs =
  'boka|bokar|beställa|bestalla|beställer|köpa|kopa|köper|ordna|ordnar|fixa|fixar|hyra|hyr|skicka|hämta|ställa in|stalla in|ställa|bestämma|ta|tar|booking|book|ordering|order|buying|buy|arrange|renting|rent|catching|catch|taking|take|sending|send|setting|set|hire|hiring';
const errand = new RegExp(
  `(?:(?<!\\p{L})(?:jag|vi|man|hon|han|de|ni|i|we|she|he|they)(?:'m|’m|'ll|'re)?\\s+)?(?:(?<!\\p{L})(?:ska|skall|måste|maste|behöver|behover|vill|kan|bör|tänker|skulle|borde|need to|have to|must|should|want to|will|am|are|is)\\s+)(?:(?:jag|vi|man|hon|han|de|ni|i|we|she|he|they)\\s+)?(?:att\\s+)?(?:${errandVerbs})\\s+(?:\\p{L}[\\p{L}:'’-]*\\s+){1,4}?(?:till|åt|för|inför|från|to|for|from|before)(?=\\s)`,
  'giu',
);

const madeInTime =
  /(?:hinn(?:er|a|s)|rekk?er|är det (?:tid|läge) (?:för|att)|finns (?:det )?tid (?:för|att)|make it|have time|is there time|(?:can|could|will) (?:i|we|you))\s(?:[^.?!]{1,60}?)\s(?<side>innan|före|efter|before|after)\s(?<rest>[^?!]+)/iu;
const conditional = /\s(?:börjar|startar|drar igång|slutar|är slut|starts|begins|ends|is over)\s*$/iu;

/** What is to be ready or read before a meeting is another question. */
const papers = /(?<!\p{L})(?:protokoll|handling|kallelse|dagordning|underlag|minutes|agenda|papers|documents)\p{L}*/iu;

/** "Hinner man äta innan kommittén 4/4?" is a question of when it begins. */
function beginningOrEnd(text: string): string | undefined {
  const groups = madeInTime.exec(text)?.groups;
  if (!groups?.rest || !groups.side) return undefined;
  const rest = groups.rest.split(/\s(?:eller|or)\s|,\s/)[0] ?? groups.rest;
  if (papers.test(text)) return undefined;
  const isBefore = /^(?:innan|före|before)$/i.test(groups.side);
  const isEnglish = /^(?:before|after)$/i.test(groups.side);
  const verb = isBefore ? (isEnglish ? 'when starts' : 'när börjar') : isEnglish ? 'when ends' : 'när slutar';
  return `${verb} ${rest.replace(conditional, '')}?`;
}

const timeCues = ['when', 'where', 'hours', 'start', 'end', 'week', 'weekday', 'countdown'] as const;

/** "När ska hon boka taxi till kommittén?": the day of the errand is the day of the meeting. */
function withoutErrand(text: string, { vocabulary, now }: Talk): string | undefined {
  const rest = text.replaceAll(errand, ' ').replaceAll(/\s+/g, ' ').trim();
  if (rest === text) return undefined;
  const reading = read(rest, vocabulary, now);
  // Who sees to the errand, and what it costs, is another matter.
  const isAbout = hasCue(reading, ...timeCues) || (hasCue(reading, 'who') && rest.search(/[,.]/) > 0);
  return isAbout && !hasCue(reading, 'cost', 'howMuch') ? rest : undefined;
}

/** Ends of what can be said by itself: sentences, and clauses beside them. */
const clauseEnd = /(?<=[.!?;,])\s+|\s+[-–]\s+|\s+(?=(?:eftersom|därför att|för att jag|because)\s)/u;

/** In words. */
const longestDemand = 4;

/**
 * What is told beside the question needs no explanation; it lends the question its names and times: "Tandläkaren vill
 * ha mig 25 jan. Är jag upptagen då?"
 */
function withoutStories(
  text: string,
  asks: (reading: Reading, clause: string) => boolean,
  talk: Talk,
): string | undefined {
  const clauses = text.split(clauseEnd).filter((clause) => words(clause).length > 0);
  if (clauses.length < 2) return undefined;
  const readings = clauses.map((clause) => ({ clause, reading: read(clause, talk.vocabulary, talk.now) }));
  // "Gärna mejladress" asks, though it is no sentence.
  const isDemand = ({ clause, reading }: (typeof readings)[number]): boolean =>
    hasCue(reading, 'outside') && words(clause).length <= longestDemand && !/^(?:jag|vi|i|we)\s/iu.test(clause);
  const asking = readings.filter((one) => asks(one.reading, one.clause) || isDemand(one));
  if (asking.length === 0 || asking.length === clauses.length) return undefined;
  const parts = readings.map((one) => (asking.includes(one) ? one.clause : namesAndTimes(one.reading)));
  return parts.filter(Boolean).join(' ');
}

/** The words of a clause that name a record or a time. */
export function namesAndTimes(reading: Reading): string {
  const kept = reading.words.filter((_, word) => {
    if (reading.times.some(({ first, end }) => word >= first && word < end)) return true;
    return reading.tokens.some(
      (token, index) =>
        token.word === word &&
        mentionsAt(reading.mentions, index).some(
          ({ meaning }) => meaning.kind === 'entity' && meaning.entity.kind !== 'section',
        ),
    );
  });
  return kept.map(({ start, end }) => reading.message.normalize('NFC').slice(start, end)).join(' ');
}

const firstQuestion = new RegExp(`(?<!\\p{L})(?:(?:i|på|in|at) )?(?:${questionWord})(?!\\p{L})`, 'iu');
/** "… alltså vägen", "… jag ska förklara det för en nyanställd": what is said after the question. */
const afterthought =
  /,?\s(?:alltså|asså|dvs|liksom|i mean|eftersom|för att|(?:för |alltså )?(?:jag|vi) (?:ska|skall|behöver|måste|vill|håller|sitter|har bara|frågar)|(?:because |since )?(?:i|we) (?:need|have to|want|am|'m)|so that)\s[^?]{1,80}\??$/iu;

/** The question of somebody who speaks without stops: "sitter i bilen så svara kort när är det ledningsgruppen ses". */
function withoutFillers(text: string, { vocabulary, now }: Talk): string[] {
  const at = text.search(firstQuestion);
  const [before, asked] = at > 0 ? [text.slice(0, at), text.slice(at)] : ['', text];
  const end = asked.search(afterthought);
  const [question, after] = end > 0 ? [asked.slice(0, end), asked.slice(end)] : [asked, ''];
  // What no plan holds is asked for, wherever it is said.
  const isFiller = (part: string): boolean => !hasCue(read(part, vocabulary, now), 'outside');
  const shorter = [
    ...(before !== '' && isFiller(before) ? [asked] : []),
    ...(after !== '' && isFiller(after) ? [before + question] : []),
    ...(before !== '' && after !== '' && isFiller(before) && isFiller(after) ? [question] : []),
  ];
  return shorter.filter((one) => words(one).length >= fewestOfQuestion);
}
/** In words. */
const fewestOfQuestion = 3;

/** What is named before the question, and the question: "hon jobbar i Huddinge: vilket år har de det?" */
export function namesThenQuestion(text: string, { vocabulary, now }: Talk): string | undefined {
  const at = text.search(firstQuestion);
  if (at <= 0) return undefined;
  const before = read(text.slice(0, at), vocabulary, now);
  if (hasCue(before, 'outside') || !namesRecord(before)) return undefined;
  return `${namesAndTimes(before)}, ${text.slice(at)}`;
}

/** Shorter questions that a message may come to, where it cannot be understood as it stands; the likeliest first. */
export function unframed(
  text: string,
  asks: (reading: Reading, clause: string) => boolean,
  talk: Talk,
): readonly string[] {
  const plain = text.normalize('NFC');
  const errandless = withoutErrand(plain, talk);
  const short = beginningOrEnd(plain);
  const found = [short, errandless, withoutStories(errandless ?? plain, asks, talk), ...withoutFillers(plain, talk)];
  return found.filter((one): one is string => one !== undefined);
}
