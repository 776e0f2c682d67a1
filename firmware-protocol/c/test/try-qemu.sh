#!/bin/sh
# Starts the clip in qemu-system-arm and talks to it. $1: where the programs are.
set -u
keys=$1/qemu-keys
rm -f "$keys"
mkfifo "$keys" || exit 2
qemu-system-arm -M lm3s6965evb -display none -serial pty -monitor stdio -kernel "$1/holdline-clip.elf" \
    <"$keys" >"$1/qemu.log" 2>&1 &
qemu=$!
exec 3>"$keys"
trap 'kill $qemu; rm -f "$keys"' EXIT
terminal=
tries=0
while [ -z "$terminal" ] && [ $tries -lt 100 ]; do
    sleep 0.1
    tries=$((tries + 1))
    terminal=$(sed -n 's/.*redirected to \(\/dev\/pts\/[0-9]*\).*/\1/p' "$1/qemu.log" | head -n 1)
done
if [ -z "$terminal" ]; then
    cat "$1/qemu.log" >&2
    exit 2
fi
sleep 1
# The machine holds the key's pin low until the key was pressed once; the clip ignores a key it never saw up.
echo 'sendkey ctrl 50' >&3
sleep 1
"$1/talk" "$terminal" --press "echo 'sendkey ctrl 150' >'$keys'"
