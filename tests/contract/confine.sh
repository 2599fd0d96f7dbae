#!/bin/sh
# confine.sh PYTHON-PREFIX COMMAND...: runs the command as a pod's container runs: as user 65532 with no capability,
# in / with nothing that can be written but /tmp, no home. To be run in a mount namespace of its own.
set -eu

prefix=$1
shift
case $prefix in
/root/*) # an interpreter that only root can reach: show it, and nothing else of root's
    mount --bind "$prefix" /mnt
    mount -t tmpfs -o mode=755 tmpfs /root
    mkdir -p "$prefix"
    mount --bind /mnt "$prefix"
    mount -o remount,ro /root
    ;;
esac
mount -o remount,ro,bind /
mount -t tmpfs -o size=64m,mode=1777 tmpfs /tmp
cd /
exec setpriv --reuid 65532 --regid 65532 --clear-groups --no-new-privs --bounding-set -all --inh-caps -all "$@"
