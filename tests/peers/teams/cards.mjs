// Draws the cards of a real talk, and of the review after it, with Microsoft's renderer, light and dark, Swedish and English:
// node cards.mjs → docs/images/teams-cards-*.png, teams-review-*.png
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { actionsOf, startConnector, startProgram, until } from './program.mjs';
import { approverOf, draftsOf, interview } from './talk.mjs';

const renderer = readFileSync(createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'), 'utf8');
const images = fileURLToPath(new URL('../../../docs/images/', import.meta.url));
const themes = {
  light: { page: '#f5f5f5', card: '#ffffff', text: '#242424', subtle: '#616161', emphasis: '#fafafa', button: '#ffffff', line: '#d1d1d1', bad: '#c4314b' },
  dark: { page: '#1f1f1f', card: '#292929', text: '#ffffff', subtle: '#adadad', emphasis: '#333333', button: '#292929', line: '#666666', bad: '#f9526b' },
};

/** A message's card with its first drafts only. */
const short = message => {
  const card = structuredClone(message.attachments[0].content);
  let drafts = 0;
  card.body = card.body.filter(part => part.type !== 'Container' || ++drafts <= 3);
  return card;
};
const dataOf = (message, title) => actionsOf(message).find(action => action.title === title).data;

const [program, connector] = [await startProgram(), await startConnector()];
const browser = await launch();
try {
  for (const language of ['sv', 'en']) {
    const approver = await approverOf(program, connector, language);
    const who = await interview(program, connector, language);
    const card = short(draftsOf(who));
    const asked = await until(() => draftsOf(approver), 'the review request');
    const form = await approver.dialog('task/fetch', dataOf(asked, language === 'sv' ? 'Be om ändring' : 'Ask for a change'));
    await approver.dialog('task/submit', { ...dataOf(asked, language === 'sv' ? 'Be om ändring' : 'Ask for a change'), reason: language === 'sv' ? 'Årtalet stämmer inte, och ta bort *stjärnorna*.' : 'The year is wrong, and take the *stars* away.' });
    const decided = await until(() => connector.sent.find(call => call.method === 'PUT' && call.path.includes(`a:${approver.user}/`)), 'the outcome');
    const review = [short(asked), form.task.value.card.content, short(decided.activity)];
    const settled = await until(() => connector.sent.find(call => call.method === 'PUT' && call.path.includes(`a:${who.user}/`)), 'the answered question');
    const shown = [who.messages()[1].attachments[0].content, settled.activity.attachments[0].content, who.messages()[2].attachments[0].content, card];
    for (const [picture, cards] of [['cards', shown], ['review', review]]) for (const [name, colours] of Object.entries(themes)) {
      const page = await browser.newPage({ viewport: { width: 620, height: 400 } });
      await page.setContent(`<!doctype html><html lang="${language}"><style>
        body { margin: 0; padding: 16px; background: ${colours.page}; font: 14px/20px "Segoe UI", "DejaVu Sans", sans-serif; }
        .card { background: ${colours.card}; border: 1px solid ${colours.line}; border-radius: 6px; margin: 0 0 16px; }
        .ac-pushButton { background: ${colours.button}; color: ${colours.text}; border: 1px solid ${colours.line}; border-radius: 4px; padding: 6px 12px; font: inherit; font-weight: 600; }
      </style><body></body></html>`);
      await page.addScriptTag({ content: renderer });
      await page.evaluate(({ cards, c }) => {
        const colour = { default: c.text, subtle: c.subtle };
        const foregroundColors = { default: colour, attention: { default: c.bad, subtle: c.bad }, good: colour };
        const hostConfig = new AdaptiveCards.HostConfig({
          fontFamily: 'inherit', supportsInteractivity: true, actions: { actionsOrientation: 'horizontal', buttonSpacing: 8 }, spacing: { default: 8, medium: 12, padding: 12 },
          containerStyles: { default: { backgroundColor: c.card, foregroundColors }, emphasis: { backgroundColor: c.emphasis, foregroundColors } },
        });
        for (const json of cards) {
          const card = new AdaptiveCards.AdaptiveCard();
          card.hostConfig = hostConfig;
          card.parse(json, new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5));
          const frame = document.createElement('div');
          frame.className = 'card';
          frame.append(card.render());
          document.body.append(frame);
        }
      }, { cards, c: colours });
      await page.screenshot({ path: `${images}teams-${picture}-${language}-${name}.png`, fullPage: true });
      await page.close();
    }
  }
} finally {
  await browser.close();
  await program.stop();
  await connector.stop();
}
