# SPDX-License-Identifier: GPL-3.0-or-later
"""
Gathers what the neural model is trained on, replaces locked spans as the program does, trains the vocabulary, and writes the folder that train.py reads:
pairs.tsv.xz, mono.tsv.xz, dev.tsv, vocab.spm. Development sets are never in the first two. Slow parts are kept in --cache and reused.
"""
import argparse
import glob
import lzma
import os
import random
import re
import subprocess
import time
import unicodedata

import slots

STEP = 20  # every so-many-th line of an official file is for development
UNCLEAN = re.compile(r'[()\[\]{}<>=~*_]|\betc|\bsth\b|\bsb\b|ect\.')
LETTER = re.compile(r'[^\W\d_]')
SWAPPED = {'organ', 'front', 'military', 'title', 'rank'}
SENTENCE = re.compile(r'(?<=[.!?;:])\s+(?=[A-ZĐÀ-Ỹ“"0-9-])')
BEGIN = time.time()


def log(*words):
    print(f'{time.time() - BEGIN:6.1f} s', *words, flush=True)


def lines(path):
    with open(path, encoding='utf-8') as file:
        return [unicodedata.normalize('NFC', line.rstrip('\n')) for line in file]


def tabbed(path):
    return [cells for cells in (line.split('\t') for line in lines(path) if not line.startswith('#')) if len(cells) >= 2 and cells[0].strip() and cells[1].strip()]


def official(folders, written):
    """(file, line number, cells) of the pairs of the register; batches `NAME-01.tsv` … count as one file NAME."""
    for folder in folders:
        for path in sorted(glob.glob(os.path.join(folder, '*.tsv'))):
            for number, line in enumerate(lines(path), 1):
                yield number, line.split('\t')
    batches = {}
    for path in sorted(glob.glob(os.path.join(written, '*.tsv'))) if written else []:
        batches.setdefault(os.path.basename(path).rsplit('-', 1)[0], []).extend(lines(path))
    for name in sorted(batches):
        for number, line in enumerate(batches[name], 1):
            yield number, line.split('\t')


def gather(a):
    """Training and development lines `group, Vietnamese, English`."""
    parallel = os.path.join(a.shared, 'parallel')
    train, dev = [], []
    for number, cells in official([os.path.join(a.repository, 'src/Dau.Training/data/official')], a.written):
        if len(cells) >= 2 and cells[0] and cells[1]:
            (dev if number % STEP == 0 else train).append(('dev-official' if number % STEP == 0 else 'official', cells[0], cells[1]))
    for name in ('flores-dev', 'news-dev'):
        dev += [('dev-' + name.split('-')[0], v, e) for v, e in zip(lines(f'{parallel}/{name}.vi'), lines(f'{parallel}/{name}.en'))]
    for path in sorted(glob.glob(os.path.join(a.repository, 'src/Dau/Translation/Data/termbase/*.tsv'))):
        train += [('term', c[0], c[1]) for c in tabbed(path)]
    train += [('term', c[0], c[1]) for c in tabbed(f'{parallel}/glossary-mofa-03-2009.tsv')]
    train += [('name', c[0], c[1]) for c in tabbed(f'{parallel}/iso-codes-vi-en.tsv')]
    for name, skip in (('alt', 200), ('tatoeba', 0)):
        train += [(name, v, e) for v, e in list(zip(lines(f'{parallel}/{name}.vi'), lines(f'{parallel}/{name}.en')))[skip:] if v and e]
    for name, group in (('ovdp-examples', 'example'), ('ovdp', 'dictionary')):
        train += [(group, c[0], c[1]) for c in tabbed(f'{parallel}/{name}.tsv') if len(c[1].split()) <= 12 and not UNCLEAN.search(c[1])]
    for path in sorted(glob.glob(a.draft)) if a.draft else []:
        train += [('draft', c[0], c[1]) for c in tabbed(path)]
    never = {v for _, v, _ in dev}
    seen, out = set(), []
    for row in train:
        if row[1] not in never and row not in seen:
            seen.add(row)
            out.append(row)
    return out, dev


def monolingual(a, name, count, share):
    """Sentences of 6 to 60 syllables of a corpus."""
    random.seed(7)
    seen, out = set(), []
    with lzma.open(os.path.join(a.shared, 'corpus', name + '.txt.xz'), 'rt', encoding='utf-8') as file:
        for line in file:
            if len(line) < 25 or random.random() > share:
                continue
            for s in SENTENCE.split(line.strip()):
                if 6 <= len(s.split()) <= 60 and len(s) <= 420 and len(LETTER.findall(s)) > 0.6 * len(s) and '...' not in s and '|' not in s and '\t' not in s and s[:60] not in seen:
                    seen.add(s[:60])
                    out.append(s)
    random.shuffle(out)
    return out[:count]


def mask(a, name, rows):
    """Rows through the program's own locks."""
    source, target = os.path.join(a.cache, name + '.raw.tsv'), os.path.join(a.cache, name + '.masked.tsv')
    with open(source, 'w', encoding='utf-8') as file:
        file.writelines('\t'.join(row) + '\n' for row in rows)
    subprocess.run([*a.tool.split(), 'neural-data', 'mask', '--in', source, '--out', target], check=True)
    return [line.split('\t') for line in lines(target)]


def swapped(a, pairs):
    """
    Pairs of the register with a term of the termbase put in the place of another of its kind on both sides, so that terms are seen in sentences
    (after Fadaee, Bisazza and Monz 2017).
    """
    random.seed(23)
    terms, kinds = {}, {}
    for path in sorted(glob.glob(os.path.join(a.repository, 'src/Dau/Translation/Data/termbase/*.tsv'))):
        for c in tabbed(path):
            kind = c[3] if len(c) > 3 else ''
            if kind in SWAPPED and len(c[0].split()) > 1 and not re.search(r'[\d(/;]', c[0] + c[1]):
                terms[c[0]] = (c[1], kind)
                kinds.setdefault(kind, []).append((c[0], c[1]))
    out = []
    for group, v, e, *_ in pairs:
        if group != 'official':
            continue
        words, found = v.split(' '), []
        for i in range(len(words)):
            for n in range(min(9, len(words) - i), 1, -1):
                term = ' '.join(words[i:i + n]).strip('.,;:()"“”')
                if term in terms and v.count(term) == 1 and re.search(rf'(?<!\w){re.escape(terms[term][0])}(?!\w)', e) and e.count(terms[term][0]) == 1:
                    found.append(term)
                    break
        for term in random.sample(found, min(len(found), 3)):
            english, kind = terms[term]
            new, new_english = random.choice(kinds[kind])
            target = e.replace(english, new_english)
            vowel = new_english[0] in 'aeiouAEIOU'
            target = re.sub(rf'\b([Aa])n? (?={re.escape(new_english)})', lambda m: m[1] + ('n ' if vowel else ' '), target)
            out.append(('swapped', v.replace(term, new), target))
    return out


def vocabulary(a, pairs, mono, path):
    """A unigram vocabulary of both languages; slots and tags are ordinary characters in it, numbered at random so that each is learnt."""
    import sentencepiece
    import augment
    random.seed(11)
    text = []
    for group, v, e, *_ in pairs:
        times = {'official': 3, 'term': 2, 'draft': 0, 'dictionary': 1}.get(group, 1)
        for _ in range(times):
            source, target = augment.renumbered(v, e)
            text += [source, target]
            if group == 'official':
                text.append(target)
    for v in random.sample(mono, min(len(mono), 60000)):
        text.append(augment.renumbered(v, v)[0])
    # Vietnamese capitals of headings, and each slot and tag as a word of its own.
    text += [v.upper() for group, v, *_ in pairs if group in ('official', 'term') and len(v) < 60]
    text += [f'{s} {s}, {s}. ({s})' for s in slots.SLOTS + slots.TAGS for _ in range(400)]
    source = os.path.join(a.cache, 'vocabulary.txt')
    with open(source, 'w', encoding='utf-8') as file:
        file.writelines(t + '\n' for t in text)
    sentencepiece.SentencePieceTrainer.train(
        input=source, model_prefix=path[:-len('.model')], vocab_size=a.vocabulary, model_type='unigram', character_coverage=0.9999, bos_id=-1, pad_id=-1, eos_id=0, unk_id=1,
        normalization_rule_name='identity', byte_fallback=False, split_digits=True, required_chars=''.join(slots.SLOTS + slots.TAGS), num_threads=2, minloglevel=1,
        input_sentence_size=400000, shuffle_input_sentence=True, max_sentence_length=8000)
    os.remove(path[:-len('.model')] + '.vocab')


def compressed(path, text, preset=1):
    with lzma.open(path, 'wt', encoding='utf-8', preset=preset) as file:
        file.write(text)


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--repository', default='.')
    p.add_argument('--shared', default='../shared')
    p.add_argument('--written', help='folder of further pairs, NAME-01.tsv …, not yet in the repository')
    p.add_argument('--draft', help='files of lines `Vietnamese, English` that `neural-data draft` wrote')
    p.add_argument('--tool', required=True, help='command that runs Dau.Training')
    p.add_argument('--cache', required=True)
    p.add_argument('--out', required=True)
    p.add_argument('--vocabulary', type=int, default=12000)
    p.add_argument('--mono', type=int, default=220000, help='sentences of each corpus')
    p.add_argument('--align', action='store_true', help='link words anew; else links of an earlier run are used where a pair has them')
    p.add_argument('--keep-vocabulary', action='store_true')
    a = p.parse_args()
    os.makedirs(a.cache, exist_ok=True)
    os.makedirs(a.out, exist_ok=True)
    mono_file = os.path.join(a.out, 'mono.tsv.xz')
    if not os.path.exists(mono_file):
        raw = os.path.join(a.cache, 'mono.raw.tsv')
        mono = [line.split('\t') for line in lines(raw)] if os.path.exists(raw) else [('mono', s, '') for name, share in (('legal', 0.7), ('news', 0.3)) for s in monolingual(a, name, a.mono, share)]
        log(len(mono), 'sentences without English')
        compressed(mono_file, ''.join(f'mono\t{r[1]}\n' for r in mask(a, 'mono', mono)))
        log('masked')
    train, dev = gather(a)
    log(len(train), 'pairs,', len(dev), 'of development')
    masked = mask(a, 'pairs', train + dev)
    pairs = [r for r in masked if not r[0].startswith('dev-')]
    with open(os.path.join(a.out, 'dev.tsv'), 'w', encoding='utf-8') as file:
        file.writelines('\t'.join(r) + '\n' for r in masked if r[0].startswith('dev-'))
    found, kept = sum(int(r[3]) for r in pairs), sum(int(r[4]) for r in pairs)
    log(f'{kept} of {found} locks found on both sides')
    more = swapped(a, pairs)
    log(len(more), 'pairs with a term swapped')
    links_file = os.path.join(a.cache, 'links.tsv')
    if a.align:
        source = os.path.join(a.cache, 'align.tsv')
        with open(source, 'w', encoding='utf-8') as file:
            file.writelines('\t'.join(r[:3]) + '\n' for r in pairs if r[0] not in ('draft',))
        subprocess.run([*a.tool.split(), 'neural-data', 'align', '--in', source, '--out', links_file], check=True)
        log('aligned')
    links = {(c[0], c[1]): c[2] for c in tabbed(links_file) if len(c) > 2} if os.path.exists(links_file) else {}
    wanted = ('official', 'alt', 'term', 'tatoeba', 'example')
    compressed(os.path.join(a.out, 'pairs.tsv.xz'), ''.join(f"{g}\t{v}\t{e}\t{links.get((v, e), '') if g in wanted else ''}\n" for g, v, e, *_ in pairs + more))
    log('pairs written')
    path = os.path.join(a.out, 'vocab.spm')
    if not (a.keep_vocabulary and os.path.exists(path)):
        with lzma.open(mono_file, 'rt', encoding='utf-8') as file:
            mono = [line.rstrip('\n').split('\t')[1] for line in file]
        vocabulary(a, pairs, mono, path.replace('.spm', '.model'))
        os.replace(path.replace('.spm', '.model'), path)
        log('vocabulary trained')
    for name in sorted(os.listdir(a.out)):
        log(f'{os.path.getsize(os.path.join(a.out, name)):>12} {name}')


if __name__ == '__main__':
    main()
