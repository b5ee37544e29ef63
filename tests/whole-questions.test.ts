// A question that says all itself is answered alike whatever was spoken of before, which may have been weeks ago.
import { describe, expect, it } from 'vitest';
import { talking } from './support/talking.ts';

const take = talking();

const spokenOf = [
  'vem är värd för rådslaget 2022?',
  'när är nästa kommittémöte?',
  'ledningsgruppens möten i höst',
  'Vad ansvarar Tyresö för?',
  'vem ansvarar för systemanalysen?',
  'vem är ordförande i kommittén?',
  'vilka nätverk finns?',
  'hur stor är budgeten?',
  'vilka mål finns inom klimat?',
  'vad händer i april?',
  'hur går det med elvägen?',
  'vilka aktiviteter kostar något?',
  'när är Huddinge värd?',
  'möten i Salem',
];

const whole = [
  'Vad är Södertälje ansvariga för?',
  'Vad gör Botkyrka?',
  'ansvarar Salem för något?',
  'vad har vi i maj?',
  'vad har vi i november',
  'vecka 6, är det nåt då?',
  'är den 25 september ledig?',
  'när är kommitténs första möte efter sommaren?',
  'när är det Nykvarns tur att vara värd?',
  'vilka år är Huddinge värdkommun?',
  'David Schubert, vilken aktivitet sitter han på?',
  'vem är vice ordförande i ledningsgruppen?',
  'när ska e-arkivet vara klart?',
  'vad delar Nynäshamn och Haninge på för uppdrag?',
  'When does the management group have its planning conference?',
  'what is Nynäshamn responsible for?',
  'hur många invånare har Salem?',
  'är den 25 mars ledig?',
  'hej på dig!',
];

describe.each(whole)('"%s"', (question) => {
  it.each(spokenOf)('after "%s"', async (before) => {
    const alone = await take(question, null);
    const { memory } = await take(before, null);
    expect((await take(question, memory)).said).toBe(alone.said);
  });
});

describe('a question that leaves something out', () => {
  it.each([
    [['när är rådslaget?', 'vem är värd nästa år?'], 'Nynäshamn är värd för Rådslaget 2020'],
    [['vem är värd för rådslaget 2022?', 'när är Nykvarn värd?'], 'Rådslaget 2025'],
    [['vem är ordförande i kommittén?', 'när ses de?'], '4 april'],
    [['vem leder ledningsgruppen?', 'nästa möte?'], '8 mars'],
    [['Vad gör Botkyrka?', 'och Haninge?'], 'Haninge'],
    [['ledningsgruppens möten i höst', 'och kommitténs?'], '14 november'],
    [['när är nästa kommittémöte?', 'var?'], 'Botkyrka'],
    [['vem ansvarar för systemanalysen?', 'vad kostar den?'], '100 000'],
    [['vad händer i augusti?', 'var är mötet den 16:e?'], '16 augusti'],
    [['kommitténs möten i april', 'var är ni den 4:e?'], 'Botkyrka'],
    [['what happens in September?', 'and on the 25th?'], '25 September'],
    [['När är nästa kommittémöte?', 'nej jag menade ledningsgruppen'], '8 mars'],
    [['When is the next management group meeting?', 'No, I meant the committee'], '4 April'],
    [['när är ledningsgruppens första möte?', 'nej, kommittén menar jag', 'var?'], 'Södertälje'],
    [['när slutar ledningsgruppens möten?', 'kommittén då?'], '15.30'],
    [['vad händer 10 april?', 'vad kostar det?'], '100 000'],
    [['hur mycket är avgiften per invånare?', 'när beslutades det?'], '2 februari 2017'],
    [['hur mycket är avgiften per invånare?', 'och hur mycket får vi in totalt?'], 'Intäkterna 2019'],
    [['när är nyckeltalsdagen?', 'vem arrangerar?', 'hur ofta är den?'], 'vartannat år'],
    [['vad ansvarar Tyresö för?', 'när är kommittén där?'], '14 november'],
    [['när är nästa kommittémöte?', 'bra', 'och efter det?'], '9 maj'],
    [['vem är Rickard Sundbom?', 'vem är vice?'], 'Mats Bergström'],
    [['vem är Meeri Wasberg?', 'och i ledningsgruppen?'], 'Rickard Sundbom'],
    [['vem leder klimatnätverket?', 'vad gör de?'], 'klimateffektivt'],
  ])('%j is completed from the last', async (turns, said) => {
    let last: Awaited<ReturnType<typeof take>> = { said: '', memory: null };
    for (const turn of turns) last = await take(turn, last.memory);
    expect(last.said).toContain(said);
  });
});
