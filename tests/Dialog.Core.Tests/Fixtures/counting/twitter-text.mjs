// Writes twitter-text.json: generated texts with their length by npm twitter-text 3.1.0, X's own library.
// Not part of ./test. Again: npm install --no-save twitter-text@3.1.0 && node twitter-text.mjs > twitter-text.json
import twitter from 'twitter-text';

let seed = 20261125;
const random = (below) => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return (seed >> 8) % below;
};
const pick = (list) => list[random(list.length)];
const parts = [
  'snö', 'åäö', 'a\u030Ao\u0308', 'Ekebro', '”hej”', '–', '—', '…', '•', '€', '漢字', 'かな', '한국', 'שלום', 'привет', '😀', '👍🏽', '👨‍👩‍👧‍👦', '🇸🇪', '🇸🇪🇳🇴', '1️⃣', '❤️', '❤', '☺️', '©', '™', 'e\u0301',
  'katrineholm.se', 'www.katrineholm.se', 'https://www.katrineholm.se', 'http://katrineholm.se/', 'https://katrineholm.se/sida?x=1&y=2', 'https://katrineholm.se/a_(b)', 'almby.example', 'https://almby.example/en',
  '1.000', '1.000.se', '3.14', '10.15', 'kl.se', 't.ex.', 'bl.a.', 'm.m', 'v.1', 'fil.txt', 'index.html', 'a.b.c.org', 'sub-domain.co.uk', 'xn--4dbrk0ce.com', 'info@katrineholm.se', '@kommun', '#Katrineholm', '#snö.se', '$se.se',
  'slut.Ny', 'hej.nu', 'hej.Nu', 'katrineholm.se.', 'katrineholm.se,', '(katrineholm.se)', 'katrineholm.se/å', 'https://åäö.se/x', 'åäö.se', '-katrineholm.se', '_katrineholm.se', 'katrineholm.se-', 'katrineholm.seå', 'x'.repeat(60) + '.se/' + 'y'.repeat(230),
];
const texts = parts.concat(Array.from({ length: 1200 }, () => Array.from({ length: 1 + random(8) }, () => pick(parts)).join(pick([' ', ' ', '\n', ', ', ' (']))));
console.log('[');
console.log(texts.map((text) => JSON.stringify([text, twitter.parseTweet(text).weightedLength])).join(',\n'));
console.log(']');
