// How often and how eagerly reminders are sent.

export interface Pace {
  /** Between two sweeps, unless something happens. */
  readonly sweepEveryMs: number;
  /** So long nobody else sends to a recipient that an instance has claimed, if the instance dies. */
  readonly leaseMs: number;
  /** As many messages are under way at once at most; with few to send, one: a crash then repeats at most one. */
  readonly mostLanes: number;
  /** A lane more for every so many recipients that wait. */
  readonly recipientsPerLane: number;
  /** As many messages get to a conversation in an hour at most, whatever goes wrong. */
  readonly mostAnHour: number;
}

export const usualPace: Pace = {
  sweepEveryMs: 10_000,
  // Above what a message may take: to send, to make a chat, to send again.
  leaseMs: 45_000,
  mostLanes: 16,
  recipientsPerLane: 100,
  mostAnHour: 20,
};
