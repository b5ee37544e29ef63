// A sentence beside a plain copy of it to match patterns on; what is said around a wish: politeness, reason, quiet.

/** Two texts of the same length: as written, and in lower case without dots and accents. */
export interface Clip {
  readonly text: string;
  readonly flat: string;
}

const plainLetters: Readonly<Record<string, string>> = {
  å: 'a',
  ä: 'a',
  ö: 'o',
  é: 'e',
  è: 'e',
  ü: 'u',
  ø: 'o',
  æ: 'a',
};

/** Makes a clip of a message. One character stays one character, so that a place in one text is a place in the other. */
export function clipOf(message: string): Clip {
  const text = message.normalize('NFC').replaceAll('İ', 'I');
  const lower = text.toLowerCase().replaceAll(/[åäöéèüøæ]/g, (letter) => plainLetters[letter] ?? letter);
  const flat = lower
    .replaceAll(/[–—‑]/g, '-')
    .replaceAll('’', "'")
    .replaceAll(/[\u00a0\u202f\u2007]/g, ' ');
  return flat.length === text.length ? { text, flat } : { text, flat: text };
}

export const nothing: Clip = { text: '', flat: '' };

/** A part of a clip, without the spaces at its ends. */
export function exactly({ text, flat }: Clip, from: number, to = flat.length): Clip {
  const raw = flat.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const end = Math.max(start, to - (raw.length - raw.trimEnd().length));
  return { text: text.slice(start, end), flat: flat.slice(start, end) };
}

/** A part of a clip, without the spaces and the punctuation at its ends. */
export function cut(clip: Clip, from = 0, to = clip.flat.length): Clip {
  const raw = clip.flat.slice(from, to);
  const before = /^[\s,;:.!?)\]-]*/.exec(raw)?.[0].length ?? 0;
  const after = before === raw.length ? 0 : trailing(raw);
  return exactly(clip, from + before, Math.max(from + before, to - after));
}

const looseEnds = new Set(' \t\n\r,;:.!?([-');

function trailing(raw: string): number {
  let count = 0;
  while (count < raw.length && looseEnds.has(raw.charAt(raw.length - 1 - count))) count++;
  return count;
}

/** A clip without one of its parts; spaces stand in its place. */
export function without({ text, flat }: Clip, from: number, to: number, mark = ' '): Clip {
  const gap = mark.repeat(to - from);
  return { text: text.slice(0, from) + gap + text.slice(to), flat: flat.slice(0, from) + gap + flat.slice(to) };
}

/** The named groups of a pattern (with the flags "d" and "u") as clips; undefined where it does not match. */
export function partsOf(clip: Clip, pattern: RegExp): Readonly<Partial<Record<string, Clip>>> | undefined {
  const places = pattern.exec(clip.flat)?.indices;
  if (!places) return undefined;
  const found: Partial<Record<string, Clip>> = {};
  for (const [name, place] of Object.entries(places.groups ?? {})) {
    if (place) found[name] = cut(clip, place[0], place[1]);
  }
  return found;
}

/** A pattern of a whole sentence. */
export function sentencePattern(source: string): RegExp {
  return new RegExp(`^(?:${source})$`, 'du');
}

// === What is said around a wish

const politeLead = new RegExp(
  `^(?:${[
    'hej+(?: igen)?|hejsan|halla|tjena|god morgon|hi|hello|hey|ok(?:ej|ay)?|nu|sa|och|men|du|then|so|and',
    'snalla(?: du)?|please|pls|vanligen|garna|var (?:sa )?(?:snall|vanlig) och|ga garna in och|kindly|bot(?:en)?',
    '(?:kan|kunde|skulle|vill) (?:du|ni)(?: (?:kunna|vilja|vara (?:sa )?(?:snall|vanlig)(?: och| att)?|hjalpa (?:mig|oss)(?: att| med att)?))*',
    '(?:jag|vi) (?:vill|skulle vilja|behover|maste|onskar|tankte|ska|skall|skulle behova|har bestamt)(?: (?:att )?(?:du|ni|vi|jag|man))?(?: (?:garna|att|ha|fa))*',
    '(?:(?:kan|kunde|skulle|ska) vi(?: kunna)?|(?:can|could|should) we)(?= (?:flytta|boka om|senarelagga|tidigarelagga|skjuta|byta|move|postpone|reschedule)\\s.{1,80}\\s(?:till|med|to|by)\\s)',
    'oj(?:sa|da|san)?|hoppsan|oops|(?:tyvarr|dessvarre|unfortunately|sadly)(?! (?:ar|har|blir|is|has|was) )',
    '(?:can|could|would|will) you(?: (?:please|kindly|be so kind as to|help me(?: to)?))*',
    "(?:i|we)(?:'d| would) like (?:you )?to|(?:i|we) (?:want|need|have|wish)(?: you)? to|let's|let us|we should",
    '(?:vi|jag)(?= (?:staller|flyttar|bokar|avbokar|byter|andrar|lagger|tar|satter|senarelagger|tidigarelagger|skjuter|stryker|utser|valjer) )',
    "we(?:'re| are)?(?= (?:mov|cancel|postpon|reschedul|add)(?:e|ing|ling)? )",
    '(?:andra|ordna|fixa)(?: det)? sa att|se till att|make sure(?: that)?|det ar bestamt att|vi bestamde att|notera att|observera att|fyi|info|obs|note(?: that)?',
  ].join('|')})(?=[\\s,!:.]|$)[\\s,!:.]*`,
);

const politeTail =
  /[\s,.!(-]+(?:tack(?: sa mycket| pa forhand| snalla)?|please|pls|snalla|thanks|thank you|thx|ar du snall|om det gar|om du kan|mvh.{0,40}|\/\p{L}{1,20})[\s.!?):-]*$/u;

const asksSomebody =
  /(?:^|\s)(?:(?:kan|kunde|skulle|vill|ska) (?:du|ni|vi)|(?:can|could|would|will|should) (?:you|we))\b/;

export interface Wish {
  readonly clip: Clip;
  /** Put as a question to the bot: "kan du …?" */
  readonly isPolite: boolean;
  readonly endsInQuestion: boolean;
}

/** Nobody thanks more often in one message. */
const mostTails = 3;

/** The wish without greetings and politeness. */
export function wishOf(whole: Clip): Wish {
  const endsInQuestion = /\?[\s)]*$/.test(whole.flat);
  let clip = exactly(whole, 0);
  let isPolite = false;
  for (let lead = leadOf(clip); lead; lead = leadOf(clip)) {
    isPolite ||= asksSomebody.test(lead);
    clip = exactly(clip, lead.length);
  }
  for (let count = 0; count < mostTails; count++) {
    const tail = politeTail.exec(clip.flat);
    if (!tail) break;
    clip = exactly(clip, 0, tail.index);
  }
  return { clip, isPolite, endsInQuestion };
}

function leadOf({ flat }: Clip): string | undefined {
  const lead = politeLead.exec(flat)?.[0];
  return lead && lead.length < flat.length ? lead : undefined;
}

const reasonPattern =
  /[\s,;(.-]+(?:eftersom(?: att)?|darfor att|for att(?! meddela)|da (?=det |den |vi |han |hon |de |ordf|lokal|manga|flera|alla|ingen)|pga\.?|p\.? ?g\.? ?a\.?|pa grund av(?: att)?|med anledning av(?: att)?|till foljd av(?: att)?|(?:anledning(?:en)?|orsak(?:en)?|skal(?:et)?|motivering|reason)(?: ar| is)?:?|because(?: of)?|due to|owing to|so that|since (?=the |we |he |she |it |they |there )|as (?=the |we |it ))\s+(?<reason>\S.*)$/dsu;

/** What follows "eftersom", "på grund av", as it is written. */
export function takeReason(clip: Clip): { clip: Clip; reason: string | null } {
  const found = reasonPattern.exec(clip.flat);
  const place = found?.indices?.groups?.reason;
  if (!found || !place || found.index < 3) return { clip, reason: null };
  const reason = exactly(clip, place[0], place[1]).text.replace(/[\s.]+$/, '');
  const isOpen = reason.endsWith(')') && !reason.includes('(');
  const told = isOpen ? reason.replace(/[\s).]+$/, '') : reason;
  return { clip: exactly(clip, 0, found.index), reason: told === '' ? null : told };
}

const quietWords = [
  'i tysthet|tyst(?: andring)?|i smyg|ingen notis|inga notiser|inget utskick|quietly|silently|quiet change|no notifications?',
  '(?:men |och |and |but )?(?:utan att|without) (?:meddela|beratta|saga|informera|notifiera|avisera|telling|notifying|informing|alerting)(?: [\\p{L}]+){0,4}',
  '(?:och |men )?(?:meddela|beratta inte for|informera) (?:ingen|nagon|inte nagon)|(?:och |men )?(?:skicka|sand) ing(?:en|a|et) (?:notis|meddelande|utskick|avisering)\\p{L}*',
  "utan (?:notis|avisering|meddelande|utskick)\\p{L}*|(?:and |but )?(?:don'?t|do not) (?:tell|notify|inform) (?:anyone|anybody|people)|without notification",
].join('|');
const quietLead = /^(?:tyst(?: andring)?|quiet(?:ly)?|silently|i tysthet)[\s:,]+/u;
const quietTail = new RegExp(`[\\s,;.(-]+(?:${quietWords})[\\s).!]*$`, 'u');
const quietInside = /^(\p{L}+ )(?:tyst|quietly|silently) /u;

/** Takes off "utan att meddela någon" at either end, or after the verb. */
export function takeQuiet(clip: Clip): { clip: Clip; quiet: boolean } {
  const lead = quietLead.exec(clip.flat)?.[0];
  if (lead) return { clip: exactly(clip, lead.length), quiet: true };
  const tail = quietTail.exec(clip.flat);
  if (tail) return { clip: exactly(clip, 0, tail.index), quiet: true };
  const inside = quietInside.exec(clip.flat);
  if (!inside) return { clip, quiet: false };
  return { clip: without(clip, inside[1]?.length ?? 0, inside[0].length), quiet: true };
}

const questionLead =
  /^(?:vem|vems|vad|va|nar|var|vart|hur|vilk\p{L}*|varfor|ar|har|finns|ska|skall|kommer|kan|far|blir|blev|stammer|undrar|jag undrar|vet|visa|lista|who|whose|what|when|where|why|how|which|is|are|was|were|do|does|did|has|have|will|can|may|am|should|show|list|tell)(?![\p{L}\d])/u;

/** Whether a wish is put as a question, not to be taken for a statement or an order. */
export function isQuestion({ clip, isPolite, endsInQuestion }: Wish): boolean {
  if (/^(?:nar (?:jag|vi|nagon|man) (?:skriver|sager)|when (?:i|we|people|someone|you) (?:write|say))/.test(clip.flat))
    return endsInQuestion;
  return (endsInQuestion && !isPolite) || questionLead.test(clip.flat);
}

/** The sentences of a message: they end before a capital letter, after ? and !, and at a new line. */
export function sentencesOf(clip: Clip): Clip[] {
  const ends = [
    ...clip.text.matchAll(/[!?]+(?=\s)|(?<!\b(?:kl|nr|ca|dvs|t\.ex|fr\.o\.m|t\.o\.m))\.(?=\s+\p{Lu})|\n+/gu),
  ];
  const starts = [0, ...ends.map((match) => match.index + match[0].length)];
  return starts
    .map((start, index) => exactly(clip, start, starts[index + 1]))
    .filter(({ flat }) => /[\p{L}\d]/u.test(flat));
}

/** Takes quotation marks off. */
export function unquoted(text: string): string {
  return text.replace(/^[\s"'”“„»«‘’]+|[\s"'”“„»«‘’]+$/g, '');
}
