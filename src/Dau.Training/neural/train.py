# SPDX-License-Identifier: GPL-3.0-or-later
"""
Trains the student in a given time: a larger teacher first, which then translates Vietnamese that has no English (sequence-level distillation, Kim and
Rush 2016, with noise as in self-training); the student learns from both; at the end its products are rounded to 8 bits while it goes on learning.
"""
import argparse
import copy
import json
import math
import os
import random
import sys
import time
import traceback

BEGIN = time.time()


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--data', required=True, help='folder that prepare.py wrote')
    p.add_argument('--out', required=True)
    p.add_argument('--total', type=float, default=550, help='seconds for everything, from the start of this program')
    p.add_argument('--teacher', type=float, default=150, help='seconds; 0 for no teacher')
    p.add_argument('--teacher-end', type=float, default=45, help='seconds on pairs of the register')
    p.add_argument('--teach', type=float, default=70, help='seconds of translating with the teacher')
    p.add_argument('--student-end', type=float, default=35, help='seconds on pairs of the register, before rounding')
    p.add_argument('--rounding', type=float, default=40, help='seconds of learning with rounded products')
    p.add_argument('--reserve', type=float, default=40, help='seconds kept for writing and measuring')
    p.add_argument('--workers', type=int, default=13)
    p.add_argument('--tokens', type=int, default=18000, help='pieces in a batch, both sides')
    p.add_argument('--width', type=int, default=384)
    p.add_argument('--inner', type=int, default=1536)
    p.add_argument('--encoder', type=int, default=6)
    p.add_argument('--decoder', type=int, default=2)
    p.add_argument('--dropout', type=float, default=0.15)
    p.add_argument('--rate', type=float, default=9e-4)
    p.add_argument('--warm', type=int, default=450, help='steps until the rate is full')
    p.add_argument('--teacher-width', type=int, default=512)
    p.add_argument('--teacher-inner', type=int, default=2048)
    p.add_argument('--teacher-encoder', type=int, default=6)
    p.add_argument('--teacher-decoder', type=int, default=4)
    p.add_argument('--teacher-dropout', type=float, default=0.3)
    p.add_argument('--teacher-rate', type=float, default=7e-4)
    p.add_argument('--beam', type=int, default=4)
    p.add_argument('--eval-size', type=int, default=300)
    p.add_argument('--limit', type=int, default=0, help='lines of each group, for a trial')
    p.add_argument('--exact-size', type=int, default=100, help='sentences of official-dev for the exact integer model')
    return p.parse_args()


A = arguments()


def log(*words):
    line = f'{time.time() - BEGIN:6.1f} s  ' + ' '.join(str(w) for w in words)
    print(line, flush=True)
    with open(os.path.join(A.out, 'train.log'), 'a') as file:
        file.write(line + '\n')


def main():
    import feed
    os.makedirs(A.out, exist_ok=True)
    vocabulary = os.path.join(A.data, 'vocab.spm')
    data = feed.read(os.path.join(A.data, 'pairs.tsv.xz'))
    data.update(feed.read(os.path.join(A.data, 'mono.tsv.xz')))
    random.seed(1)
    if A.limit:
        data = {g: random.sample(v, min(len(v), A.limit)) for g, v in data.items()}
    mono = [v for v, _, _ in data['mono']]
    random.shuffle(mono)
    taught = os.path.join('/tmp', f'taught-{os.getpid()}.tsv')
    feeder = feed.Feeder(vocabulary, dict(data), taught, A.workers, A.tokens)
    log('groups', {g: len(v) for g, v in data.items()})
    try:
        Trainer(feeder, vocabulary, mono, taught).run()
    finally:
        feeder.stop()


class Trainer:
    def __init__(self, feeder, vocabulary, mono, taught):
        import sentencepiece
        import torch
        self.torch, self.feeder, self.mono, self.taught = torch, feeder, mono, taught
        self.sp = sentencepiece.SentencePieceProcessor(model_file=vocabulary)
        self.device = 'cuda' if torch.cuda.is_available() else 'cpu'
        torch.manual_seed(5)
        torch.set_float32_matmul_precision('high')
        if hasattr(torch.backends.cuda, 'enable_cudnn_sdp'):
            torch.backends.cuda.enable_cudnn_sdp(False)  # it plans anew for every shape of a batch
        self.dev = self.read_dev()
        if self.device == 'cuda':
            log(torch.cuda.get_device_name(), torch.__version__)

    def half(self):
        return self.torch.autocast('cuda', dtype=self.torch.bfloat16) if self.device == 'cuda' else _Nothing()

    # ---- development sets

    def read_dev(self):
        sets = {}
        with open(os.path.join(A.data, 'dev.tsv'), encoding='utf-8') as lines:
            for line in lines:
                group, source, reference, *filled = line.rstrip('\n').split('\t')
                sets.setdefault(group, []).append((source, reference, {f[0]: f[1:] for f in filled}))
        return {g: s if 'official' in g and not A.limit else s[:A.eval_size] for g, s in sets.items()}

    def translate(self, model, sources, beam=1, pieces=60000, until=None):
        """Text for text, by length; those not reached in time are left out."""
        torch = self.torch
        ids = [(i, self.sp.encode(s, out_type=int)[:126]) for i, s in enumerate(sources)]
        ids.sort(key=lambda e: len(e[1]))
        out, at = {}, 0
        while at < len(ids) and (until is None or time.time() < until):
            end = at
            while end < len(ids) and (end - at + 1) * (len(ids[end][1]) + 1) * beam <= pieces:
                end += 1
            end = max(end, at + 1)
            chunk = ids[at:end]
            width = -(-(len(chunk[-1][1]) + 1) // 8) * 8
            source = torch.zeros(len(chunk), width, dtype=torch.long)
            for r, (_, s) in enumerate(chunk):
                source[r, :len(s)] = torch.tensor(s, dtype=torch.long)
            length = torch.tensor([len(s) + 1 for _, s in chunk])
            rows = model.decode(source.to(self.device), length.to(self.device), beam)
            for (i, _), row in zip(chunk, rows):
                out[i] = self.sp.decode(row)
            at = end
        return out

    def evaluate(self, model, name, half=True, sets=None, size=None):
        import metrics
        model.eval()
        scores = {}
        for group, dev in self.dev.items():
            if sets and group not in sets:
                continue
            dev = dev[:size]
            with self.half() if half else _Nothing():
                out = self.translate(model, [d[0] for d in dev])
            texts, kept = [], 0
            for i, (source, _, filled) in enumerate(dev):
                text = out[i]
                kept += sorted(c for c in text if c in filled) == sorted(c for c in source if c in filled)
                texts.append(''.join(filled.get(c, c) for c in text))
            chrf, bleu = metrics.score(texts, [d[1] for d in dev])
            scores[group] = chrf, bleu
            log(f'{name:16} {group:14} {len(dev):5}  chrF {chrf:.1f}  BLEU {bleu:.1f}  slots kept {100 * kept / len(dev):.1f} %')
            with open(os.path.join(A.out, 'samples.tsv'), 'a', encoding='utf-8') as file:
                for i in range(0, len(dev), max(1, len(dev) // 40)):
                    file.write(f'{name}\t{group}\t{dev[i][0]}\t{texts[i]}\t{dev[i][1]}\n')
        model.train()
        return scores

    @staticmethod
    def value(scores):
        """What a model is worth: the register first."""
        official = scores.get('dev-official', (0, 0))
        rest = [v for g, v in scores.items() if g != 'dev-official'] or [(0, 0)]
        return 0.7 * sum(official) + 0.3 * sum(map(sum, rest)) / len(rest)

    # ---- learning

    def to_device(self, batch):
        return {k: self.torch.from_numpy(v).to(self.device, non_blocking=True) for k, v in batch.items() if k != 'kind' and k != 'links'}

    def loss(self, model, batch, align):
        torch = self.torch
        F = torch.nn.functional
        b = self.to_device(batch)
        with self.half():
            if batch['kind'] == 'hidden':
                logits = model.hidden_words(b['source'].long(), b['length'], b['where'])
                return F.cross_entropy(logits.float(), b['target'].long())
            links = batch['links'] if align and len(batch['links']) else None
            logits, alignment = model(b['source'].long(), b['length'], b['target_in'].long(), b['where'], links is not None)
            wanted = b['target'].view(-1)[b['where']].long()
            loss = F.cross_entropy(logits.float(), wanted, label_smoothing=0.1)
        if links is not None:
            l = torch.from_numpy(links).to(self.device)
            i = l[:, :3].long()
            loss = loss - 0.1 * (l[:, 3] * alignment[i[:, 0], i[:, 1], i[:, 2]]).sum() / l[:, 3].sum() * min(1.0, float(l[:, 3].sum()) / len(wanted) * 2)
        return loss

    def learn(self, model, average, optimiser, peak, phases, align, span, keep=0.999, warm=600):
        """Learns through the phases (name, end as a time); the rate falls with the time, `span` = (begin, end) of its fall."""
        torch = self.torch
        parameters = [p for p in model.parameters()]
        averaged = [p for p in average.parameters()]
        step, total = 0, None
        for name, end in phases:
            self.feeder.start(name)
            mark, count, shown, least = time.time(), 0, time.time(), step + 3
            log('phase', name, f'until {end - BEGIN:.0f} s')
            while time.time() < end or step < least:
                batch = self.feeder.next()
                past = min(1.0, (time.time() - span[0]) / max(1.0, span[1] - span[0]))
                # Level for a fifth, then down along a cosine.
                fall = 1.0 if past < 0.2 else 0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * (past - 0.2) / 0.8))
                for group in optimiser.param_groups:
                    group['lr'] = peak * fall * min(1.0, (step + 1) / warm)
                loss = self.loss(model, batch, align)
                optimiser.zero_grad(set_to_none=True)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(parameters, 1.0)
                optimiser.step()
                step += 1
                if step % 4 == 0:
                    with torch.no_grad():
                        now = (min(keep, 1 - 10 / (step + 11)) if warm > 1 else keep) ** 4
                        if hasattr(torch, '_foreach_lerp_') and self.device == 'cuda':
                            torch._foreach_lerp_(averaged, parameters, 1 - now)
                        else:
                            for a, p in zip(averaged, parameters):
                                a.lerp_(p, 1 - now)
                count += batch['source'].size + (batch['target'].size if batch['kind'] == 'translation' else 0)
                if batch['kind'] == 'translation':
                    total = loss.detach() if total is None else 0.98 * total + 0.02 * loss.detach()
                if time.time() - shown > 15:
                    shown = time.time()
                    log(f'  step {step}  loss {float(total or 0):.3f}  {count / (time.time() - mark):.0f} pieces/s  new {self.feeder.fresh} again {self.feeder.again}')
            log(f'  {name}: step {step}, loss {float(total or 0):.3f}, {count / max(1e-9, time.time() - mark):.0f} pieces/s, new {self.feeder.fresh}, again {self.feeder.again}')

    def optimiser(self, model):
        fused = {'fused': True} if self.device == 'cuda' else {}
        return self.torch.optim.AdamW(model.parameters(), lr=1e-4, betas=(0.9, 0.98), eps=1e-8, weight_decay=0.01, **fused)

    def make(self, **size):
        from model import Translator
        model = Translator(self.sp.get_piece_size(), **size).to(self.device)
        log(f"model {size}: {sum(p.numel() for p in model.parameters()) / 1e6:.1f} M parameters")
        return model.train(), copy.deepcopy(model).train()

    # ---- the whole

    def run(self):
        finish = BEGIN + A.total
        self.is_taught = False
        if A.teacher:
            model, average = self.make(width=A.teacher_width, inner=A.teacher_inner, encoder=A.teacher_encoder, decoder=A.teacher_decoder, dropout=A.teacher_dropout)
            start = time.time()
            ends = start + A.teacher, start + A.teacher + A.teacher_end
            self.learn(model, average, self.optimiser(model), A.teacher_rate, [('teacher', ends[0]), ('teacher-end', ends[1])], False, (start, ends[1]))
            self.evaluate(average, 'teacher')
            del model
            try:
                self.teach(average.eval(), time.time() + A.teach)
                self.is_taught = True
            except Exception:  # the student can learn from the pairs alone
                log(traceback.format_exc())
            del average
            if self.device == 'cuda':
                self.torch.cuda.empty_cache()
        model, average = self.make(width=A.width, inner=A.inner, encoder=A.encoder, decoder=A.decoder, dropout=A.dropout)
        start, rounding = time.time(), finish - A.reserve - A.rounding
        optimiser = self.optimiser(model)
        main_end = rounding - A.student_end
        span = start, rounding + 0.5 * A.rounding
        self.learn(model, average, optimiser, A.rate, [('student' if self.is_taught else 'alone', main_end)], True, span, warm=A.warm)
        before, first = self.evaluate(average, 'student'), copy.deepcopy(average)
        self.learn(model, average, optimiser, A.rate, [('student-end', rounding - 3)], True, span, warm=1)
        floats = self.evaluate(average, 'student-end')
        if self.value(floats) < self.value(before):
            log('the last phase did harm: back to the model before it')
            average, floats = first, before
        self.save(average)
        try:
            self.round(average, finish - A.reserve)
        except Exception:  # whatever fails here must not cost the model
            log(traceback.format_exc())
        self.finish(average, floats, finish)

    def teach(self, model, until):
        """Translates Vietnamese without English; what lost a slot or has an unlikely length is left out."""
        import slots
        torch, kept, seen, at = self.torch, 0, 0, 0
        with open(self.taught + '.part', 'w', encoding='utf-8') as file, self.half(), torch.no_grad():
            while time.time() < until and at < len(self.mono):
                chunk = self.mono[at:at + 8000]
                at += len(chunk)
                for i, text in self.translate(model, chunk, A.beam, 160000 if self.device == 'cuda' else 8000, until).items():
                    seen += 1
                    source = chunk[i]
                    n, m = len(source), len(text)
                    words = text.split()
                    if slots.same(source, text) and 0.5 * n - 5 <= m <= 2.2 * n + 10 and not any(words[j] == words[j + 1] == words[j + 2] for j in range(len(words) - 2)):
                        kept += 1
                        file.write(f'taught\t{source}\t{text}\n')
        os.rename(self.taught + '.part', self.taught)
        log(f'taught: {kept} of {seen} sentences kept')

    def round(self, model, until):
        """Finds the multipliers, then learns with products rounded to 8 bits; `model` ends as the average."""
        from model import Quantised
        torch = self.torch
        watched = [m for m in model.modules() if isinstance(m, Quantised)]
        model.eval()
        Quantised.watching = True
        with torch.no_grad():
            for _ in range(40):
                batch = self.feeder.next()
                if batch['kind'] == 'translation':
                    self.loss(model, batch, False)
        Quantised.watching = False
        for m in watched:
            m.settle()
        Quantised.rounding = True
        self.evaluate(model, 'rounded', half=False, sets=['dev-official'])
        learner = copy.deepcopy(model).train()
        model.train()
        if time.time() < until + 5:
            self.learn(learner, model, self.optimiser(learner), A.rate * 0.08, [('student-end', until)], True, (time.time(), until), keep=0.998, warm=50)

    def save(self, model):
        """The float weights in half precision, in parts that may travel."""
        import numpy as np
        path = '/tmp/float.npz'
        np.savez(path, config=json.dumps(model.config), **{n: p.detach().half().cpu().numpy() for n, p in model.named_parameters()})
        parts(path, 'student-float.npz')

    def finish(self, model, floats, finish):
        import export
        from model import Quantised
        path = os.path.join('/tmp', 'student.bin')
        model.eval()
        size = export.write(model, path)
        parts(path, 'student.bin')
        log(f'student.bin {size} bytes')
        with open(os.path.join(A.out, 'figures.json'), 'w') as file:
            json.dump({'float': floats}, file)
        scores = self.evaluate(model, 'student rounded', half=False)
        with open(os.path.join(A.out, 'figures.json'), 'w') as file:
            json.dump({'float': floats, 'rounded': scores}, file, indent=1)
        Quantised.rounding = False
        exact = export.load(path, model.config['heads']).to(self.device)
        export.IntegerProduct.saturate = False
        self.evaluate(exact, 'integer', half=False, sets=['dev-official'])
        if A.exact_size and time.time() < finish - 10:
            export.IntegerProduct.saturate = True
            self.evaluate(exact, 'integer, sat.', half=False, sets=['dev-official'], size=A.exact_size)
        log('done')


def parts(path, name, size=15 << 20):
    with open(path, 'rb') as file:
        blob = file.read()
    for i, at in enumerate(range(0, len(blob), size)):
        with open(os.path.join(A.out, f'{name}.{i}'), 'wb') as out:
            out.write(blob[at:at + size])


class _Nothing:
    def __enter__(self):
        return self

    def __exit__(self, *_):
        return False


if __name__ == '__main__':
    sys.exit(main())
