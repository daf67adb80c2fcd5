# SPDX-License-Identifier: GPL-3.0-or-later
"""Changes that a pair of sentences should bear: capitals, lost stops, list signs, errors of reading, two sentences in one."""
import random
import unicodedata

import slots

MARKS = '\u0300\u0301\u0303\u0309\u0323'  # tones
SHAPES = '\u0302\u0306\u031b'  # circumflex, breve, horn
STOPS = '.;:,'
# Letters that look alike in a bad scan.
ALIKE = {'l': '1', 'i': 'l', 'o': '0', 'c': 'e', 'e': 'c', 'n': 'u', 'u': 'n', 'h': 'b', 'a': 'o', 'đ': 'd', 'Đ': 'D', 't': 'f'}


def misread(word):
    """A word with a mark lost or changed, or a letter read as another."""
    letters = list(unicodedata.normalize('NFD', word))
    marked = [i for i, c in enumerate(letters) if c in MARKS or c in SHAPES]
    chance = random.random()
    if marked and chance < 0.8:
        i = random.choice(marked)
        if letters[i] in SHAPES or chance < 0.45:
            del letters[i]
        else:
            letters[i] = random.choice(MARKS)
        return unicodedata.normalize('NFC', ''.join(letters))
    places = [i for i, c in enumerate(word) if c in ALIKE]
    if not places:
        return word
    i = random.choice(places)
    return word[:i] + ALIKE[word[i]] + word[i + 1:]


def noisy(text, rate):
    return ' '.join(misread(w) if random.random() < rate and w.isalpha() else w for w in text.split(' '))


def prefixed(source, target):
    """The pair as an item of a list."""
    chance = random.random()
    if chance < 0.4:
        sign = '- '
    elif chance < 0.5:
        sign = '+ '
    elif chance < 0.7:
        sign = random.choice('abcdeghik') + ') '
    else:
        moved = slots.shift(source, (1, 0, 0, 0, 0, 0)), slots.shift(target, (1, 0, 0, 0, 0, 0))
        if None in moved:
            return source, target
        source, target = moved
        sign = slots.SLOTS[0] + random.choice(('. ', '. ', ') '))
    return sign + source, sign + target


def renumbered(source, target):
    """The slots of each kind numbered from elsewhere, so that rare numbers are seen often."""
    top = slots.used(source + target)
    by = [random.randint(0, most - t) if t and random.random() < 0.5 else 0 for t, most in zip(top, slots.MOST)]
    if not any(by):
        return source, target
    return slots.shift(source, by), slots.shift(target, by)


def joined(first, second):
    """Two pairs as one; None where a kind of slot runs out."""
    top = slots.used(first[0] + first[1])
    moved = slots.shift(second[0], top), slots.shift(second[1], top)
    return None if None in moved else (first[0] + ' ' + moved[0], first[1] + ' ' + moved[1])


def pair(source, target, other=None, noise=0.1):
    """A variant of a pair; `other` gives another pair, to be joined with it now and then."""
    if other and len(source) < 160 and source[-1:] in '.;!?' and target[-1:] in '.;!?' and random.random() < 0.12:
        second = other()
        if len(second[0]) < 200:
            source, target = joined((source, target), second) or (source, target)
    short = len(source) < 60
    chance = random.random()
    if chance < 0.08 and source[:1].isalpha():
        source, target = prefixed(source, target)
    elif chance < 0.16 and source[-1:] in STOPS and target[-1:] == source[-1:]:
        source, target = source[:-1], target[:-1]
    elif chance < 0.19 and short and source[-1:].isalnum():
        stop = random.choice(STOPS)
        source, target = source + stop, target + stop
    chance = random.random()
    if chance < (0.06 if short else 0.015):
        source = source.upper()
    elif chance < 0.10 and source[:1].isupper() and short and len(source.split()) > 1 and not source[1:2].isupper():
        source = source[0].lower() + source[1:]
    if random.random() < noise:
        source = noisy(source, random.choice((0.03, 0.06, 0.12)))
    if random.random() < 0.5:
        source, target = renumbered(source, target)
    return source, target
