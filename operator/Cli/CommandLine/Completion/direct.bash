# Completion of direct for bash. To load it: source <(direct completion bash)
_direct() {
  local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]}
  [[ $word == '=' ]] && word=
  COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "$word"))
}
complete -o default -F _direct direct
