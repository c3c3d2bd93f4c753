#compdef direct
# Completion of direct for zsh. To load it: source <(direct completion zsh)
_direct() {
  local -a suggestions
  suggestions=("${(@f)$("${words[1]}" "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
  suggestions=("${(@)suggestions:#}")
  if (( ${#suggestions} )); then compadd -- "${suggestions[@]}"; else _files; fi
}
compdef _direct direct
