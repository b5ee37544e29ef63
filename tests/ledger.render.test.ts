// Answers over the ledger in words, and answers about a plan that has been changed.

import { describe, expect, it } from 'vitest';
import { answer } from '../src/answer/answer.ts';
import { answerAsOf, answerChanges } from '../src/answer/changes.ts';
import { answerDeadlines } from '../src/answer/deadlines.ts';
import { answerWith } from '../src/answer/parts.ts';
import type { Outcome } from '../src/facts.ts';
import type { Change } from '../src/plan/change.ts';
import type { Plan } from '../src/plan/plan.ts';
import {
  type ChangesQuery,
  type ConferenceQuery,
  type DeadlinesQuery,
  everyChange,
  everyMeeting,
  type MeetingsQuery,
  noContext,
  type PlanQuery,
} from '../src/query.ts';
import type { Locale } from '../src/render/dates.ts';
import { englishUpdates } from '../src/render/update-phrases.en.ts';
import { swedishUpdates } from '../src/render/update-phrases.sv.ts';
import { understand } from '../src/understand/understand.ts';
import { makeVocabulary } from '../src/understand/vocabulary.ts';
import { oneDay } from './support/entries.ts';
import { plan } from './support/question-table.ts';
import {
  add,
  added,
  asks,
  cancel,
  chair,
  changesOf,
  committee,
  council,
  councilThisYear,
  delay,
  edit,
  holidays,
  inApril,
  inMay,
  ledgerOf,
  move,
  never,
  now,
  onDay,
  papers,
  place,
  road,
  say,
  sayAnswer,
  titles,
  today,
  undo,
} from './support/said.ts';

// === Answers over the ledger
const sinceMarch = { by: 'day', day: '2019-03-01' } as const;

describe('what has changed', () => {
  const told = (
    changes: readonly Change[],
    query: Partial<ChangesQuery>,
    locale: Locale,
    lastAsked: number | null = null,
  ) => {
    const ledger = ledgerOf(changes);
    const part = answerChanges({ ...everyChange, ...query }, ledger, now, lastAsked);
    return sayAnswer(part, locale, ledger.edition.plan);
  };

  it.each<[string, readonly Change[], Partial<ChangesQuery>, number | null, sv: string, en: string]>([
    ['nothing ever', [], {}, null, 'Inget har ändrats.', 'Nothing has changed.'],
    [
      'nothing since',
      [move],
      { since: sinceMarch },
      null,
      'Inget har ändrats sedan 1 mars.',
      'Nothing has changed since 1 March.',
    ],
    [
      'nothing since last',
      [move],
      { since: { by: 'last' } },
      1,
      'Inget har ändrats sedan du frågade sist.',
      'Nothing has changed since you last asked.',
    ],
    [
      'nothing since the meeting',
      [move],
      { since: { by: 'last' } },
      null,
      'Inget har ändrats sedan senaste mötet 7 februari.',
      'Nothing has changed since the latest meeting, 7 February.',
    ],
    [
      'one',
      [move],
      { since: { by: 'day', day: '2019-02-01' } },
      null,
      'En ändring sedan 1 februari: mötet med samarbetskommittén flyttades från torsdag 9 maj till torsdag 16 maj kl. 13.00–16.30 i Salem, av Sekreterare 1 februari.',
      'One change since 1 February: the meeting of the cooperation committee was moved from Thursday 9 May to Thursday 16 May 13:00–16:30 in Salem, by Sekreterare on 1 February.',
    ],
    [
      'three, newest first',
      [move, delay, undo(1)],
      { since: { by: 'day', day: '2019-02-01' }, until: '2019-02-15' },
      null,
      [
        'Tre ändringar sedan 1 februari till och med 15 februari.',
        'Ändring 1 togs tillbaka: mötet med samarbetskommittén flyttades från torsdag 16 maj till torsdag 9 maj kl. 12.00–15.30 i Nynäshamn, av Sekreterare 1 februari.',
        'Elväg på Södertörn fick status försenad: väntar på Trafikverket, av Sekreterare 1 februari.',
        'Mötet med samarbetskommittén flyttades från torsdag 9 maj till torsdag 16 maj kl. 13.00–16.30 i Salem, av Sekreterare 1 februari (ångrad).',
      ].join('\n'),
      [
        'Three changes since 1 February through 15 February.',
        'Change 1 was taken back: the meeting of the cooperation committee was moved from Thursday 16 May to Thursday 9 May 12:00–15:30 in Nynäshamn, by Sekreterare on 1 February.',
        'Electric road in Södertörn got the status delayed: väntar på Trafikverket, by Sekreterare on 1 February.',
        'The meeting of the cooperation committee was moved from Thursday 9 May to Thursday 16 May 13:00–16:30 in Salem, by Sekreterare on 1 February (taken back).',
      ].join('\n'),
    ],
    [
      'who',
      [delay, move],
      { aspect: 'who', meetings: [inMay] },
      null,
      'Sekreterare gjorde den senaste ändringen, fredag 1 februari kl. 10.00: mötet med samarbetskommittén flyttades från torsdag 9 maj till torsdag 16 maj kl. 13.00–16.30 i Salem.',
      'Sekreterare made the latest change, on Friday 1 February at 10:00: the meeting of the cooperation committee was moved from Thursday 9 May to Thursday 16 May 13:00–16:30 in Salem.',
    ],
    [
      'who, nobody',
      [delay],
      { aspect: 'who', meetings: [inMay] },
      null,
      'Jag hittar ingen ändring av det.',
      'I find no change of that.',
    ],
  ])('%s', (_what, changes, query, lastAsked, sv, en) => {
    expect(told(changes, query, 'sv', lastAsked).spoken).toBe(sv);
    expect(told(changes, query, 'en', lastAsked).spoken).toBe(en);
  });

  it('tells reasons', () => {
    const { last } = changesOf(move);
    const change = { ...last, undone: true, entry: { ...last.entry, reason: 'salen är upptagen' } };
    const list: Outcome = { kind: 'changes', query: everyChange, since: null, changes: [change, last], total: 2 };
    expect(say(list, 'sv').spoken).toContain('av Sekreterare 1 februari (ångrad), anledning: salen är upptagen.');
    const who: Outcome = { ...list, query: { ...everyChange, aspect: 'who' }, changes: [change] };
    expect(say(who, 'sv').text).toMatch(/Salem\. Anledning: salen är upptagen\. Den har tagits tillbaka sedan dess\.$/);
  });

  it('says how many there are where it shows the newest', () => {
    const { last } = changesOf(move);
    const list: Outcome = { kind: 'changes', query: everyChange, since: null, changes: [last, last], total: 40 };
    expect(say(list, 'sv').text).toBe('40 ändringar i planen hittills. De två senaste:');
    expect(say(list, 'en').text).toBe('40 changes in the plan so far. The latest two:');
  });
});

describe('the plan as it was', () => {
  const asOf = (changes: readonly Change[], query: MeetingsQuery | null, day = '2019-01-31') => {
    const ledger = ledgerOf(changes);
    const then = query && answer(query, plan, now, holidays);
    return { part: answerAsOf({ kind: 'as-of', day, query }, ledger, plan, then), plan: ledger.edition.plan };
  };

  it('is as it is now', () => {
    const { part } = asOf([], null);
    expect(sayAnswer(part, 'sv').text).toBe(
      'Planen såg ut torsdag 31 januari som den gör nu: inget har ändrats sedan dess.',
    );
    expect(sayAnswer(part, 'en').text).toBe(
      'On Thursday 31 January the plan looked as it does now: nothing has changed since.',
    );
  });

  it('has each thing as it was first, and what happened to it', () => {
    const { part, plan: of } = asOf([move, cancel, delay, add, papers], null);
    expect(sayAnswer(part, 'sv', of).spoken).toBe(
      [
        'Så såg planen ut torsdag 31 januari, där den har ändrats sedan dess:',
        'Mötet med samarbetskommittén, då: datum torsdag 9 maj, tid kl. 12.00–15.30, plats Nynäshamn, läge som planerat, mötet med samarbetskommittén flyttades från torsdag 9 maj till torsdag 16 maj kl. 13.00–16.30 i Salem (av Sekreterare 1 februari), mötet med samarbetskommittén torsdag 16 maj blev inställt (av Sekreterare 1 februari).',
        'Elväg på Södertörn, då: status saknades, Elväg på Södertörn fick status försenad: väntar på Trafikverket (av Sekreterare 1 februari).',
        'Mötet med samarbetskommittén, då: fanns inte, ett nytt möte med samarbetskommittén lades till: onsdag 12 juni kl. 12.00–15.30 i Haninge (av Sekreterare 1 februari).',
        'Sista dag för handlingar (samarbetskommittén), då: fanns inte, sista dag för handlingar blev 10 arbetsdagar före varje möte med samarbetskommittén (av Sekreterare 1 februari).',
      ].join('\n'),
    );
    expect(sayAnswer(part, 'en', of).spoken).toMatch(
      /then: date Thursday 9 May, time 12:00–15:30, place Nynäshamn, standing as planned/,
    );
  });

  it('answers a question as that day’s plan does', () => {
    const { part, plan: of } = asOf([move], { ...everyMeeting, ids: [inMay] });
    const said = sayAnswer(part, 'sv', of);
    expect(said.text).toBe(
      'Enligt planen 31 januari: Mötet med samarbetskommittén är torsdag 9 maj kl. 12.00–15.30 i Nynäshamn.',
    );
    expect(said.spoken).toMatch(/\nKälla: Verksamhetsplan 2019, avsnitt 7[^;]*$/);
    expect(sayAnswer(part, 'en', of).text).toMatch(/^According to the plan of 31 January: The meeting/);
  });

  it('is told with its own records where they are given', () => {
    const { edition } = ledgerOf([chair]);
    const then = answer(
      {
        kind: 'roles',
        groups: [committee],
        roles: ['chair'],
        people: [],
        municipalities: [],
        year: null,
        aspect: 'who',
      },
      edition.plan,
      now,
      holidays,
    );
    const query = { kind: 'as-of' as const, day: today, query: null };
    const outcome: Outcome = { kind: 'as-of', query, since: [], then, plan: edition.plan };
    expect(say(outcome, 'sv').text).toMatch(/^Enligt planen 1 mars: Ordförande i samarbetskommittén är Anna Ek/);
  });
});

describe('deadlines', () => {
  const { edition } = ledgerOf([papers]);
  const query: DeadlinesQuery = { kind: 'deadlines', groups: [], name: null, period: null, which: 'next' };
  const told = (which: 'next' | 'all', of: Plan, locale: Locale, day = now) =>
    sayAnswer(answerDeadlines({ ...query, which }, of, day, holidays), locale, of);

  it('the next one is a sentence', () => {
    expect(told('next', edition.plan, 'sv').text).toMatch(
      /^Sista dag för handlingar är torsdag 21 mars, 10 arbetsdagar före mötet med samarbetskommittén torsdag 4 april\./,
    );
    expect(told('next', edition.plan, 'en').text).toMatch(
      /^The deadline for handlingar is Thursday 21 March, 10 working days before the meeting of the cooperation committee Thursday 4 April\./,
    );
    expect(titles(told('next', edition.plan, 'sv'))).toEqual(['Visa alla sista dagar']);
  });

  it('all of them are a list', () => {
    const all = told('all', edition.plan, 'sv');
    expect(all.text).toBe('Åtta sista dagar före möten:');
    expect(all.spoken).toContain(
      '\nTorsdag 21 mars: handlingar, 10 arbetsdagar före mötet med samarbetskommittén torsdag 4 april.\n',
    );
    expect(titles(all)).toEqual(['Nästa sista dag']);
  });

  it('none, or none ahead, is said', () => {
    expect(told('next', plan, 'sv').text).toBe(
      'Någon sista dag för det är inte angiven. Sekretariatet kan lägga till en.',
    );
    const late = { day: '2019-12-27', time: '09:00' };
    expect(told('next', edition.plan, 'sv', late).text).toBe(
      'Sista dag för handlingar är 10 arbetsdagar före varje möte med samarbetskommittén, men jag hittar inget sådant möte.',
    );
  });
});

describe('rights', () => {
  const rights = (
    standing: 'secretary' | 'member' | 'unknown',
    person: string | null,
    secretaries: string[] = [],
  ): Outcome => ({
    kind: 'rights',
    standing,
    person,
    secretaries,
  });

  it.each([
    ['secretary', /får ändra i planen.*en mening/, /may change the plan/],
    ['member', /får fråga om allt.*bara sekretariatet/, /may ask about everything.*Only the secretariat/],
    ['unknown', /kan inte se vem du är/, /cannot see who you are/],
  ] as const)('of a %s', (standing, sv, en) => {
    expect(say(rights(standing, null), 'sv').text).toMatch(sv);
    expect(say(rights(standing, null), 'en').text).toMatch(en);
  });

  it('name whom else to ask, and what one needs to be appointed', () => {
    const { spoken } = say(rights('member', 'abc-123', ['Anna Ek', 'Bo Ek']), 'sv');
    expect(spoken).toContain('Utsedda att ändra i planen: Anna Ek och Bo Ek.');
    expect(spoken).toContain('Ditt id i Entra, om du ska utses: abc-123.');
  });

  const vocabulary = makeVocabulary(plan);
  const kindOf = (sentence: string) => understand(sentence, noContext, plan, vocabulary, now).query.kind;
  const examples = (locale: Locale): string[] =>
    say(rights('secretary', null), locale)
      .spoken.split('\n')
      .flatMap((line) => [...line.matchAll(/[”“]([^”“]+)”/g)].map((match) => match[1] ?? ''));

  it.each(['sv', 'en'] as const)('every sentence that a secretary is shown is understood (%s)', (locale) => {
    const shown = examples(locale);
    expect(shown.length).toBeGreaterThan(13);
    const kinds = new Set(['update', 'changes', 'unanswered', 'announcements', 'check-ins']);
    expect(shown.filter((sentence) => !kinds.has(kindOf(sentence)))).toEqual([]);
  });

  it.each([...swedishUpdates.memberMay, ...englishUpdates.memberMay])('a member can ask: %s', (question) => {
    expect(kindOf(question)).not.toBe('not-in-plan');
  });
});

describe('questions without an answer', () => {
  const question = (text: string, count: number) => ({ id: text, text, count, lastDay: '2019-02-28' });
  const outcome: Extract<Outcome, { kind: 'unanswered' }> = {
    kind: 'unanswered',
    query: { kind: 'unanswered' },
    standing: 'secretary',
    questions: [question('vem ansvarar för strömstråket?', 2), question('när är festen?', 1)],
    praised: 4,
    blamed: [question('när är nästa möte?', 1)],
  };

  it('are numbered, with how often and when, and what to do', () => {
    const { text, spoken } = say(outcome, 'sv');
    expect(text).toBe('Två frågor har jag inte kunnat svara på:');
    expect(spoken.split('\n').slice(1)).toEqual([
      '1. ”vem ansvarar för strömstråket?”, 2 gånger, senast 28 februari.',
      '2. ”när är festen?”, 1 gång, senast 28 februari.',
      'Svar som fick tummen ned:',
      '1. ”när är nästa möte?”, 1 gång, senast 28 februari.',
      'Är det ett ord som jag inte känner till? Skriv vad det betyder, till exempel ”ordet betyder Tvärförbindelse Södertörn”, så förstår jag det genast.',
      'Tummen upp: 4 gånger.',
    ]);
    expect(say(outcome, 'en').text).toBe('Two questions I have not been able to answer:');
  });

  it('may be none', () => {
    const none: Outcome = { ...outcome, questions: [], praised: 0, blamed: [] };
    expect(say(none, 'sv').spoken).toBe('Det finns inga obesvarade frågor just nu.');
    expect(say(none, 'en').spoken).toBe('There are no unanswered questions right now.');
  });

  it('are for the secretariat', () => {
    const shown = say({ ...outcome, standing: 'member' }, 'sv');
    expect(shown.spoken).toMatch(/^Bara sekretariatet/);
    expect(shown.spoken).not.toContain('strömstråket');
    expect(titles(shown)).toEqual(['Vad får jag göra?']);
  });
});

// === Questions about the plan as it has become

describe('meetings that were called off or moved', () => {
  const of = (...changes: Change[]): Plan => ledgerOf(changes).edition.plan;
  const asked = (query: Partial<MeetingsQuery>, changes: readonly Change[], locale: Locale) =>
    asks({ ...everyMeeting, groups: [committee], ...query }, of(...changes), locale);
  const may9 = { period: onDay('2019-05-09') };
  const mayAll: Partial<MeetingsQuery> = {
    period: { from: '2019-05-01', to: '2019-05-31', name: { by: 'month', year: 2019, month: 5 } },
  };

  it.each<[string, Partial<MeetingsQuery>, readonly Change[], sv: RegExp, en: RegExp]>([
    [
      'called off on the day',
      may9,
      [cancel],
      /^Mötet med samarbetskommittén torsdag 9 maj är inställt\.\n/,
      /^The meeting of the cooperation committee, Thursday 9 May, is cancelled\.\n/,
    ],
    [
      'called off, where another is held that month',
      mayAll,
      [cancel, { ...add, days: oneDay('2019-05-16') }],
      /^Mötet .* 9 maj är inställt\. Mötet med samarbetskommittén är torsdag 16 maj/,
      /^The .* is cancelled\. The meeting of the cooperation committee is Thursday 16 May/,
    ],
    [
      'moved away from the day',
      may9,
      [move],
      /^Mötet med samarbetskommittén torsdag 9 maj har flyttats till torsdag 16 maj kl\. 13\.00–16\.30 i Salem\.\n/,
      /^The meeting of the cooperation committee, Thursday 9 May, has been moved to Thursday 16 May 13:00–16:30 in Salem\.\n/,
    ],
    [
      'the next, where an earlier one was called off',
      { which: 'next' },
      [{ kind: 'cancel-meeting', meeting: inApril }],
      /^Nästa möte med samarbetskommittén är torsdag 9 maj kl\. .* i Nynäshamn\. Mötet med samarbetskommittén torsdag 4 april är inställt\.\n/,
      /^The next meeting .* is Thursday 9 May .*\. The meeting of the cooperation committee, Thursday 4 April, is cancelled\.\n/,
    ],
    [
      'all of them, called off last',
      {},
      [cancel],
      /^Samarbetskommittén har 7 möten: (?:(?!9 maj).)*\n[\s\S]*\nInställt:\nTorsdag 9 maj kl\. 12\.00–15\.30, Södertörns samarbetskommitté, Nynäshamn\./,
      /\nCancelled:\nThursday 9 May 12:00–15:30, /,
    ],
  ])('%s', (_what, query, changes, sv, en) => {
    expect(asked(query, changes, 'sv').spoken).toMatch(sv);
    expect(asked(query, changes, 'en').spoken).toMatch(en);
  });

  it('a title stands wherever the meeting is named', () => {
    const { text, spoken } = asked(may9, [edit({ title: { sv: 'Strategidag', en: 'Strategy day' } })], 'sv');
    expect(text).toContain('Mötet med samarbetskommittén (”Strategidag”) är torsdag 9 maj');
    expect(spoken).toContain('Södertörns samarbetskommitté, ”Strategidag”');
    expect(asked(may9, [edit({ title: { sv: 'Strategidag', en: 'Strategy day' } })], 'en').text).toContain(
      '(“Strategy day”)',
    );
  });

  it('a conference’s hours stand with its date', () => {
    const conference: ConferenceQuery = { kind: 'conference', conferences: [council], period: null, aspect: 'when' };
    const held = of(edit({ hours: { start: '09:00', end: '16:00' }, title: { sv: 'Vatten' } }, councilThisYear));
    expect(sayAnswer(answer(conference, held, now, holidays), 'sv', held).text).toContain(
      'Rådslaget (”Vatten”) är onsdag 10 april kl. 09.00–16.00 i Salem.',
    );
  });

  it('a conference that was called off is said to be', () => {
    const record = plan.occasions.find(({ id }) => id === councilThisYear) ?? never();
    const outcome: Outcome = {
      kind: 'conference',
      query: { kind: 'conference', conferences: [council], period: null, aspect: 'when' },
      cases: [{ conference: plan.conference(council), occasions: [], cancelled: [record], hostings: [] }],
    };
    expect(say(outcome, 'sv').text).toBe('Rådslaget onsdag 10 april har ställts in.');
    expect(say(outcome, 'en').text).toBe('The Rådslag, Wednesday 10 April, is cancelled.');
  });
});

describe('a source that an update has altered', () => {
  it.each<[readonly Change[], PlanQuery, sv: string, en: string]>([
    [
      [move],
      { ...everyMeeting, ids: [inMay] },
      'samarbetskommittémöten; flyttat av sekretariatet 1 februari',
      'samarbetskommittémöten; moved by the secretariat on 1 February',
    ],
    [
      [add],
      { ...everyMeeting, ids: [added] },
      'Källa: tillagt av sekretariatet 1 februari',
      'Source: added by the secretariat on 1 February',
    ],
    [
      [edit({ place: place('salem') })],
      { ...everyMeeting, ids: [inMay] },
      '; ändrat av sekretariatet 1 februari',
      '; changed by the secretariat on 1 February',
    ],
    [
      [cancel, { kind: 'restore-meeting', meeting: inMay }],
      { ...everyMeeting, ids: [inMay] },
      '; återställt av sekretariatet 1 februari',
      '; restored by the secretariat',
    ],
    [
      [cancel],
      { ...everyMeeting, ids: [inMay] },
      '; inställt av sekretariatet 1 februari',
      '; cancelled by the secretariat',
    ],
    [
      [delay],
      { kind: 'activity', activities: [road], aspect: 'status', parties: [] },
      '; status angiven av sekretariatet 1 februari',
      '; status reported by the secretariat on 1 February',
    ],
    [
      [chair],
      {
        kind: 'roles',
        groups: [committee],
        roles: ['chair'],
        people: [],
        municipalities: [],
        year: null,
        aspect: 'who',
      },
      'uppdrag ändrat av sekretariatet 1 februari',
      'office changed by the secretariat on 1 February',
    ],
  ])('%j', (changes, query, sv, en) => {
    const { plan: of } = ledgerOf(changes).edition;
    const part = answer(query, of, now, holidays);
    expect(sayAnswer(part, 'sv', of).spoken).toContain(sv);
    expect(sayAnswer(part, 'en', of).spoken).toContain(en);
  });

  it('more updates than two are named together, with the last day', () => {
    const alteration = {
      version: 1,
      at: '2019-02-01T08:00:00Z',
      day: '2019-02-01',
      by: 'A',
      what: 'moved',
      fields: [],
      was: null,
    } as const;
    const alterations = [
      alteration,
      { ...alteration, version: 2, day: '2019-02-03', what: 'cancelled' as const },
      { ...alteration, version: 3, day: '2019-02-02', what: 'edited' as const },
    ];
    const part = { ...answerWith({ outcome: { kind: 'talk', query: { kind: 'talk', about: 'agree' } } }), alterations };
    expect(sayAnswer(part, 'sv').spoken).toMatch(/Källa: ändrat av sekretariatet, senast 2 februari$/);
    const two = { ...part, alterations: alterations.slice(0, 2) };
    expect(sayAnswer(two, 'sv').spoken).toMatch(
      /Källa: inställt av sekretariatet 3 februari och flyttat av sekretariatet 1 februari$/,
    );
  });
});

describe('a reported status', () => {
  const { plan: of } = ledgerOf([delay]).edition;
  const ask = (aspect: 'status' | 'about', locale: Locale) =>
    sayAnswer(answer({ kind: 'activity', activities: [road], aspect, parties: [] }, of, now, holidays), locale, of);

  it('is told with its day and comment', () => {
    expect(ask('status', 'sv').text).toMatch(
      /^Elväg på Södertörn är försenad \(rapporterat 1 februari\): väntar på Trafikverket\.\n/,
    );
    expect(ask('status', 'en').text).toMatch(
      /^Electric road in Södertörn is delayed \(reported on 1 February\): väntar på Trafikverket\.\n/,
    );
  });

  it('stands on the activity’s card', () => {
    expect(ask('about', 'sv').spoken).toContain(
      '\nStatus: försenad (rapporterat 1 februari): väntar på Trafikverket.\n',
    );
  });
});
