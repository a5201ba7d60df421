"""A real CTranslate2 model, so small that a test can make it: its words are nonsense."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import numpy as np
import sentencepiece
from ctranslate2.specs import TransformerSpec

TEXT = """
The spring round opens on Monday and the form is two pages shorter.
We are sorry that the last round closed without an answer.
Questions are welcome here until the end of May, see [1] and [23].
各位好。春季申请将于周一开始，表格也缩短了两页。
上一轮结束时，我们没有答复十一家图书馆，对此我们表示歉意。
"""
_WIDTH = 16
_INNER = 32
_PLACES = 200


def tokenizer() -> bytes:
    """Return a SentencePiece model trained on a few sentences."""
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(TEXT.strip().splitlines()),
        model_writer=model,
        vocab_size=130,
        model_type="unigram",
        hard_vocab_limit=False,
        minloglevel=2,
    )
    return model.getvalue()


def make_folder(folder: Path) -> Path:
    """Return a folder with a CTranslate2 model of random weights and its tokenizer."""
    spm = tokenizer()
    pieces = sentencepiece.SentencePieceProcessor(model_proto=spm)
    tokens = [pieces.id_to_piece(number) for number in range(pieces.get_piece_size())]
    spec = TransformerSpec.from_config(num_layers=1, num_heads=2)
    random = np.random.default_rng(1)
    _fill(spec, random, len(tokens))
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.validate()
    folder.mkdir(parents=True)
    spec.save(str(folder))
    (folder / "sentencepiece.model").write_bytes(spm)
    return folder


def make_package(path: Path, folder: Path) -> Path:
    """Return an ``.argosmodel`` with the model of a folder."""
    root = "translate-en_zh-1_0"
    facts = {"package_version": "1.0", "from_code": "en", "to_code": "zh"}
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{root}/metadata.json", json.dumps(facts))
        for file in folder.iterdir():
            inside = "" if file.name == "sentencepiece.model" else "model/"
            archive.write(file, f"{root}/{inside}{file.name}")
    return path


def _fill(spec: TransformerSpec, random: np.random.Generator, words: int) -> None:
    def weights(*shape: int) -> np.ndarray:
        return random.normal(0, 0.3, shape).astype(np.float32)

    def linear(layer: object, rows: int, columns: int) -> None:
        layer.weight = weights(rows, columns)
        layer.bias = weights(rows)

    def norm(layer: object) -> None:
        layer.gamma = np.ones(_WIDTH, np.float32)
        layer.beta = np.zeros(_WIDTH, np.float32)

    def attention(layer: object, *, itself: bool) -> None:
        norm(layer.layer_norm)
        sizes = (3 * _WIDTH, _WIDTH) if itself else (_WIDTH, 2 * _WIDTH, _WIDTH)
        for part, rows in zip(layer.linear, sizes, strict=True):
            linear(part, rows, _WIDTH)

    def feed_forward(layer: object) -> None:
        norm(layer.layer_norm)
        linear(layer.linear_0, _INNER, _WIDTH)
        linear(layer.linear_1, _WIDTH, _INNER)

    for side in (spec.encoder, spec.decoder):
        embeddings = side.embeddings[0] if isinstance(side.embeddings, list) else side.embeddings
        embeddings.weight = weights(words, _WIDTH)
        norm(side.layer_norm)
        side.position_encodings.encodings = weights(_PLACES, _WIDTH)
        for layer in side.layer:
            attention(layer.self_attention, itself=True)
            if side is spec.decoder:
                attention(layer.attention, itself=False)
            feed_forward(layer.ffn)
    linear(spec.decoder.projection, words, _WIDTH)
