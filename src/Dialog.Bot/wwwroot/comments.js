// What is selected in a draft can be commented on: the form under the draft shows it. Every sentence can be chosen without this, too.
const longest = 1000;
const around = 40;

document.addEventListener('selectionchange', choose);
// What was selected while the page was on its way counts, too.
choose();

function choose() {
  const selection = getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  for (const comments of document.querySelectorAll('[data-comments]')) {
    const text = document.getElementById(comments.dataset.comments);
    if (text?.contains(range.startContainer) && text.contains(range.endContainer)) offer(comments, text, range);
  }
}

function offer(comments, text, range) {
  const before = range.cloneRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const [start, quote] = [before.toString().length, range.toString()];
  if (quote.trim() === '' || quote.length > longest) return;
  const form = comments.querySelector('form.selection');
  form.elements.quote.value = quote;
  form.elements.before.value = text.textContent.slice(Math.max(0, start - around), start);
  form.elements.after.value = text.textContent.slice(start + quote.length, start + quote.length + around);
  form.querySelector('blockquote').textContent = quote;
  form.hidden = false;
  form.closest('details').open = true;
}
