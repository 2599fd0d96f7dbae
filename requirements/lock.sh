#!/bin/sh
# Writes the lock: requirements/all.txt, every package at one version with the hashes of its files, and from it one file
# for each way of installing. What is locked stays as it is unless pyproject.toml rules it out; --upgrade takes the
# newest of everything. $1 is uv.
set -eu
cd "$(dirname "$0")/.."
uv=$1
shift

compile() { # OUT EXTRAS [OPTION...]
    out=$1 extras=$2
    shift 2
    options=$(printf -- ' --extra %s' $extras)
    # shellcheck disable=SC2086 - lists of words
    "$uv" pip compile pyproject.toml $options --universal --python-version 3.11 --generate-hashes --quiet \
        --no-header --no-annotate --no-emit-package resume-summary "$@" --output-file "requirements/$out.txt" > /dev/null
}

compile all "build cli lambda catalog summarize tracker ui telemetry test manifests train" "$@"

# torch comes in several builds, for processors and for graphics cards, each with hashes of its own: pip takes the one
# that fits the machine, at the version in pyproject.toml, and what only it needs.
torch=$(sed -n 's/^\(torch\|triton\|cuda-[a-z-]*\|nvidia-[a-z0-9-]*\)==.*/--no-emit-package \1/p' requirements/all.txt)

while read -r out extras; do
    # shellcheck disable=SC2086
    compile "$out" "$extras" --constraint requirements/all.txt $torch
done <<"LISTS"
summarize summarize telemetry
lambda summarize lambda
catalog catalog telemetry
tracker tracker telemetry
ui ui
run build cli catalog summarize tracker ui
test test
manifests manifests
train train
LISTS
