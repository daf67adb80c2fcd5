(() => {
  'use strict';
  const root = document.documentElement, body = document.body;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = id => document.getElementById(id);
  root.classList.add('live');

  // Pages: what stands where on the scan is read when a page is first needed.
  const pages = new Map();
  for (const section of all('.page')) pages.set(+section.dataset.page, { section, overlay: section.querySelector('.overlay') });
  const numbers = [...pages.keys()];

  function page(number) {
    const it = pages.get(number);
    if (it && !it.words) {
      const data = JSON.parse(it.section.querySelector('script').textContent);
      it.words = new Map(data.w.map(word => [word[0], word]));
      it.segments = data.s;
    }
    return it;
  }
  const pageOf = id => +id.slice(1, id.indexOf('w'));
  const place = id => page(pageOf(id))?.words.get(id);
  const dataOf = row => page(+row.closest('.page').dataset.page).segments[row.id];
  const wordsOf = row => dataOf(row).w.map(word => word[0]);

  // Light on the scan: words that follow each other on a line share a box.
  const layers = {};
  function light(layer, ids) {
    for (const group of layers[layer] ?? []) group.remove();
    layers[layer] = [];
    const boxes = new Map();
    for (const id of ids) {
      const word = place(id);
      if (!word) continue;
      const [, x, y, w, h] = word, number = pageOf(id);
      if (!boxes.has(number)) boxes.set(number, []);
      const last = boxes.get(number).at(-1);
      const sameLine = last && Math.min(last[1] + last[3], y + h) - Math.max(last[1], y) > 0.5 * Math.min(last[3], h);
      if (sameLine && x >= last[0] && x - (last[0] + last[2]) < 1.5 * Math.max(h, last[3])) {
        const right = Math.max(last[0] + last[2], x + w), bottom = Math.max(last[1] + last[3], y + h);
        last[1] = Math.min(last[1], y);
        last[2] = right - last[0];
        last[3] = bottom - last[1];
      } else boxes.get(number).push([x, y, w, h]);
    }
    for (const [number, list] of boxes) draw(layer, number, list);
  }
  function draw(layer, number, boxes) {
    const overlay = pages.get(number)?.overlay;
    if (!overlay) return;
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    group.setAttribute('class', layer);
    for (const [x, y, w, h] of boxes) {
      const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
      const pad = Math.max(3, h * 0.12);
      rect.setAttribute('x', x - pad);
      rect.setAttribute('y', y - pad);
      rect.setAttribute('width', w + 2 * pad);
      rect.setAttribute('height', h + 2 * pad);
      group.append(rect);
    }
    overlay.append(group);
    (layers[layer] ??= []).push(group);
  }
  function showOnScan(ids) {
    const word = ids.map(place).find(Boolean);
    if (!word) return;
    const it = pages.get(pageOf(word[0])), view = it.section.querySelector('.view');
    if (!view || view.scrollHeight <= view.clientHeight + 1 && view.scrollWidth <= view.clientWidth + 1) return;
    const box = it.overlay.viewBox.baseVal, sheet = it.overlay.getBoundingClientRect();
    const x = word[1] * sheet.width / box.width, y = word[2] * sheet.height / box.height;
    if (y < view.scrollTop + 20 || y > view.scrollTop + view.clientHeight - 60) view.scrollTop = y - view.clientHeight / 3;
    if (x < view.scrollLeft || x > view.scrollLeft + view.clientWidth - 60) view.scrollLeft = x - view.clientWidth / 3;
  }

  // Picked: one line at a time, by click, focus or key. Pointed: what the pointer is on.
  let picked = null, pointed = null, fact = null;
  function pick(row, scroll) {
    picked?.classList.remove('picked');
    fact?.classList.remove('on');
    fact = null;
    picked = row;
    light('word', []);
    if (!row) { light('pick', []); return; }
    row.classList.add('picked');
    const ids = wordsOf(row);
    light('pick', ids);
    showOnScan(ids);
    if (scroll) reveal(row);
  }
  function reveal(element) {
    element.scrollIntoView({ block: 'nearest' });
    requestAnimationFrame(() => element.scrollIntoView({ block: 'nearest' }));
  }
  function point(row) {
    if (row === pointed) return;
    pointed?.classList.remove('pointed');
    pointed = row;
    row?.classList.add('pointed');
    light('point', row && row !== picked ? wordsOf(row) : []);
  }

  // Twin phrases: the stretch under the pointer, its counterpart, and its words on the scan.
  const canMark = typeof Highlight === 'function' && CSS.highlights;
  function range(element, start, end) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), made = document.createRange();
    let at = 0, begun = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.data.length;
      if (!begun && start < at + length) { made.setStart(node, start - at); begun = true; }
      if (begun && end <= at + length) { made.setEnd(node, end - at); return made; }
      at += length;
    }
    return null;
  }
  function offset(element, x, y) {
    let node, inside;
    if (document.caretPositionFromPoint) { const c = document.caretPositionFromPoint(x, y); node = c?.offsetNode; inside = c?.offset; }
    else if (document.caretRangeFromPoint) { const r = document.caretRangeFromPoint(x, y); node = r?.startContainer; inside = r?.startOffset; }
    if (!node || node.nodeType !== 3 || !element.contains(node)) return -1;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let at = 0;
    for (let n = walker.nextNode(); n && n !== node; n = walker.nextNode()) at += n.data.length;
    return at + inside;
  }
  function twins(row, side, at) {
    const data = dataOf(row), source = row.querySelector('.src'), target = row.querySelector('.tgt'), marks = [], lit = [];
    const spans = [];
    for (let i = 0; i < data.l.length; i += 4) {
      const [a, b, c, d] = data.l.slice(i, i + 4);
      if (side === 'tgt' ? at >= c && at < d : at >= a && at < b) spans.push([a, b, c, d]);
    }
    if (spans.length) {
      const size = ([a, b, c, d]) => side === 'tgt' ? d - c : b - a;
      const [a, b, c, d] = spans.sort((p, q) => size(p) - size(q))[0];
      marks.push(range(source, a, b), target && range(target, c, d));
      for (const [id, start, end] of data.w) if (start >= 0 && start < b && end > a) lit.push(id);
    } else if (side === 'src') {
      const word = data.w.find(([, start, end]) => at >= start && at < end);
      if (word) { lit.push(word[0]); marks.push(range(source, word[1], word[2])); }
    }
    show(marks.filter(Boolean), lit);
  }
  function show(marks, words) {
    if (canMark) marks.length ? CSS.highlights.set('twin', new Highlight(...marks)) : CSS.highlights.delete('twin');
    light('word', words);
  }

  // The hint: a sentence, and the piece of the scan that it is about.
  const tip = one('tip');
  function hint(element, ids, text, note) {
    const cut = piece(ids);
    tip.replaceChildren(...(cut ? [cut] : []), ...(text ? [text] : []));
    if (note) { const line = document.createElement('span'); line.textContent = note; tip.append(line); }
    if (!tip.childNodes.length) return;
    tip.hidden = false;
    const at = element.getBoundingClientRect(), box = tip.getBoundingClientRect();
    const below = at.bottom + 8 + box.height < innerHeight;
    tip.style.left = Math.max(8, Math.min(at.left, innerWidth - box.width - 8)) + 'px';
    tip.style.top = Math.max(8, below ? at.bottom + 8 : at.top - box.height - 8) + 'px';
  }
  function unhint() { tip.hidden = true; }
  function piece(ids) {
    const words = ids.map(place).filter(Boolean);
    if (!words.length) return null;
    const number = pageOf(words[0][0]), here = words.filter(word => pageOf(word[0]) === number);
    const image = pages.get(number).section.querySelector('img'), view = pages.get(number).overlay?.viewBox.baseVal;
    if (!image?.complete || !image.naturalWidth || !view) return null;
    let left = Infinity, top = Infinity, right = 0, bottom = 0;
    for (const [, x, y, w, h] of here) { left = Math.min(left, x); top = Math.min(top, y); right = Math.max(right, x + w); bottom = Math.max(bottom, y + h); }
    const pad = Math.max(8, (bottom - top) * (here.length === 1 ? 0.5 : 0.15)), side = here.length === 1 ? 3 * pad : pad;
    left = Math.max(0, left - side); top = Math.max(0, top - pad); right = Math.min(view.width, right + side); bottom = Math.min(view.height, bottom + pad);
    const k = image.naturalWidth / view.width, scale = Math.min(400 / (right - left), 160 / (bottom - top), 1.4);
    const canvas = document.createElement('canvas'), dense = devicePixelRatio || 1;
    canvas.width = (right - left) * scale * dense;
    canvas.height = (bottom - top) * scale * dense;
    canvas.style.width = (right - left) * scale + 'px';
    canvas.getContext('2d').drawImage(image, left * k, top * k, (right - left) * k, (bottom - top) * k, 0, 0, canvas.width, canvas.height);
    return canvas;
  }

  const evidence = element => (element.dataset.ev ?? '').split(' ').filter(Boolean);
  // Titles serve where scripts do not run; here the hint says more.
  for (const mark of all('[data-w]')) { mark.dataset.tip = mark.title; mark.setAttribute('aria-description', mark.title); mark.removeAttribute('title'); }

  function look(element) {
    if (element.matches('[data-w]')) {
      hint(element, [element.dataset.w], element.dataset.tip);
      light('word', [element.dataset.w]);
    } else if (element.matches('.fact')) {
      const ids = evidence(element);
      light('word', ids);
      hint(element, ids, '', ids.length ? 'On the scan, page ' + pageOf(ids[0]) + '. Click to go there.' : 'No place on the scan is known for this.');
    } else {
      light('word', []);
      draw('word', +element.dataset.page, [element.dataset.box.split(' ').map(Number)]);
    }
  }
  const hinted = '[data-w],.fact,.mark';

  // Pointer
  let waiting = null;
  document.addEventListener('pointermove', event => {
    if (event.pointerType === 'touch') return;
    const first = !waiting;
    waiting = event;
    if (first) requestAnimationFrame(() => { const latest = waiting; waiting = null; follow(latest); });
  });
  function follow(event) {
    const target = event.target instanceof Element ? event.target : null, special = target?.closest(hinted);
    const row = target?.closest('.seg') ?? null, overlay = target?.closest('.overlay');
    if (special) { point(row); if (special !== follow.special) { show([], []); look(special); } follow.special = special; return; }
    if (follow.special) { follow.special = null; unhint(); show([], fact ? evidence(fact) : []); }
    if (overlay) {
      const word = under(overlay, event), line = word && one(word[5]);
      point(line || null);
      if (line) { const own = dataOf(line).w.find(w => w[0] === word[0]); twins(line, 'src', own && own[1] >= 0 ? own[1] : -1); light('word', [word[0]]); }
      else show([], []);
      return;
    }
    point(row);
    const side = target?.closest('.src') ? 'src' : target?.closest('.tgt') ? 'tgt' : null;
    const at = row && side ? offset(target.closest('.' + side), event.clientX, event.clientY) : -1;
    if (at >= 0) twins(row, side, at); else show([], fact ? evidence(fact) : []);
  }
  function under(overlay, event) {
    const number = +overlay.closest('.page').dataset.page, view = overlay.viewBox.baseVal, sheet = overlay.getBoundingClientRect();
    const x = (event.clientX - sheet.left) * view.width / sheet.width, y = (event.clientY - sheet.top) * view.height / sheet.height;
    const slack = 6 * view.width / sheet.width;
    let best = null, nearest = slack;
    for (const word of page(number).words.values()) {
      const [, left, top, w, h] = word;
      const away = Math.max(left - x, x - left - w, top - y, y - top - h, 0);
      if (away < nearest) { nearest = away; best = word; }
    }
    return best;
  }
  document.addEventListener('click', event => {
    const target = event.target instanceof Element ? event.target : null;
    const overlay = target?.closest('.overlay');
    if (overlay) {
      const word = under(overlay, event), row = word && one(word[5]);
      if (row) { pick(row, true); row.focus({ preventScroll: true }); light('word', [word[0]]); } else pick(null);
      return;
    }
    const button = target?.closest('.fact');
    if (button) {
      const ids = evidence(button), word = ids.map(place).find(Boolean), row = word && one(word[5]);
      unhint();
      if (row) { pick(row); goTo(row); }
      fact = button;
      button.classList.add('on');
      light('word', ids);
      return;
    }
    const next = target?.closest('.next');
    if (next) { step(next.dataset.next, 1); return; }
    const row = target?.closest('.seg');
    if (row && getSelection().isCollapsed) pick(row);
    const special = target?.closest('[data-w],.mark');
    if (special) look(special);
  });
  function goTo(row) {
    row.scrollIntoView({ block: 'center' });
    requestAnimationFrame(() => row.scrollIntoView({ block: 'center' }));
  }
  document.addEventListener('focusin', event => {
    const special = event.target.closest?.(hinted), row = event.target.closest?.('.seg');
    if (row && row !== picked) pick(row);
    if (special && special.matches(':focus-visible')) look(special); else unhint();
  });
  document.addEventListener('scroll', () => { unhint(); where(); }, { passive: true });

  // From one to the next
  function step(selector, way) {
    const list = all(selector).filter(element => element.checkVisibility?.() ?? true);
    if (!list.length) return;
    const from = step.last && list.includes(step.last) ? step.last : null;
    const at = from ? (list.indexOf(from) + way + list.length) % list.length : way > 0 ? 0 : list.length - 1;
    step.last?.classList.remove('on');
    const element = step.last = list[at];
    const row = element.closest('.seg');
    if (row) pick(row);
    element.classList.add('on');
    goTo(element);
    if (element.tabIndex >= 0) element.focus({ preventScroll: true }); else row?.focus({ preventScroll: true });
    if (element.matches('[data-w]')) requestAnimationFrame(() => requestAnimationFrame(() => look(element)));
  }
  function move(way) {
    const rows = all('.seg');
    let at = picked ? rows.indexOf(picked) + way : -1;
    if (!picked) {
      at = rows.findIndex(row => row.getBoundingClientRect().bottom > 120);
      if (at < 0) at = 0;
    }
    const row = rows[Math.max(0, Math.min(rows.length - 1, at))];
    if (!row) return;
    pick(row, true);
    row.focus({ preventScroll: true });
  }

  // English of one's own: a line's English is edited in place; the edited lines are saved as a translation memory that "dau memory settle" takes.
  const edited = new Map();
  function edit(element) {
    if (!element || element.isContentEditable) return;
    element.dataset.was ??= element.textContent;
    element.contentEditable = 'plaintext-only';
    element.focus();
  }
  document.addEventListener('dblclick', event => { if (event.target instanceof Element) edit(event.target.closest('.tgt,.reviewed')); });
  document.addEventListener('focusout', event => {
    const element = event.target, row = element.closest?.('.seg');
    if (!row || !element.isContentEditable) return;
    element.contentEditable = 'false';
    const text = element.textContent.replace(/\s+/g, ' ').trim();
    if (text && text !== element.dataset.was) {
      edited.set(row.id, [row.querySelector('.src').textContent, text]);
      dataOf(row).l = [];
    } else {
      edited.delete(row.id);
      element.textContent = element.dataset.was;
    }
    element.classList.toggle('edited', edited.has(row.id));
    one('save').hidden = !edited.size;
    one('save').textContent = edited.size === 1 ? 'Save 1 line' : `Save ${edited.size} lines`;
  });
  function save() {
    const xml = text => text.replace(/[&<>]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]);
    const units = [...edited.values()].map(([vi, en]) => `<tu><tuv xml:lang="vi"><seg>${xml(vi)}</seg></tuv><tuv xml:lang="en"><seg>${xml(en)}</seg></tuv></tu>\n`);
    const header = '<header creationtool="Dau" creationtoolversion="1" segtype="sentence" o-tmf="dau" adminlang="en" srclang="vi" datatype="plaintext"/>';
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['<?xml version="1.0" encoding="utf-8"?>\n<tmx version="1.4">', header, '<body>\n', ...units, '</body></tmx>\n'], { type: 'text/xml' }));
    link.download = 'reviewed.tmx';
    link.click();
    URL.revokeObjectURL(link.href);
    save.done = edited.size;
  }
  one('save').onclick = save;
  addEventListener('beforeunload', event => { if (edited.size > (save.done ?? 0)) event.preventDefault(); });

  // Tools
  const steps = [1, 1.4, 2, 2.8, 4];
  let zoom = 0;
  function setZoom(to) {
    zoom = Math.max(0, Math.min(steps.length - 1, to));
    root.style.setProperty('--zoom', steps[zoom]);
    one('zoom').textContent = Math.round(steps[zoom] * 100) + ' %';
    if (picked) showOnScan(wordsOf(picked));
  }
  function asRead() { one('as-read').setAttribute('aria-pressed', body.classList.toggle('as-read')); }
  function hideScan() { one('hide').setAttribute('aria-pressed', body.classList.toggle('noscan')); if (picked) reveal(picked); }
  function help() { const dialog = one('help'); dialog.open ? dialog.close() : dialog.showModal(); }
  function current() {
    for (const [number, it] of pages) if (it.section.getBoundingClientRect().bottom > 140) return number;
    return numbers.at(-1);
  }
  function turn(number) { pages.get(number)?.section.scrollIntoView({ block: 'start' }); }
  let asked = false;
  function where() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; if (document.activeElement !== one('at')) one('at').value = current() ?? ''; });
  }
  one('as-read').onclick = asRead;
  one('hide').onclick = hideScan;
  one('in').onclick = () => setZoom(zoom + 1);
  one('out').onclick = () => setZoom(zoom - 1);
  one('keys').onclick = help;
  one('prev').onclick = () => turn(numbers[numbers.indexOf(current()) - 1]);
  one('next').onclick = () => turn(numbers[numbers.indexOf(current()) + 1]);
  one('at').onchange = () => { turn(parseInt(one('at').value, 10)); one('at').blur(); where(); };

  const checks = '#facts .flag,.note.bad,.src .doubt,.src .fix,.seg .flag';
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input') || event.target.isContentEditable && event.key !== 'Escape' || one('help').open) return;
    const onRow = event.target.classList?.contains('seg');
    const act = {
      j: () => move(1), k: () => move(-1), n: () => step(checks, 1), p: () => step(checks, -1),
      ArrowDown: onRow && (() => move(1)), ArrowUp: onRow && (() => move(-1)),
      e: () => edit(picked?.querySelector('.tgt,.reviewed')), o: asRead, s: hideScan, t: () => scrollTo(0, 0), '+': () => setZoom(zoom + 1), '=': () => setZoom(zoom + 1), '-': () => setZoom(zoom - 1), 0: () => setZoom(0), '?': help,
      Escape: () => { pick(null); show([], []); unhint(); document.activeElement.blur(); },
      Enter: event.target.matches('[data-w]') && (() => look(event.target)),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // The pictures of a long document stand at the end of the file and are put in place when their page comes near.
  const waitingPictures = all('.sheet img:not([src])');
  if (waitingPictures.length) {
    const near = new Set();
    const fill = image => { const data = one('picture-' + image.closest('.page').dataset.page); if (data && !image.src) image.src = data.textContent; };
    const watch = new IntersectionObserver(changes => {
      for (const { target, isIntersecting } of changes) {
        const image = target.querySelector('img');
        if (isIntersecting) { near.add(image); fill(image); } else if (near.delete(image)) image.removeAttribute('src');
      }
    }, { rootMargin: '1500px 0px' });
    for (const image of waitingPictures) watch.observe(image.closest('.page'));
    document.addEventListener('DOMContentLoaded', () => near.forEach(fill));
    addEventListener('beforeprint', () => { for (const image of waitingPictures) { image.decoding = 'sync'; fill(image); } });
  }
  where();
})();
