# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes batches in processes beside the trainer: draws pairs by weight, varies them, cuts them into pieces anew each time."""
import collections
import lzma
import multiprocessing
import os
import queue
import random

import numpy as np

import augment
import slots

EOS, UNK = 0, 1
LONGEST = 127

# How often each group is drawn, in examples; `hidden` is the share of batches that are hidden words of Vietnamese.
MIXTURES = {
    'teacher': dict(hidden=0.35, official=30, alt=24, tatoeba=5, example=9, dictionary=10, term=8, name=2, swapped=3, draft=24),
    'teacher-end': dict(hidden=0, official=56, alt=22, tatoeba=4, example=6, dictionary=3, term=9, name=1, swapped=3),
    'student': dict(hidden=0, official=26, alt=12, tatoeba=3, example=4, dictionary=4, term=6, name=1, swapped=3, taught=60),
    'student-end': dict(hidden=0, official=42, alt=12, tatoeba=2, example=3, dictionary=2, term=8, name=1, swapped=1, taught=40),
    'alone': dict(hidden=0, official=45, alt=24, tatoeba=4, example=7, dictionary=6, term=8, name=2, draft=12),
}
PHASES = list(MIXTURES)


def read(path):
    """Groups of lines `group, Vietnamese, English, links`."""
    groups = collections.defaultdict(list)
    with (lzma.open if path.endswith('.xz') else open)(path, 'rt', encoding='utf-8') as lines:
        for line in lines:
            cells = line.rstrip('\n').split('\t')
            groups[cells[0]].append((cells[1], cells[2] if len(cells) > 2 else '', cells[3] if len(cells) > 3 else ''))
    return groups


class Maker:
    def __init__(self, vocabulary, groups, sampling=0.15, forget=0.06):
        self.sp, self.groups, self.sampling, self.forget = vocabulary, groups, sampling, forget
        self.mask = self.sp.piece_to_id('\u2581' + slots.MASK)
        self.size = self.sp.get_piece_size()
        self.loose = np.array([not any('\ue000' <= c <= '\uf8ff' for c in self.sp.id_to_piece(i)) and i > 0 for i in range(self.size)])
        self.first = [self.sp.id_to_piece(i).startswith('\u2581') for i in range(self.size)]

    def pieces(self, text, share=0.6):
        if random.random() < share:
            return self.sp.encode(text, out_type=int, enable_sampling=True, alpha=self.sampling, nbest_size=-1)
        return self.sp.encode(text, out_type=int)

    def example(self, group, end=False):
        source, target, links = random.choice(self.groups[group])
        if group in ('dictionary', 'draft'):
            tag = slots.TAG_DICTIONARY if group == 'dictionary' else slots.TAG_DRAFT
            links = ''
            source = tag + ' ' + source
        elif links and random.random() < 0.4:
            pass  # as it is, so that its links hold
        else:
            links = ''
            noise = 0.12 if group in ('official', 'taught') else 0.05
            source, target = augment.pair(source, target, lambda: random.choice(self.groups[group]), noise)
        # The English is cut at random less often: what is learnt last should be the usual pieces.
        s, t = self.pieces(source, 0.4 if end else 0.6), self.pieces(target, 0.05 if end else 0.3)
        if not 0 < len(s) <= LONGEST or not 0 < len(t) <= LONGEST:
            return None
        return s, t, self.spread(s, t, links) if links else []

    def spread(self, s, t, links):
        """Links of words as links of pieces: (target piece, source piece, weight)."""
        def words(ids):
            out = []
            for i, piece in enumerate(ids):
                if self.first[piece] or not out:
                    out.append([])
                out[-1].append(i)
            return out
        a, b = words(s), words(t)
        by = collections.defaultdict(list)
        for link in links.split(' '):
            i, j = map(int, link.split('-'))
            if i >= len(a) or j >= len(b):
                return []
            by[j].append(i)
        out = []
        for j, sources in by.items():
            places = [p for i in sources for p in a[i]]
            out += [(q, p, 1 / len(places)) for q in b[j] for p in places]
        return out

    def translation(self, examples):
        """A padded batch."""
        n = len(examples)
        width = -(-max(len(e[0]) + 1 for e in examples) // 8) * 8
        height = -(-max(len(e[1]) + 1 for e in examples) // 8) * 8
        source, target_in, target = (np.zeros((n, w), np.int32) for w in (width, height, height))
        length, real, links = np.zeros(n, np.int32), np.zeros((n, height), bool), []
        for i, (s, t, align) in enumerate(examples):
            source[i, :len(s)] = s
            length[i] = len(s) + 1
            target[i, :len(t)] = t
            target_in[i, 1:len(t) + 1] = t
            real[i, :len(t) + 1] = True
            links += [(i, q, p, w) for q, p, w in align]
        if self.forget:
            drop = (np.random.random(source.shape) < self.forget * 0.5) & self.loose[source]
            source[drop] = UNK
            drop = (np.random.random(target_in.shape) < self.forget) & self.loose[target_in]
            target_in[drop] = UNK
        links = np.array(links, np.float32).reshape(-1, 4)
        return dict(kind='translation', source=source, length=length, target_in=target_in, target=target, where=np.flatnonzero(real).astype(np.int64), links=links)

    def hidden(self, examples):
        n = len(examples)
        width = -(-max(len(e) + 1 for e in examples) // 8) * 8
        source, length, where, label = np.zeros((n, width), np.int32), np.zeros(n, np.int32), [], []
        for i, ids in enumerate(examples):
            source[i, :len(ids)] = ids
            length[i] = len(ids) + 1
            hide = False
            for j, piece in enumerate(ids):
                if self.first[piece]:
                    hide = random.random() < (0.45 if hide else 0.13)
                if hide:
                    where.append(i * width + j)
                    label.append(piece)
                    chance = random.random()
                    source[i, j] = self.mask if chance < 0.8 else random.randrange(2, self.size) if chance < 0.9 else piece
        return dict(kind='hidden', source=source, length=length, where=np.array(where, np.int64), target=np.array(label, np.int32))

    def batches(self, phase, tokens):
        """Some batches of about so many pieces, both sides and padding counted."""
        mixture = MIXTURES[phase]
        if self.groups.get('mono') and random.random() < mixture['hidden']:
            ready = []
            while len(ready) < 3500:
                ids = self.pieces(random.choice(self.groups['mono'])[0])
                if 4 <= len(ids) <= LONGEST:
                    ready.append(ids)
            size, build, chunk = lambda e: len(e) + 1, self.hidden, tokens
        else:
            names = [g for g in mixture if g != 'hidden' and self.groups.get(g)]
            drawn = random.choices(names, [mixture[g] for g in names], k=3000)
            ready = [e for e in (self.example(g, phase.endswith('-end')) for g in drawn) if e]
            size, build, chunk = lambda e: max(len(e[0]), len(e[1])) + 1, self.translation, tokens // 2
        random.shuffle(ready)
        ready.sort(key=size)
        out, batch = [], []
        for e in ready:
            if batch and (len(batch) + 1) * size(e) > chunk:
                out.append(build(batch))
                batch = []
            batch.append(e)
        if len(batch) * size(batch[-1]) > chunk // 2:
            out.append(build(batch))
        random.shuffle(out)
        return out


class Feeder:
    """Worker processes and a queue. Start it before CUDA: the workers are forks."""

    def __init__(self, vocabulary, data, taught, workers, tokens):
        context = multiprocessing.get_context('fork')
        self.queue = context.Queue(max(8, 3 * workers))
        self.phase = context.Value('i', 0)
        self.ring, self.again, self.fresh = collections.deque(maxlen=400), 0, 0
        self.workers = [context.Process(target=self.work, args=(vocabulary, data, taught, tokens, 17 + i), daemon=True) for i in range(workers)]
        for worker in self.workers:
            worker.start()

    def work(self, vocabulary, data, taught, tokens, seed):
        import sentencepiece
        random.seed(seed)
        np.random.seed(seed)
        os.nice(5)
        maker = Maker(sentencepiece.SentencePieceProcessor(model_file=vocabulary), data)
        while True:
            phase = self.phase.value
            if 'taught' in MIXTURES[PHASES[phase]] and 'taught' not in maker.groups and os.path.exists(taught):
                maker.groups = {**maker.groups, 'taught': read(taught)['taught']}
            for batch in maker.batches(PHASES[phase], tokens):
                if self.phase.value != phase:
                    break
                self.queue.put((phase, batch))

    def start(self, phase):
        self.ring.clear()
        self.phase.value = PHASES.index(phase)

    def next(self):
        """A batch of the present phase; an earlier one again where the workers are behind."""
        while True:
            try:
                phase, batch = self.queue.get(timeout=0.002 if len(self.ring) >= 50 else 60)
            except queue.Empty:
                if len(self.ring) < 50:
                    raise
                self.again += 1
                return self.ring[random.randrange(len(self.ring))]
            if phase == self.phase.value:
                self.ring.append(batch)
                self.fresh += 1
                return batch

    def stop(self):
        for worker in self.workers:
            worker.terminate()
