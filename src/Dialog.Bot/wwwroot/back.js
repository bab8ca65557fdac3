// Signed in where a form was refused: back to the form, which stands right before the page that said so.
const entries = Number(new URLSearchParams(location.search).get('entries'));

if (entries > 1 && entries < history.length) history.go(entries - history.length - 1);
