// Small things for the page. Whatever people wrote gets in by textContent only.

export const $ = (id) => document.getElementById(id);

/** Makes an element; children are elements or text. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (key === 'class') node.className = value;
    else if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (key in node && key !== 'list') node[key] = value;
    else node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A square with the first letter that says something, in a colour of the name's own. */
export function face(name, role) {
  const letters = [...name.replace(/[^\p{L}\p{N}]/gu, '')];
  const digits = name.match(/^\d+(?=[-栋])/)?.[0];
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)) % 997;
  const text = digits ?? letters[0] ?? '人';
  return el('span', { class: 'face ' + (role === 'bot' ? 'f-bot' : 'f' + (sum % 7)), 'aria-hidden': 'true' }, text);
}

const DAY = 86400000;
const SHANGHAI = 8 * 3600000;
const two = (n) => String(n).padStart(2, '0');
const shifted = (ms) => new Date(ms + SHANGHAI);
const dayOf = (ms) => Math.floor((ms + SHANGHAI) / DAY);

/** As WeChat writes a time: today without a date. */
export function when(iso, now) {
  const ms = Date.parse(iso);
  const at = shifted(ms);
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
  const days = dayOf(now) - dayOf(ms);
  if (days === 0) return time;
  if (days === 1) return `昨天 ${time}`;
  const date = `${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
  return at.getUTCFullYear() === shifted(now).getUTCFullYear() ? `${date} ${time}` : `${at.getUTCFullYear()}年${date} ${time}`;
}

/** The whole of it, for the clock. */
export function fullTime(ms) {
  const at = shifted(ms);
  const weekday = '日一二三四五六'[at.getUTCDay()];
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日 周${weekday} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
}

export function show(node, visible) { node.hidden = !visible; }

export function complain(node, error) {
  node.textContent = error ? error.message ?? String(error) : '';
  node.hidden = !error;
}

for (const button of document.querySelectorAll('[data-close]')) {
  button.addEventListener('click', () => button.closest('dialog').close());
}
