// Slack's framework as its documentation shows it: state in memory, one question with two buttons as reply.
import bolt from '@slack/bolt';

const { App, HTTPReceiver, LogLevel } = bolt;
const { PORT, SLACK_API_URL, SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET } = process.env;

const app = new App({
  receiver: new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET, endpoints: '/slack/events', logLevel: LogLevel.ERROR }),
  authorize: async () => ({ botToken: SLACK_BOT_TOKEN, botId: 'B0BENCH', botUserId: 'U0BENCHBOT' }),
  clientOptions: { slackApiUrl: SLACK_API_URL },
  logLevel: LogLevel.ERROR,
});

const turns = new Map();
app.message(async ({ message, say }) => {
  turns.set(message.user, (turns.get(message.user) ?? 0) + 1);
  await say({
    text: 'Vad vill du berätta om?',
    blocks: [
      { type: 'section', text: { type: 'plain_text', text: 'Vad vill du berätta om?' } },
      {
        type: 'actions',
        elements: [
          { type: 'button', action_id: 'go', value: 'go', text: { type: 'plain_text', text: 'Kör' } },
          { type: 'button', action_id: 'skip', value: 'skip', text: { type: 'plain_text', text: 'Hoppa över' } },
        ],
      },
    ],
  });
});

await app.start(Number(PORT));

// Ten thousand messages at once, as its client sends them.
process.on('SIGUSR2', () => Promise.all(Array.from({ length: 10_000 }, (_, number) => app.client.chat.postMessage({
  token: SLACK_BOT_TOKEN,
  channel: `D0FAN${String(number).padStart(6, '0')}`,
  text: 'Hej! Du har en fråga kvar.',
}))));
