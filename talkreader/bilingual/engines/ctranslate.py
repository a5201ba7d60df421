"""CTranslate2 models, run in the process that imports this: `process` starts one for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from talkreader.bilingual.engines.mishaps import threads, unloadable, untranslatable
from talkreader.bilingual.engines.packages import TARGET_TOKENIZERS, TOKENIZERS, files_of
from talkreader.domain.errors import MachineError
from talkreader.domain.machine import Machine, MachineKind

_BATCH = 2048  # tokens that are translated together
_LONGEST = 500  # tokens of a sentence: common models know no more places
_GROWTH = 3  # times the tokens of the source: what is longer is a machine talking to itself


class CTranslate2Engine:
    """A loaded model with its tokenizers."""

    def __init__(self, machine: Machine) -> None:
        """Load the model. Raises MachineError: the extra is not installed, or it cannot be read."""
        try:
            import ctranslate2
            import sentencepiece
        except ImportError as error:
            raise MachineError(
                "Translation models need two more packages; install them with:"
                " pip install 'talkreader[mt]'"
            ) from error
        path = Path(machine.path)
        self._path = machine.path
        try:
            if machine.kind is MachineKind.ARGOS:
                files, tokenizer = files_of(path)
                self._source = sentencepiece.SentencePieceProcessor(model_proto=tokenizer)
                self._target = self._source
                self._translator = ctranslate2.Translator(
                    machine.name, device="cpu", files=files, intra_threads=threads()
                )
            else:
                self._source = sentencepiece.SentencePieceProcessor(
                    model_file=str(_first(path, TOKENIZERS))
                )
                target = _first(path, TARGET_TOKENIZERS)
                self._target = (
                    sentencepiece.SentencePieceProcessor(model_file=str(target))
                    if target
                    else self._source
                )
                self._translator = ctranslate2.Translator(
                    str(path), device="cpu", intra_threads=threads()
                )
        except (RuntimeError, OSError, ValueError, TypeError) as error:
            raise unloadable(machine.path, error) from error

    def translate(self, sentences: Sequence[str]) -> list[str]:
        """Return the translation of each sentence. Raises MachineError: the model cannot do it."""
        tokens = [self._source.encode(sentence, out_type=str) for sentence in sentences]
        longest = max(map(len, tokens), default=0)
        try:
            results = self._translator.translate_batch(
                tokens,
                max_batch_size=_BATCH,
                batch_type="tokens",
                beam_size=4,
                max_input_length=_LONGEST,
                max_decoding_length=min(_LONGEST, _GROWTH * longest + 10),
                replace_unknowns=True,
            )
        except (RuntimeError, ValueError) as error:
            raise untranslatable(self._path, str(error)) from error
        return [self._target.decode(result.hypotheses[0]) for result in results]


def _first(folder: Path, names: Sequence[str]) -> Path | None:
    return next((folder / name for name in names if (folder / name).is_file()), None)
