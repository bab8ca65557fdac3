// Microsoft's framework for Teams as its documentation shows it: the sender's token checked, state and the bot's own token in memory, one question with two buttons as reply.
import { createServer } from 'node:http';
import botbuilder from 'botbuilder';
import connector from 'botframework-connector';

const { ActivityHandler, CardFactory, CloudAdapter, ConversationState, MemoryStorage, MessageFactory } = botbuilder;
const { BotFrameworkAuthenticationFactory } = connector;
const { PORT, TEAMS_APP_ID, TEAMS_OPENID_METADATA } = process.env;

const credentials = {
  isValidAppId: async id => id === TEAMS_APP_ID,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async request => {
      request.headers.set('authorization', 'Bearer bench');
      return request;
    },
  }),
};

const adapter = new CloudAdapter(BotFrameworkAuthenticationFactory.create(
  '', true, 'https://login.microsoftonline.com/botframework.com', 'https://api.botframework.com', 'https://api.botframework.com',
  'https://token.botframework.com', TEAMS_OPENID_METADATA, TEAMS_OPENID_METADATA, '', credentials, { requiredEndorsements: [] }, undefined, {},
));

const state = new ConversationState(new MemoryStorage());
const turns = state.createProperty('turns');
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await turns.set(context, (await turns.get(context, 0)) + 1);
  await context.sendActivity(MessageFactory.attachment(CardFactory.heroCard('Vad vill du berätta om?', undefined, ['Kör', 'Hoppa över'])));
  await state.saveChanges(context);
  await next();
});

createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) {
    parts.push(part);
  }

  request.body = JSON.parse(Buffer.concat(parts).toString() || 'null');
  response.status = code => Object.assign(response, { statusCode: code });
  response.send = body => response.end(typeof body === 'string' ? body : JSON.stringify(body));
  response.header = (name, value) => response.setHeader(name, value);
  await adapter.process(request, response, context => bot.run(context));
}).listen(Number(PORT));
