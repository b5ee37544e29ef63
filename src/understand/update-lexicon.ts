// The words that carry an order without being its content: verbs, what joins its parts, what fields are called.
import type { Draft } from '../draft.ts';

const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** In any order. */
const everywhere = wordSet(`
  e en ett den det de denna detta dar har som att och samt pa i av till for fran med vid om under hos nu sedan
  ska skall vill kan bli blir ar blev har hade vara varit maste behover istallet stallet tyvarr ocksa aven samma
  a an the this that it its is are be been was will would should shall must has have on at in of to for from by with as now
  instead also and s unfortunately please tack snalla thanks var vart vara our my min mitt mina
  dag datum datumet dagen date day days vi jag we i du you detta denne dess
  andra andras andrar andrat andring byt byta byter byts justera korrigera ratta satt satta satter satts uppdatera uppdaterar
  change changed set update switch adjust edit alter correct amend make gor gora gors lat let put ny nya nytt new
`);

const meetingWords = wordSet(`
  moten mote motet motets meeting meetings konferens konferensen conference kommittemotet
  kl klockan oclock o'clock am pm ordinarie
`);

const editWords = wordSet(`
  flytta flyttar flyttas flyttat flyttad flyttats flyttades fram upp ner om framflyttat framflyttad
  skjut skjuta skjuter skjuts uppskjutet pa senarelagg senarelagga senarelagger senarelaggs senarelagt
  tidigarelagg tidigarelagga tidigarelagger tidigarelaggs tidigarelagt boka bokar omboka lagg lagga planera planerat planerad planerats schemalagg tid
  tiden tider tiderna tidpunkt tidpunkten starttid starttiden start starten sluttid sluttiden slut slutet slutar borjar startar inleds
  motestid motestiden motesplats mellan avslutas pagar haller hall hallas halls halles kommer ager rum bestamt bestamd satt bokat bokad klockslag klockslaget
  postpone postponed postponing push pushed back forward put off delay defer bring brought advance move moved moves moving up pull reschedule rescheduled
  rescheduling rebook shift shifted time times starts start begins begin ends end finish finishes starting ending held takes take place scheduled fixed gets being
  later earlier senare tidigare forlang forlanga forkorta korta av extend shorten drar igang between
  between until borja starta sluta bor ta tar bort stryk radera remove delete clear tag
`);
const spanWords = wordSet(
  'dagar veckor vecka veckan timmar timme hour hours week weeks fram framat bakat tillbaka forward back later earlier senare tidigare days day minut minuter min minute minutes halvtimme halv kvart half quarter',
);
const placeWords = wordSet(
  'plats platsen lokal lokalen stalle stallet ort orten motesplats motesplatsen moteslokal place venue location room',
);
const onlineWords = wordSet('digitalt digital online distans natet virtuellt');
/** Of a wish that is asked about anyway. */
const partsOfDay = wordSet(
  'formiddag formiddagen eftermiddag eftermiddagen kvall kvallen morgon morgonen morning afternoon evening',
);
const titleWords = wordSet(
  'titel titeln namn namnet rubrik rubriken benamning heter heta kalla kallas dop dopa doper om ge give title name rename retitle call called named',
);
const addWords = wordSet(`
  lagg lagga lagger till in upp boka bokar planera satt satta skapa for skriv registrera schemalagg kalla add create schedule
  book put insert plan set up arrange register enter extra extrainsatt extrainkallat ytterligare another additional lunch
  titel titeln namn namnet rubrik rubriken heter kallas kallat titled called named title between mellan plats lokal place
`);
const cancelWords = wordSet(`
  stall stalla staller stalls stallas in avboka avbokar avbokas avbokat stryk stryka stryks struket struken ta tar tag bort radera blas blasa av avlys avlyst
  avblas avblast lagg ner cancel cancelled canceled cancelling call called off delete remove drop scrap scratch installt installd
  utgar inte ej not won't take takes place happen does inget gets
`);
const restoreWords = wordSet(`
  aterstall aterstalla ateruppta ateruppliva aterinsatt ater insatt ta tillbaka lagg aktivera restore reinstate uncancel un-cancel cancel
  bring back revive reactivate blir visst av anda trots allt alla fall halls halles langre inte ej not no longer installt cancelled canceled again after all take takes place
`);
const activityWords = wordSet(`
  kostnad kostnaden budget budgeten belopp beloppet pris priset kostar kosta far kommer hoj hoja sank sanka minska oka lagg hojs sanks cost costs
  price amount raise lower increase decrease reduce kr kronor sek tkr ta tag bort stryk radera nollstall remove delete clear drop
  ansvarig ansvariga ansvarige ansvaret ansvar ansvara ansvarar huvudansvarig huvudansvariga part parter projektledare responsible responsibility party parties owner
  over utse flytta lamna ge assign move hand ange appoint tar overtar takes take lat let hand ta
  tid tiden tidplan tidplanen tidsplan tidsplanen schema schemat slutdatum slutdatumet start starten tidpunkt tidpunkten period perioden timing time schedule date deadline
  flyttas flyttats skjut skjuta skjuts skjutits upp fram senarelagg senarelaggs tidigarelagg tidigarelaggs goras moved postponed postpone moves planera plan schemalagg redigera
  projektet aktiviteten arbetet project activity work lopande kontinuerlig kontinuerligt fortlopande hela aret runt tills vidare ongoing continuous continuously all year throughout
  behov efter nar behovs needed when if demand ingen inget ospecificerad obestamd oklar oklart none no unspecified undecided lunch bade both
  kommun kommunen municipality tillsammans together noll gratis nothing free kostnadsfri mellan between v vecka week tva one two
`);
const hostWords = wordSet(`
  vard vardar varden vardarna vardkommun vardkommuner vardkommunen vardkommunerna vardskap vardskapet vardskapen host hosts hosting municipality municipalities kommun
  ta bort tag stryk fran from remove drop delete
  kommuner kommunen utse ange valj registrera appoint choose sta star tar over lagg add becomes become makes bade both
  byter plats platser ar tur varandra sinsemellan kasta vaxla swap swaps exchange trade places years turns each other fa far they them mellan between year
  turordning turordningen konferens konferensen conference nasta next i ta medvard medvardar
`);
const roleWords = wordSet(`
  ordforande ordforanden ordf v vice forste forsta andre chair chairman chairwoman chairperson president deputy kontaktperson kontaktpersonen kontakt
  kontakten contact person natverksledare natverksansvarig ledare ledaren sammankallande samordnare samordnaren lead leads leader coordinator convener
  utse utnamn valj valja registrera insatt appoint elect name register ersatt ersatta ersatter ut replace replaces mot with eftertrader succeeds succeed
  valjs utses valdes utsags valts utsetts tilltrader tar over becomes become elected appointed takes led leds ledas leder leda lead natverket network
  ta bort tag stryk remove slutar slutat avgar avgatt lamnar lamnat avgang entledigad entlediga entledigas resigns resigned leaves left stops ends uppdraget uppdrag efter after fran from
  och med o m fr t tom until through starting effect start arsskiftet nyar ar year ordforandeskapet ledningen nasta next gruppen group kommun herr fru kommunalradet
`);
const deadlineWords = wordSet(`
  deadline deadlinen deadlines sista tidsgrans tidsgransen skicka skickas sandas mejlas mailas ga gar lamnas lamna delas publiceras ligga komma finnas ut in inne ute klar
  klara skickade utskickade senast minst fore innan forvag infor before ahead prior advance latest least no later than by due sent out submitted distributed
  ready arbetsdag arbetsdagar vardag vardagar working business weekdays weekday veckor vecka weeks week lagg add ta tag bort stryk radera slopa remove delete
  drop cancel clear alla handlingar handlingarna kallelse kallelsen kallelser underlag underlaget dagordning dagordningen papers documents summons agenda notice mote motet moten moterna meeting meetings
  vara ska send utskick utskicket inbjudan protokoll protokollet need needs send bor
`);

function fieldWords(draft: Extract<Draft, { kind: 'edit-meeting' }>): ReadonlySet<string>[] {
  const { place, title, days, shift, start, end, cleared = [] } = draft;
  const { minutes = null } = draft;
  const isWish =
    [place, title, days, shift, minutes, start, end].every((part) => part === null) && cleared.length === 0;
  return [
    ...(place !== null || isWish || cleared.includes('place') ? [placeWords, onlineWords] : []),
    ...(isWish ? [partsOfDay] : []),
    ...(isWish || shift !== null || minutes !== null || end !== null ? [spanWords] : []),
    ...(title !== null || isWish || cleared.includes('title') ? [titleWords] : []),
  ];
}

function lexiconOf(draft: Draft): readonly ReadonlySet<string>[] {
  switch (draft.kind) {
    case 'edit-meeting':
      return [meetingWords, editWords, ...fieldWords(draft)];
    case 'add-meeting':
      return [meetingWords, addWords];
    case 'cancel-meeting':
      return [meetingWords, cancelWords];
    case 'restore-meeting':
      return [meetingWords, restoreWords];
    case 'edit-activity':
      return [activityWords];
    case 'set-hosts':
    case 'swap-hosts':
      return [hostWords];
    case 'set-role':
    case 'end-role':
      return [roleWords];
    case 'set-deadline':
      return [deadlineWords];
    case 'post-status':
    case 'set-check-in':
    case 'add-synonym':
    case 'appoint-secretary':
    case 'dismiss-secretary':
    case 'announce':
    case 'set-template':
    case 'import-plan':
    case 'publish-plan':
    case 'undo':
      return [];
  }
}

/** Whether a word, plain, tells nothing beside what an order of this kind holds. */
export function isReadWord(folded: string, draft: Draft): boolean {
  return everywhere.has(folded) || lexiconOf(draft).some((words) => words.has(folded));
}

const all = [
  everywhere,
  meetingWords,
  editWords,
  placeWords,
  titleWords,
  addWords,
  cancelWords,
  restoreWords,
  activityWords,
  hostWords,
  roleWords,
  deadlineWords,
];

/** Whether orders of some kind are told with a word. */
export function isOrderWord(folded: string): boolean {
  return all.some((words) => words.has(folded));
}
