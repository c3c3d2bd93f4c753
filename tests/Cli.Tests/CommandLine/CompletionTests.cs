using System.Diagnostics;

namespace DirectRoute.Cli.Tests.CommandLine;

/// <summary>What shells are told; the scripts themselves ask the program.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("direct l", "lint")]
    [InlineData("direct lint --", "--filename")]
    [InlineData("direct lint --output ", "sarif")]
    [InlineData("/usr/local/bin/direct lint --output ", "sarif")]
    [InlineData("direct local --", "--lambda")]
    [InlineData("direct local --", "--access-log")]
    [InlineData("direct completion ", "fish")]
    public async Task Suggest_Line_NamesWhatMayCome(string line, string expected)
    {
        var result = await Direct.RunAsync(Path.GetTempPath(), [$"[suggest:{line.Length}]", line]);

        Assert.Contains(expected, result.Output.Split('\n'));
        Assert.Equal(0, result.ExitCode);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _direct direct")]
    [InlineData("zsh", "compdef _direct direct")]
    [InlineData("fish", "complete --command direct")]
    [InlineData("powershell", "Register-ArgumentCompleter")]
    public async Task Completion_Shell_IsItsScript(string shell, string expected)
    {
        var result = await Direct.RunAsync(Path.GetTempPath(), ["completion", shell]);

        Assert.Contains(expected, result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    /// <summary>The script in a real shell, as it would be called when the tab key is pressed.</summary>
    [Theory]
    [InlineData("direct lint --out", "--output")]
    [InlineData("direct lint --output s", "sarif")]
    [InlineData("direct ver", "version")]
    public async Task Completion_InBash_CompletesTheWord(string line, string expected)
    {
        const string script = """
            direct() { dotnet "$ASSEMBLY" "$@"; }
            source <(direct completion bash)
            COMP_LINE=$LINE COMP_POINT=${#LINE}
            read -ra COMP_WORDS <<< "$LINE"
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _direct
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        var start = new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true };
        start.Environment["ASSEMBLY"] = Path.Combine(AppContext.BaseDirectory, "DirectRoute.Cli.dll");
        start.Environment["LINE"] = line;

        using var bash = Process.Start(start)!;

        Assert.Equal(expected, (await bash.StandardOutput.ReadToEndAsync()).Trim());
    }
}
