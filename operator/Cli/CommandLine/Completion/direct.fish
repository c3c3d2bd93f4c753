# Completion of direct for fish. To load it: direct completion fish | source
function __direct_suggest
    set -l line (commandline --cut-at-cursor)
    direct "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end
complete --command direct --arguments '(__direct_suggest)'
