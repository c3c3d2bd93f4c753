using System.CommandLine;
using DirectRoute.Cli.Serving;

namespace DirectRoute.Cli.CommandLine;

/// <summary><c>direct local</c>.</summary>
internal static class LocalCommand
{
    private const string Examples = """
        direct local -f config/samples -R --endpoint-url http://localhost:5000
        direct local -f manifests --endpoint-url aws --region eu-west-1
        direct local -f manifests --lambda orders='node handler.js' --access-log access.log
        direct local --quotas aws --fault PutMethod:throttle:3
        """;

    public static Command Create(CommandHost host)
    {
        var command = new ExampleCommand("local", "Run API Gateway on this machine: serve manifests, or wait for a client such as the AWS CLI", Examples);
        var input = new InputArguments(isOptional: true, accountDefault: GatewayArguments.DefaultAccount);
        var gateway = new GatewayArguments();
        gateway.AddTo(command);
        input.AddTo(command);
        var output = new ServingOutputArguments();
        output.AddTo(command);
        command.SetAction((parsed, stop) => RunAsync(Settings(gateway, input, parsed, host), output.Read(parsed), input.Terminal(parsed, host), host, stop));
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

    private static async Task<int> RunAsync(ServingSettings settings, ServingOutput output, Output.Terminal terminal, CommandHost host, CancellationToken stop)
    {
        var accessLog = AccessLogOutput.Open(output.AccessLog, terminal.Out);
        var log = output.EventsOn(terminal);
        await using (log.ConfigureAwait(false))
        {
            int code;
            await using (accessLog.ConfigureAwait(false))
            {
                var logged = settings with { Options = settings.Options with { AccessLog = accessLog.Sink } };
                code = await new ServingSession(logged, host.StandardInput, log, new GatewayEvents(log, output.LogsRequests)).RunAsync(stop).ConfigureAwait(false);
            }
            if (accessLog.Lost > 0) log.Add(new Problem($"--access-log {output.AccessLog}: {accessLog.Lost} of the lines could not be written."));
            log.Add(new Stopped());
            return code;
        }
    }
}
