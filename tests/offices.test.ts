// What comes and goes with an office and with a turn to host: told once, undone with its change.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { member, type Person, type Secretariat, secretary, startSecretariat } from './support/secretariat.ts';
import { tenant } from './support/service.ts';
import { met, recipientOf, sweep } from './support/sweeping.ts';

const anna: Person = {
  tenant,
  person: '44444444-4444-4444-8444-444444444444',
  name: 'Anna Ek',
  teamsId: '29:anna',
};
const bo: Person = { tenant, person: '55555555-5555-4555-8555-555555555555', name: 'Bo Lund', teamsId: '29:bo' };

let bot: Secretariat;
beforeEach(async () => {
  bot = await startSecretariat();
  for (const who of [anna, bo, member]) await met(bot, who);
  await sweep(bot);
});
afterEach(() => bot.stop());

const mention = (...people: readonly Person[]) => ({
  mentions: people.map(({ teamsId, name }) => ({ teamsId, name })),
});
const held = (who: Person) => bot.store.subscriptions.of(recipientOf(who));

async function appoint(who: Person, more = '') {
  const shown = await bot.say(`utse ${who.name} till ledare för planeringscheferna${more}`, secretary, mention(who));
  const done = await bot.press(shown.press(/^Ja/));
  return { shown, done };
}

describe('an office', () => {
  it('says before it is given what comes with it, gives it, and tells so', async () => {
    const { shown } = await appoint(anna);
    expect(shown.spoken).toContain('Påminnelser: Anna Ek får påminnelser 14 dagar och 1 dag före');
    expect(shown.spoken).toContain('Meddelas: 1');
    const [told] = await sweep(bot);
    expect(told?.to).toEqual(recipientOf(anna));
    expect(told?.spoken).toMatch(
      /^Du är nu ledare i planeringscheferna.*Därför påminner jag dig 14 dagar och 1 dag före/,
    );
    expect(told?.spoken).toMatch(/Sara Sekreterare har ställt in/);
    expect(await held(anna)).toMatchObject([
      { topic: { group: 'planeringschefer' }, withOffice: true, leads: [{ amount: 14 }, { amount: 1 }] },
    ]);
    expect(await sweep(bot)).toEqual([]);
  });

  it('moves with the next holder', async () => {
    await appoint(anna);
    await sweep(bot);
    bot.setNow('2019-03-04T10:00');
    const { shown } = await appoint(bo);
    expect(shown.spoken).toContain('Anna Ek får inte längre påminnelser');
    const told = await sweep(bot);
    expect(told.map(({ to, spoken }) => [to, spoken.slice(0, 30)])).toEqual(
      expect.arrayContaining([
        [recipientOf(anna), 'Du är inte längre ledare i pla'],
        [recipientOf(bo), 'Du är nu ledare i planeringsch'],
      ]),
    );
    expect([await held(anna), await held(bo)]).toMatchObject([[], [{ withOffice: true }]]);
  });

  it('is undone with its change', async () => {
    const { done } = await appoint(anna);
    await sweep(bot);
    const undo = await bot.press(done.press(/^Ångra/));
    await bot.press(undo.press(/^Ja/));
    expect((await sweep(bot)).map(({ spoken }) => spoken)).toMatchObject([/^Du är inte längre ledare/]);
    expect(await held(anna)).toEqual([]);
  });

  it('given and taken back between two sweeps tells nobody', async () => {
    const { done } = await appoint(anna);
    const undo = await bot.press(done.press(/^Ångra/));
    await bot.press(undo.press(/^Ja/));
    expect(await sweep(bot)).toEqual([]);
    expect(await held(anna)).toEqual([]);
  });

  it('begins and ends with its term', async () => {
    await appoint(anna, ' från 1 april till 30 april');
    expect(await sweep(bot)).toEqual([]);
    bot.setNow('2019-04-01T09:00');
    expect((await sweep(bot)).map(({ spoken }) => spoken.slice(0, 9))).toEqual(['Du är nu ']);
    bot.setNow('2019-05-02T09:00');
    expect((await sweep(bot)).map(({ spoken }) => spoken.slice(0, 19))).toEqual(['Du är inte längre l']);
    expect(await held(anna)).toEqual([]);
  });

  it('leaves what its holder has set themselves', async () => {
    await bot.say('påminn mig 3 dagar före planeringschefernas möten', anna);
    await appoint(anna);
    expect((await sweep(bot)).map(({ spoken }) => spoken)).toMatchObject([/har du redan/]);
    bot.setNow('2019-03-04T10:00');
    await appoint(bo);
    await sweep(bot);
    expect(await held(anna)).toMatchObject([{ leads: [{ amount: 3 }] }]);
  });

  it('gives nothing to a name that nobody in Teams is known by, and says so', async () => {
    const shown = await bot.say('utse Anna Ek till ledare för planeringscheferna', secretary);
    expect(shown.spoken).toContain('jag vet inte vem Anna Ek är i Teams');
    await bot.press(shown.press(/^Ja/));
    expect(await sweep(bot)).toEqual([]);
    // The same appointment with a mention is news.
    const { shown: again } = await appoint(anna);
    expect(again.spoken).toContain('Anna Ek får påminnelser');
  });

  it('made quietly is told to nobody', async () => {
    const shown = await bot.say(
      'utse Anna Ek till ledare för planeringscheferna utan att meddela',
      secretary,
      mention(anna),
    );
    await bot.press(shown.press(/^Ja/));
    expect(await sweep(bot)).toEqual([]);
    expect(await held(anna)).toMatchObject([{ withOffice: true }]);
  });
});

describe('a turn to host', () => {
  it('that goes to another is told to who was reminded of it, once, and to nobody else', async () => {
    await bot.say('påminn mig 3 månader före det som rör Nynäshamn', anna);
    await bot.say('påminn mig 3 månader före det som rör Nynäshamn', bo);
    bot.setNow('2019-10-02T09:00');
    const reminded = await sweep(bot);
    expect(reminded.filter(({ spoken }) => /2020.*Nynäshamn/.test(spoken))).not.toEqual([]);
    await bot.say('sluta påminna mig', bo);
    bot.setNow('2019-10-02T09:05');
    const shown = await bot.say('Salem är värd för rådslaget 2020', secretary);
    expect(shown.spoken).toContain('Meddelas: 1');
    await bot.press(shown.press(/^Ja/));
    const told = await sweep(bot);
    expect(told.map(({ to, spoken }) => [to, spoken.split('\n')[0]])).toEqual([
      [recipientOf(anna), expect.stringMatching(/^Nynäshamn är inte längre värd för .* 2020\. Nu är det Salem\.$/)],
    ]);
    expect(await sweep(bot)).toEqual([]);
    bot.setNow('2019-10-02T09:10');
    const undo = await bot.say('ångra', secretary);
    await bot.press(undo.press(/^Ja/));
    expect((await sweep(bot)).map(({ spoken }) => spoken)).toMatchObject([/^Nynäshamn är ändå värd/]);
  });
});

describe('reminders set by the secretariat', () => {
  it('for who leads a network, by the office or the name, and listed for them', async () => {
    await appoint(anna);
    const said = await bot.say('påminn ledaren för planeringscheferna en vecka innan rådslaget', secretary);
    expect(said.spoken).toMatch(/^Jag påminner Anna Ek 1 vecka före Rådslaget/);
    expect((await bot.say('påminn Anna Ek om kommitténs möten', secretary)).spoken).toMatch(/^Jag påminner Anna Ek/);
    const listed = await bot.say('vilka påminnelser har Anna Ek?', secretary);
    expect(listed.spoken).toMatch(/^Anna Ek får påminnelser om två saker/);
    expect((await bot.say('vilka påminnelser har Anna Ek?', bo)).spoken).toMatch(/^Bara sekretariatet/);
  });

  it('for all who lead networks, each of whom is told of', async () => {
    await appoint(anna);
    const shown = await bot.say('utse Bo Lund till ledare för ekonomicheferna', secretary, mention(bo));
    await bot.press(shown.press(/^Ja/));
    const said = await bot.say('påminn alla nätverksledare om rådslaget', secretary);
    expect(said.spoken).toMatch(/Jag påminner Anna Ek [\s\S]*Jag påminner Bo Lund/);
    expect((await bot.say('påminn alla nätverksledare om rådslaget', member)).spoken).toMatch(/^Bara sekretariatet/);
    expect(await held(member)).toEqual([]);
  });

  it('for an office that nobody is known to hold says so', async () => {
    const said = await bot.say('påminn ledaren för planeringscheferna om rådslaget', secretary);
    expect(said.spoken).toMatch(/^Jag vet inte vem som leder Planeringscheferna/);
    expect(await held(secretary)).toEqual([]);
  });
});

describe('the card of reminders', () => {
  const chosen = (action: unknown, topics: string, leads: string) => ({ ...(action as object), topics, leads });

  it('is offered where nothing is named, and sets all that is chosen', async () => {
    const asked = await bot.say('påminn mig', member);
    expect(JSON.stringify(asked.card)).toMatch(/"Input.ChoiceSet".*"group samarbetskommitten".*"14 days"/);
    const topics = 'group samarbetskommitten,municipality haninge';
    const said = await bot.press(chosen(asked.press(/^Påminn$/), topics, '7 days,2 hours'), member);
    expect(said.spoken).toMatch(/^Jag påminner dig 7 dagar och 2 timmar före samarbetskommitténs möten\..* Haninge/);
    expect(await held(member)).toMatchObject([{ leads: [{ amount: 7 }, { amount: 2 }] }, {}]);
  });

  it('with the usual times where none is chosen, and asked again where nothing is', async () => {
    const asked = await bot.say('påminn mig', member);
    const save = asked.press(/^Påminn$/);
    expect((await bot.press(chosen(save, '', '7 days'), member)).spoken).toMatch(/^Vad ska jag påminna om/);
    expect(
      (await bot.press(chosen(save, 'group nobody,nonsense,group samarbetskommitten', ''), member)).spoken,
    ).toMatch(/14 dagar och 1 dag före samarbetskommitténs möten/);
  });

  it('sets those of the chat that it stands in', async () => {
    const chat = { scope: 'group', conversation: '19:chatt@thread.v2' } as const;
    const asked = await bot.say('påminn oss', member, chat);
    const action = chosen(asked.press(/^Påminn$/), 'everything', '1 days');
    expect((await bot.say('', member, { ...chat, action })).spoken).toMatch(
      /^Jag påminner er här i chatten 1 dag före allt/,
    );
  });
});
