using System.CommandLine;

namespace DirectRoute.Cli.CommandLine;

/// <summary><c>direct completion</c>: scripts that ask the program itself what may come next.</summary>
internal static class CompletionCommand
{
    private const string Examples = """
        source <(direct completion bash)
        direct completion fish > ~/.config/fish/completions/direct.fish
        """;

    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = "direct.bash",
        ["zsh"] = "direct.zsh",
        ["fish"] = "direct.fish",
        ["powershell"] = "direct.ps1",
    };

    public static Command Create(CommandHost host)
    {
        var command = new ExampleCommand("completion", "Write the completion script of a shell", Examples);
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or powershell" };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        command.Add(shell);
        command.SetAction(parsed => host.Out.Write(Script(Scripts[parsed.GetRequiredValue(shell)])));
        return command;
    }

    private static string Script(string name)
    {
        using var stream = typeof(CompletionCommand).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
