// Orders with more in them than is understood: nothing is changed, and these words are told back.

export const unreadUpdates: readonly (readonly [text: string, unread: string])[] = [
  ['flytta mötet 9 maj till 16 maj, inte 15 maj', 'inte 15 maj'],
  ['flytta mötena 4 april och 9 maj till 16 maj', '9 maj'],
  ['flytta mötet 9 maj till 16 eller 17 maj', '16 eller 17 maj'],
  ['flytta mötet 9 maj till 16 maj och byt lokal', 'lokal'],
  ['flytta mötet 9 maj en vecka framåt och byt lokal till Salem', 'vecka framåt'],
  ['flytta mötet 9 maj till 16 maj heldag', 'heldag'],
  ['flytta mötet 9 maj till 16 maj em', 'em'],
  ['flytta mötet 9 maj till 16 maj förmiddag', 'förmiddag'],
  ['mötet 9 maj hålls på Scandic i Salem, sal 3, ta med fika', 'fika'],
  ['ställ in mötet 9 maj och meddela alla', 'meddela alla'],
  ['ställ in alla möten i maj och juni', 'alla'],
  ['ställ in båda mötena i maj', 'båda'],
  ['radera alla möten', 'alla'],
  ['Haninge är värd för rådslaget 2027-2028', '2027-2028'],
  ['Kalle Karlsson på Haninge kommun tar över elvägen', 'Kalle Karlsson'],
  ['ansvarig för elvägen: Bo Ek, Salem', 'Ek'],
  ['ansvarig för elvägen är Haninge kommun (Anna Svensson)', 'Anna Svensson'],
  ['ändra kostnaden för bisnod till 50 000 euro', '50 000 euro'],
  ['byt ordförande i kommittén till Anna Ek och vice till Bo Ek', 'Anna Ek … Ek'],
  ['ja betyder elvägen', 'ja'],
  ['9 maj betyder elvägen', '9 maj'],
  ['möte betyder elvägen', 'möte'],
  ['nästa betyder elvägen', 'nästa'],
  ['ångra betyder elvägen', 'ångra'],
  ['+46 betyder elvägen', '+46'],
];

/** Messages of several orders, each of which is shown by itself: the words that each is read from. */
export const severalUpdates: readonly (readonly [
  text: string,
  orders: readonly (readonly [kind: string, words: string])[],
])[] = [
  [
    'flytta mötet 9 maj till 16 maj. Ställ in mötet 29 augusti.',
    [
      ['edit-meeting', ''],
      ['cancel-meeting', 'Ställ in mötet 29 augusti'],
    ],
  ],
  [
    'flytta mötet 9 maj till 16 maj och ställ in mötet 29 augusti',
    [
      ['edit-meeting', ''],
      ['cancel-meeting', 'ställ in mötet 29 augusti'],
    ],
  ],
  [
    'flytta kommittémötet från 9 maj till 16 maj och ledningsgruppen 26 april till 3 maj',
    [
      ['edit-meeting', ''],
      ['edit-meeting', 'flytta ledningsgruppen 26 april till 3 maj'],
    ],
  ],
  [
    'byt lokal för mötet 9 maj till Salem och flytta mötet 29 augusti till 5 september',
    [
      ['edit-meeting', ''],
      ['edit-meeting', 'flytta mötet 29 augusti till 5 september'],
    ],
  ],
  [
    'ställ in mötet 9 maj, 29 augusti och 14 november',
    [
      ['cancel-meeting', ''],
      ['cancel-meeting', 'ställ in mötet 29 augusti'],
      ['cancel-meeting', 'ställ in mötet 14 november'],
    ],
  ],
  [
    'lägg till kommittémöte 13 juni och 20 juni',
    [
      ['add-meeting', ''],
      ['add-meeting', 'lägg till kommittémöte 20 juni'],
    ],
  ],
  [
    'Haninge är värd för rådslaget 2027 och Salem 2028',
    [
      ['set-hosts', ''],
      ['set-hosts', 'Salem är värd för rådslaget 2028'],
    ],
  ],
  [
    'elväg klar och bisnod försenad',
    [
      ['post-status', ''],
      ['post-status', 'bisnod försenad'],
    ],
  ],
  [
    'elväg: försenad; bisnod: klar',
    [
      ['post-status', ''],
      ['post-status', 'bisnod: klar'],
    ],
  ],
  [
    'elväg: försenad\nbisnod: klar',
    [
      ['post-status', ''],
      ['post-status', 'bisnod: klar'],
    ],
  ],
  [
    'elvägen är försenad, väntar på Trafikverket och bisnod är klar',
    [
      ['post-status', ''],
      ['post-status', 'bisnod är klar'],
    ],
  ],
  [
    'elvägen är klar. Flytta mötet 9 maj till 16 maj.',
    [
      ['post-status', ''],
      ['edit-meeting', 'Flytta mötet 9 maj till 16 maj'],
    ],
  ],
  [
    'cancel the committee meeting 9 May and move the meeting 29 August to 5 September',
    [
      ['cancel-meeting', ''],
      ['edit-meeting', 'move the meeting 29 August to 5 September'],
    ],
  ],
];
