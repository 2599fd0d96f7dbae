# An image for each function: make images, or: podman build --target summarize .   (docker takes the same words)
#
# Any Debian with Python 3.11 or newer will do as the base. The final images start from scratch: they hold what the
# base holds less its package managers, the packages the function imports, the weights, and last the code.
#
#   --build-arg BASE=...             another base image
#   --build-arg PIP_INDEX_URL=...    another Python package index; PIP_FIND_LINKS and PIP_CERT likewise
#   --build-arg SUMMARIZE_EXTRAS=... the extras of pyproject.toml that summarize is installed with
ARG BASE=python:3.11-slim

FROM ${BASE} AS base

# ---- what every image starts from: the base without pip, apt and what only they need --------------------------------
FROM base AS trimmed
COPY images/trim.sh /tmp/
RUN ["sh", "/tmp/trim.sh"]

FROM scratch AS runtime
COPY --from=trimmed / /
# Pydantic would look through the metadata of every package for plugins, of which there are none.
# Caches have only /tmp to go to. Bytecode was compiled when the image was built. Who listens to the outside needs keys:
# a service does not start without API_KEY_HASHES or API_KEY_FILE.
ENV PATH=/opt/venv/bin:/usr/local/bin:/usr/bin:/bin \
    LANG=C.UTF-8 \
    HOME=/tmp \
    XDG_CACHE_HOME=/tmp/cache \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PYTHONPATH=/app \
    PYDANTIC_DISABLE_PLUGINS=__all__ \
    HOST=0.0.0.0 \
    PORT=8080
WORKDIR /app
USER 65532:65532
EXPOSE 8080

# ---- packages: one stage for each function, in an environment that has no pip of its own -----------------------------
FROM base AS builder
ARG PIP_INDEX_URL=
ARG PIP_FIND_LINKS=
ARG PIP_CERT=
ENV PIP_INDEX_URL=${PIP_INDEX_URL} PIP_FIND_LINKS=${PIP_FIND_LINKS} PIP_CERT=${PIP_CERT} PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /build
COPY images/prepare.sh images/
RUN ["sh", "images/prepare.sh"]
COPY pyproject.toml ./
COPY requirements requirements
COPY images/install.sh images/prune.py images/unused.toml images/

FROM builder AS summarize-packages
ARG SUMMARIZE_EXTRAS=summarize,telemetry
RUN sh images/install.sh "${SUMMARIZE_EXTRAS}"

FROM builder AS lambda-packages
RUN sh images/install.sh summarize,lambda

FROM builder AS catalog-packages
RUN sh images/install.sh catalog,telemetry

FROM builder AS tracker-packages
RUN sh images/install.sh tracker,telemetry

FROM builder AS ui-packages
RUN sh images/install.sh ui

# ---- what is in them: make sbom --------------------------------------------------------------------------------------
FROM builder AS sboms
RUN python3 -m venv /opt/cyclonedx && /opt/cyclonedx/bin/pip install --quiet --no-cache-dir "cyclonedx-bom>=7"
COPY --from=trimmed /var/lib/dpkg/status /sbom/status
COPY --from=summarize-packages /opt/venv /sbom/summarize
COPY --from=catalog-packages /opt/venv /sbom/catalog
COPY --from=tracker-packages /opt/venv /sbom/tracker
COPY --from=ui-packages /opt/venv /sbom/ui
COPY images/sbom.sh images/debian.py images/
RUN ["sh", "images/sbom.sh"]

FROM scratch AS sbom
COPY --from=sboms /sbom/out /

# ---- code: compiled, without the weights, which have a layer of their own -------------------------------------------
FROM base AS code
WORKDIR /app
COPY functions functions
COPY ui ui
RUN rm -r functions/summarize/weights \
    && python3 -m compileall -q -j 0 --invalidation-mode unchecked-hash functions ui \
    && chmod -R u=rwX,go=rX .

FROM base AS weights
COPY functions/summarize/weights /weights
RUN chmod -R u=rwX,go=rX /weights

FROM weights AS cards
RUN find /weights -type f ! -name card.toml -delete

# ---- the images: what changes least comes first -----------------------------------------------------------------------
FROM runtime AS summarize
COPY --from=weights /weights /app/functions/summarize/weights
COPY --from=summarize-packages /opt/venv /opt/venv
COPY --from=code /app/functions /app/functions
CMD ["python3", "-m", "functions.summarize"]
ARG REVISION=unknown
LABEL org.opencontainers.image.title="resume-summary-summarize" \
      org.opencontainers.image.description="A DOCX resume in, a short verified summary out" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.revision="${REVISION}"

# Summarize as an AWS Lambda function: podman build --target lambda .   The handlers of the others are called likewise.
FROM runtime AS lambda
COPY --from=weights /weights /app/functions/summarize/weights
COPY --from=lambda-packages /opt/venv /opt/venv
COPY --from=code /app/functions /app/functions
ENTRYPOINT ["python3", "-m", "awslambdaric"]
CMD ["functions.summarize.aws.handler"]
ARG REVISION=unknown
LABEL org.opencontainers.image.title="resume-summary-lambda" \
      org.opencontainers.image.description="A DOCX resume in, a short verified summary out, on AWS Lambda" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.revision="${REVISION}"

FROM runtime AS catalog
COPY --from=catalog-packages /opt/venv /opt/venv
COPY --from=cards /weights /app/functions/summarize/weights
COPY --from=code /app/functions /app/functions
CMD ["python3", "-m", "functions.catalog"]
ARG REVISION=unknown
LABEL org.opencontainers.image.title="resume-summary-catalog" \
      org.opencontainers.image.description="Which models and parsers there are, from their cards" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.revision="${REVISION}"

FROM runtime AS tracker
COPY --from=tracker-packages /opt/venv /opt/venv
COPY --from=code /app/functions /app/functions
ENV CLEARML_CACHE_DIR=/tmp/clearml
CMD ["python3", "-m", "functions.tracker"]
ARG REVISION=unknown
LABEL org.opencontainers.image.title="resume-summary-tracker" \
      org.opencontainers.image.description="Events in, experiment tracking with ClearML out" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.revision="${REVISION}"

FROM runtime AS ui
COPY --from=ui-packages /opt/venv /opt/venv
COPY --from=code /app /app
ENV STREAMLIT_SERVER_ADDRESS=0.0.0.0 STREAMLIT_SERVER_PORT=8502
EXPOSE 8502
CMD ["python3", "-m", "ui.serve"]
ARG REVISION=unknown
LABEL org.opencontainers.image.title="resume-summary-ui" \
      org.opencontainers.image.description="The page of Resume Summary" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.revision="${REVISION}"
