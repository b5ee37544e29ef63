// The secretariat's forms: what is filled in beforehand, what comes of what is typed, and the cards they are.
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendar, hasEnded } from '../src/answer/calendar-items.ts';
import { loadRecords } from '../src/documents/yaml.ts';
import { type FieldError, type FilledForm, FormRequest, FormSubmission, filledForm } from '../src/form.ts';
import { makePlan } from '../src/plan/plan.ts';
import { cardSize, largestCard } from '../src/render/card.ts';
import type { Locale } from '../src/render/dates.ts';
import { renderForm } from '../src/render/forms.ts';
import { settingFor } from '../src/render/names.ts';
import { formOutcome } from '../src/updates/form-request.ts';
import { prefilled } from '../src/updates/form-values.ts';

const adaptiveCards: typeof import('adaptivecards') = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
);

const plan = makePlan(loadRecords('data/sodertorn'));
const now = { day: '2019-03-01', time: '09:00' };
const upcoming = calendar(plan).filter((item) => !hasEnded(item, now));

const committee = { kind: 'meeting', meeting: 'samarbetskommitten-2019-05-09' };
const planning = { kind: 'meeting', meeting: 'ledningsgruppen-2019-09-05' };
const newMeeting = { kind: 'new-meeting' };
const status = { kind: 'status', activity: 'elvag' };
const activity = { kind: 'activity', activity: 'elvag' };
const hosts = { kind: 'hosts', conference: 'radslaget', year: 2020 };
const role = { kind: 'role', group: 'samarbetskommitten', role: 'chair' };
const all = [committee, planning, { kind: 'meeting', meeting: null }, newMeeting, status, activity, hosts, role];

/** The form as it is shown first. */
function shown(form: object): FilledForm {
  const filled = prefilled(FormRequest.parse(form), plan, now.day);
  if (!filled) throw new Error(`no form for ${JSON.stringify(form)}`);
  return filled;
}

/** What comes of a form in which these inputs were changed and the others left as they were. */
function submitted(form: object, typed: object) {
  const submission = FormSubmission.parse({ submit: form, base: 0, ...shown(form).values, ...typed });
  return formOutcome(filledForm(submission), plan, now);
}

function draftOf(form: object, typed: object) {
  const outcome = submitted(form, typed);
  return outcome.kind === 'request' ? outcome.request.draft : outcome;
}

describe('inputs filled in beforehand', () => {
  it.each([
    [committee, { from: '2019-05-09', to: '', start: '12:00', end: '15:30', title: '', reason: '', quiet: 'false' }],
    [planning, { from: '2019-09-05', to: '2019-09-06', start: '', end: '', place: '' }],
    [newMeeting, { owner: '', from: '', planning: 'false' }],
    [status, { activity: 'elvag', status: '', comment: '' }],
    [{ kind: 'status', activity: null }, { activity: '' }],
    [hosts, { conference: 'radslaget', year: '2020', hosts: 'nynashamn' }],
    [
      { ...hosts, year: 2050 },
      { year: '2050', hosts: '' },
    ],
    [role, { group: 'samarbetskommitten', role: 'chair', municipality: 'haninge', name: 'Meeri Wasberg' }],
    [
      { ...activity, activity: 'tvarforbindelse-sodertorn' },
      { period: 'ongoing', others: '', cost: '' },
    ],
  ])('of %j are the plan’s', (form, values) => {
    expect(shown(form).values).toMatchObject(values);
  });

  it.each([
    { kind: 'meeting', meeting: 'no-such-meeting' },
    { kind: 'activity', activity: 'no-such-activity' },
    { kind: 'status', activity: 'no-such-activity' },
    { kind: 'hosts', conference: 'no-such-conference', year: 2020 },
    { kind: 'role', group: 'no-such-group', role: 'chair' },
  ])('are none where the plan has no %j', (form) => {
    expect(prefilled(FormRequest.parse(form), plan, now.day)).toBeNull();
  });

  it.each([...all, ...plan.activities.map(({ id }) => ({ kind: 'activity', activity: id }))])(
    'change nothing where nobody touches them: %j',
    (form) => {
      const { kind } = submitted(form, {});
      expect(['unchanged', 'errors']).toContain(kind);
      if ('activity' in form && form.kind === 'activity') expect(kind).toBe('unchanged');
    },
  );

  it('of every meeting change nothing either', () => {
    for (const { record } of calendar(plan)) {
      expect(submitted({ kind: 'meeting', meeting: record.id }, {}), record.id).toEqual({ kind: 'unchanged' });
    }
  });
});

const days = (from: string, to = from, lunchToLunch = false) => ({ from, to, lunchToLunch });

describe('what differs from the plan, and nothing else, is asked for', () => {
  it.each([
    [committee, { from: '2019-05-16' }, { days: days('2019-05-16'), start: null, end: null, place: null, title: null }],
    [committee, { from: '2019-05-16T00:00:00Z' }, { days: days('2019-05-16') }],
    [committee, { to: '2019-05-10' }, { days: days('2019-05-09', '2019-05-10') }],
    [planning, { from: '2019-09-12' }, { days: days('2019-09-12', '2019-09-13', true), exact: true }],
    [planning, { to: '' }, { days: days('2019-09-05'), exact: true }],
    [committee, { start: '13:00', end: '16:30' }, { days: null, start: '13:00', end: '16:30' }],
    [committee, { start: '13.00' }, { start: '13:00', end: '15:30' }],
    [committee, { end: '16:00:00' }, { start: '12:00', end: '16:00' }],
    [committee, { start: '', end: '' }, { start: null, cleared: ['hours'] }],
    [committee, { place: 'salem' }, { days: null, place: { name: 'Salem', municipality: 'salem' } }],
    [committee, { place: ' StorSthlm ' }, { place: { name: 'StorSthlm' } }],
    [
      committee,
      { place: 'Folkets hus\u0000 i  Tumba' },
      { place: { name: 'Folkets hus i Tumba', municipality: null } },
    ],
    [committee, { place: '' }, { place: null, cleared: ['place'] }],
    [committee, { title: 'Studiebesök' }, { title: 'Studiebesök', place: null }],
    [
      newMeeting,
      { owner: 'group samarbetskommitten', from: '2019-06-12' },
      { kind: 'add-meeting', groups: ['samarbetskommitten'], days: days('2019-06-12'), start: null, end: null },
    ],
    [
      newMeeting,
      { owner: 'group samarbetskommitten', from: '2019-06-12', to: '2019-06-13', planning: true },
      { form: 'planning-conference', days: days('2019-06-12', '2019-06-13') },
    ],
    [
      newMeeting,
      { owner: 'conference radslaget', from: '2019-06-12', start: '9:00', end: '15:00', place: 'Haninge' },
      { groups: [], conferences: ['radslaget'], start: '09:00', end: '15:00', place: { municipality: 'haninge' } },
    ],
    [
      status,
      { status: 'delayed', comment: ' Väntar på\nTrafikverket ' },
      { kind: 'post-status', activities: ['elvag'], status: 'delayed', comment: 'Väntar på Trafikverket' },
    ],
    [status, { status: 'done' }, { status: 'done', comment: null }],
    [activity, { cost: '50 000' }, { kind: 'edit-activity', field: 'cost', cost: 50_000, schedule: null }],
    [activity, { cost: 70_000.0 }, { field: 'cost', cost: 70_000 }],
    [activity, { period: 'autumn 2019' }, { field: 'schedule', schedule: { kind: 'season', season: 'autumn' } }],
    [activity, { period: '2019-04' }, { schedule: { kind: 'months', year: 2019, months: [4] } }],
    [activity, { period: 'as-needed' }, { schedule: { kind: 'as-needed' } }],
    [activity, { from: '2019-04-01' }, { schedule: { kind: 'date', date: '2019-04-01' } }],
    [
      activity,
      { period: 'dates', from: '2019-04-01', to: '2019-05-01' },
      { schedule: { kind: 'range', from: '2019-04-01', to: '2019-05-01' } },
    ],
    [
      activity,
      { municipalities: 'municipality tyreso,municipality salem', others: '' },
      { field: 'responsible', responsible: [{ id: 'salem' }, { id: 'tyreso' }] },
    ],
    [
      activity,
      { municipalities: 'region', others: '', cost: '1', period: 'as-needed' },
      { field: 'several', responsible: [{ kind: 'region' }], cost: 1, schedule: { kind: 'as-needed' } },
    ],
    [hosts, { hosts: 'haninge,salem' }, { kind: 'set-hosts', conferences: ['radslaget'], year: 2020 }],
    [hosts, { year: '2027', hosts: 'haninge' }, { year: 2027, hosts: ['haninge'] }],
    [
      role,
      { name: 'Anna Ek', municipality: 'salem', from: '2019-04-01', until: '2020-12-31' },
      { kind: 'set-role', name: 'Anna Ek', municipality: 'salem', from: '2019-04-01', until: '2020-12-31' },
    ],
    [role, { name: 'Anna Ek', municipality: 'none' }, { municipality: null, from: null }],
  ])('%j with %j', (form, typed, expected) => {
    expect(draftOf(form, typed)).toMatchObject(expected);
  });

  it('with the reason, and whether anybody is told', () => {
    expect(submitted(committee, { from: '2019-05-16', reason: ' Krock ', quiet: 'true' })).toMatchObject({
      kind: 'request',
      request: { reason: 'Krock', quiet: true, impossible: null },
    });
    expect(submitted(committee, { from: '2019-05-16', quiet: 'on' })).toMatchObject({ request: { quiet: false } });
  });

  it('after the meeting was chosen, where it was not given', () => {
    const choose = { kind: 'meeting', meeting: null };
    expect(submitted(choose, { meeting: committee.meeting })).toEqual({ kind: 'form', form: committee });
    expect(submitted(choose, {})).toMatchObject({ kind: 'errors', errors: [{ field: 'meeting' }] });
    expect(submitted(choose, { meeting: 'samarbetskommitten-2019-01-17' })).toMatchObject({ kind: 'errors' });
  });

  it('takes a cost away where it was emptied', () => {
    const costly = plan.activities.find(({ cost }) => cost !== null);
    const form = { kind: 'activity', activity: costly?.id };
    expect(draftOf(form, { cost: '' })).toMatchObject({ field: 'cost', cost: 'none' });
  });
});

describe('what is wrong is told at its input', () => {
  const long = 'å'.repeat(10_000);
  const cases: readonly (readonly [form: object, typed: object, problems: object])[] = [
    [committee, { from: '2019-02-31' }, { from: 'no-date' }],
    [committee, { from: '31 februari' }, { from: 'no-date' }],
    [committee, { from: '' }, { from: 'required' }],
    [committee, { to: '2019-05-08' }, { to: 'end-before-start' }],
    [committee, { from: '2019-13-01', start: '25:00' }, { from: 'no-date', start: 'no-time' }],
    [committee, { start: '16:00' }, { end: 'end-before-start' }],
    [committee, { start: '12:00', end: '12:00' }, { end: 'end-before-start' }],
    [committee, { end: '' }, { end: 'required' }],
    [committee, { title: long }, { title: 'too-long' }],
    [committee, { place: long, reason: long }, { place: 'too-long', reason: 'too-long' }],
    [newMeeting, {}, { owner: 'required', from: 'required' }],
    [newMeeting, { owner: 'group no-such-group', from: '2019-06-12' }, { owner: 'unknown' }],
    [newMeeting, { owner: '__proto__', from: '2019-06-12' }, { owner: 'unknown' }],
    [newMeeting, { owner: 'group klimatstrateger', from: '2019-06-12' }, { start: 'required', end: 'required' }],
    [
      newMeeting,
      { owner: 'group samarbetskommitten', from: '2019-06-12', to: '2019-06-11' },
      { to: 'end-before-start' },
    ],
    [status, {}, { status: 'required' }],
    [status, { status: 'finished' }, { status: 'unknown' }],
    [status, { status: 'done', activity: 'no-such-activity' }, { activity: 'unknown' }],
    [status, { status: 'done', comment: long }, { comment: 'too-long' }],
    [activity, { cost: '-1' }, { cost: 'no-amount' }],
    [activity, { cost: '1e9' }, { cost: 'no-amount' }],
    [activity, { cost: '99999999999999999999' }, { cost: 'no-amount' }],
    [activity, { period: 'autumn 99999' }, { period: 'unknown' }],
    [activity, { period: '2019-13' }, { period: 'unknown' }],
    [activity, { period: 'dates' }, { from: 'required' }],
    [activity, { period: 'autumn 2019', from: '2019-04-01' }, { period: 'either' }],
    [activity, { municipalities: '', others: '' }, { municipalities: 'required' }],
    [activity, { municipalities: 'municipality stockholm' }, { municipalities: 'unknown' }],
    [hosts, { hosts: '' }, { hosts: 'required' }],
    [hosts, { hosts: 'haninge,stockholm' }, { hosts: 'unknown' }],
    [hosts, { year: 'nästa år' }, { year: 'no-year' }],
    [hosts, { year: '20200' }, { year: 'no-year' }],
    [role, { name: '   ' }, { name: 'required' }],
    [role, { name: long }, { name: 'too-long' }],
    [role, { from: '2020-01-01', until: '2019-01-01' }, { until: 'end-before-start' }],
    [role, { until: '2018-12-31' }, { until: 'end-before-start' }],
  ];
  const titled = cases.map((one) => [JSON.stringify(one.slice(0, 2)).slice(0, 120), ...one] as const);

  it.each(titled)('%s', (_, form, typed, expected) => {
    const outcome = submitted(form, typed);
    const errors: readonly FieldError[] = outcome.kind === 'errors' ? outcome.errors : [];
    expect(Object.fromEntries(errors.map(({ field, problem }) => [field, problem.kind]))).toEqual(expected);
  });

  it('and never fails, whatever a client sends', () => {
    const forms = fc.constantFrom(...all);
    const anything = fc.oneof(fc.string(), fc.anything(), fc.constantFrom('2019-05-16', '13:00', 'haninge', 'region'));
    const names = fc.constantFrom('from', 'to', 'start', 'end', 'place', 'title', 'owner', 'status', 'period', 'hosts');
    fc.assert(
      fc.property(forms, fc.dictionary(names, anything), (form, typed) => {
        expect(['request', 'unchanged', 'form', 'errors']).toContain(submitted(form, typed).kind);
      }),
    );
  });
});

describe('submissions', () => {
  it.each([
    null,
    'text',
    {},
    { submit: committee },
    { submit: { ...committee, extra: 1 }, base: 0 },
    { submit: { kind: 'meeting', meeting: '../../etc' }, base: 0 },
    { submit: { kind: 'drop-table' }, base: 0 },
    { submit: committee, base: -1 },
  ])('that are none: %j', (data) => {
    expect(FormSubmission.safeParse(data).success).toBe(false);
  });

  it('leave out what the form does not ask for, and read numbers and booleans as what they show', () => {
    const data = {
      submit: status,
      base: 3,
      status: 'done',
      comment: 7,
      quiet: true,
      author: 'somebody',
      reason: { a: 1 },
    };
    expect(filledForm(FormSubmission.parse(data)).values).toEqual({
      activity: '',
      status: 'done',
      comment: '7',
      quiet: 'true',
      reason: '',
    });
  });
});

/** What Microsoft's own parser has to say against a card. */
function complaints(card: Record<string, unknown>): string[] {
  const context = new adaptiveCards.SerializationContext();
  const parsed = new adaptiveCards.AdaptiveCard();
  parsed.parse(card, context);
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  return [...events, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}

function rendered(form: object, locale: Locale = 'sv', errors: readonly FieldError[] = []) {
  const setting = settingFor(plan, locale, now.day);
  return renderForm({ filled: shown(form), errors, notice: null, base: 7, upcoming }, setting);
}

describe('cards of forms', () => {
  it.each(all.flatMap((form) => [[form, 'sv'] as const, [form, 'en'] as const]))(
    'are taken by the Adaptive Cards parser, and small: %j in %s',
    (form, locale) => {
      const { card, title, text } = rendered(form, locale);
      expect(complaints(card)).toEqual([]);
      expect(card.version).toBe('1.5');
      expect(cardSize(card)).toBeLessThan(largestCard);
      expect(title.length).toBeGreaterThan(0);
      expect(text).toContain(title);
      expect(JSON.stringify(card)).not.toMatch(/undefined|\{\{DATE/);
    },
  );

  it('show what is filled in, and carry nothing but which form it is', () => {
    const { card } = rendered(committee);
    expect(card.body).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'Input.Date', id: 'from', value: '2019-05-09', isRequired: true }),
        expect.objectContaining({ type: 'Input.Time', id: 'start', value: '12:00', label: 'Börjar kl.' }),
      ]),
    );
    expect(card.actions).toEqual([
      { type: 'Action.Submit', title: 'Förhandsgranska', data: { submit: committee, base: 7 } },
    ]);
  });

  it('have a label at every input that has no title', () => {
    const unlabelled = all.flatMap((form) => {
      const { body } = rendered(form).card;
      return Array.isArray(body)
        ? body.filter(({ type, label }) => /^Input\.(?!Toggle)/.test(type) && typeof label !== 'string')
        : [body];
    });
    expect(unlabelled).toEqual([]);
  });

  it('say at an input what is wrong with it, in words', () => {
    const errors: FieldError[] = [{ field: 'from', problem: { kind: 'no-date' } }];
    const { card } = rendered(committee, 'sv', errors);
    const body = Array.isArray(card.body) ? card.body : [];
    const at = body.findIndex(({ id }) => id === 'from');
    expect(body[at - 1]).toMatchObject({ type: 'TextBlock', text: '⚠ Det datumet finns inte.' });
    expect(complaints(card)).toEqual([]);
  });

  it('show again what was typed, markup and all, but not dates that no client could show', () => {
    const values = { from: '2019-02-31', place: '[Klicka](https://evil.example)', title: '<at>Alla</at>' };
    const filled = filledForm(
      FormSubmission.parse({ submit: committee, base: 0, ...shown(committee).values, ...values }),
    );
    const { card } = renderForm(
      { filled, errors: [], notice: null, base: 0, upcoming },
      settingFor(plan, 'sv', now.day),
    );
    const inputs = Array.isArray(card.body) ? card.body : [];
    expect(inputs.find(({ id }) => id === 'from')).not.toHaveProperty('value');
    expect(inputs.find(({ id }) => id === 'place')).toMatchObject({ value: values.place });
    expect(complaints(card)).toEqual([]);
  });
});
