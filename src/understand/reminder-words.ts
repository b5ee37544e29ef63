// The words that wishes about reminders are told with, in both languages. Patterns of plain text, as in `Clip.flat`.
import { sentencePattern } from './sentence.ts';

/** "Påminn", also with a letter missing or doubled. */
const paminn = '(?:p(?:aa|a|o)?m+(?:in+|nin+)(?:a|er)?)(?!\\p{L})';
const remind = '(?:re?min+d|remid|remnid)';
export const remindVerb = `(?:${paminn}|${remind}|avisera|notifiera|notify)`;
const noun =
  '(?:p(?:aa|a|o)m+in+else(?:r|rna|n|ns)?|avisering(?:ar|en|arna)?|notis(?:er|en|erna)?|reminders?|notifications?)(?!\\p{L})';
const reminded = '(?:pamin+da?|pamin+ts?|paminas|paminnas|reminded|notified|aviserad|notifierad)';

/** Without one of these no message is about reminders. */
export const mayConcern =
  /p(?:aa|a|o)?m+n?in|remin|remid|remnid|avise|notis|notif|paus|snooze|mute|tysta|veckobrev|veckosamman|veckooversikt|veckoutskick|veckomejl|veckomail|weekly|digest|utskick|varfor|why|sag till|hor av dig|meddela|tell me|let me know|avprenumer|unsubscribe|ateruppta|resume|^(?:sluta|stopp?)[.!]?$/u;

/** Another part of the bot answers for these. */
export const isCalendar = /kalender|calendar|ical|\.ics|webcal|outlook|feed|lank/;

// === What is wished

const digestWord =
  '(?:veckobrev\\p{L}*|veckosammanfattning\\p{L}*|veckooversikt\\p{L}*|veckoutskick\\p{L}*|veckom[ae]j?il?\\p{L}*|veckomejl\\p{L}*|(?:en )?(?:sammanfattning|oversikt) (?:varje|en gang i) veck(?:a|an)|weekly (?:digest|summary|overview|e?-?mail|newsletter|brief(?:ing)?|letter)|digest)';
export const digest = new RegExp(digestWord, 'u');
export const noDigest =
  /^(?:inget|ingen|inga|ej|sluta|stoppa|avsluta|ta bort|stang av|slippa?|avprenumerera|avbestall|avanmal|no|not|stop|unsubscribe|cancel|don'?t|do not|turn off|skicka (?:inte|inget|ingen))(?!\p{L})|(?<!\p{L})(?:inte langre|vill inte|slippa)(?!\p{L})/u;
/** "Skicka veckobrev", "ett veckobrev, tack": no question about what is in it. */
export const wantsDigest = new RegExp(
  `^(?:(?:skicka|sand|ge|mig|oss|starta|sla pa|satt pa|aktivera|prenumerera|pa|anmal|fa|had?|send|give|me|us|start|subscribe|sign|up|to|for|turn on|get|enable|the|a|ett|en|jag|vi|kan|garna|aven|ocksa)\\s+)*${digestWord}`,
  'u',
);

export const why = new RegExp(
  `^(?:varfor|why|hur kommer det sig att|hur kommer det sig)\\s+(?:(?:fick|far|kom(?:mer)?|skickade(?:s)?|skickar|har|did|do|am|are|was|have|is)\\s+(?:jag|vi|du|det har|det dar|den har|den dar|detta|i|we|you|this|mig|oss)\\b.*?(?:detta|det har|det dar|den har|den dar|denna|det|${noun}|meddeland\\p{L}+|this|it|that|that|messages?)(?:\\s+(?:till mig|har|nu|getting|to me|me))?|(?:kom(?:mer)?|did|is)\\s+(?:det har|detta|den har|denna|this)(?:\\s.{0,40})?|(?:paminner|pam+inde|remind|do you remind|are you reminding|did you remind|skickar du|skickade du)\\s*(?:du\\s+)?(?:mig|oss|me|us)?(?:\\s.{0,80})?)$`,
  'u',
);

const plural = `(?:p(?:aa|a|o)m+in+elserna|paminnelseutskicken|utskicken|notiserna|aviseringarna|the reminders|reminders)`;
export const health = sentencePattern(
  [
    `hur (?:gar|mar|ligger|star|fungerar|funkar|gick)(?: det)?(?: till)?(?: med)? ${plural}(?: till)?`,
    `how (?:are|is|did) ${plural}(?: doing| going| working| go)?|how (?:is it|are things) going with ${plural}`,
    `(?:visa |show |what(?:'s| is) the )?(?:status(?:en)?|laget?)(?: for| pa| over| of| med)? ${plural}`,
    '(?:visa )?(?:paminnelsestatus|utskicksstatus|reminder status)',
    'hur manga paminnelser (?:har|ar|blev|gick) .{0,30}|how many reminders (?:have|were|are) .{0,30}',
    `(?:har|gick|kom|gar|kommer|skickas|did|have|were|are) (?:alla |all )?${plural} .{0,25}`,
    'vilka (?:paminnelser|utskick|notiser) (?:har )?(?:misslyckades?|misslyckats|kom inte (?:fram|ut)|gick inte (?:fram|ut))|which reminders (?:have )?failed',
  ].join('|'),
);

export const list = sentencePattern(
  [
    `(?:visa|lista|se|show|list|view)?\\s*(?:mig |me )?(?:alla |all )?(?:mina|vara|my|our|the|kanalens|chattens|gruppens)(?: egna| alla)? (?:p(?:aa|a|o)m+in+elser|reminders|aviseringar|prenumerationer|subscriptions|notiser)(?: har| tack)?`,
    '(?:paminnelser|reminders|paminnelserna|visa paminnelser(?:na)?|lista paminnelser(?:na)?|show reminders|list reminders)',
    '(?:vilka|vad|vad for|what|which|har|finns det|do|are there)\\s+(?:(?:ar|for|slags|nagra|any|do|har|finns|the) )*(?:p(?:aa|a|o)m+in+elser|reminders|aviseringar|notiser|prenumerationer|subscriptions)(?:\\s.{0,60})?',
    'har (?:jag|vi|kanalen|chatten|gruppen) (?:nagra|nan|nagon) (?:paminnelser?|prenumeration(?:er)?)(?:\\s.{0,40})?|do (?:i|we) have (?:any )?reminders(?:\\s.{0,40})?',
    `(?:nar|vad|om vad|vilka|when|what|about what|how often|hur ofta)\\s(?:.{0,40}\\s)?(?:${paminn}|paminner|remind|reminding|paminns|blir|far|reminded|kommer|prenumererar)(?:\\s.{0,60})?(?:paminn\\p{L}*|paminner|du|mig|oss|me|us|about|om|jag|vi|pa|paminnelsen?)(?:\\s.{0,30})?`,
    `(?:hur|how)\\s(?:far|gor|staller|fungerar|funkar|skapar|satter|lagger|andrar|do|can|to)\\s(?:.{0,40}\\s)?(?:${noun}|${reminded})(?:\\s.{0,30})?`,
    '(?:varfor|why)\\s(?:.{0,30}\\s)?(?:ingen|inga|inte|no|not|never|aldrig|any)\\s(?:.{0,20}\\s)?(?:paminnelser?|paminnelsen|reminders?|reminded|pamind)(?:\\s.{0,30})?',
  ].join('|'),
);

const stopVerb =
  '(?:sluta|stoppa|avsluta|upphor(?: med)?|lagg av|stop|quit|cease|end|inga|ingen|no|avprenumerera|avbestall|avanmal(?: mig)?|unsubscribe|ta bort|tag bort|radera|stang av|sla av|turn off|disable|remove|delete|cancel|slipp(?:a|er)?|strunta i|skippa)';
export const stop = new RegExp(
  `^(?:(?:jag|vi|i|we)\\s+)?(?:${stopVerb}\\s+(?:(?:att|med|skicka|med att|fler|flera|mer|more|alla|all|mina|vara|my|our|de|the|era|dina|your|send|sending|fran|from|me|mig|oss|us|fa|ha|langre)\\s+)*(?:${paminn}|${noun}|reminding|remind|notifying|notify|avisera|bli ${reminded}|${reminded}|getting ${noun}|being ${reminded})|(?:${paminn}|remind|notify) (?:mig|oss|me|us) (?:inte|ej|aldrig|not|never)|(?:don'?t|do not) (?:remind|notify|send)|(?:vill|onskar|behover|want|need)?\\s*(?:inte|ej|not|don'?t want(?: to)?|do not want(?: to)?)\\s+(?:(?:langre|ha|fa|bli|vara|to|get|be|have|any|more|want|fler|nagra)\\s+)*(?:${noun}|${reminded})|(?:paminn|skicka) (?:inte|ej|aldrig)|avprenumerera$|unsubscribe$)`,
  'u',
);

const pauseVerb =
  '(?:pausar?|pausera|paus|gor (?:en )?paus|ta (?:en )?paus|ha (?:en )?paus|lagg (?:in )?(?:en )?paus|tysta|var tyst|hall tyst|pause|take a break|snooze|mute|suspend)(?!\\p{L})';
/** What may stand beside the verb where nothing but the end of the pause follows. */
export const pause = new RegExp(
  `^${pauseVerb}(?:\\s+(?:med|alla|all|mina|vara|my|our|the|dina|your|of|for|i|fran|mig|me|oss|us|dig|boten|allt|everything|har|here)(?!\\p{L}))*(?:\\s+(?<noun>${noun}|utskick(?:en)?|meddeland(?:en|ena)|messages))?(?<rest>.*)$`,
  'du',
);

export const resume = sentencePattern(
  [
    `(?:ateruppta|aterstarta|starta(?: om| upp)?|fortsatt(?:a)?|satt (?:i ?gang|pa|igang)|sla pa|aktivera|ateraktivera|resume|restart|re-?start|turn on|unmute|reactivate|continue|start)\\s+(?:(?:med|att|alla|mina|vara|my|our|the|all|skicka|sending)\\s+)*(?:p(?:aa|a|o)m+in+elser(?:na)?|paminna|notiser(?:na)?|utskick(?:en)?|reminders|reminding|notifications)(?:\\s+(?:mig|oss|me|us|igen|again|nu|now|paa nytt|pa nytt|har))*`,
    '(?:avsluta|bryt|hav|sluta med|sluta|ta bort|stop|end|cancel|lift)\\s+(?:med |the |min |my |att )?(?:paus(?:en|a|ande)?|pause|pausing)(?:\\s+(?:paminnelserna|nu|now))?',
    '(?:ateruppta|resume|unpause|un-pause|avpausa|opausa|unmute)(?:\\s+(?:nu|now|igen|again|paminnelserna|my reminders|the reminders))?',
    `(?:${paminn}|remind) (?:mig|oss|me|us) (?:igen|again|som vanligt|as usual|som forut)`,
  ].join('|'),
);

// === Beginning

const lead = '(?:(?:och|sa|nu|aven|also|and|men|ja|yes|jo|hej|bot(?:en)?)[,\\s]+)*';
/** "Påminn …": what follows says whom and of what. */
export const startByVerb = new RegExp(`^${lead}${remindVerb}(?!\\p{L})(?<rest>.*)$`, 'du');
/** "Påminnelse 30 minuter innan …", "bli påmind om …" */
export const startByNoun = new RegExp(
  `^${lead}(?:(?:kan|far|skulle|kunde|can|may|could|jag|vi|i|we|vill|want|like|behover|need|onskar|to|would|bli|fa|ha|vara|be|get|have|receive|skapa|satt|satta|upp|in|till|lagg|lagga|gor|ge|skicka|mig|oss|set|up|create|add|send|give|me|us|prenumerera|subscribe|pa|bestall|starta|ordna|fixa|ny|nya|new|en|ett|nagra|a|an|some|the|garna|alltid|always|ocksa)\\s+)*(?:${noun}|${reminded})(?!\\p{L})(?<rest>.*)$`,
  'du',
);
/** "Säg till en vecka innan …": only with a time before something. */
export const startByTelling = new RegExp(
  `^${lead}(?:sag till|hor av dig(?: till)?|meddela|varna|pinga|ping|tell|let|ge|send|skicka)(?:\\s+(?:till\\s+)?(?:mig|oss|me|us))?(?:\\s+(?:know|besked|ett meddelande|en ping))?(?=\\s)(?<rest>.*)$`,
  'du',
);

/** "Påminn mig om vem som är ordförande": a question about the plan. */
export const asksQuestion =
  /^(?:(?:mig|mej|oss|me|us)\s+)?(?:(?:om|about|of|pa)\s+)?(?:vem|vems|vad|va|var|vart|vilk\p{L}*|hur|varfor|who|whose|what|which|where|how|why)(?!\p{L})|^(?:(?:mig|mej|oss|me|us)\s+)?(?:om|about|of)\s+(?:nar|when)(?!\p{L})/u;
export const asksWhen =
  /^(?:(?:mig|mej|oss|me|us)\s+)?(?:nar|when)(?!\p{L}).*(?<!\p{L})(?:ar|is|are|blir|ager rum)(?!\p{L})/u;

export const isQuestionAboutIt = /^(?:nar|vad|vilka|vem|var|hur|when|what|which|who|where|how)(?!\p{L})/u;

/** All of it: every meeting, conference and dated activity. */
export const everything =
  /(?<!\p{L})(?:allt(?:ihop| i planen| som hander| det)?|alla (?:mote(?:n|na)|motena|handelser(?:na)?|mote|saker|sammantraden|datum)|samtliga (?:moten|handelser)|varje mote|hela planen|everything|all (?:the |of the )?(?:meetings|events|dates)|every (?:meeting|event))(?!\p{L})/u;

/** Words that point at what was just shown, or at nothing in particular. */
export const pointing =
  /^(?:(?:om|infor|about|of|for|fore|innan|before|pa|till|the|that|det|den|detta|denna|dem|dom|de|har|dar|it|this|them|those|motet|motena|mote|moten|meetings?|konferensen|aktiviteten|conference|activity|dagen|nasta|next|kommande|upcoming|datumet|garna|ocksa|also|aven|too|igen|again|please|tack|nu|alltid|always|bara|only|endast|i stallet|istallet|instead|mig|mej|oss|me|us|och|and|da|i tid|in time|att|pa att)[\s,.!?]*)*$/u;

/** Exactly these times, instead of those before. */
export const instead = /(?<!\p{L})(?:i ?stallet|bara|endast|enbart|instead|only|just)(?!\p{L})/u;

export const hereWords =
  /(?<!\p{L})(?:(?:i|pa|in) (?:den har |det har |denna |this |the |var )?(?:kanalen|chatten|gruppchatten|teamet|gruppen|traden|channel|chat|group chat|team|thread)(?: har)?|(?:den har |denna |this )(?:kanalen|chatten|gruppen|channel|chat|group|team)|kanalens?|chattens?|here|oss alla|hela gruppen|allihop(?:a)?)(?!\p{L})/u;
export const usWords = /(?<!\p{L})(?:oss|us|vi|we|vara|our)(?!\p{L})/u;

/** Verbs, pronouns and the like that cannot begin a person's name. */
export const notName =
  /^(?:mig|mej|oss|me|us|fler|flera|mer|nagra|more|any|p(?:aa|a|o)minnelse\p{L}*|reminders?|garna|alltid|om|infor|fore|innan|en|ett|the|a|an|nasta|next|about|of|for|before|till|pa|i|in|on|at|har|here|igen|again|inte|ej|not|aldrig|never|when|nar|att|to|det|den|detta|alla|allihop\p{L}*|gruppen|hela|kanalen|chatten|teamet|this|vi|jag|dagen|veckan|kvallen|manaden|everyone|everybody|folk|aven|ocksa|also|varje|every|vecka|bara|only|just|please|tack|snalla|\d.*)$/u;
/** "Ledaren för planeringscheferna", "alla nätverksledare": whom an office tells, and not a name. */
export const leaders =
  /^(?:(?:alla|samtliga|var|vara|all|every|our|the)\s+)*(?:natverksled(?:are|arna|aren)|natverkens ledare|led(?:are|aren|arna)|kontaktperson(?:en|er|erna)?|network leads?|network leaders?|leads?|leaders?)(?:\s+(?:for|av|i|of)\s+(?<group>.+?))?(?=\s+(?:om|about|infor|fore|innan|before|\d|en|ett|tva|tre|fyra|dagen|veckan|a|an|two|three)(?!\p{L})|$)/du;
/** "Vilka påminnelser har Anna Ek?" */
export const listOf =
  /^(?:(?:vilka|visa|lista|se|what|which|show|list)\s+)(?:alla |all )?(?:p(?:aa|a|o)m+in+elser(?:na)?|reminders|prenumerationer|subscriptions)\s+(?:har|far|for|at|does|do|has)\s+(?<name>.+?)(?:\s+(?:have|get|har))?$/du;

/** Where a name ends. */
export const nameEnd =
  /\s+(?:om|infor|fore|innan|about|of|before|for|till|until|i|in|at|pa|nar|when|att|to|\d|en|ett|tva|tre|fyra|dagen|veckan|a|an|the|two|three)(?!\p{L})/u;
