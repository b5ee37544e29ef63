// What every store must do with claims and counts, be it for one process or several; part of store.cases.ts.
import { describe, expect, it } from 'vitest';
import type { Store } from '../src/store/store.ts';

const at = new Date('2019-03-01T08:00:00Z');
const later = (seconds: number): Date => new Date(at.getTime() + seconds * 1_000);

export function sharingCases(open: () => Store): void {
  describe('counts', () => {
    const add = (keys: readonly string[], when = at) => open().counts.add(keys, when);

    it('each key by itself, in the order in which they were asked for', async () => {
      await add(['b']);
      await add(['b', 'å "\u0000"']);
      const counted = await add(['å "\u0000"', 'b', 'a']);
      expect(counted.map(({ times }) => times)).toEqual([2, 3, 1]);
    });

    it('begins anew after a minute', async () => {
      await add(['a']);
      expect(await add(['a'], later(59))).toEqual([{ times: 2, secondsLeft: 1 }]);
      expect(await add(['a'], later(60))).toEqual([{ times: 1, secondsLeft: 60 }]);
    });
  });

  it('a claim of nobody else is had', async () => {
    const { claims } = open();
    expect(await claims.take('a', 'me', at.toISOString(), later(15).toISOString())).toEqual({ kind: 'taken' });
    await claims.release('a', 'me');
    expect(await claims.take('a', 'another', at.toISOString(), later(15).toISOString())).toEqual({ kind: 'taken' });
  });
}

/** What only holds where instances share a database. */
export function sharedCases(instances: (work: (one: Store, other: Store) => Promise<void>) => Promise<void>): void {
  const iso = (seconds: number): string => later(seconds).toISOString();

  describe('a claim', () => {
    it('is had by one, until it is given back, has ended or is settled', () =>
      instances(async ({ claims: one }, { claims: other }) => {
        expect(await one.take('a', 'one', iso(0), iso(15))).toEqual({ kind: 'taken' });
        expect(await other.take('a', 'other', iso(1), iso(16))).toEqual({ kind: 'busy' });
        await other.release('a', 'other');
        expect(await other.take('a', 'other', iso(1), iso(16))).toEqual({ kind: 'busy' });
        await one.release('a', 'one');
        expect(await other.take('a', 'other', iso(2), iso(17))).toEqual({ kind: 'taken' });
        expect(await one.take('a', 'one', iso(17), iso(32))).toEqual({ kind: 'taken' });
        // Whoever was too slow changes nothing any more.
        await other.settle('a', 'other', 'sent', iso(600));
        expect(await other.take('a', 'other', iso(18), iso(33))).toEqual({ kind: 'busy' });
        await one.settle('a', 'one', 'sagt', iso(600));
        expect(await other.take('a', 'other', iso(599), iso(615))).toEqual({ kind: 'settled', outcome: 'sagt' });
        expect(await other.take('a', 'other', iso(601), iso(616))).toEqual({ kind: 'taken' });
      }));

    it('is had by one of twenty who ask at once', () =>
      instances(async (one, other) => {
        const asked = Array.from({ length: 20 }, (_, index) =>
          (index % 2 ? one : other).claims.take('b', `asker ${index}`, iso(0), iso(15)),
        );
        const kinds = (await Promise.all(asked)).map(({ kind }) => kind);
        expect(kinds.filter((kind) => kind === 'taken')).toHaveLength(1);
      }));

    it('is forgotten when it has ended', () =>
      instances(async ({ claims }) => {
        await claims.take('c', 'me', iso(0), iso(15));
        await claims.settle('c', 'me', 'sagt', iso(600));
        await claims.forget(iso(599));
        expect(await claims.take('c', 'me', iso(1), iso(16))).toMatchObject({ kind: 'settled' });
        await claims.forget(iso(601));
        expect(await claims.take('c', 'me', iso(1), iso(16))).toEqual({ kind: 'taken' });
      }));
  });

  it('counts are those of all instances, also where their clocks differ', () =>
    instances(async (one, other) => {
      const many = Array.from({ length: 50 }, (_, index) =>
        (index % 2 ? one : other).counts.add(['x', 'y'], new Date(at.getTime() + (index % 2) * 900)),
      );
      const times = (await Promise.all(many)).map(([x]) => x?.times ?? 0);
      expect(times.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    }));
}
