// The words that messages to many are ordered and asked about with, in both languages. Patterns of plain text, as in `Clip.flat`.
import { sentencePattern } from './sentence.ts';

/** Without one of these no message is about messages to many. */
export const mayConcern =
  /skick|sand|meddel|utskick|inform|beratta|annonser|utlys|mall|send|tell|notify|announc|messag|templat|post |skriv|write/u;

const noun =
  '(?:meddelande\\p{L}*|utskick\\p{L}*|info(?:rmation(?:en)?)?|halsning\\p{L}*|notis\\p{L}*|messages?|announcements?|notes?)';
const article = '(?:ett|en|det har|detta|foljande|samma|ut|ivag|om|an?|the|this|following|out|nytt|new)';
/** "Skicka ut ett meddelande", "meddela", "tell". */
export const order = new RegExp(
  `^(?<verb>skicka|sand|skriv|posta|ga ut med|meddela|informera|beratta for|annonsera|send|post|write|tell|inform|notify|announce|message)(?!\\p{L})(?:\\s+${article}(?!\\p{L}))*(?:\\s+(?<noun>${noun})(?!\\p{L}))?`,
  'du',
);
/** Verbs that may mean something else where neither a colon nor "att" follows. */
export const isSendVerb = /^(?:skicka|sand|send|posta?)$/u;

/** "Skicka … till", "meddela …": whoever follows is written to, known or not. */
export const toSomebody =
  /^(?:(?:skicka|sand|skriv|posta|send|post|write|announce)(?!\p{L}).*\s(?:till|to)\s|(?:meddela|informera|tell|inform|notify)(?!\p{L})\s)/u;
export const toMyself = /^(?:till |to )?(?:mig|mej|oss|me|us)(?!\p{L})/u;
/** Other ways to write to people, which the bot has not. */
export const otherWay =
  /(?<!\p{L})(?:e?-?mail(?:et)?|e-?post|mejl(?:et)?|epost|sms|brev(?:et)?|letters?|faxa?)(?!\p{L})/u;
export const network = /natverk|network/u;

/** Between whom it goes to and what it says. */
export const that = /[\s,]+(?:att|that)\s+/u;

export const everyone =
  /(?<!\p{L})(?:alla|allihop(?:a)?|samtliga|hela (?:samarbetet|regionen|organisationen)|everyone|everybody|all)(?!\p{L})(?:\s+(?:mottagare|anvandare|medlemmar|som har appen|i (?:samarbetet|regionen)|recipients|users|members|of you))?/u;
/** "Alla i Haninge": those there, and no others. */
export const allOf =
  /(?<!\p{L})(?:alla|samtliga|allihop|everyone|everybody|all)\s+(?:i|inom|pa|som foljer|med|of|in|at|who follows?)(?!\p{L})/u;

export const here =
  /(?<!\p{L})(?:hit|here|(?:till |i |to |in )?(?:den har|denna|this) (?:kanalen|chatten|gruppen|gruppchatten|channel|chat|group|thread))(?!\p{L})|(?<=(?:skicka|sand|posta|skriv) )har(?=\s|$)/u;
/** "Kanalen Klimat", "the Climate channel". */
export const place =
  /(?<!\p{L})(?:kanalen|gruppchatten|chatten|teamet|channel|group chat|chat)\s+(?<name>["'”“]?[^\s,:].{0,100}?)(?=\s+(?:pa|on|kl|klockan|i ?morgon|idag|i dag|den|at|tomorrow|today|\d)(?!\p{L})|$)/du;
export const placeBefore =
  /(?:^|\s)(?<name>["'”“]?[^\s,:"”“]{1,60}(?: [^\s,:"”“]{1,60}){0,5}["'”“]?) (?:channel|group chat|chat)(?!\p{L})/du;

/** What tells nothing beside the audience and the time. */
export const besideHead =
  /^(?:till|at|for|i|in|inom|pa|on|to|of|med|med|alla|samtliga|allihop|everyone|everybody|all|som|who|foljer|follows?|den|det|de|the|och|and|samt|kl|klockan|ut|iv[ag]+|nu|now|genast|direkt|right|away|at|tack|please|medlemmar(?:na)?|folk(?:et)?|natverket?|kommun(?:en)?|gruppen|network|group|municipality|members|kanalen|chatten|channel|chat|mottagare|anvandare|recipients|users|har|appen|samarbetet|regionen|boten|utskick|meddelande\p{L}*|message)$/u;

// === Templates

const template = '(?:mallen|mall|template)';
export const saveTemplate = new RegExp(
  `^(?:spara|skapa|lagg till|lagg upp|andra|uppdatera|save|create|add|update|change)(?: (?:detta|det har|this|en|ny|a|new|the|som|as))*\\s+${template}\\s+(?<name>[^:]+?)\\s*:(?<text>.*)$`,
  'dsu',
);
export const saveTemplateAs = new RegExp(
  `^(?:spara|save)(?: (?:detta|this))? (?:som|as) ${template}\\s*:?\\s*(?<name>[^:]+?)\\s*:(?<text>.*)$`,
  'dsu',
);
export const removeTemplate = new RegExp(
  `^(?:ta bort|tag bort|radera|kasta|remove|delete)(?: the)?\\s+${template}\\s+(?<name>\\S.*)$`,
  'du',
);
/** "Skicka mallen kallelse till …" */
export const useTemplate = new RegExp(
  `^(?:skicka|sand|anvand|send|use)(?: ut| the)?\\s+${template}\\s+(?<name>.+?)\\s+(?:till|to|at|for|hit|here)(?!\\p{L})`,
  'du',
);

// === Questions

const one = '(?:det senaste |the (?:last|latest) |the )?(?:meddelandet|utskicket|message|announcement)';
const many = '(?:meddelanden(?:a)?|utskick|utskicken|messages|announcements)';
export const status = sentencePattern(
  [
    `hur (?:gar|gick|har)(?: det)?(?: gatt)?(?: med| for)? ${one}(?: till .{1,60})?`,
    `(?:har|kom|gick|ar) ${one} (?:.{0,20})?(?:ut|fram|skickats?|skickat|utskickat|klart)`,
    `(?:vem|vilka)(?: ar det)?(?: som)?(?: har)?(?: inte)? (?:fick|fatt|naddes|natts|nas|nadde|fick inte|fatt inte)(?: av)?(?: inte)? ${one}`,
    `(?:visa )?(?:status(?:en)?|resultatet)(?: for| pa| av)? ${one}`,
    `how (?:is|did|has|was) ${one} (?:going|go|gone|doing)|how (?:is it|are things|did it) go(?:ing)? with ${one}`,
    `who (?:did not|didn't|has not|hasn't|has|did) (?:get|got|gotten|receive|received) ${one}`,
    `(?:has|did|was) ${one} (?:been )?(?:sent|go out|gone out|arrive|arrived)`,
  ].join('|'),
);
export const list = sentencePattern(
  [
    `(?:visa|lista|se)(?: mig)?(?: alla| mina)?(?: (?:planerade|schemalagda|kommande|skickade|senaste))? ${many}`,
    `(?:vilka|finns det(?: nagra)?)(?: (?:planerade|schemalagda|kommande|skickade))? ${many}(?: (?:ar planerade|ar schemalagda|vantar|har skickats|finns|ska skickas).{0,30})?`,
    `(?:show|list|see)(?: me)?(?: all)?(?: the| my)?(?: (?:scheduled|planned|sent|latest))? ${many}`,
    `(?:which|what|are there(?: any)?)(?: (?:scheduled|planned|sent))? ${many}(?: (?:are|have|were|wait).{0,40})?`,
  ].join('|'),
);
export const templates = sentencePattern(
  [
    '(?:visa|lista|se)(?: mig)?(?: alla| vara)? mallar(?:na)?|vilka mallar (?:finns(?: det)?|har (?:vi|du|jag))|finns det (?:nagra )?mallar|mallar(?:na)?',
    '(?:show|list|see)(?: me)?(?: all)?(?: the| our)? templates|(?:which|what) templates (?:are there|do (?:we|you) have)|templates',
  ].join('|'),
);

// === No more of them

const theirs =
  "(?:(?:alla |all |the )?(?:sekretariatets (?:meddelanden|utskick|information)|secretariat's (?:messages|announcements))|(?:alla |all |the )?(?:meddelanden(?:a)?|utskick(?:en)?|messages|announcements) (?:fran|from) (?:the )?(?:sekretariatet|secretariat))";
export const stop = new RegExp(
  `^(?:(?:jag|vi|i|we|vill|want|onskar|don't|do not|inte|to|sluta|stoppa|avsluta|slippa?|inga|fler|flera|mer|ha|fa|att|skicka|tysta|stop|no|more|sending|getting|unsubscribe|mute|me|mig|oss|us|any|get|receive|med)\\s+)+(?:fran |from )?${theirs}$`,
  'u',
);
export const pause = new RegExp(`^(?:pausa|tysta|pause|snooze|mute)\\s+${theirs}(?<rest>.*)$`, 'du');
export const resume = new RegExp(
  `^(?:ateruppta|aterstarta|borja|satt pa|sla pa|ta emot|skicka|resume|restart|start|unmute|get)(?: (?:skicka|med|att|sending|getting))*\\s+${theirs}(?: (?:igen|again|nu|now))?$`,
  'u',
);
