# SPDX-License-Identifier: GPL-3.0-or-later
"""The translator: Marian's transformer encoder with an SSRU decoder, post-norm, all embeddings tied. Teacher and student differ in size alone."""
import math

import torch
from torch import nn
from torch.nn import functional as F

EOS, UNK = 0, 1


def positions(length, width, device=None):
    """Sinusoids as Marian has them: sines in the first half, cosines in the second."""
    half = width // 2
    rate = torch.exp(torch.arange(half, dtype=torch.float32) * (-math.log(10000.0) / (half - 1)))
    angle = torch.arange(length, dtype=torch.float32)[:, None] * rate
    return torch.cat([angle.sin(), angle.cos()], 1).to(device)


def scan(keep, add):
    """c[t] = keep[t] * c[t-1] + add[t] along dimension 1, in log2(T) rounds (Hillis and Steele 1986)."""
    step = 1
    while step < keep.shape[1]:
        add = torch.cat([add[:, :step], torch.addcmul(add[:, step:], keep[:, step:], add[:, :-step])], 1)
        keep = torch.cat([keep[:, :step], keep[:, step:] * keep[:, :-step]], 1)
        step *= 2
    return add


class Recurrence(torch.autograd.Function):
    """c[t] = f[t] c[t-1] + (1 - f[t]) u[t]; the gradient is the same recurrence backwards."""

    @staticmethod
    def forward(ctx, f, u):
        c = scan(f, (1 - f) * u)
        ctx.save_for_backward(f, u, c)
        return c

    @staticmethod
    def backward(ctx, grad):
        f, u, c = ctx.saved_tensors
        later = torch.cat([f[:, 1:], torch.zeros_like(f[:, :1])], 1)
        g = scan(later.flip(1), grad.flip(1)).flip(1)
        before = torch.cat([torch.zeros_like(c[:, :1]), c[:, :-1]], 1)
        return g * (before - u), g * (1 - f)


def grid(x, scale):
    """x in steps of 1/scale, whole numbers from -127 to 127; the gradient passes where nothing is cut off."""
    x = (x * scale).clamp(-127, 127)
    return x + (torch.round(x) - x).detach()


class Quantised:
    """What a quantised product needs: the multiplier of its input, found by watching, and whether to round in training."""
    watching = False
    rounding = False

    def watch(self, x):
        if Quantised.watching:
            top = x.detach().abs().float().max()
            self.seen = torch.stack([self.seen[0] + top, self.seen[1] + 1, torch.maximum(self.seen[2], top)]) if hasattr(self, 'seen') else torch.stack([top, torch.ones_like(top), top])

    def settle(self):
        """The input's multiplier, from the mean of the batches' largest values."""
        self.alpha = 127.0 / float(self.seen[0] / self.seen[1])
        del self.seen

    @staticmethod
    def weight_scale(w):
        return 127.0 / w.detach().abs().max()


class Product(nn.Linear, Quantised):
    def forward(self, x):
        self.watch(x)
        if Quantised.rounding:
            scale = self.weight_scale(self.weight)
            y = F.linear(grid(x, self.alpha), grid(self.weight, scale)) / (self.alpha * scale)
            return y if self.bias is None else y + self.bias
        return F.linear(x, self.weight, self.bias)


def attend(q, k, v, mask):
    if hasattr(F, 'scaled_dot_product_attention'):
        return F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
    return (q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])).masked_fill(~mask, -1e9).softmax(-1) @ v


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.o = (Product(width, width) for _ in range(4))

    def split(self, x):
        return x.view(x.shape[0], x.shape[1], self.heads, -1).transpose(1, 2)

    def memory(self, context):
        return self.split(self.k(context)), self.split(self.v(context))

    def forward(self, x, memory, mask):
        y = attend(self.split(self.q(x)), *memory, mask)
        return self.o(y.transpose(1, 2).reshape(x.shape))

    def first_head(self, x, memory, mask):
        """Logarithms of the first head's weights: the alignment."""
        q, k = self.split(self.q(x))[:, 0], memory[0][:, 0]
        return (q @ k.transpose(1, 2)).float().div(math.sqrt(q.shape[-1])).masked_fill(~mask[:, 0], -1e9).log_softmax(-1)


class FeedForward(nn.Module):
    def __init__(self, width, inner, dropout):
        super().__init__()
        self.w1, self.w2, self.dropout = Product(width, inner), Product(inner, width), dropout

    def forward(self, x):
        return self.w2(F.dropout(F.relu(self.w1(x)), self.dropout, self.training))


class EncoderLayer(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.attention, self.attention_norm = Attention(c['width'], c['heads']), nn.LayerNorm(c['width'], 1e-6)
        self.ffn, self.ffn_norm, self.dropout = FeedForward(c['width'], c['inner'], c['dropout']), nn.LayerNorm(c['width'], 1e-6), c['dropout']

    def forward(self, x, mask):
        x = self.attention_norm(x + F.dropout(self.attention(x, self.attention.memory(x), mask), self.dropout, self.training))
        return self.ffn_norm(x + F.dropout(self.ffn(x), self.dropout, self.training))


class DecoderLayer(nn.Module):
    def __init__(self, c):
        super().__init__()
        width = c['width']
        self.input, self.gate, self.rnn_norm = Product(width, width, bias=False), Product(width, width), nn.LayerNorm(width, 1e-6)
        self.attention, self.attention_norm = Attention(width, c['heads']), nn.LayerNorm(width, 1e-6)
        self.ffn, self.ffn_norm, self.dropout = FeedForward(width, c['inner'], c['dropout']), nn.LayerNorm(width, 1e-6), c['dropout']

    def rest(self, x, state, memory, mask, align=False):
        x = self.rnn_norm(x + F.dropout(F.relu(state), self.dropout, self.training))
        alignment = self.attention.first_head(x, memory, mask) if align else None
        x = self.attention_norm(x + F.dropout(self.attention(x, memory, mask), self.dropout, self.training))
        return self.ffn_norm(x + F.dropout(self.ffn(x), self.dropout, self.training)), alignment

    def forward(self, x, memory, mask, align=False):
        state = Recurrence.apply(torch.sigmoid(self.gate(x).float()), self.input(x).float())
        return self.rest(x, state, memory, mask, align)

    def step(self, x, state, memory, mask):
        f = torch.sigmoid(self.gate(x).float())
        state = f * state + (1 - f) * self.input(x).float()
        return self.rest(x, state, memory, mask)[0], state


class Translator(nn.Module, Quantised):
    def __init__(self, vocabulary, width=384, inner=1536, heads=8, encoder=6, decoder=2, dropout=0.1):
        super().__init__()
        self.config = dict(vocabulary=vocabulary, width=width, inner=inner, heads=heads, encoder=encoder, decoder=decoder, dropout=dropout)
        self.integer = None  # the output product in whole numbers, in a model read from a file
        self.embedding = nn.Embedding(vocabulary, width)
        self.bias = nn.Parameter(torch.zeros(vocabulary))
        self.mask_bias = nn.Parameter(torch.zeros(vocabulary))
        self.encoder = nn.ModuleList(EncoderLayer(self.config) for _ in range(encoder))
        self.decoder = nn.ModuleList(DecoderLayer(self.config) for _ in range(decoder))
        self.register_buffer('place', positions(512, width), persistent=False)
        nn.init.normal_(self.embedding.weight, 0, width ** -0.5)
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                if module.bias is not None:
                    nn.init.zeros_(module.bias)
        for layer in self.decoder:
            nn.init.constant_(layer.gate.bias, 1.0)
        # Post-norm layers of this depth do not start to learn unless their branches begin small (Wang et al. 2022, DeepNet): a reversed copy of 8 tokens
        # is learnt in 700 steps with this and not at all without.
        small = (8 * encoder) ** -0.25
        with torch.no_grad():
            for module in self.modules():
                for product in [module.v, module.o] if isinstance(module, Attention) else [module.w1, module.w2] if isinstance(module, FeedForward) else [module.input] if isinstance(module, DecoderLayer) else []:
                    product.weight.mul_(small)

    def table(self):
        w = self.embedding.weight
        if not Quantised.rounding:
            return w
        scale = self.weight_scale(w)
        return grid(w, scale) / scale

    def enter(self, x, start=0):
        x = x * math.sqrt(x.shape[-1]) + self.place[start:start + x.shape[1]]
        return F.dropout(x, self.config['dropout'], self.training)

    def encode(self, source, length):
        """Context, and the mask of what is there, for attention."""
        mask = (torch.arange(source.shape[1], device=source.device)[None] < length[:, None])[:, None, None]
        x = self.enter(F.embedding(source, self.table()))
        for layer in self.encoder:
            x = layer(x, mask)
        return x, mask

    def logits(self, x, bias):
        if self.integer is not None:
            return self.integer(x)
        self.watch(x)
        if Quantised.rounding:
            scale = self.weight_scale(self.embedding.weight)
            return F.linear(grid(x, self.alpha), grid(self.embedding.weight, scale)) / (self.alpha * scale) + bias
        return F.linear(x, self.table(), bias)

    def forward(self, source, length, target_in, where, align=False):
        """Logits of the target tokens at `where` (flat indices), and the first head's log weights [B, T, S] if asked."""
        context, mask = self.encode(source, length)
        x = F.embedding(target_in, self.table())
        x = self.enter(torch.cat([torch.zeros_like(x[:, :1]), x[:, 1:]], 1))
        alignment = None
        for i, layer in enumerate(self.decoder):
            x, alignment = layer(x, layer.attention.memory(context), mask, align and i == len(self.decoder) - 1)
        return self.logits(x.reshape(-1, x.shape[-1])[where], self.bias), alignment

    def hidden_words(self, source, length, where):
        """Logits of the source tokens at `where`, from the encoder alone."""
        x, _ = self.encode(source, length)
        return F.linear(x.reshape(-1, x.shape[-1])[where], self.table(), self.mask_bias)

    @torch.no_grad()
    def decode(self, source, length, beam=1, penalty=1.0, factor=2.0, most=127):
        """Best translations as lists of ids without the end."""
        count, device = source.shape[0], source.device
        context, mask = self.encode(source, length)
        memory = [tuple(m.repeat_interleave(beam, 0) for m in layer.attention.memory(context)) for layer in self.decoder]
        mask = mask.repeat_interleave(beam, 0)
        limit = (length.float() * factor).clamp(max=most).long().repeat_interleave(beam)
        states = [torch.zeros(count * beam, 1, context.shape[-1], device=device) for _ in self.decoder]
        score = torch.zeros(count, beam, device=device)
        score[:, 1:] = -1e9
        done = torch.zeros(count * beam, dtype=torch.bool, device=device)
        size = torch.zeros(count * beam, device=device)
        tokens = torch.zeros(count * beam, 0, dtype=torch.long, device=device)
        table = self.table()
        x = torch.zeros(count * beam, 1, context.shape[-1], device=device)
        vocabulary = table.shape[0]
        for t in range(int(limit.max())):
            x = self.enter(x, t)
            for i, layer in enumerate(self.decoder):
                x, states[i] = layer.step(x, states[i], memory[i], mask)
            with torch.autocast(device.type, enabled=False):  # half precision would make ties
                logits = self.logits(x[:, 0].float(), self.bias)
            logits[:, UNK] = -1e9
            if beam == 1:
                # As the engine does: the largest sum so far, in single precision.
                best, chosen = (score + logits).max(-1)
                score = best[:, None]
            else:
                logp = logits.log_softmax(-1)
                logp[done] = -1e9
                logp[done, EOS] = 0
                top, at = (score.view(-1, 1) + logp).view(count, beam * vocabulary).topk(beam, -1)
                parent = (torch.arange(count, device=device)[:, None] * beam + at // vocabulary).view(-1)
                chosen, score = (at % vocabulary).view(-1), top
                states = [s[parent] for s in states]
                tokens, done, size = tokens[parent], done[parent], size[parent]
            chosen = chosen.masked_fill(done, EOS)
            size = size + (~done).float()
            done = done | (chosen == EOS) | (t + 1 >= limit)
            tokens = torch.cat([tokens, chosen[:, None]], 1)
            if t % 8 == 7 and bool(done.all()):
                break
            x = F.embedding(chosen, table)[:, None]
        if beam > 1:
            pick = (score / size.view(count, beam) ** penalty).argmax(-1)
            tokens = tokens.view(count, beam, -1)[torch.arange(count, device=device), pick]
        out = []
        for row in tokens.tolist():
            out.append(row[:row.index(EOS)] if EOS in row else row)
        return out
