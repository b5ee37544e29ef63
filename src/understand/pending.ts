// The answer to what the bot asked for: the next message is read as the part that a request lacks, where it fits.
import type { Draft, MeetingTarget, PendingRequest, Slot, UpdateRequest } from '../draft.ts';
import { anyMeeting } from '../draft.ts';
import { noContext } from '../query.ts';
import { announcementFilled } from './ask-announcements.ts';
import { spanIn } from './ask-check-ins.ts';
import { askUpdate, refined } from './ask-updates.ts';
import { impossibleIn } from './impossible-times.ts';
import { detailsIn, type MeetingDetails } from './meeting-details.ts';
import { nearOf } from './meeting-subjects.ts';
import { type Clip, clipOf, cut, exactly, isQuestion, wishOf } from './sentence.ts';
import { activityField, bareStatus } from './update-activities.ts';
import { dayCount, deadlineName } from './update-deadlines.ts';
import { conferencesIn, yearOf, yearsIn } from './update-hosts.ts';
import { personIn } from './update-roles.ts';
import { costIn, scheduleIn } from './update-schedules.ts';
import { secretaryIn } from './update-secretaries.ts';
import {
  activitiesIn,
  groupsNamed,
  isPronoun,
  municipalitiesIn,
  partiesIn,
  subjectOf,
  type Talk,
} from './update-subjects.ts';
import { recordsIn, wordOf } from './update-synonyms.ts';
import { unreadIn } from './update-unread.ts';
import { roleOf } from './update-words.ts';

export type Reply = { readonly kind: 'declined' } | { readonly kind: 'completed'; readonly request: UpdateRequest };

const declined =
  /^(?:nej(?: tack)?|nej,? (?:avbryt|strunta i det|glom det)|na|nepp|avbryt(?: det)?|avbryt andringen|strunt(?:a)? i det|glom det|skit i det|inget|angra(?: det)?|angra mig|stopp|sluta|hoppa over(?: det)?|cancel(?: that| it)?|no(?: thanks)?|never ?mind|forget it|stop|abort|quit|skip it)[\s.!]*$/;

/** What an answer adds to a request; undefined where the message is about something else. */
export function readReply(message: string, { request, slot }: PendingRequest, talk: Talk): Reply | undefined {
  const clip = clipOf(message.trim());
  if (declined.test(clip.flat)) return { kind: 'declined' };
  if (slot === 'message') {
    const said = filled(request.draft, slot, clip, talk);
    return said && { kind: 'completed', request: { ...request, draft: said } };
  }
  const preview = slot === 'meeting-field' ? refinement(clip, request.draft) : clip;
  const wish = wishOf(preview);
  if (isQuestion(wish)) return undefined;
  const other = otherUpdate(preview.text, request, talk);
  if (other) return other === 'another' ? undefined : { kind: 'completed', request: other };
  if (slot === 'meeting-field') {
    if (isAboutElse(wish.clip, talk)) return undefined;
    const told = refined(request, cut(wish.clip), talk);
    return told && { kind: 'completed', request: told };
  }
  const verbatim = slot === 'status' ? wish.clip : cut(wish.clip);
  const draft = filled(request.draft, slot, verbatim, talk);
  if (!draft) return undefined;
  const impossible = isTimed(slot) ? impossibleIn(verbatim) : null;
  const { unread: _unread, ...known } = request;
  const unread = isTimed(slot) || slot === 'responsible' ? unreadIn(verbatim, draft, talk) : null;
  return { kind: 'completed', request: { ...known, draft, impossible, ...(unread === null ? {} : { unread }) } };
}

/** A name of something else, or words that no place begins with, are no detail of a meeting. */
function isAboutElse(clip: Clip, talk: Talk): boolean {
  const named = [...activitiesIn(clip, talk).ids, ...groupsNamed(clip, talk), ...conferencesIn(clip, talk)];
  return named.length > 0 || (mostDetailWords < clip.flat.split(' ').length && !detailLead.test(clip.flat));
}

/** "Till 16 maj kl 13" */
const mostDetailWords = 4;
const detailLead =
  /^(?:i|pa|hos|till|byt|andra|flytta|ny|nytt|change|move|make|kl|klockan|den|fran|med|plats|lokal|heter|kalla|dop|borja|starta|sluta|at|in|to|on|from|the|mandag|tisdag|onsdag|torsdag|fredag|monday|tuesday|wednesday|thursday|friday|\d)/;

const refiningLead =
  /^(?:nej|nja|na|ja|jo|jovisst|ok|okej|men|fast|forresten|vanta|eller|no|yes|but|though|actually|wait|or|rather)(?:[\s,.!]+(?:men|fast|forresten|vanta|hellre|but|though|actually|wait|rather|make it))*[\s,.!]+(?=\S)/;
const changingVerb = /^(?:andra|flytta|byt|change|move)(?: det| den| it)? (?=(?:till|to) )/;
const refiningTail = /(?<![\s,])[\s,]+(?:istallet|i stallet|instead|hellre|rather)[\s.!]*$/;

/** What is told of a change after "nej," or "ja, fast". */
function refinement(clip: Clip, { kind }: Draft): Clip {
  const lead = refiningLead.exec(clip.flat)?.[0].length ?? 0;
  const own = exactly(clip, lead);
  const isMeeting = kind === 'edit-meeting' || kind === 'add-meeting';
  const verb = isMeeting ? (changingVerb.exec(own.flat)?.[0].length ?? 0) : 0;
  const rest = exactly(own, verb);
  const tail = refiningTail.exec(rest.flat);
  return tail ? exactly(rest, 0, tail.index) : rest;
}

function isTimed(slot: Slot): boolean {
  return (
    slot === 'date' ||
    slot === 'time' ||
    slot === 'end' ||
    slot === 'meeting-field' ||
    slot === 'meeting' ||
    slot === 'schedule'
  );
}

/** An update of its own: another one, or the same one said whole, with the meeting that is meant already. */
function otherUpdate(
  message: string,
  { draft, reason, quiet }: UpdateRequest,
  talk: Talk,
): UpdateRequest | 'another' | undefined {
  const asked = askUpdate(message, { ...talk, context: noContext })?.request;
  if (!asked || isBareDeadline(asked.draft)) return undefined;
  if (!('target' in asked.draft) || !('target' in draft) || !isAny(asked.draft.target)) return 'another';
  const same =
    asked.draft.kind === 'edit-meeting' && draft.kind === 'edit-meeting'
      ? mergedEdit(draft, asked.draft)
      : { ...asked.draft, target: draft.target };
  return { ...asked, draft: same, reason: asked.reason ?? reason, quiet: asked.quiet || quiet };
}

/** "Tio arbetsdagar" names no deadline of its own. */
function isBareDeadline(draft: Draft): boolean {
  return draft.kind === 'set-deadline' && draft.name === null;
}

function isAny(target: MeetingTarget): boolean {
  return JSON.stringify(target) === JSON.stringify(anyMeeting);
}

type Edit = Extract<Draft, { kind: 'edit-meeting' }>;

/** What is said now, beside what was said before. */
function mergedEdit(before: Edit, now: Edit): Edit {
  const isMoved = now.days !== null || now.shift !== null;
  const isTimed = now.start !== null || now.end !== null;
  return {
    ...before,
    days: isMoved ? now.days : before.days,
    shift: isMoved ? now.shift : before.shift,
    ...(isTimed ? { start: now.start ?? before.start, end: now.end ?? (now.start === null ? before.end : null) } : {}),
    place: now.place ?? before.place,
    title: now.title ?? before.title,
  };
}

type OfSlot<Kind extends Draft['kind']> = Extract<Draft, { kind: Kind }>;

/** The draft with the part put in; undefined where the words are no such part. */
function filled(draft: Draft, slot: Slot, clip: Clip, talk: Talk): Draft | undefined {
  switch (draft.kind) {
    case 'edit-meeting':
      return editFilled(draft, slot, clip, talk);
    case 'add-meeting':
      return addFilled(draft, slot, clip, talk);
    case 'cancel-meeting':
    case 'restore-meeting': {
      const target = slot === 'meeting' ? targetIn(clip, draft.target, talk) : undefined;
      return target && { ...draft, target };
    }
    case 'post-status':
      return statusFilled(draft, slot, clip, talk);
    case 'edit-activity':
      return activityFilled(draft, slot, clip, talk);
    case 'set-hosts':
      return hostsFilled(draft, slot, clip, talk);
    case 'swap-hosts':
      return swapFilled(draft, slot, clip, talk);
    case 'set-role':
      return roleFilled(draft, slot, clip, talk);
    case 'end-role':
      return endOfRoleFilled(draft, slot, clip, talk);
    case 'set-deadline':
      return deadlineFilled(draft, slot, clip, talk);
    case 'set-check-in':
      return checkInFilled(draft, slot, clip, talk);
    case 'add-synonym':
      return synonymFilled(draft, slot, clip, talk);
    case 'appoint-secretary':
    case 'dismiss-secretary':
      return slot === 'secretary' && isName(clip) ? { ...draft, ...secretaryIn(clip) } : undefined;
    case 'announce':
    case 'set-template':
      return isAnnouncementSlot(slot) ? announcementFilled(draft, slot, clip, talk) : undefined;
    case 'import-plan':
    case 'publish-plan':
    case 'undo':
      return undefined;
  }
}

function isAnnouncementSlot(slot: Slot): slot is 'audience' | 'message' | 'template' | 'time' {
  return slot === 'audience' || slot === 'message' || slot === 'template' || slot === 'time';
}

// === Meetings

/** "9 maj", "nästa", "kommitténs": what was said before still holds where this does not say otherwise. */
function targetIn(clip: Clip, before: MeetingTarget, talk: Talk): MeetingTarget | undefined {
  if (isPronoun(clip) && talk.context.focus.meetings.length !== 1) return undefined;
  const { target } = subjectOf(clip, talk);
  if (isAny(target)) return undefined;
  if (target.ids.length > 0) return target;
  const ownsNothing = target.groups.length + target.conferences.length === 0;
  return {
    ids: [],
    groups: ownsNothing ? before.groups : target.groups,
    conferences: ownsNothing ? before.conferences : target.conferences,
    form: target.form === 'any' ? before.form : target.form,
    period: target.period ?? before.period,
    which: target.which === 'any' && target.period === null ? before.which : target.which,
  };
}

function editFilled(draft: OfSlot<'edit-meeting'>, slot: Slot, clip: Clip, talk: Talk): Draft | undefined {
  if (slot === 'meeting') {
    const target = targetIn(clip, draft.target, talk);
    return target && { ...draft, target };
  }
  const details = timesIn(slot, clip, nearOf(draft, talk), talk);
  if (!details) return undefined;
  const { minutes, ...fields } = said(details);
  return { ...draft, ...fields, ...(minutes == null ? {} : { minutes }) };
}

function addFilled(draft: OfSlot<'add-meeting'>, slot: Slot, clip: Clip, talk: Talk): Draft | undefined {
  if (slot === 'group') {
    const groups = groupsNamed(clip, talk);
    const conferences = conferencesIn(clip, talk);
    return groups.length + conferences.length > 0 ? { ...draft, groups, conferences } : undefined;
  }
  const details = timesIn(slot, clip, null, talk);
  if (!details) return undefined;
  const { shift: _shift, minutes: _minutes, ...fields } = said(details);
  return { ...draft, ...fields };
}

function timesIn(
  slot: Slot,
  clip: Clip,
  near: Parameters<typeof detailsIn>[2],
  talk: Talk,
): MeetingDetails | undefined {
  if (slot !== 'date' && slot !== 'time' && slot !== 'end') return undefined;
  const details = detailsIn(clip, slot === 'date' ? 'anything' : slot, near, talk);
  const wanted =
    slot === 'date' ? (details.days ?? details.shift) : slot === 'end' ? details.end : (details.start ?? details.end);
  return wanted !== null || details.impossible !== null ? details : undefined;
}

/** The details that were said. */
function said(details: Omit<MeetingDetails, 'impossible'>): Partial<Omit<MeetingDetails, 'impossible'>> {
  const { days, shift, minutes, start, end, place } = details;
  return {
    ...(minutes !== null && { minutes }),
    ...(days && { days }),
    ...(shift !== null && { shift }),
    ...(start && { start }),
    ...(end && { end }),
    ...(place && { place }),
  };
}

// === Activities

function statusFilled(draft: OfSlot<'post-status'>, slot: Slot, clip: Clip, talk: Talk): Draft | undefined {
  if (slot === 'activity') return withActivity(draft, clip, talk);
  const found = slot === 'status' ? bareStatus(clip) : undefined;
  return found && { ...draft, status: found.status, comment: found.comment ?? draft.comment };
}

function withActivity<Of extends OfSlot<'post-status' | 'edit-activity'>>(
  draft: Of,
  clip: Clip,
  talk: Talk,
): Of | undefined {
  const { ids } = activitiesIn(clip, talk);
  return ids.length > 0 ? { ...draft, activities: ids } : undefined;
}

function activityFilled(draft: OfSlot<'edit-activity'>, slot: Slot, clip: Clip, talk: Talk): Draft | undefined {
  if (slot === 'activity') return withActivity(draft, clip, talk);
  if (slot === 'activity-field') return activityField(clip, draft, talk);
  if (slot === 'cost') {
    const cost = costIn(clip);
    return cost === null ? undefined : { ...draft, field: 'cost', cost };
  }
  if (slot === 'schedule') {
    const schedule = scheduleIn(clip, talk);
    // A date that does not exist is told back, not taken for another message.
    return schedule || impossibleIn(clip) ? { ...draft, field: 'schedule', schedule } : undefined;
  }
  const responsible = slot === 'responsible' ? partiesIn(clip, talk) : [];
  return responsible.length > 0 ? { ...draft, field: 'responsible', responsible } : undefined;
}

// === Hosts

function hostsFilled(draft: OfSlot<'set-hosts'>, slot: Slot, clip: Clip, talk: Talk): Draft | undefined {
  const conferences = conferencesIn(clip, talk);
  if (slot === 'conference') return conferences.length > 0 ? { ...draft, conferences } : undefined;
  if (slot === 'year') {
    const year = yearOf(clip, talk) ?? shortYear(clip);
    return year === null ? undefined : { ...draft, year };
  }
  const hosts = slot === 'hosts' ? municipalitiesIn(clip, talk) : [];
  return hosts.length > 0 ? { ...draft, hosts } : undefined;
}

/** "27" */
function shortYear({ flat }: Clip): number | null {
  const match = /^(?:ar |for |')?(\d\d)$/.exec(flat);
  return match ? 2000 + Number(match[1]) : null;
}

function swapFilled(draft: OfSlot<'swap-hosts'>, slot: Slot, clip: Clip, talk: Talk): Draft | undefined {
  const conferences = conferencesIn(clip, talk);
  if (slot === 'conference') return conferences.length > 0 ? { ...draft, conferences } : undefined;
  if (slot !== 'year' && slot !== 'hosts') return undefined;
  const years = [...new Set([...draft.years, ...yearsIn(clip)])];
  const municipalities = [...new Set([...draft.municipalities, ...municipalitiesIn(clip, talk)])];
  const isMore = years.length > draft.years.length || municipalities.length > draft.municipalities.length;
  return isMore ? { ...draft, years, municipalities } : undefined;
}

// === Offices, deadlines, synonyms

const longestName = 80;

function isName({ text }: Clip): boolean {
  return text.length <= longestName && /\p{L}{2}|[0-9a-f]{8}-/u.test(text);
}

function roleFilled(draft: OfSlot<'set-role'>, slot: Slot, clip: Clip, talk: Talk): Draft | undefined {
  if (slot === 'group') {
    const groups = groupsNamed(clip, talk);
    return groups.length > 0 ? { ...draft, groups } : undefined;
  }
  if (slot === 'role') {
    const role = roleOf(clip.flat.replace(/^(?:som|as|en|a|till) /, ''));
    return role === null ? undefined : { ...draft, role };
  }
  if (slot !== 'person' || !isName(clip) || /\d/.test(clip.flat)) return undefined;
  const { person, name, municipality } = personIn(clip, talk);
  return name === null ? undefined : { ...draft, person, name, municipality: municipality ?? draft.municipality };
}

function endOfRoleFilled(draft: OfSlot<'end-role'>, slot: Slot, clip: Clip, talk: Talk): Draft | undefined {
  if (slot === 'group') {
    const groups = groupsNamed(clip, talk);
    return groups.length > 0 ? { ...draft, groups } : undefined;
  }
  const role = slot === 'role' ? roleOf(clip.flat.replace(/^(?:som|as|en|a|till) /, '')) : null;
  return role === null ? undefined : { ...draft, role };
}

function deadlineFilled(draft: OfSlot<'set-deadline'>, slot: Slot, clip: Clip, talk: Talk): Draft | undefined {
  if (slot === 'group') {
    const groups = groupsNamed(clip, talk);
    return groups.length > 0 ? { ...draft, groups } : undefined;
  }
  if (slot === 'working-days') {
    const workingDays = dayCount(clip);
    return workingDays === null ? undefined : { ...draft, workingDays };
  }
  const name = slot === 'deadline-name' ? deadlineName(clip, talk.plan) : null;
  return name === null ? undefined : { ...draft, name };
}

function checkInFilled(draft: OfSlot<'set-check-in'>, slot: Slot, clip: Clip, talk: Talk): Draft | undefined {
  if (slot === 'group') {
    const groups = groupsNamed(clip, talk);
    return groups.length > 0 ? { ...draft, groups } : undefined;
  }
  const before = slot === 'span' ? spanIn(clip) : null;
  return before === null ? undefined : { ...draft, before };
}

function synonymFilled(draft: OfSlot<'add-synonym'>, slot: Slot, clip: Clip, talk: Talk): Draft | undefined {
  if (slot === 'word') {
    const word = wordOf(clip);
    return word === null ? undefined : { ...draft, word };
  }
  const records = slot === 'record' ? recordsIn(clip, talk) : [];
  return records.length > 0 ? { ...draft, records } : undefined;
}
