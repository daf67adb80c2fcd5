# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a student as Marian's binary container with 8-bit weights, reads it back, and computes with it in whole numbers as the engine does."""
import struct

import numpy as np
import torch
from torch import nn

from model import Translator

FLOAT, BYTE, QUANTISED = 0x404, 0x101, 0x4101

CONFIG = {
    'bert-train-type-embeddings': True, 'bert-type-vocab-size': 2, 'dec-cell': 'ssru', 'dec-cell-base-depth': 2, 'dec-cell-high-depth': 1, 'dim-rnn': 1024,
    'enc-cell': 'gru', 'enc-cell-depth': 1, 'enc-type': 'bidirectional', 'factors-combine': 'sum', 'factors-dim-emb': 0, 'input-types': [],
    'layer-normalization': False, 'lemma-dependency': '', 'lemma-dim-emb': 0, 'output-omit-bias': False, 'right-left': False, 'skip': False,
    'tied-embeddings': False, 'tied-embeddings-all': True, 'tied-embeddings-src': False, 'transformer-aan-activation': 'swish', 'transformer-aan-depth': 2,
    'transformer-aan-nogate': False, 'transformer-decoder-autoreg': 'rnn', 'transformer-decoder-dim-ffn': 0, 'transformer-decoder-ffn-depth': 0,
    'transformer-dim-aan': 2048, 'transformer-ffn-activation': 'relu', 'transformer-ffn-depth': 2, 'transformer-guided-alignment-layer': 'last',
    'transformer-no-affine': False, 'transformer-no-bias': False, 'transformer-no-projection': False, 'transformer-pool': False,
    'transformer-postprocess': 'dan', 'transformer-postprocess-emb': 'd', 'transformer-postprocess-top': '', 'transformer-preprocess': '',
    'transformer-rnn-projection': False, 'transformer-tied-layers': [], 'transformer-train-position-embeddings': False, 'type': 'transformer', 'ulr': False,
    'ulr-dim-emb': 0, 'ulr-trainable-transformation': False, 'version': 'v1.12.14 2d067af 2024-02-16 11:44:13 -0500',
}


def products(model):
    """Marian's name of each quantised product, with its module."""
    for side, layers in (('encoder', model.encoder), ('decoder', model.decoder)):
        for i, layer in enumerate(layers, 1):
            prefix = f'{side}_l{i}'
            if side == 'decoder':
                yield f'{prefix}_rnn_W', layer.input
                yield f'{prefix}_rnn_Wf', layer.gate
            attention = 'self' if side == 'encoder' else 'context'
            for letter in 'qkvo':
                yield f'{prefix}_{attention}_W{letter}', getattr(layer.attention, letter)
            yield f'{prefix}_ffn_W1', layer.ffn.w1
            yield f'{prefix}_ffn_W2', layer.ffn.w2


def norms(model):
    for side, layers in (('encoder', model.encoder), ('decoder', model.decoder)):
        for i, layer in enumerate(layers, 1):
            if side == 'decoder':
                yield f'{side}_l{i}_rnn_ffn_ln', layer.rnn_norm
            yield f"{side}_l{i}_{'self' if side == 'encoder' else 'context'}_Wo_ln", layer.attention_norm
            yield f'{side}_l{i}_ffn_ffn_ln', layer.ffn_norm


def bias_name(name):
    head, last = name.rsplit('_', 1)
    return f'{head}_b{last[1:]}'


def _yaml(config):
    lines = []
    for key in sorted(config):
        value = config[key]
        if isinstance(value, list):
            lines += [f'{key}:' + (' []' if not value else '')] + [f'  - {v}' for v in value]
        else:
            lines.append(f"{key}: {str(value).lower() if isinstance(value, bool) else value if value != '' else chr(34) * 2}")
    return '\n'.join(lines).encode() + b'\0'


def _padded(data):
    return data + b'\0' * (-len(data) % 256)


def write(model, path):
    """Writes a calibrated model; returns the number of bytes."""
    items = {}

    def plain(name, value):
        value = np.atleast_1d(np.asarray(value, '<f4'))
        items[name] = (FLOAT, (1, value.size), _padded(value.tobytes()))

    def quantised(name, weight, alpha, transpose):
        w = weight.detach().float().cpu().numpy()  # a product's is [out, in]: the bytes in the file; its header says [in, out]
        scale = np.float32(127) / np.abs(w).max()
        q = np.clip(np.rint(w * scale), -127, 127).astype(np.int8)
        items[name] = (QUANTISED, w.shape[::-1] if transpose else w.shape, _padded(np.ascontiguousarray(q).tobytes() + struct.pack('<f', scale)))
        plain(name + '_QuantMultA', alpha)

    quantised('Wemb', model.embedding.weight, model.alpha, False)
    plain('decoder_ff_logit_out_b', model.bias.detach().float().cpu().numpy())
    plain('none_QuantMultA', 1.0)
    for name, product in products(model):
        quantised(name, product.weight, product.alpha, True)
        if product.bias is not None:
            plain(bias_name(name), product.bias.detach().float().cpu().numpy())
    for name, norm in norms(model):
        plain(name + '_scale', norm.weight.detach().float().cpu().numpy())
        plain(name + '_bias', norm.bias.detach().float().cpu().numpy())
    c = model.config
    config = dict(CONFIG, **{'dim-emb': c['width'], 'dim-vocabs': [c['vocabulary']] * 2, 'enc-depth': c['encoder'], 'dec-depth': c['decoder'],
                             'transformer-dim-ffn': c['inner'], 'transformer-heads': c['heads']})
    order = sorted(items) + ['special:model.yml']
    text = _yaml(config)
    items['special:model.yml'] = (BYTE, (len(text),), text)
    head = struct.pack('<QQ', 1, len(order))
    for name in order:
        kind, shape, data = items[name]
        head += struct.pack('<QQQQ', len(name) + 1, kind, len(shape), len(data))
    head += b''.join(name.encode() + b'\0' for name in order)
    head += b''.join(struct.pack(f'<{len(items[name][1])}i', *items[name][1]) for name in order)
    offset = ((len(head) + 8) // 256 + 1) * 256 - len(head) - 8
    blob = head + struct.pack('<Q', offset) + b'\0' * offset + b''.join(items[name][2] for name in order)
    with open(path, 'wb') as file:
        file.write(blob)
    return len(blob)


def read(path):
    """Name to array, or to (bytes, multiplier)."""
    with open(path, 'rb') as file:
        blob = file.read()
    version, count = struct.unpack_from('<QQ', blob)
    assert version == 1
    heads = [struct.unpack_from('<QQQQ', blob, 16 + 32 * i) for i in range(count)]
    at, names, shapes, out = 16 + 32 * count, [], [], {}
    for h in heads:
        names.append(blob[at:at + h[0] - 1].decode())
        at += h[0]
    for h in heads:
        shapes.append(struct.unpack_from(f'<{h[2]}i', blob, at))
        at += 4 * h[2]
    at += 8 + struct.unpack_from('<Q', blob, at)[0]
    for h, name, shape in zip(heads, names, shapes):
        size = int(np.prod(shape))
        if h[1] == FLOAT:
            out[name] = np.frombuffer(blob, '<f4', size, at).reshape(shape)
        elif h[1] == QUANTISED:
            bytes_ = np.frombuffer(blob, np.int8, size, at)
            out[name] = (bytes_.reshape(shape if name == 'Wemb' else shape[::-1]), np.frombuffer(blob, '<f4', 1, at + size)[0])
        else:
            out[name] = blob[at:at + size]
        at += h[3]
    assert at == len(blob)
    return out


class IntegerProduct(nn.Module):
    """The product of NEURAL-FORMAT.md, section 4: shifted unsigned input, pairs that saturate at 16 bits, single-precision ends."""
    saturate = True

    def __init__(self, weight, scale, alpha, bias):
        super().__init__()
        f = np.float32
        alpha, scale = f(alpha), f(scale)
        back = f(-1) * ((f(127) / alpha) * (f(127) / scale)) / f(127)
        prepared = weight.astype(np.int32).sum(1).astype(f) * back
        if bias is not None:
            prepared = prepared + bias.reshape(-1)
        self.alpha, self.unit = float(alpha), float(f(1) / (alpha * scale))
        self.register_buffer('weight', torch.from_numpy(weight.astype(np.float32)))
        self.register_buffer('prepared', torch.from_numpy(prepared.astype(f)))
        self.register_buffer('shift', torch.from_numpy(weight.astype(np.float32).sum(1) * 127))
        # Columns of pairs whose weights can reach 16 bits at all: |w0 + w1| > 129.
        w = weight.astype(np.int32)
        reach = np.maximum(w[:, 0::2], 0) + np.maximum(w[:, 1::2], 0), np.minimum(w[:, 0::2], 0) + np.minimum(w[:, 1::2], 0)
        self.risky = [int(i) for i in np.flatnonzero(((reach[0] > 129) | (reach[1] < -129)).any(0))]
        self.saturated = 0

    def forward(self, x):
        a = torch.round(x.float() * self.alpha).clamp(-127, 127)
        shape = a.shape[:-1]
        a = a.reshape(-1, a.shape[-1])
        # The sums are whole and below 2^53: double precision is exact.
        total = (a.double() @ self.weight.double().t()) + self.shift.double()
        if IntegerProduct.saturate:
            for j in self.risky:
                product = (a[:, 2 * j, None] + 127) * self.weight[:, 2 * j] + (a[:, 2 * j + 1, None] + 127) * self.weight[:, 2 * j + 1]
                over = product - product.clamp(-32768, 32767)
                total -= over.double()
                self.saturated += int((over != 0).sum()) if x.device.type == 'cpu' else 0
        return (total.float() * self.unit + self.prepared).view(*shape, -1)


def load(path, heads=8):
    """The model of a file, computing in whole numbers."""
    tensors = read(path)
    table, scale = tensors['Wemb']
    deep = lambda side: max(int(n.split('_')[1][1:]) for n in tensors if n.startswith(side + '_l'))
    inner = tensors['encoder_l1_ffn_b1'].size
    model = Translator(table.shape[0], table.shape[1], inner, heads, deep('encoder'), deep('decoder'), 0.0)
    real = table.astype(np.float32) * (np.float32(1) / scale)
    model.embedding.weight.data = torch.from_numpy(real)
    scale = np.float32(127) / np.abs(real).max()
    again = np.clip(np.rint(real * scale), -127, 127).astype(np.int8)
    model.integer = IntegerProduct(again, scale, tensors['Wemb_QuantMultA'].item(), tensors['decoder_ff_logit_out_b'])
    for name, product in list(products(model)):
        weight, q = tensors[name]
        exact = IntegerProduct(weight, q, tensors[name + '_QuantMultA'].item(), tensors.get(bias_name(name)))
        for parent in model.modules():
            for key, child in list(parent.named_children()):
                if child is product:
                    setattr(parent, key, exact)
    for name, norm in norms(model):
        norm.weight.data = torch.from_numpy(tensors[name + '_scale'].reshape(-1).copy())
        norm.bias.data = torch.from_numpy(tensors[name + '_bias'].reshape(-1).copy())
    return model.eval()
