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
