using System.CommandLine;
using DirectRoute.Cli.Serving;

namespace DirectRoute.Cli.CommandLine;

/// <summary><c>direct local</c>.</summary>
internal static class LocalCommand
{
    private const string Examples = """
        direct local -f config/samples -R --endpoint-url http://localhost:5000
        direct local -f manifests --endpoint-url aws --region eu-west-1
        direct local --quotas aws --fault PutMethod:throttle:3
        """;

    public static Command Create(CommandHost host)
    {
        var command = new ExampleCommand("local", "Run API Gateway on this machine: serve manifests, or wait for a client such as the AWS CLI", Examples);
        var input = new InputArguments(isOptional: true, accountDefault: GatewayArguments.DefaultAccount);
        var gateway = new GatewayArguments();
        gateway.AddTo(command);
        input.AddTo(command);
        var output = new Option<string>("--output", "-o") { Description = "How to say what happens; json is an object a line", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        output.AcceptOnlyFromAmong("text", "json");
        var log = new Option<string>("--log") { Description = "Whether to say a line for each request to a deployed API", HelpName = "requests|none", DefaultValueFactory = _ => "requests" };
        log.AcceptOnlyFromAmong("requests", "none");
        command.Add(output);
        command.Add(log);
        command.SetAction((parsed, stop) => RunAsync(
            Settings(gateway, input, parsed, host), input.Terminal(parsed, host), host, parsed.GetRequiredValue(output), parsed.GetRequiredValue(log) == "requests", stop));
        return command;
    }

    private static ServingSettings Settings(GatewayArguments gateway, InputArguments input, ParseResult parsed, CommandHost host)
    {
        var manifests = input.Read(parsed);
        var settings = gateway.Read(parsed, manifests.Accounts.AccountId, host);
        // One account for all: the gateway holds its APIs in it, and so do the ARNs of roles.
        var compiled = manifests with { Accounts = manifests.Accounts with { AccountId = settings.Options.AccountId } };
        return new ServingSettings(settings.Options, settings.EndpointSource, manifests.Files.Count == 0 ? null : compiled);
    }

    private static async Task<int> RunAsync(
        ServingSettings settings, Output.Terminal terminal, CommandHost host, string format, bool logsRequests, CancellationToken stop)
    {
        var log = new EventLog(terminal.Out, format == "json" ? JsonEvents.Write : new TextEvents(terminal.OutStyle).Write);
        await using (log.ConfigureAwait(false))
        {
            var code = await new ServingSession(settings, host.StandardInput, log, new GatewayEvents(log, logsRequests)).RunAsync(stop).ConfigureAwait(false);
            log.Add(new Stopped());
            return code;
        }
    }
}
