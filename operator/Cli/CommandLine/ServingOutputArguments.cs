using System.CommandLine;
using DirectRoute.Cli.Serving;

namespace DirectRoute.Cli.CommandLine;

/// <summary>The options that say what <c>direct local</c> writes, and where.</summary>
internal sealed class ServingOutputArguments
{
    private readonly Option<string> output = new("--output", "-o") { Description = "How to say what happens; json is an object a line", HelpName = "text|json", DefaultValueFactory = _ => "text" };
    private readonly Option<string> log = new("--log") { Description = "Whether to say a line for each request to a deployed API", HelpName = "requests|none", DefaultValueFactory = _ => "requests" };

    private readonly Option<string?> accessLog = new("--access-log")
    {
        Description = "Write the access logs of stages, in their own formats, to the end of a file; or, with -, to the standard output: then all else goes to the standard error",
        HelpName = "FILE|-",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        output.AcceptOnlyFromAmong("text", "json");
        log.AcceptOnlyFromAmong("requests", "none");
        foreach (var option in (Option[])[output, log, accessLog]) command.Add(option);
    }

    public ServingOutput Read(ParseResult parsed) =>
        new(parsed.GetRequiredValue(output) == "json", parsed.GetRequiredValue(log) == "requests", parsed.GetValue(accessLog));
}
