# Sourced by the scripts of this folder, which set `here`: where the project lies, and copies of it that may be broken.
root=$(CDPATH='' cd "$here/../.." && pwd -P)

# A new folder for a copy, removed in the end; or the folder COPY, which stays, so that the next run compiles little.
copy=${COPY:-$(mktemp -d)}
[ -n "${COPY:-}" ] || trap 'rm -rf "$copy"' EXIT

commit() {
    git -C "$copy" add -A
    git -C "$copy" -c user.name=copy -c user.email=copy@example.invalid -c commit.gpgsign=false commit -q --allow-empty -m "$1"
}

# What git knows of the project and what is new in it, with the times of its files, in a repository of its own.
make_copy() {
    mkdir -p "$copy"
    if [ -d "$copy/.git" ]; then
        git -C "$copy" clean -fdq
        (cd "$copy" && git ls-files -z | xargs -0 rm -f)
    fi
    (cd "$root" && git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
        [ ! -f "$file" ] || printf '%s\0' "$file"
    done | tar --null -T - -cf -) | tar -xf - -C "$copy"
    git -C "$copy" -c init.defaultBranch=main init -q
    commit "the tree as it is"
}

# Maven in the copy; MVN may name another command.
maven() {
    (cd "$copy" && ${MVN:-mvn -o -B} "$@")
}

# The test methods that failed, as Class.method, from the reports that lie in the folder.
failed_tests() {
    find "$1" -name 'TEST-*.xml' -exec awk '
        /<testcase / {
            name = $0; sub(/.* name="/, "", name); sub(/".*/, "", name)
            class = $0; sub(/.* classname="/, "", class); sub(/".*/, "", class); sub(/.*\./, "", class)
        }
        /<(failure|error)[ >]/ { print class "." name }' {} + | sort -u | tr '\n' ' '
}
