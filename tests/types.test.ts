// What must not compile. `tsc` reads this file too: where a mistake below is not one any more, it says so.
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Fact, Outcome } from '../src/facts.ts';
import type { Activity, Party } from '../src/plan/activity.ts';
import { GroupId, type MeetingId, MunicipalityId } from '../src/plan/ids.ts';
import type { Meeting } from '../src/plan/meeting.ts';
import type { Plan } from '../src/plan/plan.ts';
import type { Schedule } from '../src/plan/schedule.ts';
import type { Localized } from '../src/plan/source.ts';
import type { HostsQuery, NotInPlanQuery, Query, SeveralQuery, SingleQuery, TalkQuery } from '../src/query.ts';
import { englishCalendarLinks } from '../src/render/calendar-link-phrases.en.ts';
import { swedishCalendarLinks } from '../src/render/calendar-link-phrases.sv.ts';
import { english } from '../src/render/phrases.en.ts';
import { swedish } from '../src/render/phrases.sv.ts';
import type { Phrases } from '../src/render/phrases.ts';
import { englishReminders } from '../src/render/reminder-phrases.en.ts';
import { swedishReminders } from '../src/render/reminder-phrases.sv.ts';
import type { TakeTurn } from '../src/turn/turn-types.ts';

/** Code that only the compiler reads. */
function compiled(code: (...given: never[]) => unknown): void {
  expect(code).toBeInstanceOf(Function);
}

describe('ids', () => {
  it('of one kind of record are not those of another', () => {
    const group = GroupId.parse('radet');
    expectTypeOf(group).not.toEqualTypeOf<MunicipalityId>();
    expectTypeOf<MeetingId>().toExtend<string>();
    expectTypeOf<string>().not.toExtend<MeetingId>();
    // @ts-expect-error a group is no municipality
    const municipality: MunicipalityId = group;
    expect(municipality).toBe(group);
  });

  it('are made by parsing, not by writing text', () => {
    compiled((plan: Plan) => {
      // @ts-expect-error any text could be misspelt; an id comes from the data
      plan.municipality('alvik');
      plan.municipality(MunicipalityId.parse('alvik'));
    });
  });

  it('look up their own kind of record only', () => {
    compiled((plan: Plan, meeting: Meeting) => {
      plan.group(meeting.group);
      // @ts-expect-error the id of a meeting's group is no meeting's
      plan.meeting(meeting.group);
      // @ts-expect-error nor a conference's
      plan.conference(meeting.group);
    });
  });

  it('say which kind of party they belong to', () => {
    const group = GroupId.parse('radet');
    // @ts-expect-error a party that is a municipality has a municipality's id
    const party: Party = { kind: 'municipality', id: group };
    expect(party.kind).toBe('municipality');
  });
});

describe('languages', () => {
  it('have every phrase, and no phrase of their own', () => {
    expectTypeOf(swedish).toExtend<Phrases>();
    expectTypeOf(english).toExtend<Phrases>();
    expect(shape(english)).toEqual(shape(swedish));
  });

  it('have every phrase about calendar links', () => {
    expect(shape(englishCalendarLinks)).toEqual(shape(swedishCalendarLinks));
  });

  it('have every phrase about reminders', () => {
    expect(shape(englishReminders)).toEqual(shape(swedishReminders));
  });

  it('do not compile with a phrase missing', () => {
    const { source: _source, ...rest } = swedish;
    // @ts-expect-error "source" is missing
    const partial: Phrases = rest;
    expect(partial).not.toHaveProperty('source');
  });

  it('do not compile with a small talk or a status missing', () => {
    const { thanks: _thanks, ...talk } = swedish.talk;
    // @ts-expect-error "thanks" is missing
    const silent: Phrases = { ...swedish, talk };
    const { delayed: _delayed, ...status } = english.status;
    // @ts-expect-error "delayed" is missing
    const vague: Phrases = { ...english, status };
    expect([silent.talk, vague.status]).toEqual([talk, status]);
  });

  it('have Swedish always, English where it is translated', () => {
    expectTypeOf<Localized['sv']>().toEqualTypeOf<string>();
    expectTypeOf<{ sv: string }>().toExtend<Localized>();
    // @ts-expect-error the plan's own words are Swedish
    const untold: Localized = { en: 'Clean water' };
    expect(untold).not.toHaveProperty('sv');
  });
});

/** Names of phrases, and which of them have gaps to fill. */
function shape(phrases: unknown): unknown {
  if (typeof phrases !== 'object' || phrases === null) return typeof phrases;
  return Object.fromEntries(Object.entries(phrases).map(([name, phrase]) => [name, shape(phrase)]));
}

describe('queries', () => {
  it('have one kind each, and every kind an outcome; of another year the same as of this', () => {
    expectTypeOf<Outcome['kind']>().toEqualTypeOf<Exclude<SingleQuery['kind'], 'of-year'>>();
    expectTypeOf<Query>().toEqualTypeOf<SingleQuery | SeveralQuery>();
  });

  it('of an unknown kind have no arm in a switch', () => {
    compiled((query: Query) => {
      switch (query.kind) {
        // @ts-expect-error nobody can ask about the weather
        case 'weather':
          return true;
        default:
          return false;
      }
    });
  });

  it('that are left out of a switch are missed', () => {
    // @ts-expect-error "several" has no arm, so the function can end without a value
    compiled((query: NotInPlanQuery | SeveralQuery): boolean => {
      switch (query.kind) {
        case 'not-in-plan':
          return false;
      }
    });
  });

  it('say everything: no field is forgotten, none is made up', () => {
    const talk: TalkQuery = { kind: 'talk', about: 'help' };
    // @ts-expect-error nobody talks about the weather
    const weather: TalkQuery = { kind: 'talk', about: 'weather' };
    // @ts-expect-error which conferences, which municipalities, when?
    const hosts: HostsQuery = { kind: 'hosts', which: 'all', aspect: 'who' };
    // @ts-expect-error there is no "year" in a hosting query; the period says it
    const query: Query = { ...talk, year: 2019 };
    expect([weather.kind, hosts.kind, query.kind]).toEqual(['talk', 'hosts', 'talk']);
  });

  it('within "several" are single ones', () => {
    expectTypeOf<SeveralQuery['queries'][number]>().toEqualTypeOf<SingleQuery>();
    expectTypeOf<SeveralQuery>().not.toExtend<SingleQuery>();
  });
});

describe('schedules', () => {
  it('have what their kind needs and nothing else', () => {
    const season: Schedule = { kind: 'season', year: 2019, season: 'autumn', wording: 'hösten' };
    // @ts-expect-error a range has an end
    const endless: Schedule = { kind: 'range', from: '2019-09-05', lunchToLunch: false, wording: '5 september' };
    // @ts-expect-error what is ongoing has no date
    const dated: Schedule = { kind: 'ongoing', date: '2019-09-05', wording: 'löpande' };
    // @ts-expect-error the year has four seasons, and harvest is none of them
    const harvest: Schedule = { ...season, season: 'harvest' };
    // @ts-expect-error where the plan says no time there is no wording of one
    const worded: Schedule = { kind: 'unspecified', wording: 'snart' };
    expect([endless, dated, harvest, worded]).toHaveLength(4);
  });

  it('tell a date only once it is known that they have one', () => {
    compiled((activity: Activity) => {
      // @ts-expect-error not every activity has a date
      void activity.schedule.date;
      return activity.schedule.kind === 'date' && activity.schedule.date;
    });
  });
});

describe('records', () => {
  it('are facts whole, of their own kind', () => {
    expectTypeOf<Extract<Fact, { kind: 'activity' }>['record']>().toEqualTypeOf<Activity>();
    expectTypeOf<Extract<Fact, { kind: 'meeting' }>['record']>().toEqualTypeOf<Meeting>();
  });

  it('of the plan cannot be replaced', () => {
    compiled((plan: Plan, meeting: Meeting) => {
      // @ts-expect-error a change makes a new plan
      plan.meetings = [];
      // @ts-expect-error not even one more meeting
      plan.meetings.push(meeting);
    });
  });
});

describe('a turn', () => {
  it('gives text, speech, card and buttons in one of two languages', () => {
    expectTypeOf<Awaited<ReturnType<TakeTurn>>['reply']['locale']>().toEqualTypeOf<'sv' | 'en'>();
    expectTypeOf<Awaited<ReturnType<TakeTurn>>['reply']['text']>().toEqualTypeOf<string>();
    expectTypeOf<Awaited<ReturnType<TakeTurn>>['memory']>().toBeUnknown();
  });
});
