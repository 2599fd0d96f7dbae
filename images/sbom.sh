#!/bin/sh
# Writes /sbom/out/IMAGE.cdx.json for each image: its Python packages, and the Debian packages of its base.
set -eu

mkdir -p /sbom/out
for image in summarize catalog tracker ui; do
    /opt/cyclonedx/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible \
        --output-file "/sbom/$image.json" "/sbom/$image/bin/python3"
    python3 images/debian.py /sbom/status < "/sbom/$image.json" > "/sbom/out/$image.cdx.json"
done
