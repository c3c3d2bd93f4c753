using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DirectRoute.Cli.Input;
using DirectRoute.Local;
using DirectRoute.Local.Clocks;
using DirectRoute.Local.Lambda;
using DirectRoute.Local.Quotas;

namespace DirectRoute.Cli.CommandLine;

/// <summary>The options that say what the local gateway is to be like.</summary>
internal sealed class GatewayArguments
{
    private const int DefaultPort = 4599;
    private const int MaxPort = 65_535;

    /// <summary>The account that emulators take for granted.</summary>
    public const string DefaultAccount = "123456789012";

    private readonly Option<int> port = new("--port", "-p")
    {
        Description = "The port to listen on, on this machine only; 0 takes a free one",
        HelpName = "PORT",
        DefaultValueFactory = _ => DefaultPort,
        CustomParser = PortOf,
    };

    private readonly Option<string?> endpoint = new("--endpoint-url")
    {
        Description = "Where routes call AWS services: an emulator's URL, or aws for AWS itself with your own credentials. Default: the variable AWS_ENDPOINT_URL, else nowhere",
        HelpName = "URL|aws",
    };

    private readonly Option<LambdaTarget[]> functions = new("--lambda")
    {
        Description = "Run a Lambda function on this machine: at a URL that takes the event in a POST, or with a command that reads it from its standard input and writes the answer to its standard output. FUNCTION is a name, an ARN, or * for any; may be given several times",
        HelpName = "FUNCTION=URL|COMMAND",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = FunctionsOf,
    };

    private readonly Option<string> quotas = new("--quotas")
    {
        Description = "Whether to refuse control-plane calls beyond the quotas of AWS",
        HelpName = "aws|none",
        DefaultValueFactory = _ => "none",
    };

    private readonly Option<string> clock = new("--clock")
    {
        Description = "simulated: time stands still, and passes at once when a call is told to wait",
        HelpName = "system|simulated",
        DefaultValueFactory = _ => "system",
    };

    private readonly Option<Fault[]> faults = new("--fault")
    {
        Description = $"Let the next COUNT calls of a control-plane operation fail ({string.Join(", ", "throttle", "unavailable", "error", "conflict")}); may be given several times",
        HelpName = "OPERATION:KIND:COUNT",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = FaultsOf,
    };

    private readonly Option<bool> ui = new("--ui") { Description = "Serve a page that shows the APIs, their requests as they come, and a playground for templates" };

    private readonly Option<bool> skipsRoleChecks = new("--no-role-checks")
    {
        Description = "Call services without asking whether the integration's role, or the function's policy, allows it: for endpoints that have no IAM",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        quotas.AcceptOnlyFromAmong("aws", "none");
        clock.AcceptOnlyFromAmong("system", "simulated");
        foreach (var option in (Option[])[port, endpoint, functions, skipsRoleChecks, quotas, clock, faults, ui]) command.Add(option);
    }

    /// <param name="accountId">The account that was asked for; null for the default.</param>
    /// <exception cref="InputException">An endpoint cannot be called, or not with the clock.</exception>
    public GatewaySettings Read(ParseResult parsed, string? accountId, CommandHost host)
    {
        var listensOn = parsed.GetValue(port);
        var choice = EndpointChoice.Of(parsed.GetValue(endpoint), host.Variable, listensOn);
        var isSimulated = parsed.GetRequiredValue(clock) == "simulated";
        if (isSimulated && choice.Endpoint is ServiceEndpoint.RealAws)
            throw new InputException("--clock simulated: AWS refuses calls that are not signed with the real time. Leave it out, or call an emulator: --endpoint-url http://localhost:5000.");
        var options = new LocalOptions
        {
            Port = listensOn,
            AccountId = accountId ?? DefaultAccount,
            EnforcesQuotas = parsed.GetRequiredValue(quotas) == "aws",
            Faults = parsed.GetValue(faults) ?? [],
            Clock = isSimulated ? new SimulatedClock(TimeProvider.System.GetUtcNow()) : TimeProvider.System,
            Endpoint = choice.Endpoint,
            Credentials = choice.Credentials,
            LambdaTargets = parsed.GetValue(functions) ?? [],
            ChecksRoles = !parsed.GetValue(skipsRoleChecks),
            Ui = parsed.GetValue(ui),
        };
        return new GatewaySettings(options, choice.Source);
    }

    private static int PortOf(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MaxPort) return number;
        result.AddError($"--port {text}: a port is a number from 0 to {MaxPort}.");
        return 0;
    }

    private static LambdaTarget[] FunctionsOf(ArgumentResult result)
    {
        List<LambdaTarget> read = [];
        foreach (var text in result.Tokens.Select(t => t.Value))
        {
            var parsed = LambdaTarget.Parse(text);
            if (parsed.Target is not { } target) result.AddError($"--lambda {parsed.Failure}");
            else if (read.Exists(t => t.Function == target.Function)) result.AddError($"--lambda {text}: what runs {target.Function} is said twice.");
            else read.Add(target);
        }
        return [.. read];
    }

    private static Fault[] FaultsOf(ArgumentResult result)
    {
        List<Fault> read = [];
        foreach (var text in result.Tokens.Select(t => t.Value))
        {
            if (Fault.Parse(text) is not { } fault)
                result.AddError($"--fault {text}: a fault is OPERATION:KIND:COUNT, such as PutMethod:throttle:3; KIND is one of {string.Join(", ", Fault.Kinds)}.");
            else if (fault.Operation != "*" && !Fault.Operations.Contains(fault.Operation, StringComparer.Ordinal))
                result.AddError($"--fault {text}: there is no operation {fault.Operation} here, so it would never fail. Operations are called as in AWS's reference, such as CreateRestApi; * is any.");
            else read.Add(fault);
        }
        return [.. read];
    }
}

/// <summary>What the gateway is to be like.</summary>
/// <param name="EndpointSource">Who said where services are.</param>
internal sealed record GatewaySettings(LocalOptions Options, string EndpointSource);
