#!/bin/sh
# Starts the clip as a process and talks to it. $1: where the programs are.
set -u
line=$1/line
"$1/holdline-clip" --link "$line" --log "$1/linux.log" </dev/null &
clip=$!
trap 'kill $clip' EXIT
tries=0
while [ ! -h "$line" ] && [ $tries -lt 50 ]; do
    sleep 0.1
    tries=$((tries + 1))
done
"$1/talk" "$line" --press "kill -USR1 $clip" --reopen
result=$?
echo 'motor, by the clip (seconds, per cent):'
grep motor "$1/linux.log"
exit $result
