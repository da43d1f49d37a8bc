# syntax=docker/dockerfile:1

# Any Python that pyproject.toml allows.
ARG PYTHON_VERSION=3.13

FROM python:${PYTHON_VERSION}-slim AS build
# PyTorch's own address for CPU builds: the usual one brings gigabytes that only a GPU needs.
ARG TORCH_INDEX=https://download.pytorch.org/whl/cpu
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PATH=/opt/elshi/venv/bin:$PATH
RUN python -m venv /opt/elshi/venv
WORKDIR /src
COPY pyproject.toml constraints.txt ./
RUN pip install --no-deps --index-url "$TORCH_INDEX" "$(grep '^torch==' constraints.txt)"
# The dependencies alone, so that a change of the code does not install them again.
RUN python -c "import tomllib; \
project = tomllib.load(open('pyproject.toml', 'rb'))['project']; \
print(*project['dependencies'], *project['optional-dependencies']['postgres'], sep='\n')" \
    > requirements.txt && pip install -c constraints.txt -r requirements.txt
COPY README.md LICENSE ./
COPY corpus corpus
COPY index index
COPY bot bot
RUN pip install --no-deps .
RUN ELSHI_HOME=/tmp/build ELSHI_MODELS=/opt/elshi/models elshi index model

FROM python:${PYTHON_VERSION}-slim
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /data elshi \
    && install -d -o elshi -g elshi /data
COPY --from=build /opt/elshi /opt/elshi
COPY --chmod=755 tools/prepare.sh /opt/elshi/prepare.sh
COPY corpus/sample/releases.jsonl /opt/elshi/sample/
# Only /data and /tmp are written; a model that EMBEDDING_MODEL names is fetched to HF_HOME.
# ONNX Runtime reports to its maker unless it is told not to.
ENV PATH=/opt/elshi/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    ELSHI_HOME=/data ELSHI_MODELS=/opt/elshi/models ELSHI_LISTEN=0.0.0.0:8080 \
    HF_HOME=/data/huggingface ORT_DISABLE_TELEMETRY=1
WORKDIR /data
VOLUME /data
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]
ENTRYPOINT ["elshi"]
CMD ["bot"]
