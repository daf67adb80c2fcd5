# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures a model folder (model.bin, vocab.spm) with the program's own engine on the development sets, and compares it with the integer twin of export.py."""
import argparse
import collections
import os
import subprocess
import tempfile

import metrics


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--data', required=True, help='folder that prepare.py wrote')
    p.add_argument('--model', required=True)
    p.add_argument('--tool', required=True, help='command that runs Dau.Training')
    p.add_argument('--size', type=int, default=300, help='sentences of each set; of official-dev all')
    p.add_argument('--twin', type=int, default=20, help='sentences of each set that the twin translates too; 0 for none')
    p.add_argument('--show', type=int, default=10)
    a = p.parse_args()
    sets = collections.defaultdict(list)
    with open(os.path.join(a.data, 'dev.tsv'), encoding='utf-8') as lines:
        for line in lines:
            group, source, reference, *filled = line.rstrip('\n').split('\t')
            sets[group].append((source, reference, {f[0]: f[1:] for f in filled}))
    sets = {g: s if 'official' in g else s[:a.size] for g, s in sets.items()}
    folder = tempfile.mkdtemp()
    source, target = os.path.join(folder, 'source.txt'), os.path.join(folder, 'target.txt')
    with open(source, 'w', encoding='utf-8') as file:
        file.writelines(s + '\n' for rows in sets.values() for s, _, _ in rows)
    subprocess.run([*a.tool.split(), 'neural-data', 'run', '--model', a.model, '--in', source, '--out', target], check=True)
    with open(target, encoding='utf-8') as file:
        out = iter([line.rstrip('\n') for line in file])
    twin, vocabulary = (None, None) if a.twin == 0 else load(a.model)
    for group, rows in sets.items():
        raw = [next(out) for _ in rows]
        texts = [''.join(filled.get(c, c) for c in text) for text, (_, _, filled) in zip(raw, rows)]
        kept = sum(sorted(c for c in t if c in f) == sorted(c for c in s if c in f) for t, (s, _, f) in zip(raw, rows))
        chrf, bleu = metrics.score(texts, [r for _, r, _ in rows])
        line = f'{group:14} {len(rows):5}  chrF {chrf:.1f}  BLEU {bleu:.1f}  slots kept {100 * kept / len(rows):.1f} %'
        if twin:
            same = [twin_text(twin, vocabulary, s) == t for (s, _, _), t in list(zip(rows, raw))[:a.twin]]
            line += f'  same as the twin {sum(same)} of {len(same)}'
        print(line, flush=True)
        for i in range(0, len(rows), max(1, len(rows) // max(1, a.show)))[:a.show]:
            print(f'   {rows[i][0]}\n   = {rows[i][1]}\n   > {texts[i]}')


def load(folder):
    import sentencepiece
    import export
    return export.load(os.path.join(folder, 'model.bin')), sentencepiece.SentencePieceProcessor(model_file=os.path.join(folder, 'vocab.spm'))


def twin_text(model, vocabulary, source):
    import torch
    ids = vocabulary.encode(source, out_type=int) + [0]
    return vocabulary.decode(model.decode(torch.tensor([ids]), torch.tensor([len(ids)]))[0])


if __name__ == '__main__':
    main()
