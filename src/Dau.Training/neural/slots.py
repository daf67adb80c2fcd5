# SPDX-License-Identifier: GPL-3.0-or-later
"""Characters that stand for locked spans (as in SlotText.cs) and for tags."""
import re

FIRST = 0xE000
BLOCK = 16
MOST = (12, 8, 8, 8, 8, 4)  # number, date, code, name, place, address
SLOTS = [chr(FIRST + BLOCK * kind + i) for kind, most in enumerate(MOST) for i in range(most)]
SLOT = re.compile('[\ue000-\ue05f]')

# First tokens of a source whose English is not of the wanted kind: of the draft engine, of a dictionary. MASK hides a word.
TAG_DRAFT, TAG_DICTIONARY, MASK = '\ue0f0', '\ue0f1', '\ue0f2'
TAGS = [TAG_DRAFT, TAG_DICTIONARY, MASK]


def kind(slot):
    return (ord(slot) - FIRST) // BLOCK


def index(slot):
    return (ord(slot) - FIRST) % BLOCK


def used(text):
    """For each kind, one more than the highest number used."""
    top = [0] * len(MOST)
    for c in SLOT.findall(text):
        top[kind(c)] = max(top[kind(c)], index(c) + 1)
    return top


def shift(text, by):
    """The text with the slots of each kind numbered on by so many; None where there are too many."""
    out = []
    for c in text:
        if '\ue000' <= c <= '\ue05f':
            k = kind(c)
            i = index(c) + by[k]
            if i >= MOST[k]:
                return None
            c = chr(FIRST + BLOCK * k + i)
        out.append(c)
    return ''.join(out)


def same(source, target):
    """Whether each slot of the source is once in the target, and no other."""
    return sorted(SLOT.findall(source)) == sorted(SLOT.findall(target))
