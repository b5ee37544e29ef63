// How long before: counting a lead back from a start, comparing leads, and what leads are allowed.
import { tz } from '@date-fns/tz';
// The package's index would load some 300 modules at the start.
import { sub } from 'date-fns/sub';
import { Lead, longestLeadDays } from './subscription.ts';

export type LeadUnit = Lead['unit'];

/**
 * The instant that lies a lead before a start. Months, weeks and days keep the wall clock; a month's day that there is
 * not becomes its last one. Hours and minutes are exact.
 *
 * @example leadBefore(start of 4 April 2019 12.00, 14 days) //=> 21 March 12.00, although summer time began between
 */
export function leadBefore(start: Date, { amount, unit }: Lead, timeZone: string): Date {
  return new Date(sub(start, { [unit]: amount }, { in: tz(timeZone) }).getTime());
}

/** A week is seven days and sixty minutes are an hour; a day is not 24 hours, and a month not a number of days. */
export function canonicalLead({ amount, unit }: Lead): Lead {
  switch (unit) {
    case 'weeks':
      return { amount: amount * 7, unit: 'days' };
    case 'minutes':
      return amount % 60 === 0 ? { amount: amount / 60, unit: 'hours' } : { amount, unit };
    case 'hours':
    case 'days':
    case 'months':
      return { amount, unit };
  }
}

/** The same text for leads that always come to the same instant. */
export function leadKey(lead: Lead): string {
  const { amount, unit } = canonicalLead(lead);
  return `${amount} ${unit}`;
}

/** Mean lengths: 365.2425 days make twelve months. */
const daysIn: Readonly<Record<LeadUnit, number>> = {
  minutes: 1 / 1440,
  hours: 1 / 24,
  days: 1,
  weeks: 7,
  months: 365.2425 / 12,
};

/** About how many days a lead is. */
export function leadDays({ amount, unit }: Lead): number {
  return amount * daysIn[unit];
}

/** Shortest first; 24 hours before one day, so that no two different leads are equal. */
export function compareLeads(a: Lead, b: Lead): number {
  return leadDays(a) - leadDays(b) || daysIn[a.unit] - daysIn[b.unit];
}

export function longestOf(leads: readonly Lead[]): Lead | null {
  return leads.reduce<Lead | null>((longest, lead) => {
    return longest === null || compareLeads(lead, longest) > 0 ? lead : longest;
  }, null);
}

/** Longest first, each once, as a subscription has them. */
export function inOrder(leads: readonly Lead[]): Lead[] {
  const unique = new Map(leads.map((lead) => [leadKey(lead), lead]));
  return [...unique.values()].sort((a, b) => compareLeads(b, a));
}

/** "14 days": what stands for a lead in a list of choices; none for what is no lead. */
export function leadChosen(choice: string): Lead[] {
  const [amount, unit] = choice.trim().split(' ');
  const lead = Lead.safeParse({ amount: Number(amount), unit }).data;
  return lead ? [lead] : [];
}

export type LeadReading =
  | { readonly kind: 'lead'; readonly lead: Lead }
  | { readonly kind: 'problem'; readonly problem: 'not-whole' | 'not-before' | 'too-long' };

/**
 * A lead of what somebody asked for, or why it cannot be one. Nobody is reminded more than `longestLeadDays` ahead: the
 * plan does not reach further, and "400 år" is a slip.
 */
export function readLead(amount: number, unit: LeadUnit | 'years'): LeadReading {
  if (!Number.isInteger(amount)) return { kind: 'problem', problem: 'not-whole' };
  if (amount < 1) return { kind: 'problem', problem: 'not-before' };
  const asked = unit === 'years' ? { amount: amount * 12, unit: 'months' as const } : { amount, unit };
  if (leadDays(asked) > longestLeadDays) return { kind: 'problem', problem: 'too-long' };
  const lead = Lead.safeParse(asked);
  // Within the longest, yet more than a thousand minutes or hours: told in a greater unit.
  return { kind: 'lead', lead: lead.success ? lead.data : inGreaterUnit(asked) };
}

function inGreaterUnit({ amount, unit }: Lead): Lead {
  if (unit === 'minutes' && amount < 60_000) return { amount: Math.round(amount / 60), unit: 'hours' };
  return { amount: Math.round(leadDays({ amount, unit })), unit: 'days' };
}
