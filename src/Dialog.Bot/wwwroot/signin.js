// A form was sent, and nobody was signed in any more. Whoever signs in here is back where they wrote, with what they wrote; nothing asks them whether to send again.
const form = document.querySelector('form[data-back]');
const problem = document.querySelector('[role=alert]');

// A step back from where the organisation's own sign-in leads comes to the desk and not to the form that was refused.
history.replaceState(null, '', document.baseURI);

// The organisation's own sign-in goes through other pages: how many there were before them tells how far back the form is.
const away = document.getElementById('oidc');
if (away) away.href = `signin/oidc?to=${encodeURIComponent(`/signin/back?entries=${history.length}`)}`;

form.addEventListener('submit', async event => {
  event.preventDefault();
  const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual' });
  if (answer.type === 'opaqueredirect') {
    form.reset();
    history.back();
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  problem.textContent = page.querySelector('[role=alert], main p')?.textContent ?? answer.status;
});
