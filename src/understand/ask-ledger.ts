// Questions about the changes of the plan, about deadlines, and about what the asker may do.

import type { Period } from '../plan/period.ts';
import type { ChangeKind, ChangesQuery, DeadlinesQuery, Query, SingleQuery } from '../query.ts';
import { askAsOf, inThePast, latestMeeting, meetingsThen } from './ask-as-of.ts';
import { askFate } from './ask-fates.ts';
import { entities, hasCue, periodOf, type Reading, read } from './reading.ts';
import { type Clip, clipOf, cut, nothing, partsOf, wishOf } from './sentence.ts';
import { findTimes } from './times.ts';
import { deadlineNamed, genericName } from './update-deadlines.ts';
import { activitiesIn, groupsNamed, type Talk } from './update-subjects.ts';
import { words } from './words.ts';

/** Without one of these no question is about the ledger. */
const mayAsk =
  /rapporter|posted|restored|aterstall|bytte|bytt|satte|hant|install|happened|andr(?:at|ats|ades|ade|ing|ad)|flytta(?:t|ts|d|des|de)|histor|nytt|nyheter|uppdater|stall(?:de|des|t|ts) in|installt|lade|lagt|tog bort|tagit bort|chang|new|log|mov(?:ed|e)|cancell?ed|updated|edited|added|removed|resched|sag|plan|deadline|kallels|handling|underlag|papers|documents|summons|notice|jag|min|am i|my |i allowed|may i|hade|gick|var |skulle|kostade|ansvarade|was |were |had |did |supposed|originally|obesvara|svara|unanswered|answer|utskick|avbok|avbl|avlys|ombok|framflytt|senarelag|tidigarelag|skjutits|called|postponed|brought|blir .* av|still|as planned|ahead|som planerat|fortfarande|kvar|fast/;

/** A question about the ledger or the deadlines; undefined where it is about the plan itself. */
export function askLedger(message: string, talk: Talk, ask: (question: string) => Query): SingleQuery | undefined {
  const whole = clipOf(message);
  if (!mayAsk.test(whole.flat)) return undefined;
  const { clip } = wishOf(whole);
  const bare = cut(clip);
  if (rights.test(bare.flat)) return { kind: 'rights' };
  if (unanswered.test(bare.flat)) return { kind: 'unanswered' };
  return askFate(bare, talk, ask) ?? askAsOf(bare, talk, ask) ?? askChanges(bare, talk) ?? askDeadlines(bare, talk);
}

const rights =
  /^(?:vad (?:far|har) jag (?:lov att )?(?:gora|andra|ratt att gora)(?: har| i planen)?|vilk(?:a|en) (?:rattigheter|behorighet(?:er)?|ratt|roll) har jag|vad har jag for (?:rattigheter|behorighet(?:er)?|roll)|vem ar jag|ar jag (?:en )?(?:sekreterare|med i sekretariatet|del av sekretariatet)|vad ar min (?:roll|behorighet)|min(?:a)? (?:roll|rattigheter|behorighet(?:er)?)|far jag (?:gora )?(?:andra|andringar|flytta moten|uppdatera)(?: i)?(?: planen| moten| nagot)?|what (?:am i allowed|may i|am i permitted) ?(?:to )?(?:do|change)?(?: here)?|what are my (?:rights|permissions)|my (?:rights|permissions|role)|who am i|am i (?:a |the )?(?:secretary|in the secretariat|part of the secretariat)|what(?: is|'s) my role|may i (?:change|edit|move) .{0,30})$/;

const unanswered =
  /^(?:(?:visa|lista|vilka|vad|show|list|which|what|se|hamta)(?: mig| me)?(?: the| alla| all| ar| are| finns| har vi)?\s+)*(?:de )?(?:obesvarade fragor(?:na)?|obesvarat|fragor utan svar|unanswered(?: questions?)?|fragor(?:na)? (?:som )?(?:kunde|kan|har) du (?:inte|ej) (?:kunnat )?(?:be)?svara(?:t)?(?: pa)?|fragor(?:na)? (?:som )?du (?:inte|ej) (?:kunde|kan|har kunnat|kunnat|har) (?:be)?svara(?:t)?(?: pa)?|(?:kunde|kan|har) du (?:inte|ej) (?:kunnat )?(?:be)?svara(?:t)?(?: pa)?|questions (?:that |which )?(?:you |have you |could you |couldn't you )*(?:could not|couldn't|can't|cannot|not|been unable to|were unable to|unable to)? ?(?:you )?(?:be )?answer(?:ed)?)$/;

// === What has changed

const changed =
  '(?:andrats|andrat|andrades|andrad(?:e)?|forandrats|uppdaterats|uppdaterat|flyttats|flyttat|tillkommit|lagts (?:till|in)|stallts in|installda?|installt|hant|cancell?ed|called off|changed|been changed|moved|been moved|been updated|been added|updated|happened)';
const listForms = [
  '(?:(?:visa|lista|show|list)\\s+)?(?:alla |all )?(?:installda moten|moten(?:a)? som (?:ar|har blivit) (?:installda|flyttade)|cancell?ed meetings|meetings that (?:are|were|have been) (?:cancell?ed|moved))(?:\\s+(?<rest>.+))?',
  `(?:och |sa )?(?:vad|nagot|vilka? moten|vilka aktiviteter|vilket mote|vilka|what|which meetings|anything|what all)\\s+(?:har |ar |blev |det som har |som har |som |has |have |is |was |that has )?(?:det )?(?:blivit |nyligen |recently )?${changed}(?:\\s+(?<rest>.+))?`,
  `(?:har|ar|finns|has|have|is|was|did)\\s+(?:det |there )?(?:nagot(?: mote)?|nagra moten|any meetings?|nagonting|nat|nagra (?:moten|andringar)|anything|any (?:meetings|changes)|something|planen|the plan)\\s*(?:(?:ar |har |been )*${changed}|nytt|new)(?:\\s+(?<rest>.+))?`,
  "(?:vad ar nytt|vad ar det for nytt|nagot nytt|nat nytt|vad ar nytt och (?:andrat|flyttat)|vad finns det for nytt|what(?: is|'s|s) new|anything new|any news)(?:\\s+(?<rest>.+))?",
  '(?:(?:visa|lista|se|show|list|ge mig|give me|hamta|finns det|are there|har det gjorts)\\s+(?:mig |me |the |alla |all |nagra |any )*|any |nagra )?(?:(?:vilka|which|what)\\s+)?(?:de )?(?:senaste |gjorda |recent |latest )?(?:andringshistorik(?:en)?|historik(?:en)?|andringslogg(?:en)?|andringar(?:na)?|forandringar(?:na)?|change ?log|history|changes?|the history)(?:\\s+(?:har gjorts|gjordes|ar gjorda|finns(?: det)?|har vi gjort|have been made|were made|are there))?(?:\\s+(?<rest>.+))?',
].map((source) => new RegExp(`^(?:${source})$`, 'du'));

const didWhat =
  '(?:aterstallde|aterstallt|angrade|angrat|andrade?|andrat|flyttade?|flyttat|stallde in|stallt in|avbokade?|avbokat|bokade (?:om|in)?|bokat (?:om|in)?|lade (?:till|in)|la (?:till|in)|lagt (?:till|in)|uppdaterade?|uppdaterat|bytte|bytt|satte|tog bort|tagit bort|strok|rapporterade?|rapporterat|postade|moved|changed|cancell?ed|added|updated|edited|removed|rescheduled|restored|posted|postponed)';
const whoForms = [
  `(?:vem|vilka|who)\\s+(?:var det som |ar det som |har |har det varit som |has |was it (?:who|that) )?${didWhat}\\s*(?<rest>.*)`,
  `(?:nar|varfor|when|why)\\s+(?:blev|har|was|were|has)\\s+(?<rest>.+?)\\s+(?:flyttat|flyttad|andrat|andrad|installt|installd|flyttats|andrats|moved|changed|cancell?ed|rescheduled|postponed|been (?:moved|changed))`,
  '(?:nar|varfor)\\s+(?:flyttades|andrades|stalldes)\\s+(?<rest>.+?)(?:\\s+in)?',
].map((source) => new RegExp(`^(?:${source})$`, 'du'));

function askChanges(clip: Clip, talk: Talk): ChangesQuery | undefined {
  const who = whoForms.map((pattern) => partsOf(clip, pattern)).find(Boolean);
  const listed = who ? undefined : listForms.map((pattern) => partsOf(clip, pattern)).find(Boolean);
  const parts = who ?? listed;
  if (!parts) return undefined;
  const rest = parts.rest ?? nothing;
  // "Vad har hänt i mars?" asks of March; of the ledger only "sedan" does.
  if (/\b(?:hant|happened)\b/.test(clip.flat) && !sinceLast.test(clip.flat)) return undefined;
  const about = subjectsIn(rest, who !== undefined, talk);
  if (!about) return undefined;
  const span = about.isDated
    ? { since: { by: 'ever' as const }, until: null }
    : spanIn(clip, rest, isSilent(about) && !who, talk);
  if (!span) return undefined;
  const { isDated, ...subjects } = about;
  const only = subjects.only ?? onlyOf(clip);
  const kinds = kindsIn(clip.flat);
  const days = listed && only === 'meetings' ? daysAhead(rest, talk) : undefined;
  const asked = days ? { since: { by: 'ever' as const }, until: null, days } : span;
  return {
    kind: 'changes',
    ...subjects,
    ...asked,
    ...(only && (subjects.only || subjects.meetings.length === 0) ? { only } : {}),
    ...(kinds.length > 0 ? { kinds } : {}),
    aspect: who ? 'who' : 'list',
  };
}

/** "Vilka möten har ändrats?" is about meetings alone. */
function onlyOf({ flat }: Clip): ChangesQuery['only'] {
  if (
    /^(?:(?:har|vilka?|vilket|which|what|visa|have|has)\s+)?(?:nagot |nagra |any |alla |all )?(?:mote|moten|meetings?)(?!\p{L})/u.test(
      flat,
    )
  )
    return 'meetings';
  return /^(?:vilka|which|what) (?:aktiviteter|activities)/.test(flat) ? 'activities' : undefined;
}

/** A stretch of days that is not over is when the meetings are, and not when they were changed. */
function daysAhead(rest: Clip, { now }: Talk): Period | undefined {
  if (/(?:sedan|sen|since)(?!\p{L})/u.test(rest.flat)) return undefined;
  const [period] = findTimes(words(rest.text), now).flatMap(({ meaning }) =>
    meaning.kind === 'period' ? [meaning.period] : [],
  );
  return period?.from && period.from > now.day ? period : undefined;
}

/** The words for a field come before those for what was done: "vem ändrade kostnaden?" */
const fieldWords: readonly (readonly [ChangeKind, RegExp])[] = [
  ['cost', /kostnad|budget|priset|prislapp|(?<!\p{L})costs?(?!\p{L})|price/u],
  ['responsible', /ansvar|responsib/],
  ['status', /status|rapporter|postade|(?<!\p{L})posted/u],
  ['schedule', /tidplan|tidsplan|timetable|(?<!\p{L})schedule(?!\p{L})/u],
  ['hosts', /(?<!\p{L})(?:vard(?:ar|arna|en|kommun|skap)|hosts?(?!\p{L}))/u],
  ['role', /ordforande|chair/],
  ['deadline', /deadline|kallels/],
  ['place', /(?<!\p{L})(?:plats|lokal)\p{L}*|(?<!\p{L})(?:place|venue)(?!\p{L})/u],
];
const actWords: readonly (readonly [ChangeKind, RegExp])[] = [
  ['moved', /flytta|bokade om|bokat om|ombok|senarelag|tidigarelag|(?<!\p{L})moved|resched|postpon/u],
  [
    'cancelled',
    /(?:stallde|stallt|stallts) in|stalldes .*in(?!\p{L})|installd|installt|avbok|cancel|called off|strok/u,
  ],
  ['restored', /aterstall|restored|reinstat/],
  ['added', /(?:lade|la|lagt|lagts) (?:till|in)|bokade in|bokat in|tillkom|added/],
];

function kindsIn(flat: string): ChangeKind[] {
  const named = (table: typeof fieldWords): ChangeKind[] =>
    table.flatMap(([kind, pattern]) => (pattern.test(flat) ? [kind] : []));
  const fields = named(fieldWords);
  return fields.length > 0 ? fields : named(actWords);
}

const sinceLast =
  /(?:sedan|sen|since)\s+(?:sist(?:a gangen)?|senast|forra gangen|jag (?:sist |senast )?(?:fragade|tittade|kollade|var har)(?: sist| senast)?|last(?: time)?|i (?:last )?(?:asked|looked|checked)(?: last)?)(?!\p{L}| (?:mot|week|month|year|monday))/u;
const sinceMeeting =
  /(?:sedan|sen|since|efter|after)\s+(?:(?!jag|i )[\p{L}']+ ){0,4}?(?:forra|senaste|sista|last|latest|previous|foregaende)\s+(?<meeting>(?:\p{L}+ )?\p{L}*(?:mote?t?|meeting))/u;

type Span = Pick<ChangesQuery, 'since' | 'until'>;

function spanIn(clip: Clip, rest: Clip, isBare: boolean, talk: Talk): Span | undefined {
  const { now } = talk;
  if (sinceMeeting.test(clip.flat)) {
    const day = latestMeeting(clip, talk);
    return day ? { since: { by: 'day', day }, until: null } : { since: { by: 'last' }, until: null };
  }
  if (sinceLast.test(clip.flat)) return { since: { by: 'last' }, until: null };
  for (const { meaning } of findTimes(words(rest.text), now, 'past')) {
    if (meaning.kind !== 'period') continue;
    const period = inThePast(meaning.period, meaning.yearStated, now.day);
    if (period.from === null || period.from > now.day) return undefined;
    return { since: { by: 'day', day: period.from }, until: period.to && period.to < now.day ? period.to : null };
  }
  const isHistory =
    /moten|mote|aktivitet|meetings|activities|histor|logg|change ?log|andringar|changes|forandringar/.test(clip.flat);
  return isBare && !isHistory ? { since: { by: 'last' }, until: null } : { since: { by: 'ever' }, until: null };
}

interface Subjects extends Pick<ChangesQuery, 'meetings' | 'activities' | 'conferences' | 'groups' | 'only' | 'days'> {
  /** Whether the time that is said is the meeting's. */
  readonly isDated: boolean;
}

function isSilent({ meetings, activities, conferences, groups }: Subjects): boolean {
  return meetings.length + activities.length + conferences.length + groups.length === 0;
}

const noSubjects: Subjects = { meetings: [], activities: [], conferences: [], groups: [], isDated: false };

/** What the changes are of; undefined where the words name something that has none. */
function subjectsIn(rest: Clip, ofOne: boolean, talk: Talk): Subjects | undefined {
  const named = cut(withoutSince(rest));
  if (named.flat === '') return noSubjects;
  const shown = talk.context.focus;
  if (/^(?:det|den|motet|detta|it|this|that|the meeting)(?: har)?$/.test(named.flat)) {
    const isMeeting = /mote|meeting/.test(named.flat);
    return {
      ...noSubjects,
      meetings: [...shown.meetings],
      activities: shown.meetings.length > 0 || isMeeting ? [] : [...shown.activities],
      ...(isMeeting ? { only: 'meetings' as const } : {}),
    };
  }
  const reading = read(rest.text, talk.vocabulary, talk.now);
  if (hasCue(reading, 'outside')) return undefined;
  const groups = groupsNamed(named, talk);
  const conferences = entities(reading, 'conference').map(({ id }) => id);
  const period = periodOf(reading);
  const isMeeting = hasCue(reading, 'meeting', 'planningConference') || (ofOne && period !== null);
  const meetings =
    isMeeting && period !== null && (ofOne || period.name.by === 'day') ? meetingsThen(period, groups, talk.plan) : [];
  if (meetings.length > 0) return { ...noSubjects, meetings, isDated: true };
  const isOther = isMeeting || groups.length + conferences.length > 0;
  const activities = isOther ? [] : activitiesIn(named, talk).ids;
  if (!isOther && activities.length === 0 && isSubject(reading)) return undefined;
  if (!isMeeting) return { ...noSubjects, activities, conferences, groups };
  const then = ofOne && period !== null ? { days: period, isDated: true } : {};
  return { ...noSubjects, conferences, groups, only: 'meetings', ...then };
}

/** Words that name something else. */
function isSubject(reading: Reading): boolean {
  return (
    reading.unknown.length > 0 || entities(reading, 'person').length > 0 || hasCue(reading, 'budget', 'fee', 'chair')
  );
}

function withoutSince(clip: Clip): Clip {
  const since = sinceMeeting.exec(clip.flat) ?? sinceLast.exec(clip.flat);
  const rest = since ? cut(clip, 0, since.index) : clip;
  const lead =
    /^(?:for|i|av|med|om|kring|pa|gallande|of|for|in|to|with|about|on|(?:i |in )?(?:planen|verksamhetsplanen|the plan|kalendern|kalendariet))\s*(?:planen|the plan)?\s*/.exec(
      rest.flat,
    )?.[0].length ?? 0;
  return cut(rest, lead);
}

// === Deadlines

const asksDue =
  /^(?:nar|vilka?|vilken|vad|hur|finns|ar|ska|till nar|senast|nasta|visa|lista|kommer|har vi|deadlines?(?: for)?|when|which|what|how|is|are|show|list|next|any|by when|sista dag)(?!\p{L})/u;

function askDeadlines(clip: Clip, talk: Talk): DeadlinesQuery | undefined {
  const { plan, vocabulary, now } = talk;
  if (plan.deadlines.length === 0) return undefined;
  const name = deadlineNamed(clip.text, plan);
  const isNamed = name !== null || genericName.test(clip.flat);
  if (!isNamed && !/deadline/.test(clip.flat)) return undefined;
  if (!asksDue.test(clip.flat) && !/^(?:\p{L}+ ){0,2}\p{L}+$/u.test(clip.flat)) return undefined;
  const reading = read(clip.text, vocabulary, now);
  if (entities(reading, 'activity').length > 0 && !isNamed) return undefined;
  const groups = groupsNamed(clip, talk).filter((id) => plan.deadlines.some(({ group }) => group === id));
  const period = periodOf(reading);
  const isAll = /vilka|alla|deadlines|which|all |list|visa|show/.test(clip.flat);
  return { kind: 'deadlines', groups, name, period, which: isAll || period !== null ? 'all' : 'next' };
}
