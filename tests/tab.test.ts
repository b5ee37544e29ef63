// What the tab shows: the same facts as chat, in five views, for whoever reads it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadRecords } from '../src/documents/yaml.ts';
import { makePlan } from '../src/plan/plan.ts';
import { planOfYear, planYears } from '../src/plan/plan-year.ts';
import { base, plan } from './support/question-table.ts';
import { member, secretary } from './support/secretariat.ts';
import { type StartedTab, startTab, wordsOf } from './support/tab.ts';

const views = ['', 'calendar', 'plan', 'hosts', 'changes'] as const;

let shown: StartedTab;
beforeAll(async () => {
  shown = await startTab();
});
afterAll(() => shown.stop());

const words = (address: string, person = member) => wordsOf(shown.page(address, person));

describe('every view', () => {
  it.each(views)('"%s" is a page in Swedish and in English', (view) => {
    expect(shown.page(view)).toMatch(/^<!doctype html>\n<html lang="sv"/);
    expect(shown.page(`${view}?lang=en`)).toMatch(/^<!doctype html>\n<html lang="en"/);
  });

  it.each(views)('"%s" has nothing written into it that a browser would run, and nothing from elsewhere', (view) => {
    const page = shown.page(view, secretary);
    expect(page).not.toMatch(/<script(?![^>]* src="\/tab\/assets\/)|<style| style=| on\w+="/);
    const followed = [...page.matchAll(/(?:href|src|action)="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(followed.filter((address) => !/^(?:\/tab\/|#|http:\/\/127\.0\.0\.1\/calendar\/)/.test(address))).toEqual([]);
  });

  it('keeps language and theme in every address', () => {
    const page = shown.page('calendar?lang=en&theme=dark');
    const links = [...page.matchAll(/href="(\/tab\/(?!assets)[^"]*)"/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !/lang=(en|sv)/.test(link) || !link.includes('theme=dark'))).toEqual([]);
  });

  it.each(['nonsense', 'plan/more', 'meeting/none', 'activity/none', 'meeting/', 'edit/what', 'edit/', 'act', 'wheel'])(
    'there is none at "%s"',
    (address) => {
      expect(shown.isFound(address)).toBe(false);
      expect(words(address)).toContain('Det här finns inte i planen.');
    },
  );

  it('there is no form for what the plan does not have', () => {
    expect(words('edit/meeting/none', secretary)).toContain('Det som formuläret gäller finns inte i planen.');
  });

  it('names the filters of its address that say nothing', () => {
    expect(words('plan?area=<b>&status=nonsense')).toContain('”<b>, nonsense” finns inte');
    expect(words('?year=-4')).toContain('”-4” finns inte');
  });
});

describe('the year wheel', () => {
  it('has a mark for each meeting, conference and dated activity, which tells what it is', () => {
    const page = shown.page('');
    const ids = [...plan.meetings, ...plan.occasions].map(({ id }) => id);
    for (const id of ids) expect(page).toContain(`data-key="meeting-${id}"`);
    expect(page).toContain('aria-label="Södertörns samarbetskommitté, Torsdag 4 april kl. 12.00–15.30, Botkyrka"');
  });

  it('says the same in a table', () => {
    const said = words('');
    expect(said).toContain('Torsdag 4 april Södertörns samarbetskommitté Botkyrka');
    expect(said).toContain('Hösten 2019 Nyckeltalsdagen');
    expect(said).toContain('19 av 32 aktiviteter är löpande eller saknar bestämd tid');
  });

  it('has a hand at today, in the year that it shows', () => {
    expect(shown.page('')).toMatch(/class="hand"[\s\S]*1 mars/);
    expect(shown.page('?year=2020')).not.toContain('class="hand"');
  });

  it('says which years there are, where there is nothing', () => {
    expect(words('?year=2031')).toContain('Det finns inget för 2031. Planen gäller 2019.');
  });
});

describe('the calendar', () => {
  it('begins with what is next', () => {
    expect(words('calendar')).toMatch(
      /Kommande Mars 2019 fre 8 v\. 10 Ledningsgruppen Fredag 8 mars kl\. 08\.30–11\.00 StorSthlm/,
    );
    expect(words('calendar')).toContain('Tidigare i år (3)');
  });

  it.each([
    ['group=ledningsgruppen', /StorSthlm/, /samarbetskommitté (?!Alla)/],
    ['municipality=salem', /Rådslag/, /Botkyrka Ledning/],
  ])('filters by %s', (filter, has, hasNot) => {
    const said = words(`calendar?${filter}`);
    expect(said).toMatch(has);
    expect(said.slice(said.indexOf('Kommande'))).not.toMatch(hasNot);
  });

  it('has a file for each meeting that is ahead', () => {
    expect(shown.page('calendar')).toMatch(
      /href="http:\/\/127\.0\.0\.1\/calendar\/[\w-]+\/ledningsgruppen-2019-03-08\.ics"/,
    );
    expect(shown.page('calendar')).not.toMatch(/ledningsgruppen-2019-01-25\.ics/);
  });

  it('says that nothing is ahead when the year is over', async () => {
    const late = await startTab({ now: '2020-02-01T09:00' });
    expect(wordsOf(late.page('calendar'))).toContain('Det finns inga kommande möten i planen, som gäller 2019.');
    await late.stop();
  });
});

describe('the action plan', () => {
  it('has every activity in its place, and sums with what is missing', () => {
    const said = words('plan');
    for (const { short } of plan.activities) expect(said).toContain(short.sv);
    expect(said).toContain(
      '32 aktiviteter Kostar minst 525 000 kr; 26 av 32 saknar belopp Dessutom saknas: status för 32, tid för 2.'
        .replaceAll(/(?<=\d) (?=\d|kr)/g, '\u00a0')
        .replaceAll('\u00a0', ' '),
    );
  });

  it.each([
    ['area=klimat', '2 av 32 aktiviteter'],
    ['party=municipality+nykvarn', '3 av 32 aktiviteter'],
    ['party=nobody', 'Inget i planen passar urvalet.'],
    ['party=municipality+none', 'Inget i planen passar urvalet.'],
    ['status=unreported', '32 aktiviteter'],
    ['status=done', 'Inget i planen passar urvalet.'],
    ['cost=stated', '6 av 32 aktiviteter'],
    ['cost=unstated&area=klimat', 'Alla 2 saknar belopp'],
    ['time=as-needed', '2 av 32 aktiviteter'],
    ['page=99', '32 aktiviteter'],
  ])('filters by %s', (filter, expected) => {
    expect(words(`plan?${filter}`)).toContain(expected);
  });
});

describe('plans of several years', () => {
  it('have each its own action plan and wheel', async () => {
    const several = loadRecords('data/exempel');
    const years = planYears(several);
    const own = await startTab({ records: several, now: `${years[0]}-03-01T09:00` });
    const [first = 0, second = 0] = years;
    for (const year of years) {
      const count = planOfYear(makePlan(several), year).activities.length;
      expect(wordsOf(own.page(`plan?year=${year}`))).toContain(`Handlingsplan ${year}`);
      expect(wordsOf(own.page(`plan?year=${year}`))).toContain(`${count} aktiviteter`);
    }
    expect(wordsOf(own.page('plan'))).toContain(`Handlingsplan ${first}`);
    expect(own.page('')).toContain(`?year=${second}`);
    expect(wordsOf(own.page('plan?year=1999'))).toContain(
      `Det finns inget för 1999. Planen gäller ${years.join(', ')}.`,
    );
    await own.stop();
  });
});

describe('the hosts', () => {
  it('are told by year and by municipality, no further than the plan goes', () => {
    const said = words('hosts');
    expect(said).toContain('2019 Nynäshamn och Haninge Salem 2020 Botkyrka och Salem Nynäshamn');
    expect(said).toContain('2023 Står inte i planen Södertälje');
    expect(said).toMatch(/Kommun för kommun Botkyrka/);
  });

  it('are narrowed to a municipality', () => {
    const said = words('hosts?municipality=salem');
    expect(said.slice(said.indexOf('Kommun för kommun'))).not.toContain('Nykvarn');
  });
});

describe('a row', () => {
  it('of the calendar tells all of it, with its doubt and source', () => {
    const said = words('meeting/ledningsgruppen-2019-09-05');
    expect(said).toContain('Ledningsgruppen, planeringskonferens');
    expect(said).toContain('Planen anger ingen plats för planeringskonferensen 5–6 september.');
    expect(said).toContain('Källa: Verksamhetsplan 2019, avsnitt 7');
  });

  it('of the action plan tells all of it', () => {
    const said = words('activity/tvarforbindelse-sodertorn');
    expect(said).toContain('Haninge, Botkyrka och Huddinge');
    expect(said).toContain('Bevaka planering och genomförande');
    expect(said).toContain('bilaga 1, rad 1');
  });

  it('has buttons for the secretariat alone', () => {
    expect(words('activity/tvarforbindelse-sodertorn')).not.toContain('Ange status');
    expect(words('activity/tvarforbindelse-sodertorn', secretary)).toContain('Ange status');
    expect(words('meeting/ledningsgruppen-2019-03-08')).not.toContain('Flytta');
    expect(words('meeting/ledningsgruppen-2019-03-08', secretary)).toContain('Flytta eller ändra');
    expect(words('meeting/ledningsgruppen-2019-01-25', secretary)).not.toContain('Flytta eller ändra');
    expect(words('edit/status/tvarforbindelse-sodertorn')).toContain('Bara sekretariatet kan ändra i planen');
  });
});

describe('the tag of a page', () => {
  it('changes with the day, the end of a meeting, the reader and the address, and with nothing else', async () => {
    const own = await startTab();
    const before = own.tag();
    own.setNow('2019-03-01T23:00');
    expect(own.tag()).toBe(before);
    expect(own.tag('calendar')).not.toBe(before);
    expect(own.tag('', secretary)).not.toBe(before);
    own.setNow('2019-03-08T10:00');
    const during = own.tag();
    expect(during).not.toBe(before);
    own.setNow('2019-03-08T11:00');
    expect(own.tag()).not.toBe(during);
    await own.stop();
  });
});

describe('hostile data', () => {
  const evil = `"><img src=x onerror=alert(1)><script>alert(2)</script>{{x}}\${y}' ${'å'.repeat(10_000)}`;
  const records = {
    ...base,
    region: { ...base.region, cooperation: { sv: evil }, everyone: { sv: evil } },
    municipalities: base.municipalities.map((one) => ({ ...one, name: `${one.name}${evil}` })),
    groups: base.groups.map((one) => ({ ...one, name: { sv: evil }, definite: { sv: evil } })),
    conferences: base.conferences.map((one) => ({ ...one, name: { sv: evil }, definite: { sv: evil } })),
    people: base.people.map((one) => ({ ...one, name: evil })),
    areas: base.areas.map((one) => ({ ...one, name: { sv: evil } })),
    goals: base.goals.map((one) => ({ ...one, title: { sv: evil } })),
    objectives: base.objectives.map((one) => ({ ...one, title: { sv: evil } })),
    activities: base.activities.map((one) => ({
      ...one,
      title: { sv: evil },
      short: { sv: evil },
      comment: { sv: evil },
    })),
    meetings: base.meetings.map((one) => ({
      ...one,
      title: { sv: evil },
      place: { name: evil, municipality: null },
      notes: [{ about: 'date' as const, text: { sv: evil } }],
    })),
    documents: base.documents.map((one) => ({ ...one, title: { sv: evil } })),
  };

  let own: StartedTab;
  beforeAll(async () => {
    own = await startTab({ records });
  });
  afterAll(() => own.stop());

  it.each([
    ...views,
    'meeting/ledningsgruppen-2019-03-08',
    'activity/tvarforbindelse-sodertorn',
    'edit/meeting/ledningsgruppen-2019-03-08',
    'edit/activity/tvarforbindelse-sodertorn',
    'edit/status/tvarforbindelse-sodertorn',
    'edit/new-meeting',
  ])('is text in "%s"', (view) => {
    const page = own.page(view, secretary);
    const tags = page.match(/<[^<>]*>/g)?.map((tag) => tag.replaceAll(/"[^"]*"/g, '""')) ?? [];
    expect(tags.length).toBeGreaterThan(20);
    expect(tags.filter((tag) => /^<img|^<script(?! type="" src="">)|onerror|alert/.test(tag))).toEqual([]);
  });
});
