// What became of a question of status, an answer, or a verdict on one: all that can be said of it, before it is put into words.
import type { LedgerChange } from '../facts.ts';
import type { Activity } from '../plan/activity.ts';
import type { ActivityId } from '../plan/ids.ts';
import type { Meeting } from '../plan/meeting.ts';
import type { CheckIn } from '../plan/region.ts';
import type { Report } from './report.ts';

/** How all activities go. */
export interface StatusReport {
  /** The meeting that it is made for; null where none is ahead. */
  readonly meeting: Meeting | null;
  readonly activities: readonly Activity[];
  /** For the secretariat alone; null for others. */
  readonly inside: {
    readonly waiting: readonly Report[];
    /** Who has been asked and is silent. */
    readonly silent: readonly { readonly name: string; readonly activity: ActivityId }[];
  } | null;
}

/** What is asked before a group's meetings, and the next time that it is. */
export interface RuleInForce {
  readonly rule: CheckIn;
  readonly next: {
    readonly meeting: Meeting;
    /** The instant, ISO. */
    readonly askAt: string;
  } | null;
  readonly asked: readonly ActivityId[];
  /** Of these nobody is known who could be asked. */
  readonly nobody: readonly ActivityId[];
}

/** Why nothing was done. */
export type CheckInsProblem =
  | { readonly kind: 'unknown-asker' }
  /** Nobody asked them, or not of that. */
  | { readonly kind: 'not-asked' }
  /** The meeting has begun. */
  | { readonly kind: 'late' }
  /** Meanwhile it was reported done or called off. */
  | { readonly kind: 'closed'; readonly activity: ActivityId }
  | { readonly kind: 'too-long'; readonly length: number; readonly most: number }
  /** The secretariat has said yes already. */
  | { readonly kind: 'approved'; readonly report: Report }
  | { readonly kind: 'rejected'; readonly report: Report }
  /** The answer is another by now. */
  | { readonly kind: 'changed'; readonly report: Report }
  | { readonly kind: 'not-allowed' }
  /** No such answer: forged, or long gone. */
  | { readonly kind: 'gone' };

export type CheckInsStep =
  | {
      readonly step: 'answered';
      readonly report: Report;
      readonly was: 'new' | 'changed' | 'same';
      /** What the same person, chat or channel is still to answer. */
      readonly left: readonly ActivityId[];
    }
  | {
      readonly step: 'approved';
      readonly change: LedgerChange;
      readonly again: boolean;
      readonly left: readonly Report[];
    }
  | { readonly step: 'rejected'; readonly report: Report; readonly left: readonly Report[] }
  | { readonly step: 'waiting'; readonly reports: readonly Report[] }
  | { readonly step: 'report'; readonly report: StatusReport }
  | { readonly step: 'rules'; readonly rules: readonly RuleInForce[] }
  | { readonly step: 'refused'; readonly problem: CheckInsProblem };

export const refused = (problem: CheckInsProblem): CheckInsStep => ({ step: 'refused', problem });
