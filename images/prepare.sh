#!/bin/sh
# Makes an empty environment at /opt/venv, a pip beside it at /opt/pip, and `strip` where it can be had.
set -eu

python3 -m venv /opt/pip
python3 -m venv --without-pip /opt/venv
command -v strip >/dev/null && exit
{ apt-get update -qq && apt-get install -qq --yes --no-install-recommends binutils >/dev/null; } ||
    echo "binutils cannot be installed: summarize's image will be 70 MB larger" >&2
