// OpenAI's and Azure's chat completions through teams-ai: its model, its prompts, and its planner, which repairs once.
// First, so that the SDK brings no fetch of its own.
import 'openai/shims/web';
import { join } from 'node:path';
import { OpenAIModel } from '@microsoft/teams-ai/lib/models/OpenAIModel.js';
import { ActionPlanner } from '@microsoft/teams-ai/lib/planners/ActionPlanner.js';
import { PromptManager } from '@microsoft/teams-ai/lib/prompts/PromptManager.js';
import { GPTTokenizer } from '@microsoft/teams-ai/lib/tokenizers/GPTTokenizer.js';
import type { PromptResponseValidator } from '@microsoft/teams-ai/lib/validators/PromptResponseValidator.js';
import { type BotAdapter, TurnContext } from 'botbuilder';
import type { ClientOptions } from 'openai';
import type { Checked, Complete, Completion, ModelRequest } from '../model/completion.ts';
import type { ModelSettings } from '../settings.ts';
import { makeWire, type Wire } from './model-wire.ts';

const prompt = 'understand';
const promptsFolder = join(import.meta.dirname, 'prompts');
const mostRepairs = 1;

/** Talks to the service that the settings name. */
export function openLanguageModel(settings: ModelSettings): Complete {
  const prompts = new PromptManager({ promptsFolder });
  const tokenizer = new GPTTokenizer();

  return async (request) => {
    const wire = makeWire(request.signal, settings.isLocal);
    let checked: Checked | null = null;
    const planner = new ActionPlanner({
      model: modelOf(settings, wire),
      prompts,
      tokenizer,
      defaultPrompt: prompt,
      max_repair_attempts: mostRepairs,
    });
    const validator = validatorOf((content) => {
      // There is nothing to repair where nothing came.
      if (wire.failure()) return null;
      checked = check(content, request);
      return checked;
    });
    await planner.completePrompt(nobody(), memoryOf(request), prompt, validator);
    return { tokens: wire.tokens(), result: resultOf(checked, wire) };
  };
}

/** One a question, since it ends with it. */
function modelOf(settings: ModelSettings, wire: Wire): OpenAIModel {
  const common = {
    useSystemMessages: true,
    responseFormat: { type: 'json_object' as const },
    // The planner knows when to ask again. A base URL from the environment would be taken for another service.
    clientOptions: { fetch: wire.fetch as unknown as ClientOptions['fetch'], maxRetries: 0, baseURL: null },
  };
  if (settings.provider === 'openai') {
    const { key, baseUrl, model } = settings;
    return new OpenAIModel({ ...common, apiKey: key, endpoint: baseUrl, defaultModel: model });
  }
  const { key, endpoint, deployment, apiVersion } = settings;
  return new OpenAIModel({
    ...common,
    azureApiKey: key,
    // It takes nothing else, and the wire puts it right.
    azureEndpoint: endpoint.replace(/^http:/, 'https:'),
    azureDefaultDeployment: deployment,
    azureApiVersion: apiVersion,
  });
}

function check(content: string, { check: judge }: ModelRequest): Checked {
  const json = content.trim().replace(/^```(?:json)?\s*|\s*```$/g, '');
  try {
    return judge(JSON.parse(json));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: 'wrong', feedback: 'Return one JSON object and nothing else.' };
  }
}

function validatorOf(judge: (content: string) => Checked | null): PromptResponseValidator {
  return {
    async validateResponse(_context, _memory, _tokenizer, response) {
      const checked = judge(response.message?.content ?? '');
      return checked?.kind === 'wrong'
        ? { type: 'Validation', valid: false, feedback: checked.feedback }
        : { type: 'Validation', valid: true, value: checked };
    },
  };
}

function resultOf(checked: Checked | null, wire: Wire): Completion['result'] {
  const failure = wire.failure();
  if (failure) return { kind: 'failed', ...failure };
  if (checked === null) return { kind: 'failed', reason: 'the prompt could not be made', waitMs: null };
  return checked.kind === 'wrong' ? { kind: 'nonsense' } : checked;
}

/** What the planner remembers between the two attempts, and no longer. */
function memoryOf({ offer, input }: ModelRequest) {
  const values = new Map<string, unknown>([
    ['temp.offer', offer],
    ['temp.input', input],
  ]);
  return {
    deleteValue: (path: string) => void values.delete(path),
    hasValue: (path: string) => values.has(path),
    getValue: <Value>(path: string) => values.get(path) as Value,
    setValue: (path: string, value: unknown) => void values.set(path, value),
  };
}

/** The planner wants a turn; the model is not to know whose it is. */
function nobody(): TurnContext {
  return new TurnContext({} as BotAdapter, {});
}
