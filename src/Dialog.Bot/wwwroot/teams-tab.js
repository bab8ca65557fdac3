// The tab "my questions": asks Teams who is looking, then the program what is theirs. All text is set as text, never as markup.
const place = document.getElementById('mine');
const language = document.documentElement.lang;

function show(page) {
  document.documentElement.lang = page.language;
  place.replaceChildren(
    element('h1', page.title),
    ...page.parts.flatMap(part => [
      ...(part.heading ? [element('h2', part.heading)] : []),
      ...part.lines.flatMap(line => [element('p', line.text, 'copy'), ...(line.note ? [element('p', line.note, 'small')] : [])]),
    ]),
    ...(page.toChat ? [element('p', page.toChat, 'small')] : []),
    link(page.toDesk),
  );
}

function element(name, text, style) {
  const made = document.createElement(name);
  made.textContent = text;
  if (style) made.className = style;
  return made;
}

function link(text) {
  const made = element('a', text);
  made.href = './';
  made.target = '_blank';
  made.rel = 'noopener';
  return made;
}

async function token() {
  try {
    await microsoftTeams.app.initialize();
    return await microsoftTeams.authentication.getAuthToken();
  } catch {
    return '';
  }
}

async function load() {
  // Outside of Teams nobody answers: then the program says what is missing.
  const held = await Promise.race([token(), new Promise(resolve => setTimeout(resolve, 5000, ''))]);
  const answer = await fetch(`teams/tab/mine?locale=${language}`, { headers: held ? { authorization: `Bearer ${held}` } : {} });
  show(await answer.json());
  if (held) microsoftTeams.app.notifySuccess();
}

load();
