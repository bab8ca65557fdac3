/** Somebody has written or chosen something else in a field than the page came with. */
export function isChanged(field) {
  if (field.localName === 'select') return field.selectedIndex !== Math.max(0, [...field.options].findLastIndex(option => option.defaultSelected));
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}
