// From a request to a change: each kind of draft is completed from the plan, or told what it lacks. Pure.
import type { UpdateRequest } from '../draft.ts';
import { longestComment } from '../plan/change.ts';
import { type Resolution, refused, type Setting, tooLong } from './resolution.ts';
import { resolveActivity, resolveStatus } from './resolve-activities.ts';
import { resolveAnnounce, resolveTemplate } from './resolve-announcements.ts';
import { resolveHosts, resolveSwap } from './resolve-hosts.ts';
import { resolveAdd, resolveCancel, resolveEdit, resolveRestore } from './resolve-meetings.ts';
import {
  resolveCheckIn,
  resolveDeadline,
  resolveEndOfRole,
  resolveRole,
  resolveSecretary,
  resolveSynonym,
} from './resolve-people.ts';
import { resolvePublish } from './resolve-publish.ts';
import { resolveUndo } from './resolve-undo.ts';

/** What a request comes to in the plan as it stands. */
export function resolve(request: UpdateRequest, setting: Setting): Resolution {
  if (request.impossible !== null) return refused({ kind: 'impossible', words: request.impossible });
  if (request.unread !== undefined) return refused({ kind: 'unread', words: request.unread });
  return tooLong(request.reason, longestComment) ?? resolveDraft(request, setting);
}

function resolveDraft(request: UpdateRequest, setting: Setting): Resolution {
  const { draft } = request;
  switch (draft.kind) {
    case 'edit-meeting':
      return resolveEdit(draft, request, setting);
    case 'add-meeting':
      return resolveAdd(draft, request, setting);
    case 'cancel-meeting':
      return resolveCancel(draft, request, setting);
    case 'restore-meeting':
      return resolveRestore(draft, request, setting);
    case 'post-status':
      return resolveStatus(draft, request, setting);
    case 'edit-activity':
      return resolveActivity(draft, request, setting);
    case 'set-hosts':
      return resolveHosts(draft, request, setting);
    case 'swap-hosts':
      return resolveSwap(draft, request, setting);
    case 'set-role':
      return resolveRole(draft, request, setting);
    case 'end-role':
      return resolveEndOfRole(draft, request, setting);
    case 'set-deadline':
      return resolveDeadline(draft, request, setting);
    case 'set-check-in':
      return resolveCheckIn(draft, request, setting);
    case 'add-synonym':
      return resolveSynonym(draft, request, setting);
    case 'appoint-secretary':
    case 'dismiss-secretary':
      return resolveSecretary(draft, setting);
    case 'announce':
      return resolveAnnounce(draft, setting);
    case 'set-template':
      return resolveTemplate(draft, setting);
    case 'publish-plan':
      return resolvePublish(setting);
    case 'import-plan':
      // It is made from its proposal, which is not here to be found.
      return refused({ kind: 'no-proposal' });
    case 'undo':
      return resolveUndo(draft.version, setting);
  }
}
