// How crowded instants are.

/** The most instants that lie within a stretch of time so long. */
export function mostWithin(times: readonly number[], withinMs: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  let start = 0;
  let most = 0;
  for (const [index, time] of sorted.entries()) {
    while ((sorted[start] ?? 0) <= time - withinMs) start += 1;
    most = Math.max(most, index - start + 1);
  }
  return most;
}
