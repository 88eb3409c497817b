// The lines of one chat.
import { api } from './api.js';
import { now } from './clock.js';
import { $, el, face, show, when } from './dom.js';
import { me, roleName } from './people.js';

const PAGE = 60;
const GAP = 5 * 60000;
const ROUTES = { AUTO: '自动发送', STAFF_TAP: '工作人员代发', OWNER_CONFIRM: '群主确认后发出' };
const MARKED = new Set(['owner', 'property', 'staff']);

let name = null;
let lines = [];
let newest = 0;
let fetching = null;
let chosen = () => {};
const box = document.querySelector('.lines-box');

export const lastTextLine = () => [...lines].reverse().find((line) => line.kind === 'text' && line.role !== 'bot' && !line.recalled);

export function startLines(whenChosen) {
  chosen = whenChosen;
  $('older').addEventListener('click', older);
  $('newer').addEventListener('click', toBottom);
  box.addEventListener('scroll', () => { if (atBottom()) show($('newer'), false); });
}

export async function openLines(group) {
  name = group;
  lines = [];
  newest = 0;
  $('lines').replaceChildren();
  const loaded = await api.linesBefore(group, Number.MAX_SAFE_INTEGER, PAGE);
  if (name !== group) return;
  add(loaded);
  show($('older'), loaded.length === PAGE);
  paint();
  toBottom();
}

async function older() {
  const height = box.scrollHeight;
  const loaded = await api.linesBefore(name, lines[0]?.seq ?? Number.MAX_SAFE_INTEGER, PAGE);
  lines = [...loaded, ...lines];
  show($('older'), loaded.length === PAGE);
  paint();
  box.scrollTop += box.scrollHeight - height;
}

/** Fetches what is new; calls that come meanwhile are one more call. */
export function refreshLines() {
  fetching = (fetching ?? Promise.resolve()).then(fetchNew, fetchNew);
  return fetching;
}

async function fetchNew() {
  const group = name;
  if (!group) return;
  const loaded = await api.linesAfter(group, newest);
  if (group !== name || loaded.length === 0) return;
  const follow = atBottom() || loaded.some((line) => line.senderId === me()?.id);
  add(loaded);
  paint();
  if (follow) toBottom(); else show($('newer'), true);
}

function add(loaded) {
  const known = new Set(lines.map((line) => line.seq));
  for (const line of loaded) {
    newest = Math.max(newest, line.seq);
    if (line.kind === 'revoke') {
      const gone = lines.find((other) => other.msgId === line.revokes);
      if (gone) gone.recalled = true;
    }
    if (!known.has(line.seq)) lines.push(line);
  }
}

const atBottom = () => box.scrollHeight - box.scrollTop - box.clientHeight < 80;
function toBottom() {
  box.scrollTo({ top: box.scrollHeight, behavior: 'instant' });
  show($('newer'), false);
}

export function paint() {
  const nodes = [];
  let before = -Infinity;
  for (const line of lines.filter((one) => one.kind !== 'revoke')) {
    const at = Date.parse(line.at);
    if (Math.abs(at - before) > GAP) nodes.push(el('li', { class: 'when' }, el('time', { dateTime: line.at, title: line.at }, when(line.at, now()))));
    before = at;
    nodes.push(line.recalled ? gone(line) : message(line));
  }
  $('lines').replaceChildren(...nodes);
}

function gone(line) {
  return el('li', { class: 'gone' }, `${line.senderId === me()?.id ? '你' : line.sender}撤回了一条消息`);
}

function message(line) {
  const mine = line.senderId === me()?.id;
  const node = el('li', { class: `msg ${line.role}${mine ? ' mine' : ''}` },
    face(line.sender, line.role),
    el('span', { class: 'name' }, line.sender, MARKED.has(line.role) ? el('i', {}, ` ${roleName(line.role)}`) : null),
    body(line),
    el('span', { class: 'acts' }, el('button', { type: 'button', 'aria-label': `操作 ${line.sender} 的消息`, onclick: () => chosen(line) }, '操作')),
    line.route ? el('span', { class: 'foot' }, ROUTES[line.route] ?? '') : null);
  holdToChoose(node, line);
  return node;
}

function body(line) {
  const quoted = line.quote ? el('span', { class: 'quoted' }, line.quote) : null;
  if (line.mediaId && line.kind === 'image') {
    const at = `/sandbox/api/media/${encodeURIComponent(line.mediaId)}`;
    return el('div', { class: 'body' }, quoted, el('a', { href: at, target: '_blank' }, el('img', { src: at, alt: line.text || '图片' })));
  }
  if (line.mediaId) {
    return el('div', { class: 'body' }, quoted, el('a', { class: 'file', href: `/sandbox/api/media/${encodeURIComponent(line.mediaId)}` }, line.text || '文件', el('small', {}, '文件，点开下载')));
  }
  if (line.kind === 'link' && line.url) {
    return el('div', { class: 'body' }, quoted, el('a', { class: 'file', href: line.url, target: '_blank', rel: 'noreferrer noopener' }, line.text, el('small', {}, line.description || line.url)));
  }
  if (line.kind === 'image') return el('div', { class: 'body' }, quoted, el('img', { src: 'picture.svg', alt: '一张示意图片：电梯门口', width: 180, height: 135 }));
  if (line.kind === 'voice') return el('div', { class: 'body' }, quoted, el('span', { class: 'voice' }, '语音 6 秒'));
  if (line.kind !== 'text') return el('div', { class: 'body' }, quoted, KINDS[line.kind] ?? '[暂不支持的消息]', line.text ? ` ${line.text}` : '');
  const isLong = line.text.length > 600;
  const text = el('span', { class: 'text' }, isLong ? line.text.slice(0, 4000) : line.text);
  const node = el('div', { class: 'body' + (isLong ? ' long' : '') }, quoted, text);
  if (isLong) {
    const more = el('button', { type: 'button', class: 'quiet more', onclick: () => { node.classList.remove('long'); text.textContent = line.text; more.remove(); } }, `展开全文（${line.text.length} 字）`);
    node.append(more);
  }
  return node;
}

const KINDS = { video: '[视频]', file: '[文件]', link: '[链接]', forward: '[聊天记录]', sticker: '[表情]', location: '[位置]', unknown: '[暂不支持的消息]' };

function holdToChoose(node, line) {
  let timer = 0;
  const off = () => clearTimeout(timer);
  node.addEventListener('pointerdown', (event) => {
    if (event.pointerType !== 'mouse') timer = setTimeout(() => chosen(line), 500);
  });
  for (const end of ['pointerup', 'pointercancel', 'pointermove', 'pointerleave']) node.addEventListener(end, off);
  node.addEventListener('contextmenu', (event) => { event.preventDefault(); off(); chosen(line); });
}
