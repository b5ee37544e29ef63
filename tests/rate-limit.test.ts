// No limit is exceeded, in whatever order and at whatever times turns are asked for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Limit, Turns, teamsLimits } from '../src/reminders/rate-limit.ts';
import { mostWithin } from './support/most-within.ts';

const forever = Number.POSITIVE_INFINITY;
const exceeds = (times: readonly number[], limits: readonly Limit[]) =>
  limits.filter(({ most, withinMs }) => mostWithin(times, withinMs) > most);

describe('turns', () => {
  it('to one conversation come as fast as Teams allows and no faster', () => {
    const turns = new Turns({ ...teamsLimits, tenant: [] });
    const times: number[] = [];
    for (let now = 0; times.length < 2_000; now = times.at(-1) ?? 0)
      times.push(now + turns.take('t', 'c', now, forever).in);
    expect(exceeds(times, teamsLimits.conversation)).toEqual([]);
    expect(times.slice(0, 9)).toEqual([0, 0, 0, 0, 0, 0, 0, 1_000, 2_000]);
    expect(times[60]).toBe(30_000);
    expect(times[1_800]).toBe(3_600_000);
  });

  it('to many conversations of a tenant come as fast as the tenant allows', () => {
    const turns = new Turns(teamsLimits);
    const times = Array.from({ length: 100 }, (_, index) => turns.take('t', `c${index}`, 0, forever).in);
    expect(exceeds(times, teamsLimits.tenant)).toEqual([]);
    expect(times.at(-1)).toBe(4_000);
    expect(turns.take('other', 'c0', 0, forever).in).toBe(0);
  });

  it('keep all limits at once, asked for at any times', () => {
    const asked = fc.array(fc.record({ after: fc.nat(3_000), conversation: fc.nat(3), atMost: fc.nat(40_000) }), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(asked, (asks) => {
        const turns = new Turns(teamsLimits);
        const all: number[] = [];
        const each = new Map<number, number[]>();
        let now = 1_000_000;
        for (const { after, conversation, atMost } of asks) {
          now += after;
          const turn = turns.take('t', `c${conversation}`, now, atMost);
          if (!turn.taken) continue;
          all.push(now + turn.in);
          each.set(conversation, [...(each.get(conversation) ?? []), now + turn.in]);
        }
        expect(exceeds(all, teamsLimits.tenant)).toEqual([]);
        for (const times of each.values()) expect(exceeds(times, teamsLimits.conversation)).toEqual([]);
      }),
    );
  });

  it('that are too far away are not taken', () => {
    const turns = new Turns({ conversation: [{ most: 1, withinMs: 1_000 }], tenant: [] });
    expect(turns.take('t', 'c', 0, 0)).toEqual({ in: 0, taken: true });
    expect(turns.take('t', 'c', 100, 899)).toEqual({ in: 900, taken: false });
    expect(turns.take('t', 'c', 100, 900)).toEqual({ in: 900, taken: true });
  });

  it('wait where Teams has asked a tenant to', () => {
    const turns = new Turns(teamsLimits);
    turns.throttled('t', 'a', 9_000, 0);
    turns.throttled('t', 'b', 9_000, 0);
    turns.throttled('t', 'b', 9_000, 100);
    // One or two may be throttled for themselves.
    expect([...turns.paused(100).keys()]).toEqual([]);
    turns.throttled('t', 'c', 5_000, 200);
    turns.throttled('t', 'd', 3_000, 300);
    expect([...turns.paused(4_999).keys()]).toEqual(['t']);
    expect(turns.take('t', 'c', 1_000, forever).in).toBe(4_000);
    expect(turns.take('other', 'c', 1_000, forever).in).toBe(0);
    expect([...turns.paused(5_000).keys()]).toEqual([]);
  });

  it('go on where two conversations are throttled again and again', () => {
    const turns = new Turns(teamsLimits);
    for (let at = 0; at < 600_000; at += 10_000) {
      turns.throttled('t', 'a', at + 600_000, at);
      turns.throttled('t', 'b', at + 600_000, at);
      expect([...turns.paused(at).keys()]).toEqual([]);
    }
  });

  it('are shared among instances', () => {
    const turns = new Turns(teamsLimits);
    turns.shareAmong(3);
    const times = Array.from({ length: 30 }, (_, index) => turns.take('t', `c${index}`, 0, forever).in);
    expect(mostWithin(times, 1_000)).toBe(6);
  });

  it('come though the clock is set back', () => {
    const turns = new Turns(teamsLimits);
    for (let count = 0; count < 50; count += 1) turns.take('t', 'c', 9e12, forever);
    expect(turns.take('t', 'c', 1_000, forever).in).toBe(0);
  });

  it('are remembered for a hundred thousand conversations in little memory', () => {
    const turns = new Turns({ ...teamsLimits, tenant: [{ most: 1e6, withinMs: 1 }] });
    const before = process.memoryUsage().heapUsed;
    for (let round = 0; round < 3; round += 1) {
      for (let index = 0; index < 150_000; index += 1) turns.take('t', `c${index}`, round * 1_000, forever);
    }
    expect((process.memoryUsage().heapUsed - before) / 1024 / 1024).toBeLessThan(120);
  });
});
