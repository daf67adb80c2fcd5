# SPDX-License-Identifier: GPL-3.0-or-later
"""chrF2 and BLEU of a corpus: sacrebleu where it is installed, else the same definitions in short."""
import collections
import math
import re


def _chrf(hypotheses, references, order=6, beta=2):
    total = [[0, 0, 0] for _ in range(order)]
    for hypothesis, reference in zip(hypotheses, references):
        h, r = ''.join(hypothesis.split()), ''.join(reference.split())
        for n in range(1, order + 1):
            a = collections.Counter(h[i:i + n] for i in range(len(h) - n + 1))
            b = collections.Counter(r[i:i + n] for i in range(len(r) - n + 1))
            t = total[n - 1]
            t[0] += sum(a.values())
            t[1] += sum(b.values())
            t[2] += sum((a & b).values())
    precision = recall = count = 0
    for a, b, m in total:
        if a and b:
            precision += m / a
            recall += m / b
            count += 1
    if not count or precision + recall == 0:
        return 0.0
    precision, recall = precision / count, recall / count
    return 100 * (1 + beta * beta) * precision * recall / (beta * beta * precision + recall)


def _tokens(line):
    line = ' ' + line + ' '
    line = re.sub(r'([\{-\~\[-\` -\&\(-\+\:-\@\/])', r' \1 ', line)
    line = re.sub(r'([^0-9])([\.,])', r'\1 \2 ', line)
    line = re.sub(r'([\.,])([^0-9])', r' \1 \2', line)
    return re.sub(r'([0-9])(-)', r'\1 \2 ', line).split()


def _bleu(hypotheses, references):
    match, total, c, r = [0] * 4, [0] * 4, 0, 0
    for hypothesis, reference in zip(hypotheses, references):
        h, e = _tokens(hypothesis), _tokens(reference)
        c, r = c + len(h), r + len(e)
        for n in range(1, 5):
            a = collections.Counter(tuple(h[i:i + n]) for i in range(len(h) - n + 1))
            b = collections.Counter(tuple(e[i:i + n]) for i in range(len(e) - n + 1))
            match[n - 1] += sum((a & b).values())
            total[n - 1] += sum(a.values())
    if min(match) == 0:
        return 0.0
    brevity = 1 if c > r else math.exp(1 - r / c)
    return 100 * brevity * math.exp(sum(math.log(m / t) for m, t in zip(match, total)) / 4)


def score(hypotheses, references):
    """(chrF, BLEU), cased."""
    try:
        import sacrebleu
        return (sacrebleu.corpus_chrf(hypotheses, [references]).score, sacrebleu.corpus_bleu(hypotheses, [references]).score)
    except ImportError:
        return _chrf(hypotheses, references), _bleu(hypotheses, references)
