#!/bin/sh
# Takes from a base image what a service that only runs has no use for: package managers and what only they need,
# documentation, the parts of Python's library for other programs. Licences stay, and so does the list of Debian
# packages, which vulnerability scanners read.
set -eu

library=$(python3 -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')

# Python: installers, development tools, tests.
rm -rf /usr/local/lib/python3*/site-packages/* /usr/lib/python3/dist-packages/* /usr/local/bin/pip* /usr/local/bin/idle* \
    /usr/share/python-wheels /usr/share/python3 "$library"/config-*
for part in ensurepip idlelib lib2to3 pydoc_data test tkinter turtledemo turtle.py; do
    rm -rf "${library:?}/$part"
done
find "$library" -type d -name __pycache__ -prune -exec rm -rf {} +
python3 -m compileall -q -j 0 --invalidation-mode unchecked-hash "$library"

# Debian: apt, debconf and the Perl they are written in; caches, manuals, translations.
rm -rf /usr/bin/apt* /usr/lib/apt /etc/apt /usr/share/bash-completion /usr/lib/*/perl* /usr/share/perl* /usr/bin/perl* \
    /usr/bin/debconf* /usr/share/debconf /usr/sbin/dpkg* /usr/lib/*/libapt-* \
    /var/lib/apt /var/cache /var/log /usr/share/man /usr/share/info /usr/share/locale /usr/share/i18n /usr/lib/*/gconv \
    /usr/share/zoneinfo/right /usr/share/zoneinfo/posix /var/lib/dpkg/info
find /usr/share/doc -type f ! -name copyright -delete
find /usr/share/doc -type d -empty -delete

# Nobody becomes anybody else.
find / -xdev -type f -perm /6000 -exec chmod a-s {} +

mkdir -p /var/cache /var/log /app
rm -f /usr/bin/dpkg*
rm -rf /tmp/* /root/.[a-z]*

# Libraries of programs that go below: package signatures, file systems, logins. Python and its packages use none.
for name in gnutls p11-kit unistring idn2 gcrypt gpg-error hogweed nettle tasn1 systemd udev ext2fs e2p semanage sepol \
    smartcols fdisk pam pamc pam_misc apt-pkg db; do
    rm -f /usr/lib/*/lib"$name".so* /usr/lib/*/lib"$name"-[0-9]*.so*
done
rm -rf /usr/lib/*/security /usr/lib/systemd

# Programs: Python, and a shell with what one needs to look around.
for program in /usr/bin/* /usr/sbin/* /usr/local/sbin/*; do
    case ${program##*/} in
    python3* | sh | dash | env | ls | cat | sleep | id | rm) ;;
    *) rm -rf "$program" ;;
    esac
done
rm -f /usr/bin/rm
