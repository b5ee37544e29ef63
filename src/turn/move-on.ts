// What a button does that moves a change along, wherever it is pressed.
import type { ButtonAction } from '../button.ts';
import type { UpdateStage } from '../facts.ts';
import type { LocalMoment } from '../plan/days.ts';
import type { Asker, Updates } from '../updates/updates.ts';

/** Confirms, withdraws, takes back, or goes on with a choice made. */
export type UpdateAction = Extract<
  ButtonAction,
  { confirm: string } | { withdraw: string } | { update: object } | { undo: number }
>;

export function isUpdateAction(action: ButtonAction): action is UpdateAction {
  return 'confirm' in action || 'withdraw' in action || 'update' in action || 'undo' in action;
}

export function moveOn(action: UpdateAction, updates: Updates, asker: Asker, now: LocalMoment): Promise<UpdateStage> {
  if ('confirm' in action) return updates.confirm(action.confirm, asker, action.sure);
  if ('withdraw' in action) return updates.withdraw(action.withdraw, asker);
  return updates.prepare(requestOf(action), asker, now);
}

function requestOf(action: Extract<UpdateAction, { update: object } | { undo: number }>) {
  if ('update' in action) return action.update;
  const draft = { kind: 'undo' as const, version: action.undo };
  return { draft, reason: null, quiet: false, impossible: null };
}
