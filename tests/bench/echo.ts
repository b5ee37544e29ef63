// The least bot that the same packages allow: what ours is measured against.
import { createRequire } from 'node:module';
import type { Request as BotRequest } from 'botbuilder';
import type { Server } from 'restify';

const require = createRequire(import.meta.url);
const restify: typeof import('restify') = require('restify');
const { Application, TeamsAdapter }: typeof import('@microsoft/teams-ai') = require('@microsoft/teams-ai');
const {
  ConfigurationServiceClientCredentialFactory,
  MemoryStorage,
}: typeof import('botbuilder') = require('botbuilder');

const adapter = new TeamsAdapter({}, new ConfigurationServiceClientCredentialFactory({}));
const application = new Application({ storage: new MemoryStorage(), adapter });
application.activity('message', async (context) => {
  await context.sendActivity(`you said: ${context.activity.text}`);
});

const server: Server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.get('/readyz', (_request, response, next) => {
  response.send(200);
  next();
});
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as unknown as BotRequest, response, (context) =>
    application.run(context).then(() => undefined),
  );
});
server.listen(Number(process.env.PORT), '127.0.0.1');
