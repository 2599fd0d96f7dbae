#!/bin/sh
# Installs into /opt/venv what the extras given ("tracker,telemetry") name: the packages of the first one's list in
# requirements/, wheels with the hashes that stand there, and takes out again what is never used there. The code itself
# comes in a later layer: none is here to be packaged yet.
set -eu

extras=$1
touch README.md # named in pyproject.toml
packages=$(/opt/venv/bin/python3 -c 'import sysconfig; print(sysconfig.get_path("purelib"))')

install() {
    /opt/pip/bin/pip --python /opt/venv/bin/python3 install --quiet --no-compile --no-cache-dir \
        --no-warn-script-location --only-binary :all: "$@"
}
list=${extras%%,*}
case ",$extras," in
*,lambda,*) list=lambda ;;
esac
install --no-deps --require-hashes --requirement "requirements/$list.txt"
case ",$extras," in
*,torch,*) # a build for each kind of machine: its version is locked, not its hash
    sed -n 's/^\([a-z0-9._-]*==[^ ]*\).*/\1/p' requirements/all.txt > versions.txt
    install --constraint versions.txt torch transformers
    ;;
esac
unneeded=$(/opt/pip/bin/python3 images/prune.py "$extras" "$packages" images/unused.toml)
if [ -n "$unneeded" ]; then
    # shellcheck disable=SC2086 - a list of words
    /opt/pip/bin/pip --python /opt/venv/bin/python3 uninstall --quiet --yes $unneeded
fi

find "$packages" -type d -name tests -prune -exec rm -rf {} +
find /opt/venv -type f -name '*.pyi' -delete
if [ -d "$packages/ctranslate2" ] && command -v strip >/dev/null; then
    # 75 MB of symbols for debuggers. Other packages' libraries are not touched: strip spoils some that were repacked.
    find "$packages/ctranslate2" "$packages/ctranslate2.libs" -name '*.so*' -exec strip --strip-unneeded {} +
    /opt/venv/bin/python3 -c 'import ctranslate2; ctranslate2.get_supported_compute_types("cpu")'
fi
# Some packages carry files for newer Pythons only, which cannot be compiled and are never imported.
/opt/venv/bin/python3 -m compileall -qq -j 0 --invalidation-mode unchecked-hash "$packages" || true
