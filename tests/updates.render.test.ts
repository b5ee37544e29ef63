// Changes in words, in both languages: before they are made, when they have been, and when they cannot be.

import { describe, expect, it } from 'vitest';
import { anyMeeting, Slot, type UpdateRequest } from '../src/draft.ts';
import type { CalendarItem, Clash, Fact, UpdateProblem, UpdateStage } from '../src/facts.ts';
import type { Change, NamedRecord } from '../src/plan/change.ts';
import { AreaId, BudgetLineId, GoalId, MeetingId, ObjectiveId, PersonId, SectionId } from '../src/plan/ids.ts';
import { changeText, recordName } from '../src/render/changes.ts';
import type { Locale } from '../src/render/dates.ts';
import { settingFor } from '../src/render/names.ts';
import { englishUpdates } from '../src/render/update-phrases.en.ts';
import { swedishUpdates } from '../src/render/update-phrases.sv.ts';
import { oneDay } from './support/entries.ts';
import { plan } from './support/question-table.ts';
import {
  add,
  analysis,
  cancel,
  chair,
  changesOf,
  committee,
  council,
  councilThisYear,
  delay,
  edit,
  figures,
  inApril,
  inMay,
  lena,
  management,
  move,
  never,
  papers,
  planning,
  preview,
  refusal,
  road,
  step,
  titles,
  today,
  town,
  undo,
  word,
} from './support/said.ts';

describe('a change in a sentence, before and after', () => {
  it.each<[string, readonly Change[], sv: [string, string], en: [string, string]]>([
    [
      'moved',
      [move],
      [
        'Mötet med samarbetskommittén flyttas från torsdag 9 maj till torsdag 16 maj kl. 13.00–16.30 i Salem',
        'Mötet med samarbetskommittén flyttades från torsdag 9 maj till torsdag 16 maj kl. 13.00–16.30 i Salem',
      ],
      [
        'The meeting of the cooperation committee will be moved from Thursday 9 May to Thursday 16 May 13:00–16:30 in Salem',
        'The meeting of the cooperation committee was moved from Thursday 9 May to Thursday 16 May 13:00–16:30 in Salem',
      ],
    ],
    [
      'moved with a title',
      [edit({ days: oneDay('2019-05-16'), title: { sv: 'Strategidag' } })],
      [
        'Mötet med samarbetskommittén flyttas från torsdag 9 maj till torsdag 16 maj kl. 12.00–15.30 i Nynäshamn och får rubriken ”Strategidag”',
        'Mötet med samarbetskommittén flyttades från torsdag 9 maj till torsdag 16 maj kl. 12.00–15.30 i Nynäshamn och fick rubriken ”Strategidag”',
      ],
      [
        'The meeting of the cooperation committee will be moved from Thursday 9 May to Thursday 16 May 12:00–15:30 in Nynäshamn and will get the title “Strategidag”',
        'The meeting of the cooperation committee was moved from Thursday 9 May to Thursday 16 May 12:00–15:30 in Nynäshamn and got the title “Strategidag”',
      ],
    ],
    [
      'at another time and place',
      [edit({ hours: { start: '13:00', end: '15:00' }, place: { name: 'Folkets hus', municipality: null } })],
      [
        'Mötet med samarbetskommittén torsdag 9 maj får ny tid (kl. 13.00–15.00) och ny plats (Folkets hus)',
        'Mötet med samarbetskommittén torsdag 9 maj fick ny tid (kl. 13.00–15.00) och ny plats (Folkets hus)',
      ],
      [
        'The meeting of the cooperation committee, Thursday 9 May, will get new hours (13:00–15:00) and a new place (Folkets hus)',
        'The meeting of the cooperation committee, Thursday 9 May, got new hours (13:00–15:00) and a new place (Folkets hus)',
      ],
    ],
    [
      'without its place',
      [edit({ place: null })],
      [
        'Mötet med samarbetskommittén torsdag 9 maj blir utan angiven plats',
        'Mötet med samarbetskommittén torsdag 9 maj blev utan angiven plats',
      ],
      [
        'The meeting of the cooperation committee, Thursday 9 May, will be left without a stated place',
        'The meeting of the cooperation committee, Thursday 9 May, was left without a stated place',
      ],
    ],
    [
      'a conference without a date',
      [edit({ days: oneDay('2019-10-10') }, figures)],
      [
        'Nyckeltalsdagen flyttas från hösten 2019 till torsdag 10 oktober',
        'Nyckeltalsdagen flyttades från hösten 2019 till torsdag 10 oktober',
      ],
      [
        'Nyckeltalsdagen will be moved from autumn 2019 to Thursday 10 October',
        'Nyckeltalsdagen was moved from autumn 2019 to Thursday 10 October',
      ],
    ],
    [
      'added',
      [add],
      [
        'Ett nytt möte med samarbetskommittén läggs till: onsdag 12 juni kl. 12.00–15.30 i Haninge',
        'Ett nytt möte med samarbetskommittén lades till: onsdag 12 juni kl. 12.00–15.30 i Haninge',
      ],
      [
        'A new meeting of the cooperation committee will be added: Wednesday 12 June 12:00–15:30 in Haninge',
        'A new meeting of the cooperation committee was added: Wednesday 12 June 12:00–15:30 in Haninge',
      ],
    ],
    [
      'cancelled',
      [cancel],
      [
        'Mötet med samarbetskommittén torsdag 9 maj ställs in',
        'Mötet med samarbetskommittén torsdag 9 maj blev inställt',
      ],
      [
        'The meeting of the cooperation committee, Thursday 9 May, will be cancelled',
        'The meeting of the cooperation committee, Thursday 9 May, was cancelled',
      ],
    ],
    [
      'a planning conference cancelled',
      [{ kind: 'cancel-meeting', meeting: planning }],
      [
        'Planeringskonferensen med samarbetskommittén torsdag 19 december ställs in',
        'Planeringskonferensen med samarbetskommittén torsdag 19 december blev inställd',
      ],
      [
        'The planning conference of the cooperation committee, Thursday 19 December, will be cancelled',
        'The planning conference of the cooperation committee, Thursday 19 December, was cancelled',
      ],
    ],
    [
      'restored',
      [cancel, { kind: 'restore-meeting', meeting: inMay }],
      [
        'Mötet med samarbetskommittén torsdag 9 maj återställs och blir av',
        'Mötet med samarbetskommittén torsdag 9 maj återställdes',
      ],
      [
        'The meeting of the cooperation committee, Thursday 9 May, will be restored and held',
        'The meeting of the cooperation committee, Thursday 9 May, was restored',
      ],
    ],
    [
      'a status',
      [delay],
      [
        'Elväg på Södertörn får status försenad: väntar på Trafikverket.',
        'Elväg på Södertörn fick status försenad: väntar på Trafikverket.',
      ],
      [
        'Electric road in Södertörn will get the status delayed: väntar på Trafikverket.',
        'Electric road in Södertörn got the status delayed: väntar på Trafikverket.',
      ],
    ],
    [
      'another comment',
      [delay, { kind: 'post-status', activity: road, status: 'delayed', comment: 'väntar på regionen' }],
      [
        'Kommentaren till Elväg på Södertörn ändras: väntar på regionen',
        'Kommentaren till Elväg på Södertörn ändrades: väntar på regionen',
      ],
      [
        'The comment on Electric road in Södertörn will be changed: väntar på regionen',
        'The comment on Electric road in Södertörn was changed: väntar på regionen',
      ],
    ],
    [
      'an activity edited',
      [
        {
          kind: 'edit-activity',
          activity: road,
          set: {
            responsible: [
              { kind: 'municipality', id: town('tyreso') },
              { kind: 'municipality', id: town('salem') },
            ],
            schedule: { kind: 'season', year: 2019, season: 'autumn', wording: 'hösten' },
            cost: 50_000,
          },
        },
      ],
      [
        'Ansvarig för Elväg på Södertörn blir Tyresö och Salem, tiden för Elväg på Södertörn ändras till hösten 2019 och kostnaden för Elväg på Södertörn blir 50 000 kr',
        'Ansvarig för Elväg på Södertörn blev Tyresö och Salem, tiden för Elväg på Södertörn ändrades till hösten 2019 och kostnaden för Elväg på Södertörn blev 50 000 kr',
      ],
      [
        'Responsible for Electric road in Södertörn will be Tyresö and Salem, the time of Electric road in Södertörn will be changed to autumn 2019 and the cost of Electric road in Södertörn will be SEK 50,000',
        'Responsible for Electric road in Södertörn became Tyresö and Salem, the time of Electric road in Södertörn was changed to autumn 2019 and the cost of Electric road in Södertörn became SEK 50,000',
      ],
    ],
    [
      'a cost taken away',
      [{ kind: 'edit-activity', activity: analysis, set: { cost: null } }],
      [
        'Kostnaden för Systemanalys resor och transporter tas bort',
        'Kostnaden för Systemanalys resor och transporter togs bort',
      ],
      [
        'The cost of System analysis of travel and transport will be removed',
        'The cost of System analysis of travel and transport was removed',
      ],
    ],
    [
      'hosts that swap',
      [
        {
          kind: 'set-hosts',
          conference: council,
          turns: [
            { year: 2021, hosts: [town('tyreso')] },
            { year: 2022, hosts: [town('botkyrka'), town('salem')] },
          ],
        },
      ],
      [
        'Tyresö blir värd för Rådslaget 2021 och Botkyrka och Salem blir värdar för Rådslaget 2022',
        'Tyresö blev värd för Rådslaget 2021 och Botkyrka och Salem blev värdar för Rådslaget 2022',
      ],
      [
        'Tyresö will be host of the Rådslag 2021 and Botkyrka and Salem will be hosts of the Rådslag 2022',
        'Tyresö became host of the Rådslag 2021 and Botkyrka and Salem became hosts of the Rådslag 2022',
      ],
    ],
    [
      'a new chair',
      [chair],
      [
        'Anna Ek (Salem) blir ordförande i samarbetskommittén fr.o.m. fredag 1 mars t.o.m. 2022, efter Meeri Wasberg (Haninge)',
        'Anna Ek (Salem) blev ordförande i samarbetskommittén fr.o.m. fredag 1 mars t.o.m. 2022, efter Meeri Wasberg (Haninge)',
      ],
      [
        'Anna Ek (Salem) will be chair of the cooperation committee from Friday 1 March through 2022, after Meeri Wasberg (Haninge)',
        'Anna Ek (Salem) became chair of the cooperation committee from Friday 1 March through 2022, after Meeri Wasberg (Haninge)',
      ],
    ],
    [
      'another term',
      [chair, { ...chair, until: '2023' }],
      [
        'Uppdraget som ordförande i samarbetskommittén gäller nu fr.o.m. fredag 1 mars t.o.m. 2023',
        'Uppdraget som ordförande i samarbetskommittén gäller sedan dess fr.o.m. fredag 1 mars t.o.m. 2023',
      ],
      [
        'The term of the chair of the cooperation committee will run from Friday 1 March through 2023',
        'The term of the chair of the cooperation committee was set to run from Friday 1 March through 2023',
      ],
    ],
    [
      'a deadline',
      [papers],
      [
        'Sista dag för handlingar blir 10 arbetsdagar före varje möte med samarbetskommittén',
        'Sista dag för handlingar blev 10 arbetsdagar före varje möte med samarbetskommittén',
      ],
      [
        'The deadline for handlingar will be 10 working days before each meeting of the cooperation committee',
        'The deadline for handlingar became 10 working days before each meeting of the cooperation committee',
      ],
    ],
    [
      'a deadline taken away',
      [papers, { kind: 'set-deadline', group: committee, name: 'handlingar', workingDays: null }],
      [
        'Sista dag för handlingar före möten med samarbetskommittén tas bort',
        'Sista dag för handlingar före möten med samarbetskommittén togs bort',
      ],
      [
        'The deadline for handlingar before meetings of the cooperation committee will be removed',
        'The deadline for handlingar before meetings of the cooperation committee was removed',
      ],
    ],
    [
      'a word',
      [word],
      ['”elstråket” kommer att betyda Elväg på Södertörn', '”elstråket” betyder nu Elväg på Södertörn'],
      ['“elstråket” will mean Electric road in Södertörn', '“elstråket” now means Electric road in Södertörn'],
    ],
    [
      'a secretary appointed',
      [{ kind: 'appoint-secretary', ...lena }],
      ['Lena Ledamot får rätt att ändra i planen', 'Lena Ledamot fick rätt att ändra i planen'],
      ['Lena Ledamot will get the right to change the plan', 'Lena Ledamot got the right to change the plan'],
    ],
    [
      'a secretary dismissed',
      [
        { kind: 'appoint-secretary', ...lena },
        { kind: 'dismiss-secretary', ...lena },
      ],
      ['Lena Ledamot förlorar rätten att ändra i planen', 'Lena Ledamot förlorade rätten att ändra i planen'],
      ['Lena Ledamot will lose the right to change the plan', 'Lena Ledamot lost the right to change the plan'],
    ],
    [
      'an added meeting undone',
      [add, undo(1)],
      [
        'Ändring 1 tas tillbaka: mötet med samarbetskommittén onsdag 12 juni kl. 12.00–15.30 i Haninge tas bort',
        'Ändring 1 togs tillbaka: mötet med samarbetskommittén onsdag 12 juni kl. 12.00–15.30 i Haninge togs bort',
      ],
      [
        'Change 1 will be taken back: the meeting of the cooperation committee, Wednesday 12 June 12:00–15:30 in Haninge, will be removed',
        'Change 1 was taken back: the meeting of the cooperation committee, Wednesday 12 June 12:00–15:30 in Haninge, was removed',
      ],
    ],
    [
      'a title undone',
      [edit({ title: { sv: 'Strategidag' } }), undo(1)],
      [
        'Ändring 1 tas tillbaka: mötet med samarbetskommittén torsdag 9 maj blir utan egen rubrik',
        'Ändring 1 togs tillbaka: mötet med samarbetskommittén torsdag 9 maj blev utan egen rubrik',
      ],
      [
        'Change 1 will be taken back: the meeting of the cooperation committee, Thursday 9 May, will be left without a title of its own',
        'Change 1 was taken back: the meeting of the cooperation committee, Thursday 9 May, was left without a title of its own',
      ],
    ],
    [
      'a status undone',
      [delay, undo(1)],
      [
        'Ändring 1 tas tillbaka: Elväg på Södertörn får ingen rapporterad status',
        'Ändring 1 togs tillbaka: Elväg på Södertörn fick ingen rapporterad status',
      ],
      [
        'Change 1 will be taken back: Electric road in Södertörn will get no reported status',
        'Change 1 was taken back: Electric road in Södertörn got no reported status',
      ],
    ],
    [
      'a first host undone',
      [{ kind: 'set-hosts', conference: council, turns: [{ year: 2027, hosts: [town('haninge')] }] }, undo(1)],
      [
        'Ändring 1 tas tillbaka: värden för Rådslaget 2027 tas bort',
        'Ändring 1 togs tillbaka: värden för Rådslaget 2027 togs bort',
      ],
      [
        'Change 1 will be taken back: the host of the Rådslag 2027 will be removed',
        'Change 1 was taken back: the host of the Rådslag 2027 was removed',
      ],
    ],
    [
      'a chair undone',
      [chair, undo(1)],
      [
        'Ändring 1 tas tillbaka: Meeri Wasberg (Haninge) blir ordförande i samarbetskommittén, efter Anna Ek (Salem)',
        'Ändring 1 togs tillbaka: Meeri Wasberg (Haninge) blev ordförande i samarbetskommittén, efter Anna Ek (Salem)',
      ],
      [
        'Change 1 will be taken back: Meeri Wasberg (Haninge) will be chair of the cooperation committee, after Anna Ek (Salem)',
        'Change 1 was taken back: Meeri Wasberg (Haninge) became chair of the cooperation committee, after Anna Ek (Salem)',
      ],
    ],
    [
      'a first lead undone',
      [{ ...chair, group: management, role: 'lead' }, undo(1)],
      [
        'Ändring 1 tas tillbaka: uppdraget som ledare i ledningsgruppen blir obesatt',
        'Ändring 1 togs tillbaka: uppdraget som ledare i ledningsgruppen blev obesatt',
      ],
      [
        'Change 1 will be taken back: the office of lead of the management group will be vacant',
        'Change 1 was taken back: the office of lead of the management group became vacant',
      ],
    ],
    [
      'a word undone',
      [word, undo(1)],
      [
        'Ändring 1 tas tillbaka: ”elstråket” betyder inte längre Elväg på Södertörn',
        'Ändring 1 togs tillbaka: ”elstråket” slutade betyda Elväg på Södertörn',
      ],
      [
        'Change 1 will be taken back: “elstråket” will no longer mean Electric road in Södertörn',
        'Change 1 was taken back: “elstråket” ceased to mean Electric road in Södertörn',
      ],
    ],
  ])('%s', (_what, changes, sv, en) => {
    const { last, plan: after } = changesOf(...changes);
    const told = (locale: Locale) => {
      const { text } = step(preview(changes), locale, after);
      const lead = text.replace(/ (?:Stämmer det|Is that right)\?$/, '').replaceAll('\\', '');
      expect(lead).toMatch(/[^.]\.$/);
      return [lead.replace(/\.$/, ''), changeText(last, settingFor(after, locale, today)).replace(/\.$/, '')];
    };
    const unstopped = (texts: readonly string[]) =>
      texts.map((text) => text.replace(/\.$/, '').replaceAll('000 kr', '000 kr'));
    expect(told('sv').map((text) => text.replaceAll('\u00a0', ' '))).toEqual(unstopped(sv));
    expect(told('en')).toEqual(unstopped(en));
  });

  it('of a record that the files no longer have', () => {
    const { last } = changesOf(move);
    const lost = { ...last, applied: null };
    const setting = settingFor(plan, 'sv', today);
    expect(changeText(lost, setting)).toBe('Något som inte längre finns i planen ändrades');
    expect(changeText({ ...lost, entry: { ...last.entry, change: undo(1) } }, setting)).toBe('Ändring 1 togs tillbaka');
  });

  it.each<[NamedRecord, string]>([
    [{ kind: 'municipality', id: town('salem') }, 'Salem'],
    [{ kind: 'group', id: management }, 'ledningsgruppen'],
    [{ kind: 'person', id: PersonId.parse('meeri-wasberg') }, 'Meeri Wasberg'],
    [{ kind: 'conference', id: council }, 'Rådslaget'],
    [{ kind: 'area', id: AreaId.parse('infrastruktur') }, 'Infrastruktur'],
    [{ kind: 'goal', id: GoalId.parse('utnyttja-infrastrukturen') }, '”Utnyttja den nya infrastrukturen”'],
    [{ kind: 'objective', id: ObjectiveId.parse('positionera-sodertorn') }, '”Vi positionerar Södertörn'],
    [{ kind: 'activity', id: road }, 'Elväg på Södertörn'],
    [{ kind: 'budget-line', id: BudgetLineId.parse('avgifter-2019') }, '”Avgifter från kommunerna”'],
    [{ kind: 'section', id: SectionId.parse('vision-2019') }, '”Vision 2025”'],
  ])('%j is called %s', (record, name) => {
    expect(recordName(record, settingFor(plan, 'sv', today))).toContain(name);
  });
});

describe('a preview', () => {
  it('shows each field before and after, why, who is told, and asks', () => {
    const shown = step(preview([move], { reason: 'salen är upptagen', told: 3 }), 'sv');
    const field = (label: string, value: string) => ({
      type: 'ColumnSet',
      columns: [{ items: [{ text: label }] }, { items: [{ text: value }] }],
    });
    expect(shown.card?.body).toMatchObject([
      field('Datum', 'torsdag 9 maj → torsdag 16 maj'),
      field('Tid', 'kl. 12.00–15.30 → kl. 13.00–16.30'),
      field('Plats', 'Nynäshamn → Salem'),
      field('Anledning', 'salen är upptagen'),
      field('Meddelas', '3 konversationer'),
      { text: 'Svara ja eller nej, eller tryck på en knapp. Inget ändras förrän du har svarat.' },
    ]);
    expect(shown.text).toMatch(/Stämmer det\?$/);
    expect(shown.spoken).toContain('Datum: var torsdag 9 maj, blir torsdag 16 maj.');
  });

  it.each([
    [0, 'ingen', 'nobody'],
    [1, '1 konversation', '1 conversation'],
    [null, 'ingen (tyst ändring)', 'nobody (quiet change)'],
  ])('of a change told to %s says so', (told, sv, en) => {
    expect(step(preview([move], { told }), 'sv').spoken).toContain(`Meddelas: ${sv}.`);
    expect(step(preview([move], { told }), 'en').spoken).toContain(`Told: ${en}.`);
  });

  it('of something new has only values, of something taken away says that', () => {
    expect(step(preview([add]), 'sv').spoken).toContain(
      'Datum: onsdag 12 juni.\nTid: kl. 12.00–15.30.\nPlats: Haninge.',
    );
    const gone = step(preview([edit({ place: null })]), 'sv');
    expect(JSON.stringify(gone.card)).toContain('Nynäshamn → tas bort');
    expect(gone.spoken).toContain('Plats: Nynäshamn tas bort.');
  });

  it('of hosts names the years', () => {
    const swap: Change = {
      kind: 'set-hosts',
      conference: council,
      turns: [
        { year: 2021, hosts: [town('tyreso')] },
        { year: 2022, hosts: [town('botkyrka')] },
      ],
    };
    expect(JSON.stringify(step(preview([swap]), 'sv').card)).toMatch(/Värd 2021.*Botkyrka → Tyresö.*Värd 2022/);
  });

  it('has a button for yes and one for no, which carry the proposal', () => {
    const { suggestions } = step(preview([cancel]), 'sv');
    expect(suggestions).toEqual([
      { title: 'Ja, ställ in', action: { confirm: 'p1' }, replaces: true },
      { title: 'Nej, ändra inget', action: { withdraw: 'p1' }, replaces: true },
    ]);
  });

  const meeting = (id: string): CalendarItem => {
    const record = plan.meeting(MeetingId.parse(id));
    return 'group' in record ? { kind: 'meeting', record } : { kind: 'occasion', record };
  };
  const record = plan.meetings.find(({ id }) => id === inMay);
  const due = record && {
    deadline: { group: committee, name: 'handlingar', workingDays: 10 },
    meeting: record,
    day: '2019-02-21',
  };

  it.each<[Clash, sv: string, en: string]>([
    [
      { kind: 'meeting', item: meeting('ledningsgruppen-2019-04-26') },
      'Ledningsgruppen träffas samma dag kl. 08.30–11.00.',
      'There is a meeting of the management group on the same day, 08:30–11:00.',
    ],
    [
      { kind: 'meeting', item: meeting('ledningsgruppen-2019-09-05') },
      'Ledningsgruppen har planeringskonferens samma dag.',
      'There is a planning conference of the management group on the same day.',
    ],
    [
      { kind: 'meeting', item: meeting('radslaget-2019') },
      'Rådslaget är samma dag.',
      'The Rådslag is on the same day.',
    ],
    [
      { kind: 'holiday', day: '2019-05-30', name: { sv: 'Kristi himmelsfärdsdag', en: 'Ascension Day' } },
      'Torsdag 30 maj är Kristi himmelsfärdsdag.',
      'Thursday 30 May is Ascension Day.',
    ],
    [{ kind: 'weekend', day: '2019-05-18' }, '18 maj är en lördag.', '18 May is a Saturday.'],
    [
      { kind: 'weekday', day: '2019-05-17', usual: 4 },
      'Samarbetskommittén brukar träffas på torsdagar; 17 maj är en fredag.',
      'Meetings of the cooperation committee are usually on Thursdays; 17 May is a Friday.',
    ],
    [
      { kind: 'hours', usual: { start: '12:00', end: '15:30' } },
      'Samarbetskommittén brukar träffas kl. 12.00–15.30.',
      'Meetings of the cooperation committee are usually at 12:00–15:30.',
    ],
    [{ kind: 'year', year: 2020 }, 'Det finns ingen plan för 2020 ännu.', 'There is no plan for 2020 yet.'],
    [
      { kind: 'place', name: 'Folkets hus' },
      'Folkets hus finns inte i planen sedan tidigare.',
      'Folkets hus is not in the plan from before.',
    ],
    [
      { kind: 'length', end: '16:30' },
      'Du sade inget om sluttiden, så mötet blir lika långt som vanligt och slutar kl. 16.30.',
      'You did not say when it ends, so it keeps its usual length and ends at 16:30.',
    ],
    ...(due
      ? ([
          [
            { kind: 'deadline', due },
            'Sista dag för handlingar blir torsdag 21 februari, som redan har varit.',
            'The deadline for handlingar will be Thursday 21 February, which has been already.',
          ],
        ] satisfies [Clash, string, string][])
      : []),
    [
      { kind: 'hosting', municipality: plan.municipality(town('haninge')), year: 2026 },
      'Haninge är värd även 2026.',
      'Haninge hosts in 2026 too.',
    ],
  ])('warns: %j', (clash, sv, en) => {
    const said = (locale: Locale) => step(preview([move], { clashes: [clash] }), locale);
    expect(said('sv').spoken.split('\n')).toContain(sv);
    expect(said('en').spoken.split('\n')).toContain(en);
    expect(JSON.stringify(said('sv').card)).toContain(sv);
  });
});

describe('a receipt', () => {
  it.each<[boolean, sv: string, en: string]>([
    [
      false,
      'Klart: mötet med samarbetskommittén torsdag 9 maj blev inställt (ändring 1). Blev det fel? Tryck på knappen eller skriv ”ångra ändring 1”.',
      'Done: the meeting of the cooperation committee, Thursday 9 May, was cancelled (change 1). Was it wrong? Press the button or write “undo change 1”.',
    ],
    [
      true,
      'Det var redan gjort: mötet med samarbetskommittén torsdag 9 maj blev inställt (ändring 1). Blev det fel? Tryck på knappen eller skriv ”ångra ändring 1”.',
      'That had already been done: the meeting of the cooperation committee, Thursday 9 May, was cancelled (change 1). Was it wrong? Press the button or write “undo change 1”.',
    ],
  ])('pressed again: %s', (again, sv, en) => {
    const { last } = changesOf(cancel);
    const done: UpdateStage = { stage: 'done', change: last, again };
    expect(step(done, 'sv').text).toBe(sv);
    expect(step(done, 'en').text).toBe(en);
    expect(step(done, 'sv').suggestions).toEqual([{ title: 'Ångra ändring 1', action: { undo: 1 }, replaces: true }]);
  });

  it('of an undo, and of what was undone since, offers no undo', () => {
    const { all, last, plan: after } = changesOf(cancel, undo(1));
    const undoing = step({ stage: 'done', change: last, again: false }, 'sv', after);
    expect(undoing.text).toBe(
      'Klart: ändring 1 togs tillbaka: mötet med samarbetskommittén torsdag 9 maj återställdes (ändring 2).',
    );
    expect(undoing.suggestions).toEqual([]);
    const [first = last] = all;
    const again = step({ stage: 'done', change: first, again: true }, 'sv', after);
    expect(again.text).toMatch(/Den har tagits tillbaka sedan dess\.$/);
    expect(again.suggestions).toEqual([]);
  });

  it('of nothing says that nothing was changed', () => {
    expect(step({ stage: 'withdrawn' }, 'sv').text).toBe('Ingenting ändrades.');
    expect(step({ stage: 'withdrawn' }, 'en').text).toBe('Nothing was changed.');
  });
});

const request: UpdateRequest = {
  draft: { kind: 'cancel-meeting', target: anyMeeting },
  reason: null,
  quiet: false,
  impossible: null,
};

describe('what is missing', () => {
  it.each(Slot.options)('%s is asked for in one short question with a hint', (slot) => {
    for (const locale of ['sv', 'en'] as const) {
      const { text, card } = step({ stage: 'ask', slot, request }, locale);
      expect(text).toMatch(/^[^.?]+\?/);
      expect(text.length, text).toBeLessThan(150);
      expect(card).toBeNull();
    }
  });

  it('a date, with an example', () => {
    const ask: UpdateStage = { stage: 'ask', slot: 'date', request };
    expect(step(ask, 'sv').text).toBe('Till vilket datum? Till exempel 16 maj kl. 13.');
    expect(step(ask, 'en').text).toBe('To which date? For example 16 May at 13:00.');
  });

  const itemFact = (id: MeetingId): Fact => {
    const record = plan.meeting(id);
    return 'group' in record ? { kind: 'meeting', record } : { kind: 'occasion', record };
  };
  const choice = (slot: Slot, facts: readonly Fact[]): UpdateStage => ({
    stage: 'choose',
    slot,
    request,
    options: facts.map((fact) => ({ fact, request })),
  });

  it('a choice of meetings has a button each, by date and group', () => {
    const shown = step(choice('meeting', [inApril, inMay, planning, councilThisYear].map(itemFact)), 'sv');
    expect(shown.text).toBe(
      'Vilket möte menar du? Torsdag 4 april – samarbetskommittén, torsdag 9 maj – samarbetskommittén, 19 december – samarbetskommittén,… eller onsdag 10 april – Rådslaget.',
    );
    expect(shown.suggestions).toHaveLength(4);
    for (const { title, action } of shown.suggestions) {
      expect(title.length).toBeLessThanOrEqual(40);
      expect(action).toEqual({ update: request });
    }
  });

  it('two meetings on one day are told apart by their hours', () => {
    const record = plan.meetings[0] ?? never();
    const later: Fact = { kind: 'meeting', record: { ...record, hours: { start: '13:00', end: '15:00' } } };
    const shown = titles(step(choice('meeting', [{ kind: 'meeting', record }, later]), 'sv'));
    expect(new Set(shown).size).toBe(2);
    expect(shown[1]).toContain('13.00');
  });

  it.each<[Slot, readonly Fact[], sv: string, en: string]>([
    [
      'group',
      [committee, management].map((id) => ({ kind: 'group', record: plan.group(id) })),
      'Vilken grupp menar du? Södertörns samarbetskommitté eller Ledningsgruppen.',
      'Which group do you mean? ',
    ],
    [
      'activity',
      [road, analysis].map((id) => ({ kind: 'activity', record: plan.activity(id) })),
      'Vilken aktivitet menar du? Elväg på Södertörn eller Systemanalys resor och transporter.',
      'Which activity do you mean? Electric road in Södertörn or System analysis of travel and transport.',
    ],
    [
      'conference',
      plan.conferences.slice(0, 2).map((record) => ({ kind: 'conference', record })),
      'Vilken konferens menar du? Södertörnskonferensen eller Södertörns Rådslag.',
      'Which conference do you mean? ',
    ],
    [
      'record',
      [
        { kind: 'person', record: plan.person(PersonId.parse('meeri-wasberg')) },
        { kind: 'goal', record: plan.goal(GoalId.parse('utnyttja-infrastrukturen')) },
      ],
      'Vad av detta menar du? Meeri Wasberg eller Utnyttja den nya infrastrukturen.',
      'Which of these do you mean? ',
    ],
  ])('a choice of %s', (slot, facts, sv, en) => {
    expect(step(choice(slot, facts), 'sv').text).toBe(sv);
    expect(step(choice(slot, facts), 'en').text).toContain(en);
  });

  it('five choices have five buttons', () => {
    const five = plan.meetings.slice(0, 5).map((record): Fact => ({ kind: 'meeting', record }));
    expect(step(choice('meeting', five), 'sv').suggestions).toHaveLength(5);
  });
});

const may: CalendarItem = { kind: 'meeting', record: plan.meetings.find(({ id }) => id === inMay) ?? never() };
const event: CalendarItem = {
  kind: 'occasion',
  record: plan.occasions.find(({ id }) => id === councilThisYear) ?? never(),
};

describe('a refusal says what is wrong, that nothing was changed, and what to do', () => {
  const { last } = changesOf(cancel);
  it.each<[UpdateProblem, sv: RegExp, en: RegExp]>([
    [{ kind: 'not-allowed' }, /^Bara sekretariatet kan ändra.*vad får jag göra/, /^Only the secretariat.*am I allowed/],
    [
      { kind: 'impossible', words: '31 februari' },
      /^”31 februari” finns inte\..*rätt datum/,
      /^“31 februari” does not exist/,
    ],
    [
      { kind: 'unread', words: 'heldag' },
      /^Jag förstod inte ”heldag”, så ingenting har ändrats\./,
      /^I did not understand “heldag”, so nothing was changed\./,
    ],
    [
      { kind: 'no-meeting', nearest: [may] },
      /^Jag hittar inget möte som passar\. De närmaste är torsdag 9 maj\. /,
      /The nearest are Thursday 9 May\./,
    ],
    [
      { kind: 'no-meeting', nearest: [may, event] },
      /9 maj \(Södertörns samarbetskommitté\) och onsdag 10 april \(/,
      /and Wednesday 10 April/,
    ],
    [
      { kind: 'no-meeting', nearest: [] },
      /inget möte som passar\. Ingenting.*grupp och datum/,
      /no meeting that fits\. Nothing/,
    ],
    [{ kind: 'no-activity' }, /ingen sådan aktivitet/, /no such activity/],
    [
      { kind: 'past', item: may, day: '2019-05-09' },
      /^Mötet med samarbetskommittén torsdag 9 maj har redan varit\./,
      /^The meeting of the cooperation committee, Thursday 9 May, is over\./,
    ],
    [
      { kind: 'past', item: null, day: '2019-02-01' },
      /^1 februari har redan passerat\./,
      /^1 February is in the past\./,
    ],
    [{ kind: 'past', item: null, day: today }, /^Den tiden har redan passerat i dag\./, /already passed today/],
    [
      { kind: 'end-before-start', start: '15:00', end: '13:00' },
      /men du skrev kl\. 15\.00 till kl\. 13\.00\./,
      /but you wrote 15:00 to 13:00\./,
    ],
    [
      { kind: 'end-before-start', start: '2019-05-17', end: '2019-05-16' },
      /du skrev 17 maj till 16 maj\./,
      /17 May to 16 May\./,
    ],
    [
      { kind: 'end-before-start', start: '2020-01-01', end: '2019' },
      /1 januari 2020 till 2019\./,
      /1 January 2020 to 2019\./,
    ],
    [{ kind: 'cancelled', item: may }, /^Mötet .* torsdag 9 maj är inställt\..*återställ/, /, is cancelled\..*restore/],
    [
      { kind: 'cancelled', item: event },
      /^Rådslaget onsdag 10 april har ställts in\./,
      /^The Rådslag, .*, is cancelled\./,
    ],
    [{ kind: 'not-cancelled', item: may }, /är inte inställt, så/, /is not cancelled, so/],
    [
      { kind: 'too-long', length: 10_000, most: 1_000 },
      /10\s000 tecken, och högst 1\s000 får plats\./,
      /10,000 characters, and there is room for 1,000\./,
    ],
    [
      { kind: 'too-long', length: 300, most: 250, of: 'working-days' },
      /^300 arbetsdagar är för många/,
      /^300 working days/,
    ],
    [{ kind: 'unchanged' }, /ingenting behövde ändras/, /nothing had to be changed/],
    [
      { kind: 'no-hosting', conference: plan.conference(council), year: 2090 },
      /någon värd för Rådslaget 2090\./,
      /a host of the Rådslag 2090\./,
    ],
    [{ kind: 'no-hosting', conference: plan.conference(council), year: null }, /två värdskap/, /two turns/],
    [{ kind: 'no-deadline', name: 'kallelse' }, /ingen sista dag för ”kallelse”/, /no deadline for “kallelse”/],
    [{ kind: 'nothing-to-undo' }, /ingen ändring att ångra.*visa historiken/, /no change to undo.*show the history/],
    [{ kind: 'already-undone', version: 12 }, /^Ändring 12 är redan tillbakatagen/, /^Change 12 has been taken back/],
    [{ kind: 'unknown-person', name: 'Lena' }, /känner inte Lena ännu\..*@/, /do not know Lena yet\..*@/],
    [{ kind: 'named-in-settings' }, /botens inställningar/, /settings of the bot/],
    [
      { kind: 'word-taken', word: 'LG', record: { kind: 'group', id: management } },
      /^”LG” betyder redan ledningsgruppen\./,
      /^“LG” already means the management group\./,
    ],
    [
      { kind: 'conflict', meanwhile: [last] },
      /^Ingenting ändrades, för Sekreterare har ändrat samma sak \(fredag 1 februari kl\. 09\.00\): mötet .* blev inställt\. Gör om/,
      /because Sekreterare has changed the same thing \(Friday 1 February at 09:00\): the meeting .* was cancelled\./,
    ],
    [{ kind: 'conflict', meanwhile: [] }, /Ingenting har ändrats/, /Nothing was changed/],
    [{ kind: 'foreign' }, /^Den ändringen är någon annans/, /somebody else’s/],
    [{ kind: 'expired' }, /för gammalt/, /too old/],
    [{ kind: 'withdrawn' }, /^Du avbröt/, /^You called that change off/],
    [
      { kind: 'already-done', change: last },
      /^Det var redan gjort: .* blev inställt \(ändring 1\)\./,
      /already been done/,
    ],
    [{ kind: 'no-proposal' }, /känner inte igen/, /do not recognise/],
  ])('%j', (problem, sv, en) => {
    const [swedish, english] = [refusal(problem, 'sv'), refusal(problem, 'en')];
    expect(swedish).toMatch(sv);
    expect(english).toMatch(en);
    if (problem.kind !== 'already-done' && problem.kind !== 'nothing-to-undo') {
      expect(swedish).toMatch(/ngenting (?:har ändrats|ändrades|behövde ändras)/);
      expect(english).toMatch(/othing (?:was|had to be) changed/);
    }
  });

  it('several changes meanwhile are listed', () => {
    const { all } = changesOf(cancel, { kind: 'restore-meeting', meeting: inMay });
    const { text, spoken } = step({ stage: 'refused', problem: { kind: 'conflict', meanwhile: all } }, 'sv');
    expect(text).toContain('ändrats två gånger');
    expect(spoken).toMatch(/blev inställt, av Sekreterare 1 februari\.\n.*återställdes, av Sekreterare 1 februari\./);
  });

  it('whoever may not is told where to ask, and what is done already can be undone', () => {
    expect(step({ stage: 'refused', problem: { kind: 'not-allowed' } }, 'sv').suggestions).toEqual([
      { title: 'Vad får jag göra?', action: { query: { kind: 'rights' } } },
    ]);
    expect(titles(step({ stage: 'refused', problem: { kind: 'already-done', change: last } }, 'sv'))).toEqual([
      'Ångra ändring 1',
    ]);
  });
});

describe('phrases about changes', () => {
  it('are the same in both languages', () => {
    expect(shape(englishUpdates)).toEqual(shape(swedishUpdates));
  });
});

function shape(phrases: unknown): unknown {
  if (Array.isArray(phrases)) return phrases.length;
  if (typeof phrases !== 'object' || phrases === null) return typeof phrases;
  return Object.fromEntries(Object.entries(phrases).map(([name, phrase]) => [name, shape(phrase)]));
}
