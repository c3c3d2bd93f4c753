using DirectRoute.Cli.CommandLine;
using DirectRoute.Cli.Input;
using DirectRoute.Cli.Lint;
using DirectRoute.Local;
using DirectRoute.Local.Publishing;
using DirectRoute.Local.Services;

namespace DirectRoute.Cli.Serving;

/// <summary>What <c>direct local</c> was asked to do.</summary>
/// <param name="Options">Of the gateway.</param>
/// <param name="EndpointSource">Who said where services are.</param>
/// <param name="Input">The manifests to serve; null for none.</param>
internal sealed record ServingSettings(LocalOptions Options, string EndpointSource, InputOptions? Input);

/// <summary>A run of the gateway, from its start until it is stopped.</summary>
internal sealed class ServingSession(ServingSettings settings, Func<Stream> standardInput, EventLog log, GatewayEvents events)
{
    private readonly RepeatableInput input = new(standardInput);
    private PublishedSet served = new();
    private bool saidNoEndpoint;

    /// <exception cref="InputException">The manifests cannot be read, or the port is taken.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        using var watcher = settings.Input is { } watched ? new InputWatcher(watched.Files, watched.Recursive, TimeProvider.System) : null;
        var manifests = settings.Input is { } first ? Linter.Lint(first, input.Open) : null;
        if (manifests is { Manifests.Count: 0, Counts.Errors: 0 }) throw new InputException("the input has no resource of directroute.dev/v1alpha1 to serve. Name other files or folders with -f.");
        using var problems = new ProblemLogger(log);
        var options = settings.Options with
        {
            Observers = [.. settings.Options.Observers, events],
            StageObservers = [.. settings.Options.StageObservers, events],
            LoggerFactory = problems,
            FunctionLog = events,
        };
        await using var gateway = await StartAsync(options, stop).ConfigureAwait(false);
        events.Address = gateway.Address;
        log.Add(new Started(gateway.Address, gateway.UiAddress, options, settings.EndpointSource, settings.Input?.Files ?? []));
        if (manifests is not null) Serve(gateway, manifests);
        await FollowAsync(gateway, watcher, stop).ConfigureAwait(false);
        return ExitCodes.Fine;
    }

    private static async Task<LocalGateway> StartAsync(LocalOptions options, CancellationToken stop)
    {
        try
        {
            return await LocalGateway.StartAsync(options, stop).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new InputException(
                $"the port {options.Port} cannot be listened on: {e.Message.TrimEnd('.')}. "
                + $"If another direct local runs there, stop it; otherwise choose a free port, such as --port {(options.Port + 1) % 65536}, or --port 0 for any.");
        }
    }

    /// <summary>Serves every change, until it is stopped.</summary>
    private async Task FollowAsync(LocalGateway gateway, InputWatcher? watcher, CancellationToken stop)
    {
        try
        {
            if (watcher is null) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop).ConfigureAwait(false);
            while (true)
            {
                await watcher!.ChangedAsync(stop).ConfigureAwait(false);
                Reload(gateway);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // That is how it ends.
        }
    }

    private void Reload(LocalGateway gateway)
    {
        try
        {
            Serve(gateway, Linter.Lint(settings.Input! with { AllowsEmptyFolders = true }, input.Open));
        }
        catch (InputException e)
        {
            log.Add(new Problem($"{e.Message} What was served before still is."));
        }
    }

    private void Serve(LocalGateway gateway, LintResult manifests)
    {
        var before = served;
        served = LastGood.Next(before, manifests);
        var keys = served.Apis.Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        log.Add(new ManifestsServed(gateway.Address, manifests, gateway.Publish(served), [.. before.Apis.Where(a => !keys.Contains(a.Key))]));
        if (!saidNoEndpoint && settings.Options.Endpoint is ServiceEndpoint.Nowhere && served.Apis.Any(a => ServiceUse.IsIn(a.Model, settings.Options))) SayNoEndpoint();
    }

    /// <summary>It is said once, as soon as it matters.</summary>
    private void SayNoEndpoint()
    {
        saidNoEndpoint = true;
        var source = settings.EndpointSource.Length == 0 ? "" : $" ({settings.EndpointSource})";
        log.Add(new Problem(
            $"no AWS services are known{source}: routes that call them answer 504. Start with --endpoint-url http://localhost:5000 (an emulator) or --endpoint-url aws; --lambda runs a function here."));
    }
}
