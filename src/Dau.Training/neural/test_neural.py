# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of the training code: `python3 test_neural.py`. Each of them can fail without a trained model."""
import os
import random
import tempfile
import unittest

import numpy as np
import torch

import augment
import export
import slots
from model import Quantised, Recurrence, Translator


def small():
    torch.manual_seed(3)
    model = Translator(64, width=32, inner=64, heads=8, encoder=2, decoder=2, dropout=0.0).eval()
    for p in model.parameters():
        if p.dim() == 1:
            p.data += 0.1 * torch.randn_like(p)
    return model


class Tests(unittest.TestCase):
    def test_the_scan_is_the_recurrence_step_by_step(self):
        torch.manual_seed(1)
        f = torch.sigmoid(torch.randn(3, 37, 5, dtype=torch.double)).requires_grad_()
        u = torch.randn(3, 37, 5, dtype=torch.double, requires_grad=True)
        c, states = torch.zeros(3, 5, dtype=torch.double), []
        for t in range(37):
            c = f[:, t] * c + (1 - f[:, t]) * u[:, t]
            states.append(c)
        steps = torch.stack(states, 1)
        self.assertTrue(torch.allclose(Recurrence.apply(f, u), steps))
        self.assertTrue(torch.autograd.gradcheck(Recurrence.apply, (f[:1, :6, :2].detach().requires_grad_(), u[:1, :6, :2].detach().requires_grad_())))

    def test_teacher_forcing_gives_what_decoding_step_by_step_gives(self):
        model, source = small(), torch.randint(2, 64, (4, 9))
        source[1, 6:] = 0
        length = torch.tensor([9, 7, 9, 9])
        rows = model.decode(source, length)
        for i, row in enumerate(rows):
            target_in = torch.tensor([[0] + row])
            logits, _ = model(source[i:i + 1], length[i:i + 1], target_in, torch.arange(len(row) + 1))
            logits[:, 1] = -1e9
            self.assertEqual(logits.argmax(-1).tolist()[:len(row)], row)

    def test_a_batch_gives_what_single_sentences_give(self):
        model, source = small(), torch.randint(2, 64, (3, 16))
        length = torch.tensor([16, 5, 9])
        for i, n in enumerate(length):
            source[i, n - 1:] = 0
        together = model.decode(source, length, beam=3)
        alone = [model.decode(source[i:i + 1, :n], length[i:i + 1], beam=3)[0] for i, n in enumerate(length)]
        self.assertEqual(together, alone)

    def test_the_file_computes_what_the_rounded_model_computes(self):
        model, source, length = small(), torch.randint(2, 64, (6, 12)), torch.full((6,), 12)
        Quantised.watching = True
        model(source, length, torch.randint(2, 64, (6, 12)), torch.arange(72))
        Quantised.watching = False
        for m in model.modules():
            if isinstance(m, Quantised):
                m.settle()
        path = os.path.join(tempfile.mkdtemp(), 'model.bin')
        export.write(model, path)
        exact = export.load(path)
        Quantised.rounding = True
        export.IntegerProduct.saturate = False  # training knows no saturation
        try:
            a, b = model.encode(source, length)[0], exact.encode(source, length)[0]
            self.assertLess(float((a - b).abs().max()), 0.05)
            target_in, where = torch.randint(2, 64, (6, 10)), torch.arange(60)
            self.assertLess(float((model(source, length, target_in, where)[0] - exact(source, length, target_in, where)[0]).abs().max()), 0.2)
        finally:
            Quantised.rounding = False
            export.IntegerProduct.saturate = True

    def test_saturation_is_that_of_pairs(self):
        rng = np.random.default_rng(2)
        weight = rng.integers(-127, 128, (5, 8)).astype(np.int8)
        product = export.IntegerProduct(weight, 50.0, 20.0, None)
        x = torch.from_numpy(rng.normal(0, 4, (7, 8)).astype(np.float32))
        a = np.clip(np.rint(x.numpy() * np.float32(20)), -127, 127).astype(np.int32) + 127
        pairs = np.clip(a[:, None, 0::2] * weight[None, :, 0::2].astype(np.int32) + a[:, None, 1::2] * weight[None, :, 1::2].astype(np.int32), -32768, 32767)
        wanted = pairs.sum(2).astype(np.float32) * product.unit + product.prepared.numpy()
        self.assertTrue((product(x).numpy() == wanted.astype(np.float32)).all())
        self.assertGreater(product.saturated, 0)

    def test_variants_keep_the_slots_of_both_sides_equal(self):
        random.seed(4)
        pairs = [('Theo \ue020 ngày \ue010 của \ue040 và \ue041.', 'Pursuant to \ue020 of \ue010 of \ue041 and \ue040.'), ('Thu \ue000, chi \ue001.', 'In \ue000, out \ue001.')]
        for _ in range(3000):
            first = random.choice(pairs)
            source, target = augment.pair(*first, lambda: random.choice(pairs), 0.5)
            self.assertTrue(slots.same(source, target), (source, target))
            self.assertEqual(len(set(slots.SLOT.findall(source))), len(slots.SLOT.findall(source)))


if __name__ == '__main__':
    unittest.main()
