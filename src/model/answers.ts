// Answers that were paid for, by question: asked again, even at the same time, it costs nothing.

/** Remembers the latest; what fails is forgotten at once. */
export class Answers<Answer> {
  readonly #most: number;
  readonly #byQuestion = new Map<string, Promise<Answer>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** The answer remembered, or one under way; undefined where the question is new. */
  find(question: string): Promise<Answer> | undefined {
    const known = this.#byQuestion.get(question);
    if (known) this.#keep(question, known);
    return known;
  }

  /** Keeps an answer for as long as `isWorthKeeping` says so once it is there. */
  keep(question: string, answer: Promise<Answer>, isWorthKeeping: (answer: Answer) => boolean): void {
    this.#keep(question, answer);
    const forget = () => this.#byQuestion.delete(question);
    answer.then((made) => isWorthKeeping(made) || forget(), forget);
  }

  #keep(question: string, answer: Promise<Answer>): void {
    this.#byQuestion.delete(question);
    this.#byQuestion.set(question, answer);
    const [oldest] = this.#byQuestion.keys();
    if (this.#byQuestion.size > this.#most && oldest !== undefined) this.#byQuestion.delete(oldest);
  }
}
