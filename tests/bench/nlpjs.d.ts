// The part of nlp.js that is used here; it ships no types.
declare module '@nlpjs/core' {
  export function containerBootstrap(): Promise<{ use(plugin: unknown): void }>;
}
declare module '@nlpjs/lang-sv' {
  export const LangSv: unknown;
}
declare module '@nlpjs/nlp' {
  export class Nlp {
    constructor(settings: { container: unknown; languages: readonly string[]; nlu: { log: boolean } });
    readonly settings: { autoSave: boolean };
    addDocument(locale: string, utterance: string, intent: string): void;
    train(): Promise<void>;
    process(locale: string, utterance: string): Promise<{ readonly intent: string }>;
  }
}
