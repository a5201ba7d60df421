"""A real GGUF model, so small that a test can make it: its words are nonsense."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any

import numpy as np

_U32, _F32, _BOOL, _STRING, _ARRAY, _I32 = 4, 6, 7, 8, 9, 5
_WIDTH, _INNER, _HEADS, _PLACES = 32, 64, 2, 2048
_ALIGN = 32


def _text(words: str) -> bytes:
    data = words.encode()
    return struct.pack("<Q", len(data)) + data


def _array(kind: int, values: list[Any]) -> bytes:
    number = "<f" if kind == _F32 else "<i"
    packed = b"".join(_text(v) if kind == _STRING else struct.pack(number, v) for v in values)
    return struct.pack("<IQ", kind, len(values)) + packed


def _tokens() -> tuple[list[str], list[float], list[int]]:
    """Return a vocabulary of bytes and some letters: token, score, kind."""
    names = ["<unk>", "<s>", "</s>"]
    kinds = [2, 3, 3]
    names += [f"<0x{byte:02X}>" for byte in range(256)]
    kinds += [6] * 256
    names += ["\u2581", *"abcdefghijklmnopqrstuvwxyz", "的", "了", "。"]
    kinds += [1] * (len(names) - len(kinds))
    return names, [-float(number) for number in range(len(names))], kinds


def make_gguf(path: Path, template: str = "") -> Path:
    """Write a model of one layer with random weights; ``template`` is its chat template."""
    names, scores, kinds = _tokens()
    facts = [
        ("general.architecture", _STRING, _text("llama")),
        ("general.name", _STRING, _text("tiny")),
        ("llama.block_count", _U32, struct.pack("<I", 1)),
        ("llama.context_length", _U32, struct.pack("<I", _PLACES)),
        ("llama.embedding_length", _U32, struct.pack("<I", _WIDTH)),
        ("llama.feed_forward_length", _U32, struct.pack("<I", _INNER)),
        ("llama.attention.head_count", _U32, struct.pack("<I", _HEADS)),
        ("llama.attention.layer_norm_rms_epsilon", _F32, struct.pack("<f", 1e-5)),
        ("tokenizer.ggml.model", _STRING, _text("llama")),
        ("tokenizer.ggml.tokens", _ARRAY, _array(_STRING, names)),
        ("tokenizer.ggml.scores", _ARRAY, _array(_F32, scores)),
        ("tokenizer.ggml.token_type", _ARRAY, _array(_I32, kinds)),
        ("tokenizer.ggml.bos_token_id", _U32, struct.pack("<I", 1)),
        ("tokenizer.ggml.eos_token_id", _U32, struct.pack("<I", 2)),
    ]
    if template:
        facts.append(("tokenizer.chat_template", _STRING, _text(template)))
    random = np.random.default_rng(1)
    shapes = {"token_embd.weight": (len(names), _WIDTH), "output.weight": (len(names), _WIDTH)}
    for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
        shapes[f"blk.0.{name}.weight"] = (_WIDTH, _WIDTH)
    shapes |= {
        "blk.0.ffn_gate.weight": (_INNER, _WIDTH),
        "blk.0.ffn_up.weight": (_INNER, _WIDTH),
        "blk.0.ffn_down.weight": (_WIDTH, _INNER),
        "blk.0.attn_norm.weight": (_WIDTH,),
        "blk.0.ffn_norm.weight": (_WIDTH,),
        "output_norm.weight": (_WIDTH,),
    }
    head = struct.pack("<4sIQQ", b"GGUF", 3, len(shapes), len(facts))
    head += b"".join(_text(key) + struct.pack("<I", kind) + value for key, kind, value in facts)
    data = b""
    for name, shape in shapes.items():
        values = np.ones(shape) if len(shape) == 1 else random.normal(0, 0.3, shape)
        tensor = values.astype("<f4").tobytes()
        data += b"\0" * (-len(data) % _ALIGN)
        sizes = struct.pack(f"<{len(shape)}Q", *reversed(shape))
        head += (
            _text(name) + struct.pack("<I", len(shape)) + sizes + struct.pack("<IQ", 0, len(data))
        )
        data += tensor
    path.write_bytes(head + b"\0" * (-len(head) % _ALIGN) + data)
    return path
