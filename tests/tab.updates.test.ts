// What the secretariat does from the tab: the same preview, confirmation, receipt and undo as in chat, and the same rights.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { base } from './support/question-table.ts';
import { colleague, member, secretary } from './support/secretariat.ts';
import { fieldsOf, type StartedTab, startTab, wordsOf } from './support/tab.ts';

let tab: StartedTab;
beforeEach(async () => {
  tab = await startTab();
});
afterEach(() => tab.stop());

const elvag = 'edit/status/tvarforbindelse-sodertorn';
const meeting = 'ledningsgruppen-2019-03-08';

/** What a form sends, with these inputs filled in. */
function filled(page: string, values: Readonly<Record<string, string | readonly string[]>>): URLSearchParams {
  const fields = fieldsOf(page, /^(?:Förhandsgranska|Preview)$/);
  for (const [name, value] of Object.entries(values)) {
    fields.delete(name);
    for (const one of [value].flat()) fields.append(name, one);
  }
  return fields;
}

async function preview(address: string, values: Parameters<typeof filled>[1], person = secretary): Promise<string> {
  return tab.post(filled(tab.page(address, secretary), values), person);
}

describe('a status', () => {
  it('is shown before it is made, made when confirmed, told of everywhere, and taken back', async () => {
    const shown = await preview(elvag, {
      status: 'delayed',
      comment: 'väntar på <Trafikverket>',
      reason: 'nytt besked',
    });
    expect(wordsOf(shown)).toMatch(/Tvärförbindelse Södertörn .*försenad/);
    expect(wordsOf(shown)).toContain('väntar på <Trafikverket>');
    expect(wordsOf(shown)).toContain('nytt besked');
    expect(await tab.ledger()).toEqual([]);

    const done = await tab.press(shown, /^Ja/);
    expect(wordsOf(done)).toMatch(/Klart: .*ändring 1/);
    const [entry] = await tab.ledger();
    expect(entry).toMatchObject({
      author: { person: secretary.person, name: secretary.name },
      change: { kind: 'post-status', status: 'delayed' },
    });

    expect(wordsOf(tab.page('plan'))).toContain('Försenad');
    expect(wordsOf(tab.page('plan?status=delayed'))).toContain('1 av 32 aktiviteter');
    expect(wordsOf(tab.page('activity/tvarforbindelse-sodertorn'))).toContain('väntar på <Trafikverket>');
    expect(wordsOf(tab.page('changes'))).toMatch(/Ändring 1 av Sara Sekreterare 1 mars/);

    const back = await tab.press(done, /^Ångra ändring 1/);
    await tab.press(back, /^Ja/);
    expect(wordsOf(tab.page('plan'))).not.toContain('Försenad');
    expect(wordsOf(tab.page('changes'))).toContain('Återtagen');
  });

  it('comes back with what is wrong with it, and all that was filled in', async () => {
    const again = await preview(elvag, { status: 'delayed', comment: 'å'.repeat(1_001), reason: 'för att' });
    expect(wordsOf(again)).toContain(
      'Texten är för lång: 1 001 tecken'.replace(/(?<=\d) (?=\d)/, '\u00a0').replace('\u00a0', ' '),
    );
    expect(fieldsOf(again, /^Förhandsgranska$/).get('reason')).toBe('för att');
    expect(fieldsOf(again, /^Förhandsgranska$/).get('status')).toBe('delayed');
    expect(wordsOf(await preview(elvag, { comment: 'bara en kommentar' }))).toContain('Det här behövs.');
  });
});

describe('a meeting', () => {
  it('is moved, with its clashes told before', async () => {
    const shown = await preview(`edit/meeting/${meeting}`, { from: '2019-03-09', place: 'Salem' });
    expect(wordsOf(shown)).toMatch(/lördag 9 mars/);
    expect(wordsOf(shown)).toContain('Tänk på');
    await tab.press(shown, /^Ja/);
    const said = wordsOf(tab.page('calendar'));
    expect(said).toMatch(/lör 9 v\. 10 Ledningsgruppen Ändrat Lördag 9 mars kl\. 08\.30–11\.00 Salem/);
    expect(wordsOf(tab.page(''))).toContain('Lördag 9 mars Ledningsgruppen Ändrat Salem');
    expect(wordsOf(tab.page(`meeting/${meeting}`))).toContain('flyttades från fredag 8 mars');
  });

  it('is called off, and held after all', async () => {
    await tab.press(await tab.press(tab.page(`meeting/${meeting}`, secretary), /^Ställ in/), /^Ja/);
    expect(wordsOf(tab.page('calendar'))).toMatch(/Ledningsgruppen Inställt Fredag 8 mars/);
    expect(tab.page('')).toMatch(
      /class="mark cancelled"[^>]*meeting-ledningsgruppen-2019-03-08|data-key="meeting-ledningsgruppen-2019-03-08"/,
    );
    await tab.press(await tab.press(tab.page(`meeting/${meeting}`, secretary), /^Ta tillbaka/), /^Ja/);
    expect(wordsOf(tab.page('calendar'))).not.toContain('Inställt');
  });

  it('is new', async () => {
    const shown = await preview('edit/new-meeting', {
      owner: 'group ledningsgruppen',
      from: '2019-05-24',
      place: 'Tyresö',
    });
    await tab.press(shown, /^Ja/);
    expect(wordsOf(tab.page('calendar'))).toContain(
      'fre 24 v. 21 Ledningsgruppen Ändrat Fredag 24 maj kl. 08.30–11.00 Tyresö',
    );
  });
});

describe('hosts', () => {
  it('are several choices of one form', async () => {
    const shown = await preview('edit/hosts/sodertornskonferensen?year=2023', { hosts: ['haninge', 'salem'] });
    await tab.press(shown, /^Ja/);
    expect(wordsOf(tab.page('hosts'))).toContain('2023 Haninge och Salem');
  });
});

describe('nothing is changed', () => {
  it.each([
    ['somebody who is no secretary', member],
    ['somebody who leads a group', { ...member, name: base.people[0]?.name ?? 'none' }],
    ['somebody who is called as the secretary is', { ...member, name: secretary.name }],
    ['somebody unknown', null],
  ])('by %s', async (_, person) => {
    const form = filled(tab.page(elvag, secretary), { status: 'done' });
    expect(wordsOf(await tab.post(form, person))).not.toContain('Är det rätt');
    const shown = await tab.post(form, secretary);
    expect(wordsOf(await tab.press(shown, /^Ja/, person))).not.toContain('Klart');
    expect(await tab.ledger()).toEqual([]);
  });

  it('by another secretary on a colleague’s preview', async () => {
    const shown = await preview(elvag, { status: 'done' });
    await tab.press(shown, /^Ja/, colleague);
    expect(await tab.ledger()).toEqual([]);
  });

  it('twice, however often a preview is confirmed', async () => {
    const shown = await preview(elvag, { status: 'done' });
    await Promise.all([tab.press(shown, /^Ja/), tab.press(shown, /^Ja/), tab.press(shown, /^Ja/)]);
    expect(wordsOf(await tab.press(shown, /^Ja/))).toMatch(/redan|var gjord/i);
    expect(await tab.ledger()).toHaveLength(1);
  });

  it('over what a colleague has changed since the form was opened', async () => {
    const form = filled(tab.page(`edit/meeting/${meeting}`, secretary), { place: 'Salem' });
    const other = await tab.post(
      filled(tab.page(`edit/meeting/${meeting}`, colleague), { place: 'Tyresö' }),
      colleague,
    );
    await tab.press(other, /^Ja/, colleague);
    const again = await tab.post(form);
    expect(wordsOf(again)).toContain('Karl Kollega har ändrat det här');
    expect(fieldsOf(again, /^Förhandsgranska$/).get('place')).toBe('Tyresö');
  });

  it.each([
    ['nothing', {}],
    ['no JSON', { action: '{' }],
    ['another thing', { action: '{"drop":"table"}' }],
    ['a forged proposal', { action: '{"confirm":"AAAAAAAAAAAAAAAAAAAAAA"}' }],
    ['an undo of what was never done', { action: '{"undo":7}' }],
    ['a question', { action: JSON.stringify({ query: { kind: 'rights' } }) }],
    ['a form that there is not', { submission: '{"submit":{"kind":"drop"},"base":0}' }],
    ['a form of a record that there is not', { submission: '{"submit":{"kind":"status","activity":"none"},"base":0}' }],
    ['a link', { action: '{"url":"https://example.com/"}' }],
    ['a huge number', { action: '{"undo":1e308}' }],
  ])('by a post of %s', async (_, fields) => {
    const page = await tab.post({ ...fields });
    expect(page).toContain('<!doctype html>');
    expect(await tab.ledger()).toEqual([]);
  });
});

describe('a calendar link', () => {
  it('is made for the choice that is shown, and told once', async () => {
    const page = await tab.press(tab.page('calendar?group=ledningsgruppen'), /^Prenumerera/, member);
    expect(page).toMatch(/value="http:\/\/127\.0\.0\.1\/calendar\/[\w-]{43}\.ics"/);
    expect(page).toMatch(/href="webcal:/);
    expect(wordsOf(page)).toContain('ledningsgruppen');
    const owner = { tenant: member.tenant, person: member.person };
    expect(await tab.core.feeds.list(owner)).toHaveLength(1);
  });

  it('is not offered to whom nobody knows', () => {
    expect(tab.page('calendar', null)).not.toContain('Prenumerera');
  });
});

describe('another instance of the bot', () => {
  it('shows what was changed here, and goes on with what was begun here', async () => {
    const other = await startTab({ store: tab.store });
    const before = other.tag('plan');
    const shown = await preview(elvag, { status: 'delayed' });
    await other.press(shown, /^Ja/);
    expect(wordsOf(other.page('plan'))).toContain('Försenad');
    await expect.poll(() => wordsOf(tab.page('plan')), { timeout: 20_000 }).toContain('Försenad');
    expect(other.tag('plan')).not.toBe(before);
    await other.stop();
  });
});

describe('the log', () => {
  it('has nothing of what was written', async () => {
    const secret = 'Hemligheten';
    const shown = await preview(elvag, { status: 'done', comment: secret, reason: secret });
    await tab.press(shown, /^Ja/);
    expect(JSON.stringify(tab.lines)).not.toContain(secret);
  });
});
