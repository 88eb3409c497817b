// Everything works without this file; it makes the console quick and keeps an open page fresh.
(() => {
  'use strict';

  const body = document.body;
  const offline = document.getElementById('offline');
  const topics = ['tickets', 'candidates', 'notices', 'deliveries', 'groups', 'status'];
  const POLL_MILLIS = 30000;

  // --- A lost network shows at once.
  const showOffline = (lost) => { if (offline) offline.hidden = !lost; };
  window.addEventListener('offline', () => showOffline(true));
  window.addEventListener('online', () => { showOffline(false); tell(topics); });
  document.addEventListener('htmx:sendError', () => showOffline(true));
  document.addEventListener('htmx:timeout', () => showOffline(true));
  document.addEventListener('htmx:afterOnLoad', () => showOffline(!navigator.onLine));

  // --- Live: an element with hx-trigger="live:tickets from:body" loads itself again.
  const tell = (names) => names.forEach((name) => body.dispatchEvent(new CustomEvent('live:' + name)));
  let stream = null;
  let poll = null;
  const stopPolling = () => { clearInterval(poll); poll = null; };
  const startPolling = () => { if (!poll) poll = setInterval(() => tell(topics), POLL_MILLIS); };

  const listen = () => {
    if (stream || !window.EventSource || !body.dataset.live) return;
    stream = new EventSource(body.dataset.live);
    stream.onopen = stopPolling;
    stream.onerror = () => {
      startPolling();
      if (stream && stream.readyState === EventSource.CLOSED) stream = null;
    };
    topics.forEach((name) => stream.addEventListener(name, () => tell([name])));
    stream.addEventListener('all', () => tell(topics));
  };
  const rest = () => { if (stream) stream.close(); stream = null; stopPolling(); };

  if (body.dataset.live) {
    listen();
    // A page nobody looks at holds no connection; looked at again, it reads what it missed.
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) { rest(); } else { listen(); tell(topics); }
    });
    window.addEventListener('pagehide', rest);
  }

  // --- A second tap on the same button does nothing while the first is under way.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.sent) { event.preventDefault(); return; }
    if (event.defaultPrevented) return;
    form.dataset.sent = 'yes';
    form.querySelectorAll('button[type=submit], button:not([type])').forEach((button) => button.setAttribute('aria-busy', 'true'));
  });
  window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach((form) => {
    delete form.dataset.sent;
    form.querySelectorAll('[aria-busy]').forEach((button) => button.removeAttribute('aria-busy'));
  }));

  // --- Cards decided while the network is away wait here, in sight, and go out once when it is back. The server takes the
  // version that was seen, so that an answer which got lost on the way is not a second decision.
  const pending = [];
  let sending = false;
  const showPending = () => {
    const bar = document.getElementById('pending');
    bar.hidden = !pending.length;
    bar.textContent = bar.dataset.one.replace('{n}', pending.length);
  };
  const sendPending = async () => {
    if (sending || !pending.length) return;
    sending = true;
    try {
      while (pending.length) {
        const answer = await fetch(pending[0].path, { method: 'POST', headers: pending[0].headers, body: pending[0].body });
        // Logged out meanwhile: what waits stays in sight until the person has logged in elsewhere.
        if (answer.redirected && new URL(answer.url).pathname === '/login') return;
        pending.shift();
        showPending();
      }
      showOffline(false);
      tell(topics);
    } catch (lost) {
      // Still away: it is tried again.
    } finally {
      sending = false;
    }
  };
  setInterval(sendPending, 3000);
  window.addEventListener('online', sendPending);
  window.addEventListener('beforeunload', (event) => { if (pending.length) event.preventDefault(); });
  document.addEventListener('htmx:sendError', (event) => {
    const card = event.target.closest('.card-guess');
    const asked = event.detail.requestConfig;
    if (!card || !asked || asked.verb !== 'post') return;
    pending.push({ path: asked.path, headers: asked.headers, body: new URLSearchParams([...asked.formData.entries()]) });
    card.remove();
    const next = document.querySelector('.card-guess');
    if (next) next.classList.remove('only-desk');
    showPending();
  });

  // --- data-undo counts the seconds in which a tap may be taken back; the server has the last word.
  const countDown = () => document.querySelectorAll('form[data-undo]:not([data-counting])').forEach((form) => {
    form.dataset.counting = 'yes';
    let left = Number(form.dataset.undo);
    const word = form.querySelector('.undo-left');
    const timer = setInterval(() => {
      left -= 1;
      if (left <= 0 || !form.isConnected) { clearInterval(timer); form.remove(); return; }
      word.textContent = left + word.dataset.after;
    }, 1000);
  });
  countDown();
  document.addEventListener('htmx:oobAfterSwap', countDown);
  document.addEventListener('htmx:afterSettle', countDown);

  // --- data-confirm asks before a step that cannot be taken back.
  document.addEventListener('click', (event) => {
    const asked = event.target.closest('[data-confirm]');
    if (asked && !window.confirm(asked.dataset.confirm)) { event.preventDefault(); event.stopImmediatePropagation(); }
  }, true);

  // --- data-copy puts a text on the clipboard and says so.
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy]');
    if (!button || !navigator.clipboard) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.copied;
  });

  // --- Files: one that WeCom would not take is refused before it travels; a large one shows how far it is.
  document.addEventListener('change', (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.dataset.fileBytes) return;
    const large = [...input.files].find((file) => file.size > Number(file.type.startsWith('image/') ? input.dataset.imageBytes : input.dataset.fileBytes));
    if (!large) return;
    const image = large.type.startsWith('image/');
    const most = Number(image ? input.dataset.imageBytes : input.dataset.fileBytes);
    const words = [large.name, (large.size / 1048576).toFixed(1), image ? input.dataset.imageWord : input.dataset.fileWord, most / 1048576];
    event.stopImmediatePropagation();
    input.value = '';
    const said = document.createElement('p');
    said.className = 'said said-problem';
    said.setAttribute('role', 'alert');
    said.textContent = input.dataset.tooLarge.replace(/\{(\d)\}/g, (all, n) => words[n]);
    input.closest('.field').querySelectorAll('.said-problem').forEach((old) => old.remove());
    input.before(said);
  }, true);
  document.addEventListener('htmx:xhr:progress', (event) => {
    const bar = event.target.parentElement && event.target.parentElement.querySelector('progress.upload');
    if (!bar || !event.detail.lengthComputable) return;
    bar.hidden = false;
    bar.value = Math.round(100 * event.detail.loaded / event.detail.total);
    bar.textContent = bar.value + '%';
  });

  // --- Keys on a list of tickets: j and k walk, a accepts, r resolves, m merges, x picks. The server decides what is allowed.
  const steps = { a: 'ACCEPT', r: 'RESOLVE', m: 'MERGE' };
  const triage = (key) => {
    const lines = [...document.querySelectorAll('.line[data-no]')];
    if (!lines.length || document.querySelector('#sheet dialog[open]')) return false;
    const at = lines.findIndex((line) => line.classList.contains('at'));
    if (key === 'j' || key === 'k') {
      const next = lines[Math.max(0, Math.min(lines.length - 1, at < 0 ? 0 : at + (key === 'j' ? 1 : -1)))];
      lines.forEach((line) => line.classList.toggle('at', line === next));
      next.querySelector('a').focus({ preventScroll: true });
      next.scrollIntoView({ block: 'nearest' });
      return true;
    }
    if (at < 0) return false;
    if (key === 'x') {
      const box = lines[at].querySelector('input[type=checkbox]');
      if (box) box.click();
      return Boolean(box);
    }
    if (!steps[key] || !window.htmx) return false;
    window.htmx.ajax('GET', '/tickets/' + lines[at].dataset.no + '/transitions/' + steps[key], { target: '#sheet', swap: 'innerHTML' });
    return true;
  };

  // --- Keys, for the desk: ? shows them, / goes to the search, g and a letter to a page.
  let waiting = false;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, [contenteditable]')) return;
    const keys = document.getElementById('keys');
    if (event.key === '?' && keys) { keys.open = !keys.open; return; }
    if (event.key === 'Escape' && keys) { keys.open = false; return; }
    if (event.key === '/') {
      const search = document.querySelector('input[type=search]');
      if (search) { event.preventDefault(); search.focus(); }
      return;
    }
    if (!waiting && triage(event.key)) { event.preventDefault(); return; }
    if (waiting) {
      const link = document.querySelector('#menu a[data-key="' + CSS.escape(event.key) + '"]');
      if (link) link.click();
    }
    waiting = event.key === 'g';
  });

  // --- A sheet lies over the page: the page behind it waits, Escape puts it away.
  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.target.id !== 'sheet') return;
    const sheet = event.target.querySelector('dialog');
    if (!sheet || !sheet.showModal) return;
    sheet.close();
    sheet.showModal();
  });
  // A refused step comes back as the same sheet with the reason; it stays where it was typed.
  document.addEventListener('htmx:beforeSwap', (event) => {
    const answer = event.detail;
    if (event.target.id === 'sheet' && [403, 409, 422].includes(answer.xhr.status) && answer.serverResponse.includes('class="sheet"')) {
      answer.shouldSwap = true;
      answer.isError = false;
      answer.target = event.target;
      answer.selectOverride = undefined;
    }
  });

  // --- On a desk a ticket opens beside the list, which keeps its place; on a phone the link is followed.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-beside]');
    const detail = document.getElementById('detail');
    if (!link || !detail || !window.htmx || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!window.matchMedia('(min-width: 60rem)').matches) return;
    event.preventDefault();
    document.querySelectorAll('.line.on').forEach((line) => line.classList.remove('on'));
    link.closest('.line').classList.add('on');
    window.htmx.ajax('GET', link.getAttribute('href'), { target: '#detail', swap: 'innerHTML' })
      .then(() => { detail.scrollTop = 0; window.history.pushState({ beside: true }, '', link.href); });
  });
  window.addEventListener('popstate', () => { if (document.getElementById('detail')) window.location.reload(); });
})();
