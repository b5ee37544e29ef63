// The running bot on a wire of the test's own: people write to it, it sends through a Connector, and it is killed.
import { type Connector, startConnector } from './connector.ts';
import { startBot } from './process.ts';
import { message, postJson } from './service.ts';

export interface Writer {
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
}
export const secretary: Writer = {
  id: '29:sekreterare',
  name: 'Sekreterare',
  aadObjectId: '22222222-2222-4222-8222-222222222222',
};
export const member: Writer = {
  id: '29:member',
  name: 'Ledamot',
  aadObjectId: '11111111-1111-4111-8111-111111111111',
};

/** A Connector, and bots one after another on it; `stop` them in the end. */
export async function startWire(tenant = 'tenant') {
  const connector: Connector = await startConnector();
  const running: { kill: () => Promise<unknown> }[] = [];

  async function start(variables: Record<string, string>) {
    const bot = await startBot({ LOG_LEVEL: 'info', ...variables });
    const kill = (signal: NodeJS.Signals = 'SIGKILL') => {
      bot.child.kill(signal);
      return bot.exit;
    };
    running.push({ kill });
    /** The body of the answer. */
    const say = async (text: string, who: Writer, more: object = {}): Promise<string> => {
      const conversation = { id: `chatt-${who.id}`, conversationType: 'personal', tenantId: tenant };
      const fields = { from: who, conversation, channelData: { tenant: { id: tenant } }, serviceUrl: connector.url };
      const { body } = await postJson(`${bot.url}/api/messages`, { ...message(text, fields), ...more }, {});
      return body;
    };
    return { ...bot, say, kill };
  }
  return {
    start,
    /** What the Connector took for somebody's own chat. */
    to: ({ id }: Writer) => connector.delivered.filter(({ conversation }) => conversation === `chatt-${id}`),
    async stop() {
      for (const one of running.splice(0)) await one.kill();
      await connector.stop();
    },
  };
}
export type Wire = Awaited<ReturnType<typeof startWire>>;
