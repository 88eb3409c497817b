// The community's clock: shows it, moves it.
import { api } from './api.js';
import { $, fullTime } from './dom.js';

let base = Date.now();
let read = performance.now();
let held = false;
let moving = false;

export const now = () => (held ? base : base + performance.now() - read);

function take(clock) {
  base = Date.parse(clock.now);
  read = performance.now();
  held = clock.held;
  paint();
}

function paint() {
  $('clock').textContent = fullTime(now());
  $('clock-state').textContent = moving ? '正在推进…' : held ? '停住了' : '';
  $('hold').textContent = held ? '走起来' : '停住';
}

export async function refreshClock() {
  take(await api.clock());
}

async function move(how) {
  moving = true;
  $('clock-note').textContent = '正在推进时间，等路上该办的事都办完。';
  const buttons = document.querySelectorAll('#tools .chips button');
  buttons.forEach((button) => { button.disabled = true; });
  paint();
  try {
    take(await api.moveClock(how));
    $('clock-note').textContent = '';
  } catch (error) {
    $('clock-note').textContent = error.message;
    await refreshClock().catch(() => {});
  } finally {
    moving = false;
    buttons.forEach((button) => { button.disabled = false; });
    paint();
  }
}

export function startClock() {
  for (const button of document.querySelectorAll('#tools [data-advance]')) {
    button.addEventListener('click', () => move({ advance: button.dataset.advance }));
  }
  for (const button of document.querySelectorAll('#tools [data-to]')) {
    button.addEventListener('click', () => move({ to: button.dataset.to }));
  }
  $('hold').addEventListener('click', () => move({ hold: !held }));
  setInterval(paint, 500);
}
