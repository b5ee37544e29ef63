// Sentences about reminders, how they are read, and sentences that are about something else.
import { describe, expect, it } from 'vitest';
import { loadPlan } from '../src/documents/yaml.ts';
import { MeetingId } from '../src/plan/ids.ts';
import { type Context, noContext, noFocus, type RemindersQuery, wish } from '../src/query.ts';
import { leadsIn } from '../src/understand/reminder-leads.ts';
import { clipOf } from '../src/understand/sentence.ts';
import { understand } from '../src/understand/understand.ts';
import { makeVocabulary } from '../src/understand/vocabulary.ts';

const plan = loadPlan('data/sodertorn');
const vocabulary = makeVocabulary(plan);
const now = { day: '2019-03-01', time: '09:00' };

function read(text: string, context: Context = noContext) {
  return understand(text, context, plan, vocabulary, now);
}

/** "start samarbetskommitten 14days+1days for:Anna Ek": what is said of a wish, and nothing of what is not. */
function told(query: RemindersQuery): string {
  const { act, groups, conferences, municipalities, activities, everything, leads, digest, until, whom, only } = query;
  return [
    act,
    [...groups, ...conferences, ...municipalities, ...activities, ...(everything ? ['everything'] : [])].join(','),
    leads.map(({ amount, unit }) => `${amount}${unit}`).join('+'),
    digest === null ? '' : `digest:${digest}`,
    until ?? '',
    whom.kind === 'me'
      ? ''
      : whom.kind === 'here'
        ? 'here'
        : whom.kind === 'leaders'
          ? `leaders:${whom.groups.join(',')}`
          : `for:${whom.name}`,
    only ? 'only' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function asked(text: string, context: Context = noContext): string {
  const { query } = read(text, context);
  return query.kind === 'reminders' ? told(query) : query.kind;
}

describe('a wish in Swedish', () => {
  it.each([
    ['påminn mig en vecka innan kommitténs möten', 'start samarbetskommitten 1weeks'],
    ['påminn mig om rådslaget 3 månader och 2 dagar före', 'start radslaget 3months+2days'],
    ['jag vill bli påmind om ledningsgruppens möten', 'start ledningsgruppen'],
    ['påminnelse 30 minuter innan', 'start 30minutes'],
    ['påminn oss här i kanalen om alla möten', 'start everything here'],
    ['påminn Anna Ek om klimatnätverket', 'start klimatstrateger for:Anna Ek'],
    ['påminn mig', 'start'],
    ['påminn mig 400 år innan', 'start 400years'],
    ['pamin mig om ledningsgruppen 2v innan', 'start ledningsgruppen 2weeks'],
    ['Påminn mig om elvägen', 'start elvag'],
    ['påminn mig om mötet 9 maj', 'start samarbetskommitten'],
    ['påminn mig en timme före LG', 'start ledningsgruppen 1hours'],
    ['Kan du påminna mig om nyckeltalsdagen en månad i förväg?', 'start nyckeltalsdagen 1months'],
    ['kan jag få en påminnelse dagen före kommitténs möten?', 'start samarbetskommitten 1days'],
    ['ge mig påminnelser om Haninge', 'start haninge'],
    ['påminn kommittémötet 1 dag före', 'start samarbetskommitten 1days'],
    ['påminn ledningsgruppens möten 24h innan', 'start ledningsgruppen 24hours'],
    ['säg till en vecka innan kommittémötet', 'start samarbetskommitten 1weeks'],
    ['hör av dig dagen före rådslaget', 'start radslaget 1days'],
    ['påminn mig om allt', 'start everything'],
    ['påminn mig två veckor före varje möte', 'start everything 2weeks'],
    ['vill ha påminnelser om klimatstrategerna', 'start klimatstrateger'],
    ['sätt upp en påminnelse för Anna Ek om kommitténs möten', 'start samarbetskommitten for:Anna Ek'],
    ['påminn mig bara en dag innan kommitténs möten', 'start samarbetskommitten 1days only'],
    ['påminn mig istället 3 dagar innan rådslaget', 'start radslaget 3days only'],
    [
      'påminn mig om kommittén och ledningsgruppen två veckor och en timme före',
      'start samarbetskommitten,ledningsgruppen 2weeks+1hours',
    ],
    ['påminn mig samma dag som kommittén träffas', 'start samarbetskommitten 1hours'],
    ['påminn mig en halvtimme innan LG-mötena', 'start ledningsgruppen 30minutes'],
    ['påminn mig 1,5 timme före ledningsgruppen', 'start ledningsgruppen 90minutes'],
    ['påminn mig 14 dagar och 1 dag före kommitténs möten', 'start samarbetskommitten 14days+1days'],
    ['påminn hela gruppen om rådslaget', 'start radslaget here'],
    ['påminn oss om ledningsgruppens möten', 'start ledningsgruppen here'],
    ['Hej! Påminn mig gärna en vecka före kommitténs möten, tack!', 'start samarbetskommitten 1weeks'],
    ['PÅMINN MIG OM KOMMITTÉN', 'start samarbetskommitten'],
    ['skicka påminnelse 2 dagar innan kommittén', 'start samarbetskommitten 2days'],
    ['påminn mig 2 veckor i förväg om rådslaget', 'start radslaget 2weeks'],
    ['påminn mig om Haninges värdskap', 'start haninge'],
    ['påminn mig om lönesamtal', 'start'],
    ['skicka veckobrev', 'start digest:true'],
    ['jag vill ha veckobrev', 'start digest:true'],
    ['skicka en veckosammanfattning varje måndag', 'start digest:true'],
    ['veckobrev om ledningsgruppen tack', 'start ledningsgruppen digest:true'],
    ['ingen veckosammanfattning', 'stop digest:false'],
    ['sluta skicka veckobrev', 'stop digest:false'],
    ['sluta påminna mig', 'stop'],
    ['sluta påminna mig om kommittén', 'stop samarbetskommitten'],
    ['sluta påminna Anna Ek', 'stop for:Anna Ek'],
    ['inga fler påminnelser', 'stop'],
    ['jag vill inte ha några påminnelser', 'stop'],
    ['jag vill inte bli påmind längre', 'stop'],
    ['påminn mig inte mer', 'stop'],
    ['stäng av påminnelserna', 'stop'],
    ['avprenumerera', 'stop'],
    ['ta bort påminnelsen om rådslaget', 'stop radslaget'],
    ['pausa', 'pause'],
    ['pausa till 1 september', 'pause 2019-08-31'],
    ['pausa påminnelserna till och med 1 september', 'pause 2019-09-01'],
    ['pausa till 1 februari', 'pause 2020-01-31'],
    ['pausa i två veckor', 'pause 2019-03-14'],
    ['pausa en månad', 'pause 2019-03-31'],
    ['pausa över sommaren', 'pause 2019-08-31'],
    ['pausa resten av året', 'pause 2019-12-31'],
    ['pausa tills vidare', 'pause 9999-12-31'],
    ['pausa påminnelserna om ledningsgruppen till maj', 'pause ledningsgruppen 2019-04-30'],
    ['inga påminnelser förrän 1 maj', 'pause 2019-04-30'],
    ['sluta påminna mig till midsommar', 'pause 2019-06-20'],
    ['återuppta påminnelserna', 'resume'],
    ['återuppta', 'resume'],
    ['påminn mig igen', 'resume'],
    ['avsluta pausen', 'resume'],
    ['vilka påminnelser har jag?', 'list'],
    ['mina påminnelser', 'list'],
    ['vilka påminnelser har vi här?', 'list here'],
    ['när påminner du mig om kommittémötet?', 'list'],
    ['vad påminner du mig om?', 'list'],
    ['hur får jag påminnelser?', 'list'],
    ['varför fick jag ingen påminnelse?', 'list'],
    ['varför fick jag detta?', 'why'],
    ['varför fick jag den här påminnelsen?', 'why'],
    ['varför skickar du detta till mig?', 'why'],
    ['hur går det med påminnelserna?', 'health'],
    ['status för påminnelserna', 'health'],
    ['har påminnelserna gått ut?', 'health'],
    ['vilka påminnelser misslyckades?', 'health'],
  ])('%s', (text, expected) => {
    expect(asked(text)).toBe(expected);
    expect(read(text).language).not.toBe('en');
  });
});

describe('a wish in English', () => {
  it.each([
    ["remind me a week before the committee's meetings", 'start samarbetskommitten 1weeks'],
    ['remind us two weeks before the management group', 'start ledningsgruppen 2weeks here'],
    ['remind Anna Ek about the climate network', 'start klimatstrateger for:Anna Ek'],
    ['Remind this channel of all meetings', 'start everything here'],
    ['set a reminder for the meeting on 9 May', 'start samarbetskommitten'],
    ['let me know two days before the management group meets', 'start ledningsgruppen 2days'],
    ['I want to be reminded the day before the committee meets', 'start samarbetskommitten 1days'],
    ['send me a weekly digest', 'start digest:true'],
    ['no weekly summary', 'stop digest:false'],
    ['stop reminding me', 'stop'],
    ['no more reminders', 'stop'],
    ['unsubscribe', 'stop'],
    ['pause until 1 September', 'pause 2019-08-31'],
    ['pause my reminders until May', 'pause 2019-04-30'],
    ['snooze for two weeks', 'pause 2019-03-14'],
    ['resume my reminders', 'resume'],
    ['what reminders do I have?', 'list'],
    ['my reminders', 'list'],
    ['why did I get this?', 'why'],
    ['why are you reminding me?', 'why'],
    ['how are the reminders doing?', 'health'],
  ])('%s', (text, expected) => {
    expect(asked(text)).toBe(expected);
    expect(read(text).language).toBe('en');
  });
});

describe('a list', () => {
  it.each([
    [
      'påminn mig om kommittén och konferenserna',
      'start samarbetskommitten,sodertornskonferensen,radslaget,nyckeltalsdagen',
    ],
    ['påminn mig om elvägen och kommittén', 'start samarbetskommitten,elvag'],
    ['påminn mig om haninge och ledningsgruppen', 'start ledningsgruppen,haninge'],
    ['påminn mig om alla möten och konferenser', 'start everything'],
    ['skicka inte fler påminnelser om kommittén', 'stop samarbetskommitten'],
    ['påminn mig om elväg och ada', 'start projekt-ada,elvag'],
    ['remind me about the committee and the management group', 'start samarbetskommitten,ledningsgruppen'],
    ['remind me 2 weeks and 3 hours before the committee', 'start samarbetskommitten 2weeks+3hours'],
  ])('%s', (text, expected) => {
    expect(asked(text)).toBe(expected);
    expect(unreadOf(text)).toBeUndefined();
  });
});

/** What was said and not understood; undefined where all was. */
function unreadOf(text: string): string | undefined {
  const { query } = read(text);
  return query.kind === 'reminders' ? query.unread : `no wish: ${query.kind}`;
}

describe('words of weight that are left unread', () => {
  it.each([
    ['påminn mig om alla möten utom ledningsgruppens', 'utom ledningsgruppens'],
    ['påminn mig om allt utom kommittén', 'utom kommittén'],
    ['remind me of everything except the committee', 'except the committee'],
    ['påminn mig om kommittén men inte ledningsgruppen', 'inte ledningsgruppen'],
    ['sluta påminna mig om allt utom kommittén', 'utom kommittén'],
    ['pausa allt utom kommittén till maj', 'utom kommittén till maj'],
    ['påminn mig 2 dagar efter kommittén', 'efter'],
    ['påminn mig -3 dagar innan kommittén', '-3 dagar'],
    ['påminn mig 0 dagar innan kommittén', '0 dagar'],
    ['påminn mig en och en halv vecka innan kommittén', 'halv vecka'],
    ['påminn mig 2 arbetsdagar innan kommittén', '2 arbetsdagar'],
    ['påminn mig tio dar innan kommittén', 'tio dar'],
    ['påminn mig 1 och 2 veckor innan kommittén', '1'],
    ['påminn mig 1-2 veckor innan kommittén', '1-2 veckor'],
    ['remind me half a day before the committee', 'half'],
    ['remind me at 9 am on the day of the committee', 'at 9 am'],
    ['påminn mig kl 8 dagen innan kommittén', 'kl 8'],
    ['påminn mig 1 maj om kommittén', '1 maj'],
    ['påminn mig i höst om kommittén', 'i höst'],
    ['påminn mig imorgon om kommittén', 'imorgon'],
    ['påminn mig en gång om kommittén', 'en gång'],
    ['påminn mig om nästa kommittémöte bara', 'nästa … bara'],
    ['påminn mig om handlingarna till kommittén', 'handlingarna'],
    ['påminn mig för mötena i maj', 'i maj'],
    ['påminn mig om kommittén på engelska', 'engelska'],
    ['påminn mig om kommitténs möten i Haninge', 'Haninge'],
    ['påminn mig om kommittén och lönesamtal', 'lönesamtal'],
    ['påminn mig 1 dag innan kommittén och 1 vecka innan ledningsgruppen', '1 vecka innan ledningsgruppen'],
    ['påminn alla om kommittén', 'alla'],
    ['påminn alla', 'alla'],
    ['remind everyone about the committee', 'everyone'],
  ])('%s', (text, words) => {
    expect(unreadOf(text)).toBe(words);
  });

  it.each([
    'påminn mig om kommittémötet 9 maj',
    'påminn mig om rådslaget 2019',
    'påminn mig om LG - 2 veckor innan',
    'påminn mig två veckor och en timme innan kommittén och ledningsgruppen',
    'påminn oss alla om kommittén',
    'påminn mig om OD-analysen',
    'sluta påminna mig om kommittén',
  ])('and none of "%s"', (text) => {
    expect(unreadOf(text)).toBeUndefined();
  });

  it('is not carried on to the next wish', () => {
    const { query } = read('påminn mig för mötena i maj');
    expect(read('kommittén', { ...noContext, last: query }).query.kind).not.toBe('reminders');
  });
});

it('takes no ordinary word for a length of time', () => {
  const words =
    'and av ad ah an at am ar ad add än är and av eh enhet envar end en ett a tvåan sexh sexd trev tiov and hav avd anv andas andan med dem dag day days vecka week år man min mins';
  for (const word of words.split(' '))
    expect([word, leadsIn(clipOf(`om ${word} kommittén`)).leads]).toEqual([word, []]);
});

it.each(['sluta', 'stopp', 'stop', 'unsubscribe', 'unsubscribe me'])(
  '"%s" ends everything, unless a change is being talked of',
  (text) => {
    expect(asked(text)).toBe('stop');
  },
);

it('asks until when, where the day does not exist', () => {
  expect(asked('pausa till 30 februari')).toBe('pause');
});

// === What was just shown or asked

const meeting = MeetingId.parse('samarbetskommitten-2019-04-04');
const shown: Context = { ...noContext, focus: { ...noFocus, meetings: [meeting] } };
const afterWish = (query: RemindersQuery): Context => ({ ...noContext, last: query });

describe('in a conversation', () => {
  it.each([
    ['påminn mig', 'start samarbetskommitten'],
    ['påminn mig om det', 'start samarbetskommitten'],
    ['påminn mig dagen innan', 'start samarbetskommitten 1days'],
    ['påminn oss om mötet', 'start samarbetskommitten here'],
    ['remind me', 'start samarbetskommitten'],
    ['påminn mig om ledningsgruppen', 'start ledningsgruppen'],
    ['påminn mig om lönesamtal', 'start'],
  ])('"%s" is about the meeting just shown, unless it names another', (text, expected) => {
    expect(asked(text, shown)).toBe(expected);
  });

  it.each([
    ['kommittén', afterWish(wish('start')), 'start samarbetskommitten'],
    ['ledningsgruppens möten', afterWish(wish('start', { whom: { kind: 'here' } })), 'start ledningsgruppen here'],
    ['en månad', afterWish(wish('pause')), 'pause 2019-03-31'],
    ['till 1 maj', afterWish(wish('pause')), 'pause 2019-04-30'],
    ['sluta', afterWish(wish('list')), 'stop'],
  ])('"%s" answers what the bot asked', (text, context, expected) => {
    expect(asked(text, context)).toBe(expected);
  });

  it.each(['När är nästa kommittémöte?', 'vem är värd 2020?', 'hej', 'tack'])('"%s" asks something else', (text) => {
    expect(asked(text, afterWish(wish('start')))).not.toMatch(/^start/);
  });
});

// === Something else

describe('no wish about reminders', () => {
  it.each([
    'När är nästa möte?',
    'pausa elvägen',
    'pausa elvägen till 1 september',
    'sätt elvägen till pausad',
    'elväg: pausad, budgeten är slut',
    'återuppta elvägen',
    'starta elvägen',
    'avsluta elvägen',
    'ställ in kommittémötet 9 maj',
    'flytta kommittémötet 9 maj till 16 maj',
    'varför är mötet i Botkyrka?',
    'varför fick Haninge värdskapet?',
    'why is the committee meeting in Salem?',
    'hur går det med elvägen?',
    'hur går det?',
    'hur går det med e-arkivet?',
    'vilka aktiviteter är pausade?',
    'vilka möten har jag?',
    'vilka uppdrag har jag?',
    'sluta med elvägen',
    'nej',
    'can you remind me who chairs the committee?',
    'kan du påminna mig om när nästa kommittémöte är?',
    'påminn mig om vem som är ordförande',
    'hej',
    'tack',
    'vad kan du?',
    'vad händer i veckan?',
    'vad händer nästa vecka?',
    'ge mig en kalenderlänk till ledningsgruppens möten',
    'lägg nästa kommittémöte i min kalender',
    'vilka meddelanden har skickats?',
    'meddela att mötet är inställt',
    'när ska handlingarna skickas?',
    'vem är ordförande i kommittén?',
    'what has changed since last time?',
    'who hosts the council in 2020?',
    'cancel the committee meeting on 9 May',
    'stop the electric road',
    'vilken vecka är rådslaget?',
    'vad är det här?',
    'ångra',
  ])('%s', (text) => {
    expect(read(text).query.kind).not.toBe('reminders');
  });

  it('nor is a long letter', () => {
    expect(asked(`påminn mig ${'om det som vi talade om '.repeat(40)}`)).not.toMatch(/^start/);
  });
});
