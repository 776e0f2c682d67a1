#!/bin/sh
# Sizes of the clip without the board: $1 prefix of the tools, $2 folder, then the objects, the board's last.
set -eu
tools=$1
folder=$2
shift 2

MOST_CODEC=1024
MOST_CODE=12288
MOST_MEMORY=3072

# The functions that main needs and nothing else; the board's own are taken off again below.
"${tools}ld" -r --gc-sections -e main -u main "$@" -o "$folder/all.o"

sections() {
    "${tools}size" -A "$1"
}

sections "$folder/all.o" | awk '
    $1 ~ /^\.text/ && $1 !~ /\.hl_port_|\.main$/ { text += $2 }
    $1 ~ /^\.rodata/ && $1 !~ /\.ABOUT$/ { constant += $2 }
    $1 ~ /^\.data/ { data += $2 }
    $1 ~ /^\.bss/ { bss += $2 }
    END { print text + 0, constant + 0, data + 0, bss + 0 }' >"$folder/all.sizes"
read -r text constant data bss <"$folder/all.sizes"

codec=$(sections "$folder/codec.o" | awk '$1 ~ /^\.(text|rodata|data)/ { sum += $2 } END { print sum + 0 }')

# Deepest sum of frames from hl_clip_start and hl_clip_poll down; what the board's functions take comes on top.
stack=$(cat "$folder"/*.ci | awk '
    /^node:/ {
        match($0, /title: "[^"]*"/); name = substr($0, RSTART + 8, RLENGTH - 9)
        if (match($0, /[0-9]+ bytes \([a-z,]*\)/)) { split(substr($0, RSTART, RLENGTH), part, " "); own[name] = part[1] }
        if ($0 ~ /dynamic\)/ || name == "__indirect_call") { unbounded = name }
    }
    /^edge:/ {
        match($0, /sourcename: "[^"]*"/); from = substr($0, RSTART + 13, RLENGTH - 14)
        match($0, /targetname: "[^"]*"/); calls[from] = calls[from] " " substr($0, RSTART + 13, RLENGTH - 14)
    }
    function deepest(name,    list, count, i, below, most) {
        if (name in known) { return known[name] }
        if (busy[name]) { recursion = name; return 0 }
        busy[name] = 1
        most = 0
        count = split(calls[name], list, " ")
        for (i = 1; i <= count; i++) {
            below = list[i] ~ /hl_port_/ ? 0 : deepest(list[i])
            if (below > most) { most = below }
        }
        busy[name] = 0
        known[name] = own[name] + most
        return known[name]
    }
    END {
        start = deepest("hl_clip_start"); poll = deepest("hl_clip_poll")
        if (recursion != "" || unbounded != "") { print "no bound: " recursion unbounded; exit 1 }
        print (start > poll ? start : poll)
    }')

memory=$((data + bss + stack))
printf '%-34s %6s %6s\n' '' bytes limit
printf '%-34s %6d %6d\n' 'codec (.text .rodata .data)' "$codec" $MOST_CODEC
printf '%-34s %6d\n' 'all .text' "$text" 'all .rodata' "$constant"
printf '%-34s %6d %6d\n' 'code (.text .rodata .data)' $((text + constant + data)) $MOST_CODE
printf '%-34s %6d\n' '.data' "$data" '.bss' "$bss" 'deepest stack' "$stack"
printf '%-34s %6d %6d\n' 'memory (.data .bss stack)' "$memory" $MOST_MEMORY
if [ "$codec" -gt $MOST_CODEC ] || [ $((text + constant + data)) -gt $MOST_CODE ] || [ "$memory" -gt $MOST_MEMORY ]; then
    echo 'too large' >&2
    exit 1
fi
