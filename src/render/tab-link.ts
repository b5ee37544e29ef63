// Links that open the tab in Teams, at a view or at a row of the plan.

/** What of the tab is opened: a view, or one row. */
export type TabTarget =
  | { readonly kind: 'meeting' | 'activity'; readonly id: string }
  | { readonly kind: 'calendar' | 'plan' | 'hosts' | 'changes' };

/** The id of the tab in the app's manifest. */
const entity = 'plan';

/**
 * Opens the tab in Teams; at its beginning where no target is given. The tab's script reads the target back.
 *
 * @param app the id of the app in its manifest
 * @example tabLink('0000', { kind: 'meeting', id: 'm-1' }) // 'https://teams.microsoft.com/l/entity/0000/plan?context=…'
 */
export function tabLink(app: string, target: TabTarget | null): string {
  const link = `https://teams.microsoft.com/l/entity/${app}/${entity}`;
  if (target === null) return link;
  const subEntityId = 'id' in target ? `${target.kind} ${target.id}` : target.kind;
  return `${link}?context=${encodeURIComponent(JSON.stringify({ subEntityId }))}`;
}
