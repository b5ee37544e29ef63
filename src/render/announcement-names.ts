// Messages to many in words: to whom, and when.
import type { AudiencePart } from '../plan/announcement.ts';
import type { Subject } from '../plan/difference.ts';
import { localAt } from '../plan/wall-clock.ts';
import { englishAnnouncements } from './announcement-phrases.en.ts';
import { swedishAnnouncements } from './announcement-phrases.sv.ts';
import type { AnnouncementPhrases } from './announcement-phrases.ts';
import { formatDay, formatTime, joinWords } from './dates.ts';
import { local, quoted, type Setting } from './names.ts';
import type { Tense } from './update-phrases.ts';

/** The language's phrases about messages to many. */
export function announceIn({ locale }: Setting): AnnouncementPhrases {
  return locale === 'sv' ? swedishAnnouncements : englishAnnouncements;
}

/** "alla som följer klimatnätverket och Haninge", "”Klimatkanalen”" */
export function audienceText(audience: readonly AudiencePart[], setting: Setting): string {
  const say = announceIn(setting);
  if (audience.some(({ kind }) => kind === 'everyone')) return say.everyone;
  const followed = audience.flatMap((part) => followedName(part, setting) ?? []);
  const places = audience.flatMap((part) => (part.kind === 'conversation' ? [quoted(part.name, setting)] : []));
  const followers = followed.length > 0 ? [say.followers(joinWords(followed, setting.locale))] : [];
  return joinWords([...followers, ...places], setting.locale);
}

function followedName(part: AudiencePart, setting: Setting): string | null {
  const { plan } = setting;
  if (part.kind === 'group') {
    const group = plan.groups.find(({ id }) => id === part.group);
    return group ? local(group.definite, setting) : part.group;
  }
  if (part.kind !== 'municipality') return null;
  return plan.municipalities.find(({ id }) => id === part.municipality)?.name ?? part.municipality;
}

/** "måndag 4 mars kl. 09.00", in the region's time. */
export function momentText(instant: string, setting: Setting): string {
  const { plan, today, locale } = setting;
  const { day, time } = localAt(new Date(instant), plan.region.timeZone);
  return announceIn(setting).moment(formatDay(day, today, locale), formatTime(time, locale));
}

/** What ordering a message, or taking it back, does. */
export function announcementClause(
  { audience, at }: Extract<Subject, { kind: 'announcement' }>,
  isRecalled: boolean,
  tense: Tense,
  setting: Setting,
): string {
  const say = announceIn(setting);
  const to = audienceText(audience, setting);
  return isRecalled ? say.recalled(tense, to) : say.announced(tense, to, at === null ? null : momentText(at, setting));
}
