// "Hur går det?": set in a sentence, asked before a meeting, answered by a press or in words, approved, reported.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  colleague,
  member,
  type Person,
  type Said,
  type Secretariat,
  secretary,
  startSecretariat,
} from './support/secretariat.ts';
import { tenant } from './support/service.ts';
import { met, recipientOf, type Sent, sweep } from './support/sweeping.ts';

const anna: Person = { tenant, person: '44444444-4444-4444-8444-444444444444', name: 'Anna Ek', teamsId: '29:anna' };
const bo: Person = { tenant, person: '55555555-5555-4555-8555-555555555555', name: 'Bo Lund', teamsId: '29:bo' };

let bot: Secretariat;
beforeEach(async () => {
  bot = await startSecretariat('2019-03-01T09:00');
  for (const who of [anna, bo, member, secretary]) await met(bot, who);
  await bot.say('påminn mig om det som rör Nykvarn', anna);
  await swept();
});
afterEach(() => bot.stop());

/** What a sweep sends, but for the weekly report on the sending. */
const swept = async () => (await sweep(bot)).filter(({ spoken }) => !spoken.startsWith('Påminnelserna den senaste'));

/** The questions go out a month before 4 April, at twelve. */
async function turnOn(): Promise<void> {
  const shown = await bot.say('fråga om status en månad före kommitténs möten', secretary);
  expect(shown.spoken).toMatch(
    /^De som ansvarar för aktiviteter får frågan ”hur går det\?” 1 månad före varje möte med samarbetskommittén/,
  );
  await bot.press(shown.press(/^Ja/));
}
async function asked(): Promise<Sent[]> {
  await turnOn();
  bot.setNow('2019-03-04T12:01');
  return swept();
}
const button = ({ suggestions }: Pick<Said, 'suggestions'>, title: RegExp) =>
  suggestions.find((one) => title.test(one.title))?.action;
const reports = () => bot.store.reports.open();
const toAnna = (sent: readonly Sent[]) =>
  sent.filter(({ to }) => JSON.stringify(to) === JSON.stringify(recipientOf(anna)));

describe('the question', () => {
  it('is asked of nobody unless it was set', async () => {
    bot.setNow('2019-03-04T12:01');
    expect(await swept()).toEqual([]);
  });

  it('comes once to who follows the municipality that answers, for all of its activities in one message', async () => {
    const [question, ...others] = await asked();
    expect(others).toEqual([]);
    expect(question?.to).toEqual(recipientOf(anna));
    expect(question?.spoken).toMatch(
      /^Hur går det med .*\? Sekretariatet samlar läget inför mötet med samarbetskommittén torsdag 4 april\./,
    );
    expect(question?.spoken).toMatch(/Sedan frågar jag om:/);
    expect(question?.suggestions.map(({ title }) => title)).toEqual(['På gång', 'Klar', 'Försenad']);
    expect(JSON.stringify(question?.card)).toContain('"Input.Text"');
    expect(await swept()).toEqual([]);
  });

  it('comes at once where its time has passed already when it is set', async () => {
    bot.setNow('2019-03-20T10:00');
    await turnOn();
    expect(toAnna(await swept())).toHaveLength(1);
  });

  it('comes again exactly once, half-way to the meeting, to who has not answered', async () => {
    await asked();
    bot.setNow('2019-03-20T12:00');
    const chased = toAnna(await swept());
    expect(chased.map(({ spoken }) => spoken.slice(0, 23))).toEqual(['Jag frågar en gång till']);
    for (const day of ['21', '27']) {
      bot.setNow(`2019-03-${day}T12:00`);
      expect(toAnna(await swept())).toEqual([]);
    }
  });

  it('is not asked again of what has been answered', async () => {
    let [next]: Pick<Said, 'suggestions'>[] = await asked();
    for (let count = 0; next && button(next, /Klar/) && count < 20; count += 1) {
      next = await bot.press(button(next, /Klar/), anna);
    }
    bot.setNow('2019-03-20T12:00');
    expect(toAnna(await swept())).toEqual([]);
  });

  it('goes to a network’s leader and not to its followers', async () => {
    await bot.say('påminn mig om ekonomicheferna', bo);
    const mentions = { mentions: [{ teamsId: member.teamsId, name: member.name }] };
    const shown = await bot.say('utse Lena Ledamot till ledare för ekonomicheferna', secretary, mentions);
    await bot.press(shown.press(/^Ja/));
    await swept();
    const sent = await asked();
    const to = sent.filter(({ spoken }) => /Hur går det med/.test(spoken)).map(({ to }) => to);
    expect(to).toContainEqual(recipientOf(member));
    expect(to).not.toContainEqual(recipientOf(bo));
  });

  it('is put to a channel too', async () => {
    const channel = { scope: 'channel', conversation: '19:kanal@thread.tacv2' } as const;
    await bot.say('påminn oss här om det som rör Tyresö', bo, channel);
    await bot.store.references.put({
      recipient: { kind: 'conversation', tenant, conversation: '19:kanal@thread.tacv2' },
      scope: 'channel',
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      conversation: '19:kanal@thread.tacv2',
      bot: '28:bot',
      teamsId: null,
      team: null,
      name: 'Kanalen',
      locale: 'sv',
      refreshedAt: '2019-03-01T08:00:00.000Z',
    });
    const question = (await asked()).find(({ to }) => to.kind === 'conversation');
    const said = await bot.say('', bo, { ...channel, action: question && button(question, /Klar/) });
    expect(said.spoken).toMatch(/^Tack!/);
    expect(await reports()).toMatchObject([{ author: { name: 'Bo Lund' } }]);
  });
});

describe('the answer', () => {
  it('takes a press, with a comment from the card, and goes on to the next', async () => {
    const [question] = await asked();
    const action = { ...(question && (button(question, /Försenad/) as object)), comment: ' väntar på\nTrafikverket ' };
    const said = await bot.press(action, anna);
    expect(said.spoken).toMatch(
      /^Tack! Sekretariatet får veta att .* är försenad \(”väntar på Trafikverket”\)\. I planen står det när de har godkänt det\. Nästa: hur går det med/,
    );
    expect(said.suggestions.map(({ title }) => title)).toEqual(['På gång', 'Klar', 'Försenad']);
    expect(await reports()).toMatchObject([
      { status: 'delayed', comment: 'väntar på Trafikverket', author: { name: 'Anna Ek' } },
    ]);
    expect(await bot.ledger()).toHaveLength(1);
  });

  it('may be given in words, and a comment be added', async () => {
    await asked();
    expect((await bot.say('godsstrategierna: försenade', anna)).spoken).toMatch(/^Tack!/);
    expect((await bot.say('kommentar: väntar på Trafikverket', anna)).spoken).toMatch(
      /^Ändrat! .*väntar på Trafikverket/,
    );
    expect(await reports()).toMatchObject([{ status: 'delayed', comment: 'väntar på Trafikverket' }]);
  });

  it.each<[string, (question: Sent) => Promise<Said>, RegExp]>([
    ['of somebody who was not asked', (q) => bot.press(button(q, /Klar/), member), /^Du har inte fått den frågan/],
    [
      'forged, of another activity',
      () => bot.press(forged({ activity: 'skyltfonster-sodertorn' }), anna),
      /^Du har inte fått den frågan/,
    ],
    [
      'forged, of a meeting that is not asked about',
      () => bot.press(forged({ meeting: 'nowhere' }), anna),
      /^Du har inte fått/,
    ],
    [
      'too late',
      (q) => {
        bot.setNow('2019-04-04T12:00');
        return bot.press(button(q, /Klar/), anna);
      },
      /har redan börjat, så svaret kom för sent/,
    ],
    ['without a name', (q) => bot.say('', null, { action: button(q, /Klar/) }), /^Jag ser inte vem du är/],
  ])('%s does nothing, and says why', async (_what, act, expected) => {
    const [question] = await asked();
    if (!question) throw new Error('nothing was asked');
    expect((await act(question)).spoken).toMatch(expected);
    expect(await reports()).toEqual([]);
  });

  it('pressed twice is one, and pressed otherwise takes its place', async () => {
    const [question] = await asked();
    const klar = question && button(question, /Klar/);
    await bot.press(klar, anna);
    expect((await bot.press(klar, anna)).spoken).toMatch(/^Det svaret har jag redan/);
    expect((await bot.press(question && button(question, /På gång/), anna)).spoken).toMatch(/^Ändrat!/);
    expect(await reports()).toMatchObject([{ status: 'ongoing' }]);
  });
});

const forged = (fields: object) => ({
  query: {
    kind: 'check-ins',
    wish: {
      act: 'answer',
      activity: 'godsstrategier',
      meeting: 'samarbetskommitten-2019-04-04',
      status: 'done',
      comment: null,
      ...fields,
    },
  },
});

describe('the verdict', () => {
  async function answered(): Promise<Sent[]> {
    const [question] = await asked();
    await bot.press(question && button(question, /Försenad/), anna);
    bot.setNow('2019-03-04T14:00');
    return swept();
  }

  it('is asked of the secretariat once an hour at most, and puts the answer into the plan with who gave it', async () => {
    const [message, ...others] = await answered();
    expect(others).toEqual([]);
    expect(message?.to).toEqual(recipientOf(secretary));
    expect(message?.spoken).toMatch(/^Anna Ek svarar att .* är försenad\. Ska det in i planen\?/);
    const said = await bot.press(message && button(message, /Godkänn/), colleague);
    expect(said.spoken).toMatch(/^Godkänt: /);
    expect((await bot.ledger()).at(-1)).toMatchObject({
      author: { name: 'Karl Kollega' },
      change: { kind: 'post-status', status: 'delayed', reported: { by: { name: 'Anna Ek' } } },
    });
    expect(await reports()).toEqual([]);
    expect(await swept()).toEqual([]);
  });

  it('pressed twice, or by two at once, is one change; then nothing more can be answered or rejected', async () => {
    const [message] = await answered();
    const approve = message && button(message, /Godkänn/);
    const [question] = [forged({})];
    await Promise.all([bot.say('', secretary, { action: approve }), bot.say('', colleague, { action: approve })]);
    expect((await bot.press(approve)).spoken).toMatch(/^Det var redan godkänt/);
    expect(await bot.ledger()).toHaveLength(2);
    expect((await bot.press(message && button(message, /Avvisa/))).spoken).toMatch(/redan godkänt/);
    expect(question).toBeDefined();
  });

  it('no changes nothing', async () => {
    const [message] = await answered();
    expect((await bot.press(message && button(message, /Avvisa/))).spoken).toMatch(/^Avvisat/);
    expect((await bot.press(message && button(message, /Godkänn/))).spoken).toMatch(/redan avvisat/);
    expect(await bot.ledger()).toHaveLength(1);
  });

  it('on an answer that is another by now is refused, and shows the new one', async () => {
    const [message] = await answered();
    const { report } = (message && (button(message, /Godkänn/) as { query: { wish: { report: string } } }))?.query
      .wish ?? { report: '' };
    const open = await bot.store.reports.find(report);
    bot.setNow('2019-03-04T14:10');
    await bot.press(
      {
        query: {
          kind: 'check-ins',
          wish: { act: 'answer', activity: open?.activity, meeting: open?.meeting, status: 'done', comment: null },
        },
      },
      anna,
    );
    expect((await bot.press(message && button(message, /Godkänn/))).spoken).toMatch(
      /inget är godkänt\. Så här lyder det nu: .* klar/,
    );
    expect(await bot.ledger()).toHaveLength(1);
  });

  it('of anybody else does nothing, says why, and is logged', async () => {
    const [message] = await answered();
    for (const title of [/Godkänn/, /Avvisa/]) {
      expect((await bot.press(message && button(message, title), anna)).spoken).toMatch(/^Bara sekretariatet/);
    }
    expect((await bot.say('vilka svar väntar?', anna)).spoken).toMatch(/^Bara sekretariatet/);
    expect(bot.lines.filter((line) => /not a secretary/.test(JSON.stringify(line)))).toHaveLength(3);
    expect(await reports()).toHaveLength(1);
  });

  it('is refused where the status was changed meanwhile', async () => {
    const [message] = await answered();
    const [open] = await reports();
    const shown = await bot.say('godsstrategierna: klara', secretary);
    await bot.press(shown.press(/^Ja/));
    const isSame = open?.activity === 'godsstrategier';
    const said = await bot.press(message && button(message, /Godkänn/));
    expect(said.spoken).toMatch(isSame ? /ändrade|ändrats/ : /^Godkänt/);
  });
});

describe('the report', () => {
  it('comes to the secretariat three working days before the meeting, once', async () => {
    const [question] = await asked();
    await bot.press(question && button(question, /Försenad/), anna);
    bot.setNow('2019-04-01T08:01');
    const sent = (await swept()).filter(({ spoken }) => spoken.startsWith('Statusrapport'));
    expect(sent.map(({ to }) => to)).toEqual([recipientOf(secretary)]);
    expect(sent[0]?.spoken).toMatch(
      /^Statusrapport inför mötet med samarbetskommittén torsdag 4 april: 32 utan rapporterad status/,
    );
    expect(sent[0]?.spoken).toMatch(
      /Svar som väntar på godkännande:[\s\S]*försenad[\s\S]*Har inte svarat:[\s\S]*Anna Ek/,
    );
    expect((await swept()).filter(({ spoken }) => spoken.startsWith('Statusrapport'))).toEqual([]);
  });

  it('can be asked for by anybody, who does not see what is not approved', async () => {
    const [question] = await asked();
    await bot.press(question && button(question, /Försenad/), anna);
    expect((await bot.say('statusrapport', secretary)).spoken).toMatch(/Svar som väntar/);
    const said = await bot.say('statusrapport', member);
    expect(said.spoken).toMatch(/^Statusrapport inför/);
    expect(said.spoken).not.toMatch(/väntar på godkännande|Har inte svarat/);
    expect((await bot.say('status report before the committee meeting', member)).spoken).toMatch(
      /^Status report before/,
    );
  });
});

describe('setting it', () => {
  it('tells what is asked when, and of what nobody can be asked', async () => {
    expect((await bot.say('vilka statusfrågor är inställda?', member)).spoken).toMatch(
      /^Inga frågor om status är inställda/,
    );
    await turnOn();
    const said = await bot.say('vilka statusfrågor är inställda?', member);
    expect(said.spoken).toMatch(
      /1 månad före varje möte med samarbetskommittén\. Nästa gång: måndag 4 mars kl\. 12\.00, svensk tid/,
    );
    expect(said.spoken).toMatch(/av 32 aktiviteter har någon som kan få frågan\.[\s\S]*Här vet jag ingen att fråga:/);
  });

  it('is ended in a sentence, and can be undone', async () => {
    await turnOn();
    const shown = await bot.say('sluta fråga om status', secretary);
    const done = await bot.press(shown.press(/^Ja/));
    bot.setNow('2019-03-04T12:01');
    expect(await swept()).toEqual([]);
    const undo = await bot.press(done.press(/^Ångra/));
    await bot.press(undo.press(/^Ja/));
    expect(toAnna(await swept())).toHaveLength(1);
  });

  it.each([
    ['fråga om status före kommitténs möten', /^Hur lång tid före mötena ska jag fråga/],
    ['fråga om status en månad före', /^I vilken grupp|^Vilken grupp/],
    ['fråga om status 2 år före kommitténs möten', /för långt/],
    ['sluta fråga om status', /Det finns inga sådana frågor/],
  ])('asks or says why: "%s"', async (text, expected) => {
    expect((await bot.say(text, secretary)).spoken).toMatch(expected);
    expect(await bot.ledger()).toEqual([]);
  });

  it('is the secretariat’s alone', async () => {
    expect((await bot.say('fråga om status en månad före kommitténs möten', member)).spoken).toMatch(/sekretariatet/i);
    expect(await bot.ledger()).toEqual([]);
  });
});
