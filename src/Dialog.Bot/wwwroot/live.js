// What is new appears by itself: the page asks whether anything changed, fetches itself, and takes over the parts (data-live) that are other.
// A part that somebody writes in, or that tells of a refusal, stays as it is, and says so: saving then shows both texts.
import { isChanged } from './fields.js';

const every = 4000;
const main = document.querySelector('main[data-live]');
// The tab keeps its name from page to page. While a page is open it alone has it: a copy of the tab gets another.
const tab = sessionStorage.getItem('tab') ?? Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(36)).join('');
sessionStorage.removeItem('tab');
addEventListener('pagehide', () => sessionStorage.setItem('tab', tab));
addEventListener('pageshow', event => { if (event.persisted) sessionStorage.removeItem('tab'); });
let tag;

if (main) {
  look();
  setInterval(look, every);
}

async function look() {
  if (document.hidden) return;
  try {
    const answer = await fetch(`live?of=${encodeURIComponent(main.dataset.live)}&tab=${tab}`, { headers: tag ? { 'If-None-Match': tag } : {}, cache: 'no-store' });
    if (answer.redirected || answer.ok && !answer.headers.get('Content-Type')?.includes('json')) {
      // The page to sign in on.
      tag = undefined;
      show('others', main.dataset.signedOut);
      return;
    }
    if (!answer.ok) return;
    const { version, others } = await answer.json();
    show('others', others.map(name => `${name || main.dataset.somebody} ${main.dataset.alsoHere}`).join('. '));
    if (version === main.dataset.version || await renew()) main.dataset.version = version;
    tag = answer.headers.get('ETag');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // No contact: the next look may have it.
  }
}

async function renew() {
  const answer = await fetch(main.dataset.address ?? location.href, { cache: 'no-store' });
  if (!answer.ok || answer.redirected) return false;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!fresh.querySelector('main[data-live]')) return false;
  const news = [...main.querySelectorAll('[data-part]')].filter(part => !part.parentElement.closest('[data-part]')).flatMap(part => replace(part, fresh.getElementById(part.id)));
  if (news.length > 0) show('news', `${main.dataset.renewed}: ${[...new Set(news)].join(', ')}`);
  return true;
}

/** Takes over a part, or the parts in it when somebody writes there; answers the names of what is new. */
function replace(part, next) {
  if (!next || bare(part) === bare(next)) return [];
  if (isWrittenIn(part)) {
    const inner = [...part.querySelectorAll('[data-part]')].filter(other => other.parentElement.closest('[data-part]') === part);
    if (inner.length > 0) return inner.flatMap(other => replace(other, next.querySelector(`#${CSS.escape(other.id)}`)));
    if (!part.querySelector(':scope > .elsewhere')) {
      const word = document.createElement('p');
      word.className = 'elsewhere warning';
      word.setAttribute('role', 'status');
      word.textContent = main.dataset.elsewhere;
      part.prepend(word);
    }
    return [];
  }
  const open = [...part.querySelectorAll('details')].map(details => details.open);
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  const number = focused ? alike(focused, part).indexOf(focused) : 0;
  const fresh = document.importNode(next, true);
  fresh.querySelectorAll('details').forEach((details, index) => { details.open ||= open[index] ?? false; });
  part.replaceWith(fresh);
  if (focused) (document.getElementById(focused.id) ?? alike(focused, fresh)[number])?.focus();
  return [fresh.dataset.part];
}

/** What in a part is the same as an element, as far as it tells. */
function alike(element, part) {
  return [...part.querySelectorAll(element.localName)].filter(other => ['href', 'name', 'value', 'aria-label'].every(mark => other.getAttribute(mark) === element.getAttribute(mark)));
}

function isWrittenIn(part) {
  return part.querySelector('[role=alert]') || [...part.querySelectorAll('textarea, select, input:not([type=hidden])')].some(field => field === document.activeElement || isChanged(field));
}

/** Without what differs from one look to the next. */
function bare(part) {
  const copy = part.cloneNode(true);
  copy.querySelectorAll('input[name=__RequestVerificationToken], input[data-once], .elsewhere').forEach(field => field.remove());
  copy.querySelectorAll('details').forEach(details => details.removeAttribute('open'));
  return copy.innerHTML;
}

function show(id, text) {
  const place = document.getElementById(id);
  if (place.textContent !== text) place.textContent = text;
}
