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

  // Up to where this page has heard: the server tells what it missed since, after a lost network or a hidden hour alike.
  let heard = body.dataset.live;
  const hear = (event, names) => {
    if (event.lastEventId) heard = '/live?since=' + encodeURIComponent(event.lastEventId);
    tell(names);
  };
  const listen = () => {
    if (stream || !window.EventSource || !body.dataset.live) return;
    stream = new EventSource(heard);
    stream.onopen = stopPolling;
    stream.onerror = () => {
      startPolling();
      if (stream && stream.readyState === EventSource.CLOSED) stream = null;
    };
    topics.forEach((name) => stream.addEventListener(name, (event) => hear(event, [name])));
    stream.addEventListener('all', (event) => hear(event, topics));
  };
  const rest = () => { if (stream) stream.close(); stream = null; stopPolling(); };

  if (body.dataset.live) {
    listen();
    // A page nobody looks at holds no connection; looked at again, it hears what it missed.
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) { rest(); } else { listen(); }
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

  // --- What is tapped while the network is away waits here, in sight, also when the page is closed, and goes out once when the
  // network is back: the server holds the key of each, so that an answer which got lost on the way is not a second deed.
  const store = body.dataset.who ? 'linli.pending.' + body.dataset.who : null;
  const bar = document.getElementById('pending');
  const waitingOnes = () => { try { return (store && JSON.parse(localStorage.getItem(store))) || []; } catch (broken) { return []; } };
  const keep = (items) => {
    try {
      if (items.length) localStorage.setItem(store, JSON.stringify(items)); else localStorage.removeItem(store);
      return true;
    } catch (full) { return false; }
  };
  const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
  const csrf = () => { try { return JSON.parse(body.getAttribute('hx-headers')) || {}; } catch (none) { return {}; } };
  let loggedOut = false;
  const showPending = () => {
    if (!bar) return;
    const items = waitingOnes();
    const refused = items.filter((item) => item.problem);
    bar.hidden = !items.length;
    const words = refused.length ? bar.dataset.refused : loggedOut ? bar.dataset.login : bar.dataset.one;
    bar.querySelector('summary').textContent = words.replace('{n}', refused.length || items.length);
    bar.classList.toggle('said-problem', refused.length > 0);
    if (refused.length) bar.open = true;
    bar.querySelector('ul').replaceChildren(...items.map((item) => {
      const line = document.createElement('li');
      line.append(item.title + ' ');
      if (!item.problem) return line;
      const why = document.createElement('b');
      why.textContent = item.problem + ' ';
      line.append(why);
      [['again', (all) => all.map((each) => (each.key === item.key ? { ...each, problem: null } : each))],
        ['drop', (all) => all.filter((each) => each.key !== item.key)]].forEach(([word, change]) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'btn btn-outline-primary';
        button.textContent = bar.dataset[word];
        button.addEventListener('click', () => { keep(change(waitingOnes())); showPending(); sendPending(); });
        line.append(button, ' ');
      });
      return line;
    }));
    // The row it is about says so too.
    document.querySelectorAll('.waits-for-network').forEach((mark) => mark.remove());
    items.filter((item) => item.no && !item.problem).forEach((item) => document.querySelectorAll('.line[data-no="' + CSS.escape(item.no) + '"]').forEach((row) => {
      const mark = document.createElement('span');
      mark.className = 'state state-wait waits-for-network';
      mark.textContent = bar.dataset.one.split('：')[0].replace('{n} 件', '');
      row.querySelector('a').after(mark);
    }));
  };
  let sending = false;
  const sendOne = async (item) => {
    const answer = await fetch(item.path, {
      method: 'POST',
      headers: { ...csrf(), 'HX-Request': 'true', 'Idempotency-Key': item.key, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: item.body,
    });
    if (answer.redirected && new URL(answer.url).pathname === '/login' || answer.status === 401) { loggedOut = true; return 'stop'; }
    loggedOut = false;
    if (answer.status >= 500 || answer.status === 429) return 'stop';
    if (answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const said = page.querySelector('.said-problem p, p.said-problem, .problem p');
    return (said && said.textContent.trim()) || bar.dataset.failed;
  };
  const sendAll = async () => {
    let sent = false;
    try {
      for (let item = waitingOnes().find((each) => !each.problem); item; item = waitingOnes().find((each) => !each.problem)) {
        const problem = await sendOne(item);
        if (problem === 'stop') break;
        const key = item.key;
        keep(waitingOnes().flatMap((each) => (each.key !== key ? [each] : problem ? [{ ...each, problem }] : [])));
        sent = true;
        showOffline(false);
      }
    } catch (lost) {
      // Still away: it is tried again.
    }
    showPending();
    if (sent) tell(topics);
  };
  const sendPending = async () => {
    if (!bar || !store || sending || !waitingOnes().some((item) => !item.problem)) return;
    sending = true;
    try {
      // Another page of the same person may be at it.
      if (navigator.locks) await navigator.locks.request(store, { ifAvailable: true }, (lock) => (lock ? sendAll() : null));
      else await sendAll();
    } finally {
      sending = false;
    }
  };
  const queue = (form, path, data) => {
    const fields = [...data];
    if (fields.some(([, value]) => value instanceof File && value.size)) { window.alert(bar.dataset.photo); return false; }
    const plain = new URLSearchParams(fields.filter(([name, value]) => !(value instanceof File) && name !== '_csrf'));
    // Nobody can be asked for the place now: the ticket comes without one, and somebody adds it.
    if (form.elements.key && form.elements.words) plain.set('nowhere', 'true');
    const words = form.dataset.queue + (plain.get('words') ? ' ' + plain.get('words').slice(0, 20) : '');
    const item = { key: form.dataset.key || newKey(), path, body: plain.toString(), title: words, no: form.dataset.no || null };
    if (!keep([...waitingOnes().filter((each) => each.key !== item.key), item])) { window.alert(bar.dataset.full); return false; }
    delete form.dataset.key;
    const card = form.closest('.card-guess');
    if (card) {
      card.remove();
      const next = document.querySelector('.card-guess');
      if (next) next.classList.remove('only-desk');
    }
    const sheet = form.closest('dialog.sheet');
    if (sheet) sheet.close();
    if (form.elements.key) {
      // The next one is another ticket, of which nothing is known yet.
      form.reset();
      form.elements.key.value = newKey();
      form.querySelectorAll('#words, #fields input:not([type=checkbox]), #phone').forEach((field) => { field.value = ''; });
      form.querySelectorAll('#fields select').forEach((field) => { field.prepend(new Option('', '')); field.value = ''; });
      form.querySelectorAll('#fields input[type=checkbox]').forEach((field) => { field.checked = false; });
    }
    showPending();
    return true;
  };
  if (bar && store) {
    showPending();
    sendPending();
    setInterval(sendPending, 3000);
    window.addEventListener('online', sendPending);
    window.addEventListener('storage', (event) => { if (event.key === store) showPending(); });
    ['htmx:afterSettle', 'htmx:oobAfterSwap'].forEach((name) => document.addEventListener(name, () => { if (waitingOnes().length) showPending(); }));
    const queued = (event) => event.detail.elt && event.detail.elt.closest && event.detail.elt.closest('form[data-queue]');
    document.addEventListener('htmx:configRequest', (event) => {
      const form = queued(event);
      if (!form || event.detail.verb !== 'post' || event.detail.elt !== form) return;
      form.dataset.key = form.dataset.key || newKey();
      event.detail.headers['Idempotency-Key'] = form.dataset.key;
    });
    // An answer is an answer: what is typed and sent next is another deed.
    document.addEventListener('htmx:afterRequest', (event) => {
      const form = queued(event);
      if (form && event.detail.xhr && event.detail.xhr.status > 0) delete form.dataset.key;
    });
    ['htmx:sendError', 'htmx:timeout'].forEach((name) => document.addEventListener(name, (event) => {
      const form = queued(event);
      const asked = event.detail.requestConfig;
      if (!form || !asked || asked.verb !== 'post' || asked.elt !== form) return;
      delete form.dataset.sent;
      queue(form, asked.path, asked.formData.entries());
    }));
  }

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

  // --- data-after: on a phone the end's wheel opens at the begin: left as it is, the preview says that the end is not after it.
  document.addEventListener('pointerdown', (event) => {
    const end = event.pointerType === 'touch' && event.target.closest?.('input[data-after]');
    const begin = end && !end.value && end.form.elements[end.dataset.after];
    if (begin?.value) { end.value = begin.value; }
  });

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
    if (!waiting && event.key === 'n' && document.querySelector('a[href="/tickets/new"]')) { window.location.assign('/tickets/new'); return; }
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
