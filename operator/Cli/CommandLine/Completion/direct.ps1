# Completion of direct for PowerShell. To load it: direct completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName direct -ScriptBlock {
    param($word, $line, $position)
    direct "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}
