// Phrases by their first words: however many begin alike, few are compared with what is typed.
import { type Form, matchWord } from './forms.ts';

export interface PhraseWord {
  readonly form: Form;
  /** Whether other inflections of it match too. */
  readonly inflected: boolean;
}

/** A phrase as it is compared. */
export interface Spelt {
  readonly words: readonly PhraseWord[];
}

export interface PhraseMatched<Phrase extends Spelt> {
  readonly phrase: Phrase;
  /** Whether every word stands as in the phrase. */
  readonly exact: boolean;
}

export interface PhraseTree<Phrase extends Spelt> {
  add(phrase: Phrase): void;
  /** The phrases that the words from this one on match, in the order in which they were added. */
  matches(forms: readonly Form[], at: number): PhraseMatched<Phrase>[];
}

/** Comparing so many costs less than telling them apart by one word more. */
const fewEnough = 16;

/** The phrases that share their first words: those that end there, the others by their next word once they are many. */
interface Node<Phrase> {
  readonly phrases: Set<Phrase>;
  next: Map<string, Node<Phrase>> | null;
}

export function makePhraseTree<Phrase extends Spelt>(): PhraseTree<Phrase> {
  const places = new Map<Phrase, number>();
  const root: Node<Phrase> = { phrases: new Set(), next: new Map() };
  return {
    add(phrase) {
      places.set(phrase, places.size);
      insert(root, phrase, 0);
    },
    matches(forms, at) {
      const found: PhraseMatched<Phrase>[] = [];
      for (const phrase of candidates(root, forms, at)) {
        const how = phrase.words.map((word, offset) => {
          const typed = forms[at + offset];
          return typed === undefined ? 'none' : matchWord(typed, word.form, word.inflected);
        });
        if (!how.includes('none')) found.push({ phrase, exact: !how.includes('inflected') });
      }
      return found.sort((a, b) => (places.get(a.phrase) ?? 0) - (places.get(b.phrase) ?? 0));
    },
  };
}

/** Words match only where they share one of these; the stem with its Swedish letters is that of "städer" and "stad". */
const keys = ({ stem, folded, softStem }: Form): ReadonlySet<string> => new Set([stem, folded, softStem]);

function insert<Phrase extends Spelt>(node: Node<Phrase>, phrase: Phrase, depth: number): void {
  const word = phrase.words[depth];
  if (!word || !node.next) {
    node.phrases.add(phrase);
    if (!node.next && node.phrases.size > fewEnough) split(node, depth);
    return;
  }
  for (const key of keys(word.form)) {
    const child = node.next.get(key) ?? { phrases: new Set(), next: null };
    node.next.set(key, child);
    insert(child, phrase, depth + 1);
  }
}

function split<Phrase extends Spelt>(node: Node<Phrase>, depth: number): void {
  node.next = new Map();
  for (const phrase of [...node.phrases]) {
    if (phrase.words.length === depth) continue;
    node.phrases.delete(phrase);
    insert(node, phrase, depth);
  }
}

function candidates<Phrase>(root: Node<Phrase>, forms: readonly Form[], at: number): Set<Phrase> {
  const found = new Set<Phrase>();
  let nodes = [root];
  for (let index = at; nodes.length > 0; index += 1) {
    const deeper = new Set<Node<Phrase>>();
    const typed = forms[index];
    for (const { phrases, next } of nodes) {
      for (const phrase of phrases) found.add(phrase);
      for (const key of typed && next ? keys(typed) : []) {
        const child = next?.get(key);
        if (child) deeper.add(child);
      }
    }
    nodes = [...deeper];
  }
  return found;
}
