#!/usr/bin/env python3
"""Makes a small model in the layout of Hugging Face optimum's exports of Helsinki-NLP's OPUS-MT, with weights drawn by a seed, and writes what this
file's own search, which keeps no cache and takes one sentence at a time, gives for some sentences. Needs torch 1.13 and sentencepiece; see README.md."""

import io
import json
import math
import pathlib
import random
import sys
import tempfile
import zipfile

import sentencepiece
import torch
from torch import nn

SEED, WIDTH, HEADS, INNER, LAYERS, PIECES, LONGEST = 20, 16, 2, 32, 2, 120, 128
BEAMS, COUNT = 4, 70
HERE = pathlib.Path(__file__).resolve().parent
OUT = pathlib.Path(tempfile.mkdtemp(prefix="dau-opus-"))
DATA = HERE.parent / "Dau.Tests" / "Translation" / "Neural" / "Data"
TEXT = HERE.parent.parent / "src" / "Dau.Training" / "data" / "official"


def vocabulary(name, column):
    """A unigram model as OPUS-MT's: <unk> 0, <s> 1, </s> 2."""
    lines = []
    for path in sorted(TEXT.glob("*.tsv"))[:6]:
        for line in path.read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            if not line.startswith("#") and len(fields) > 1:
                lines.append(fields[column])
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines[:4000]), model_writer=model, model_type="unigram", vocab_size=PIECES, character_coverage=0.98,
        normalization_rule_name="identity", num_threads=1, minloglevel=2)
    (OUT / name).write_bytes(model.getvalue())
    return sentencepiece.SentencePieceProcessor(model_proto=model.getvalue()), lines


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))

    def split(self, x):
        return x.view(x.shape[0], -1, HEADS, WIDTH // HEADS).transpose(1, 2)

    def keys(self, x):
        return self.split(self.k(x)), self.split(self.v(x))

    def forward(self, x, keys, values, mask):
        weights = torch.softmax(self.split(self.q(x)) @ keys.transpose(2, 3) / math.sqrt(WIDTH // HEADS) + mask, -1)
        return self.o((weights @ values).transpose(1, 2).reshape(x.shape[0], -1, WIDTH))


class FeedForward(nn.Module):
    def __init__(self):
        super().__init__()
        self.w1, self.w2 = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(self, x):
        h = self.w1(x)
        return self.w2(h * torch.sigmoid(h))


class Layer(nn.Module):
    def __init__(self, crossed):
        super().__init__()
        self.own, self.ffn = Attention(), FeedForward()
        self.cross = Attention() if crossed else None
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in range(3))


class Model(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.words = nn.Embedding(size, WIDTH)
        self.bias = nn.Parameter(torch.zeros(size))
        self.encoder = nn.ModuleList(Layer(False) for _ in range(1))
        self.decoder = nn.ModuleList(Layer(True) for _ in range(LAYERS))
        half = WIDTH // 2
        angles = torch.arange(LONGEST)[:, None] / torch.pow(10000, torch.arange(half) / half)
        self.register_buffer("places", torch.cat([angles.sin(), angles.cos()], 1))

    def embed(self, ids, start):
        places = self.places[torch.arange(ids.shape[1], device=ids.device) + start]
        return self.words(ids) * math.sqrt(WIDTH) + places

    def encode(self, ids, mask):
        x = self.embed(ids, 0)
        bias = (1 - mask[:, None, None, :].float()) * -1e9
        for layer in self.encoder:
            x = layer.norms[0](x + layer.own(x, *layer.own.keys(x), bias))
            x = layer.norms[1](x + layer.ffn(x))
        return x

    def decode(self, ids, mask, states, past):
        """Without a past the whole of it, with one the last piece."""
        start = 0 if past is None else past[0].shape[2]
        x = self.embed(ids, start)
        bias = (1 - mask[:, None, None, :].float()) * -1e9
        steps = torch.arange(ids.shape[1])
        causal = torch.where(steps[None, :] > steps[:, None], torch.tensor(-1e9), torch.tensor(0.0)) if past is None else torch.zeros(1)
        present = []
        for i, layer in enumerate(self.decoder):
            keys, values = layer.own.keys(x)
            if past is not None:
                keys, values = torch.cat([past[4 * i], keys], 2), torch.cat([past[4 * i + 1], values], 2)
            crossed = layer.cross.keys(states) if past is None else (past[4 * i + 2], past[4 * i + 3])
            x = layer.norms[0](x + layer.own(x, keys, values, causal))
            x = layer.norms[1](x + layer.cross(x, *crossed, bias))
            x = layer.norms[2](x + layer.ffn(x))
            present += [keys, values] + (list(crossed) if past is None else [])
        return (x @ self.words.weight.T + self.bias, *present)


class Encoder(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask):
        return self.model.encode(input_ids, attention_mask)


class First(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, encoder_attention_mask, input_ids, encoder_hidden_states):
        return self.model.decode(input_ids, encoder_attention_mask, encoder_hidden_states, None)


class Next(nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, encoder_attention_mask, input_ids, *past):
        return self.model.decode(input_ids, encoder_attention_mask, None, past)


def export(module, arguments, name, inputs, outputs):
    axes = {n: {0: "batch", 1: "encoder_length"} for n in inputs[:1] + ["encoder_hidden_states"]}
    axes |= {"input_ids": {0: "batch", 1: "length"}, "attention_mask": {0: "batch", 1: "length"}, "last_hidden_state": {0: "batch", 1: "length"}, "logits": {0: "batch", 1: "length"}}
    axes |= {n: {0: "batch", 2: "past_length"} for n in inputs + outputs if "key" in n or "value" in n}
    torch.onnx.export(
        module, arguments, str(OUT / name), input_names=inputs, output_names=outputs, opset_version=13, do_constant_folding=True,
        dynamic_axes={n: a for n, a in axes.items() if n in inputs + outputs})


def caches(start, kinds):
    return [f"{start}.{i}.{kind}.{what}" for i in range(LAYERS) for kind in kinds for what in ("key", "value")]


def export_all(model, start):
    ids, mask = torch.tensor([[5, 6, 7], [8, 9, 0]]), torch.tensor([[1, 1, 1], [1, 1, 0]])
    states = model.encode(ids, mask)
    export(Encoder(model), (ids, mask), "encoder_model.onnx", ["input_ids", "attention_mask"], ["last_hidden_state"])
    first = torch.full((2, 2), start)
    both = ("decoder", "encoder")
    export(First(model), (mask, first, states), "decoder_model.onnx", ["encoder_attention_mask", "input_ids", "encoder_hidden_states"], ["logits"] + caches("present", both))
    past = model.decode(first, mask, states, None)[1:]
    export(
        Next(model), (mask, first[:, :1], *past), "decoder_with_past_model.onnx",
        ["encoder_attention_mask", "input_ids"] + caches("past_key_values", both), ["logits"] + caches("present", ("decoder",)))
    merge()


# --- The merged decoder: one If over the two others. There is no onnx package here, so the messages are taken apart by hand. ---

def varint(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    return bytes(out + bytes([n]))


def field(number, body):
    return varint(number << 3 | 2) + varint(len(body)) + body if isinstance(body, bytes) else varint(number << 3) + varint(body)


def fields(message):
    at, found = 0, []

    def number():
        nonlocal at
        value = shift = 0
        while True:
            byte = message[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    while at < len(message):
        tag = number()
        if tag & 7 == 0:
            found.append((tag >> 3, number()))
        else:
            assert tag & 7 == 2, tag
            length = number()
            found.append((tag >> 3, message[at:at + length]))
            at += length
    return found


def graph_of(name):
    return fields(next(body for number, body in fields((OUT / name).read_bytes()) if number == 7))


def names(graph, number):
    return {next(b for n, b in fields(body) if n == 1).decode(): body for k, body in graph if k == number}


def merge():
    first, nxt = graph_of("decoder_model.onnx"), graph_of("decoder_with_past_model.onnx")
    outputs = ["logits"] + caches("present", ("decoder", "encoder"))
    kept = [n for n in outputs if n not in names(nxt, 12)]

    def branch(graph, extra, prefix):
        own = {}
        body = b""
        for number, value in graph:
            if number in (1, 5):
                body += field(number, value)
        for name in extra:  # what the branch with a past does not give is what it was given
            body += field(1, field(1, name.replace("present", "past_key_values").encode()) + field(2, name.encode()) + field(4, b"Identity"))
        infos = names(first, 12) | names(graph, 12)
        return body + field(2, prefix.encode()) + b"".join(field(12, infos[n]) for n in outputs)

    def attribute(name, graph):
        return field(5, field(1, name.encode()) + field(6, graph) + field(20, 5))

    node = field(1, b"use_cache_branch") + b"".join(field(2, n.encode()) for n in outputs) + field(3, b"branches") + field(4, b"If")
    node += attribute("then_branch", branch(nxt, kept, "with_past")) + attribute("else_branch", branch(first, [], "without_past"))
    flag = field(1, b"use_cache_branch") + field(2, field(1, field(1, 9) + field(2, field(1, field(1, 1)))))
    inputs = names(nxt, 11) | {k: v for k, v in names(first, 11).items() if k == "encoder_hidden_states"}
    graph = field(1, node) + field(2, b"merged") + b"".join(field(11, v) for v in [*inputs.values(), flag]) + b"".join(field(12, names(first, 12)[n]) for n in outputs)
    rest = b"".join(field(n, b) for n, b in fields((OUT / "decoder_model.onnx").read_bytes()) if n != 7)
    (OUT / "decoder_model_merged.onnx").write_bytes(rest + field(7, graph))


# --- The search, one sentence at a time and everything computed anew at each step. ---

def logits(model, states, mask, pieces, pad):
    count = len(pieces)
    ids = torch.tensor([[pad] + p for p in pieces])
    scores = model.decode(ids, mask.expand(count, -1), states.expand(count, -1, -1), None)[0][:, -1]
    scores[:, [1, pad]] = -math.inf  # neither the unknown piece nor the padding
    return torch.log_softmax(scores.double(), -1)


def greedy(model, source, pad):
    ids, mask = torch.tensor([source + [0]]), torch.ones(1, len(source) + 1)
    states, out = model.encode(ids, mask), []
    while len(out) < 2 * (len(source) + 1):
        best = int(logits(model, states, mask, [out], pad)[0].argmax())
        if best == 0:
            break
        out.append(best)
    return out


def beam(model, source, pad):
    ids, mask = torch.tensor([source + [0]]), torch.ones(1, len(source) + 1)
    states, beams, done = model.encode(ids, mask), [(0.0, [])], []
    for step in range(1, 2 * (len(source) + 1) + 1):
        shares = logits(model, states, mask, [pieces for _, pieces in beams], pad).tolist()
        found = [(score + share, pieces, i) for (score, pieces), row in zip(beams, shares) for i, share in enumerate(row) if i != pad]
        found = sorted(found, key=lambda f: -f[0])[:2 * BEAMS]
        beams = []
        for rank, (score, pieces, piece) in enumerate(found):
            if piece == 0:
                if rank < BEAMS:
                    done = sorted(done + [(score / step, pieces)], key=lambda d: -d[0])[:BEAMS]
            elif len(beams) < BEAMS:
                beams.append((score, pieces + [piece]))
        if len(done) == BEAMS and done[-1][0] >= found[0][0] / step:
            return done[0][1]
    done += [(score / step, pieces) for score, pieces in beams]
    return max(done, key=lambda d: d[0])[1]


def main():
    torch.set_num_threads(1)
    random.seed(SEED)
    torch.manual_seed(SEED)
    source, lines = vocabulary("source.spm", 0)
    target, _ = vocabulary("target.spm", 1)
    pieces = ["</s>", "<unk>"]
    for spm in (source, target):
        pieces += [p for p in (spm.id_to_piece(i) for i in range(3, spm.get_piece_size())) if p not in pieces]
    pieces.append("<pad>")
    ids, pad = {p: i for i, p in enumerate(pieces)}, len(pieces) - 1
    (OUT / "vocab.json").write_text(json.dumps(ids, ensure_ascii=False), encoding="utf-8")
    (OUT / "config.json").write_text(json.dumps({
        "model_type": "marian", "eos_token_id": 0, "pad_token_id": pad, "decoder_start_token_id": pad, "vocab_size": len(pieces), "max_position_embeddings": LONGEST}))

    model = Model(len(pieces)).eval()
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if weight.dim() == 2:
                weight.normal_(0, 0.3 if name == "words.weight" else (1.1 if "cross" in name else 0.6) / math.sqrt(WIDTH) * 1.6)
            # Few bits, so that they pack well.
            weight.copy_((weight * 64).round() / 64)
        # The end of a sentence likelier than a piece, so that some end.
        model.bias[0] = 2.2
        for i, p in enumerate(pieces):  # English comes out: pieces that only the source has are unlikely
            if i > 1 and i != pad and target.piece_to_id(p) == target.unk_id():
                model.bias[i] = -4
        export_all(model, pad)
        random.shuffle(lines)
        rows = []
        sentences = [" ".join(l.split()[:random.randint(1, 18)]) for l in lines[:COUNT]] + ["Số 12/ĐB-☃ ☃☃ q"]
        for text in dict.fromkeys(sentences):
            encoded = [ids.get(p, 1) for p in source.encode(text, out_type=str)]
            if 0 < len(encoded) < 50:
                rows.append("\t".join([text, " ".join(map(str, encoded))] + [" ".join(map(str, search(model, encoded, pad))) for search in (greedy, beam)]))
    with zipfile.ZipFile(DATA / "opus.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(OUT.iterdir()):
            packed.writestr(zipfile.ZipInfo(path.name), path.read_bytes(), zipfile.ZIP_DEFLATED, 9)
            path.unlink()
    OUT.rmdir()
    (DATA / "opus.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    results = [r.split("\t")[2:] for r in rows]
    print(len(rows), "sentences;", len({r[0] for r in results}), "greedy and", len({r[1] for r in results}), "beam texts differ;",
          sum(a != b for a, b in results), "change with the beam;", sum(1 for r in rows if len(r.split("\t")[2].split()) < 2 * (len(r.split("\t")[1].split()) + 1)), "end by themselves")
    print((DATA / "opus.zip").stat().st_size, "bytes")


if __name__ == "__main__":
    sys.exit(main())
