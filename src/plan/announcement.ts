// What the secretariat writes to many at once: to whom, and the texts that it keeps for that.
import { z } from 'zod';
import { GroupId, MunicipalityId } from './ids.ts';

/** The longest message, and the longest name of a template, in characters. */
export const longestMessage = 2_000;
export const longestTemplateName = 60;

/** Some of those that a message goes to. */
export const AudiencePart = z.discriminatedUnion('kind', [
  /** Everybody whom the bot can reach: people, group chats, channels. */
  z.strictObject({ kind: z.literal('everyone') }),
  /** Those who follow a group; a network is a group. */
  z.strictObject({ kind: z.literal('group'), group: GroupId }),
  z.strictObject({ kind: z.literal('municipality'), municipality: MunicipalityId }),
  /** A channel or a group chat; ids lower case, and the name that it had when it was chosen. */
  z.strictObject({
    kind: z.literal('conversation'),
    tenant: z.string().min(1),
    conversation: z.string().min(1),
    name: z.string().max(200),
  }),
]);
export type AudiencePart = z.infer<typeof AudiencePart>;

/** A message to many. `at`: the instant to send it; null for at once. */
export const Announce = z.strictObject({
  kind: z.literal('announce'),
  audience: z.array(AudiencePart).min(1).max(20),
  /** Paragraphs with a line break between. */
  text: z.string().min(1).max(longestMessage),
  at: z.iso.datetime().nullable(),
});
export type Announce = z.infer<typeof Announce>;

/** A text kept under a name; null takes it away. */
export const SetTemplate = z.strictObject({
  kind: z.literal('set-template'),
  name: z.string().min(1).max(longestTemplateName),
  text: z.string().min(1).max(longestMessage).nullable(),
});
export type SetTemplate = z.infer<typeof SetTemplate>;

export interface Template {
  readonly name: string;
  readonly text: string;
}
