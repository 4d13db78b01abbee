#!/bin/sh
# Puts Nightdesk where the desktop finds it, or takes it away again.
#
#   sh install.sh           for everybody as root, else for yourself alone
#   sh install.sh remove    takes away what it put there, and nothing else
#
# PREFIX names another place than /usr/local or ~/.local.
set -eu
cd "$(dirname "$0")"
if [ -z "${PREFIX:-}" ]; then
	if [ "$(id -u)" = 0 ]; then PREFIX=/usr/local; else PREFIX=$HOME/.local; fi
fi

files=$(find bin share -type f)
case "${1:-install}" in
install)
	for f in $files; do
		mkdir -p "$PREFIX/$(dirname "$f")"
		cp "$f" "$PREFIX/$f.new"
		mv "$PREFIX/$f.new" "$PREFIX/$f"
	done
	# The desktop need not search the same folders as this shell does.
	entry=share/applications/app.nightdesk.Nightdesk.desktop
	place=$(printf '%s' "$PREFIX" | sed 's/[&|\\]/\\&/g')
	sed "s|^Exec=nightdesk|Exec=\"$place/bin/nightdesk\"|" "$entry" >"$PREFIX/$entry"
	says="Nightdesk is in $PREFIX/bin: nightdesk opens the window, night works from a terminal."
	;;
remove)
	for f in $files; do rm -f "$PREFIX/$f"; done
	says="Nightdesk is gone from $PREFIX. Your nights and backups are where they were."
	;;
*)
	echo "usage: sh install.sh [remove]" >&2
	exit 2
	;;
esac

# Each list is renewed where the system keeps one.
renew() { if command -v "$1" >/dev/null; then "$@" || echo "$1 failed; log in again to see the change" >&2; fi; }
renew update-mime-database "$PREFIX/share/mime"
renew update-desktop-database -q "$PREFIX/share/applications"
if [ -f "$PREFIX/share/icons/hicolor/index.theme" ]; then renew gtk-update-icon-cache -q "$PREFIX/share/icons/hicolor"; fi
echo "$says"
