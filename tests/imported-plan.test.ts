// What a whole plan does to the one that there is when it is imported: as a draft, published, and taken back.
import { describe, expect, it } from 'vitest';
import { revisionsOf } from '../src/calendar/revisions.ts';
import { type Change, conflicts, meetingKey } from '../src/plan/change.ts';
import { GroupId, MeetingId } from '../src/plan/ids.ts';
import type { Meeting } from '../src/plan/meeting.ts';
import { statesByMeeting } from '../src/reminders/meeting-states.ts';
import { base, dataOf, entriesOf, foldOf } from './support/entries.ts';

const [meeting, other] = base.meetings;
const [document] = base.documents;
const [group] = base.groups;
if (!meeting || !other || !document || !group) throw new Error('the plan has meetings, a document and groups');

const moved: Meeting = { ...meeting, from: '2019-12-24', to: '2019-12-24' };
const nextYears: Meeting = { ...meeting, id: MeetingId.parse('nytt-2020'), from: '2020-01-15', to: '2020-01-15' };
const newGroup = { ...group, id: GroupId.parse('ny-grupp') };

const importOf = (state: 'draft' | 'published'): Change => ({
  kind: 'import-plan',
  state,
  title: { sv: 'Verksamhetsplan 2020' },
  years: [2020],
  put: {
    documents: [{ ...document, id: document.id, title: { sv: 'Ny titel' } }],
    groups: [newGroup],
    meetings: [nextYears, moved],
  },
  remove: [{ kind: 'meetings', key: meetingKey(other.id) }],
});
const publish = (draft: number): Change => ({ kind: 'publish-plan', draft });
const undo = (version: number): Change => ({ kind: 'undo', version });
const tally = { kind: 'records', added: 2, moved: 1, changed: 1, removed: 1 };

describe('a plan that is imported', () => {
  const edition = foldOf(importOf('published'));

  it('sets and takes away its records and leaves the others', () => {
    const { plan } = edition;
    expect(plan.meeting(meeting.id)).toEqual(moved);
    expect(plan.meeting(nextYears.id)).toEqual(nextYears);
    expect(plan.group(newGroup.id)).toEqual(newGroup);
    expect(plan.document(document.id).title.sv).toBe('Ny titel');
    expect(plan.meetings.map(({ id }) => id)).not.toContain(other.id);
    expect(plan.activities).toEqual(base.activities);
  });

  it('tells how many records it touched, and of each meeting what became of it', () => {
    const applied = edition.applied.get(1);
    expect(applied?.differences).toEqual([{ field: 'plan', before: null, after: tally }]);
    expect(
      applied?.parts?.map(({ subject }) => 'record' in subject && 'id' in subject.record && subject.record.id),
    ).toEqual([nextYears.id, moved.id, other.id]);
    expect(edition.plan.alterations(meetingKey(meeting.id))).toMatchObject([
      { what: 'moved', was: { from: meeting.from } },
    ]);
    expect(edition.plan.alterations(meetingKey(nextYears.id))).toEqual([]);
  });

  it('is taken back as one change', () => {
    expect(dataOf(foldOf(importOf('published'), undo(1)))).toEqual(dataOf(foldOf()));
  });

  it('moves reminders and calendar events with their meetings', () => {
    const entries = entriesOf([importOf('published')]);
    const states = statesByMeeting({ entries, edition });
    expect(states.get(meeting.id)?.map(({ record }) => record && 'from' in record && record.from)).toEqual([
      meeting.from,
      '2019-12-24',
    ]);
    expect(states.get(other.id)?.at(-1)?.isHeld).toBe(false);
    const counts = [meeting, other, nextYears].map(({ id }) => revisionsOf(entries)([meetingKey(id)]).count);
    expect(counts).toEqual([1, 1, 1]);
  });

  it('is refused where one of its records was changed since it was compared', () => {
    const place: Change = { kind: 'edit-meeting', meeting: meeting.id, set: { place: null } };
    expect(conflicts(importOf('published'), 0, entriesOf([place]))).toHaveLength(1);
    expect(conflicts(importOf('published'), 1, entriesOf([place]))).toEqual([]);
  });

  it('leaves out what was built on it when it is taken back', () => {
    const added: Change = {
      kind: 'add-meeting',
      meeting: MeetingId.parse('i-ny-grupp'),
      owner: { kind: 'group', group: newGroup.id, form: 'meeting' },
      days: { from: '2020-02-02', to: '2020-02-02', lunchToLunch: false },
      hours: null,
      place: null,
      title: null,
    };
    const ids = (...changes: Change[]) =>
      foldOf(importOf('published'), added, ...changes).plan.meetings.map(({ id }) => id);
    expect(ids()).toContain(added.meeting);
    expect(ids(undo(1))).not.toContain(added.meeting);
    expect(ids(undo(1), undo(3))).toContain(added.meeting);
  });
});

describe('a draft', () => {
  it('is seen beside the plan, which stays as it was', () => {
    const edition = foldOf(importOf('draft'));
    expect(dataOf(edition)).toEqual(dataOf(foldOf()));
    expect(edition.applied.get(1)?.differences).toEqual([{ field: 'plan', before: null, after: tally }]);
    expect(edition.draft).toMatchObject({ version: 1, years: [2020], title: { sv: 'Verksamhetsplan 2020' } });
    const published = foldOf(importOf('published'));
    expect(dataOf({ ...edition, plan: edition.draft?.plan ?? edition.plan }).records).toEqual(
      dataOf(published).records,
    );
  });

  it('becomes the plan once it is published', () => {
    const edition = foldOf(importOf('draft'), publish(1));
    expect(dataOf(edition).records).toEqual(dataOf(foldOf(importOf('published'))).records);
    expect(edition.draft).toBeNull();
    expect(edition.applied.get(2)?.subject).toMatchObject({ kind: 'import', state: 'published', wasDraft: true });
  });

  it('is a draft again when its publishing is taken back, and gone when it is taken back itself', () => {
    expect(foldOf(importOf('draft'), publish(1), undo(2)).draft?.version).toBe(1);
    expect(foldOf(importOf('draft'), undo(1)).draft).toBeNull();
    expect(dataOf(foldOf(importOf('draft'), publish(1), undo(2)))).toEqual(dataOf(foldOf()));
  });

  it('gives way to a newer one, which contradicts it unless its author saw it', () => {
    expect(foldOf(importOf('draft'), importOf('draft')).draft?.version).toBe(2);
    expect(conflicts(importOf('draft'), 0, entriesOf([importOf('draft')]))).toHaveLength(1);
  });

  it('that does not exist is not published', () => {
    expect(foldOf(publish(1)).applied.size).toBe(0);
    expect(foldOf(importOf('published'), publish(1)).applied.has(2)).toBe(false);
  });
});
