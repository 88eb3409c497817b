// The side pane: how a line was read, or how a play goes.
import { api, play } from './api.js';
import { $, complain, el, show } from './dom.js';
import { lastTextLine } from './lines.js';

let mode = null;
let group = null;
let reading = 0;
let stop = null;

export function startPane(follow) {
  $('reading-open').addEventListener('click', () => (mode === 'reading' ? close() : openReading(lastTextLine())));
  $('pane-close').addEventListener('click', close);
  $('play-open').addEventListener('click', openDialog);
  $('play-choice').addEventListener('change', choose);
  $('play').addEventListener('submit', (event) => { event.preventDefault(); run(follow); });
}

function open(which, title) {
  mode = which;
  $('pane-title').textContent = title;
  show($('pane'), true);
  $('app').classList.add('with-pane');
  $('reading-open').setAttribute('aria-expanded', String(which === 'reading'));
}

function close() {
  stop?.abort();
  stop = null;
  mode = null;
  show($('pane'), false);
  $('app').classList.remove('with-pane');
  $('reading-open').setAttribute('aria-expanded', 'false');
}

export function paneFollows(name) {
  group = name;
  if (mode === 'reading') openReading(lastTextLine());
}

export async function openReading(line) {
  open('reading', '上一句是怎么读的');
  const turn = ++reading;
  if (!line || !group) {
    $('pane-body').replaceChildren(el('p', { class: 'hint' }, '还没有居民说话。有人说了一句，这里就显示小助手怎么读它。'));
    return;
  }
  let nodes;
  try {
    nodes = explain(line, await api.reading({ group, sender: line.sender, role: line.role, text: line.text.slice(0, 4000) }));
  } catch (error) {
    nodes = [el('p', { class: 'said' }, line.text.slice(0, 600)), el('p', { class: 'hint' }, error.message)];
  }
  if (turn === reading && mode === 'reading') $('pane-body').replaceChildren(...nodes);
}

function explain(line, read) {
  const part = (title, ...words) => (words.filter(Boolean).length ? [el('h3', {}, title), ...words.filter(Boolean).map((word) => el('p', {}, word))] : []);
  return [
    el('p', { class: 'hint' }, `${line.sender}：`),
    el('p', { class: 'said' }, ...coloured(line.text.slice(0, 4000), read.spans)),
    el('span', { class: `level ${read.level}` }, read.level === 'CHAT' && (read.followUp || read.command) ? '接着前面的事' : read.levelLabel),
    ...part('意图', read.intent),
    ...part('说的是', ...read.troubles.map((trouble) => [trouble.category, trouble.matter, trouble.urgency, trouble.place, trouble.restricted ? '内容保密' : ''].filter(Boolean).join(' · '))),
    ...part('地点', read.place),
    ...part('对小助手的吩咐', read.command),
    ...part('接着前面的话', read.followUp),
    ...part('请人留意', ...read.flags),
    ...part('起作用的词', read.predicates.join('、')),
    ...part('为什么没有更进一步', ...read.vetoes),
    ...part('把握', `${Math.round(read.confidence * 100)}%`),
    el('p', { class: 'hint' }, '这里只看这一句本身；群里已有的工单和通知不算在内。'),
  ];
}

function coloured(text, spans) {
  const out = [];
  let from = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < from) continue;
    out.push(text.slice(from, span.start), el('mark', { title: span.label }, text.slice(span.start, span.end)));
    from = span.end;
  }
  return [...out, text.slice(from)];
}

async function openDialog() {
  complain($('play-error'), null);
  const scenarios = await api.scenarios().catch(() => []);
  $('play-choice').replaceChildren(...scenarios.map((scenario) => el('option', { value: scenario.name }, scenario.title)), el('option', { value: '' }, '自己写'));
  $('play-dialog').showModal();
  if (!$('play-text').value) await choose();
}

async function choose() {
  const name = $('play-choice').value;
  if (name) $('play-text').value = (await api.scenario(name)).text;
}

async function run(follow) {
  stop?.abort();
  stop = new AbortController();
  const mine = stop;
  const pace = $('play-slow').checked ? 1500 : 0;
  $('play-dialog').close();
  open('play', '剧本');
  const state = el('p', { class: 'hint' }, '正在播放。关闭这一栏就停下。');
  $('pane-body').replaceChildren(state);
  try {
    await play($('play-text').value, pace, (played) => {
      if (played.what === 'end') {
        state.textContent = played.text;
        state.className = played.met ? 'level TICKET' : 'level EMERGENCY';
        return;
      }
      if (played.what === 'say' && played.group !== group) follow(played.group);
      const row = rowOf(played);
      $('pane-body').append(row);
      row.scrollIntoView({ block: 'nearest' });
    }, mine.signal);
  } catch (error) {
    if (!mine.signal.aborted) {
      state.textContent = error.message;
      state.className = 'error';
    }
  } finally {
    if (stop === mine) stop = null;
  }
}

function rowOf(played) {
  const kind = played.met === null ? '' : played.met ? ' met' : ' failed';
  const text = played.what === 'silence' ? '小助手没有再说话' : `${played.who}：${played.text}`;
  return el('div', { class: 'played' + kind }, text, played.detail ? el('span', { class: played.met === false ? 'instead' : 'hint' }, played.detail) : null, el('small', {}, `${played.at} ${played.group}`));
}
