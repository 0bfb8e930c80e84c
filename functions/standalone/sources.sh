#!/bin/sh
# Lists what the program is built from, a file on each line: checksum, octets, path. The same list is the same program.
set -eu
CDPATH='' cd "$(dirname "$0")/../.."
find pom.xml shared functions \( -name target -o -path '*/src/test' \) -prune -o \
    -type f \( -name pom.xml -o -path '*/src/main/*' \) -exec cksum {} + | LC_ALL=C sort -k 3
