using DirectRoute.Local.Clocks;
using DirectRoute.Local.ControlPlane.Http;
using DirectRoute.Local.ControlPlane.Rest;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.Publishing;
using DirectRoute.Local.Quotas;
using DirectRoute.Local.Services;
using DirectRoute.Local.State;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DirectRoute.Local.ControlPlane;

/// <summary>Finds the operation of a call and runs it, one at a time in each account and region.</summary>
internal sealed class ControlPlaneService(AccountStates accounts, Backends backends, LocalOptions options)
{
    private static readonly ILookup<string, Operation> Operations = RestOperations.All.Concat(HttpOperations.All).ToLookup(o => o.Method, StringComparer.Ordinal);

    /// <summary>By the documentation of signatures.</summary>
    private static readonly Answer NoSuchRegion = Answer.Error(403, "InvalidSignatureException", "Credential should be scoped to a valid region.");
    private readonly OperationServices services = new(backends, accounts.Clock);
    private readonly Faults faults = new(options.Faults);

    /// <summary>The names of all operations, each once, in ordinal order.</summary>
    public static IReadOnlyCollection<string> OperationNames { get; } =
        [.. Operations.SelectMany(o => o).Select(o => o.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether calls that are signed for this service come here.</summary>
    public static bool Serves(string service) => service == "apigateway";

    public async Task HandleAsync(HttpContext http, CredentialScope scope)
    {
        var body = await RequestBody.ReadAsync(http).ConfigureAwait(false);
        var answer = Run(http, scope, body);
        if (answer is LaterAnswer later) answer = await later.Make(services, http.RequestAborted).ConfigureAwait(false);
        await Answers.WriteAsync(http, answer).ConfigureAwait(false);
    }

    private Answer Run(HttpContext http, CredentialScope scope, ReadOnlyMemory<byte> body)
    {
        var path = EscapedPath(http);
        foreach (var operation in Operations[http.Request.Method])
        {
            if (operation.Match(path, http.Request.Query) is not { } values) continue;
            if (accounts.FindRegion(accounts.AccountOf(scope.AccessKeyId), scope.Region) is not { } region) return NoSuchRegion;
            lock (region.Gate) return Observed(operation, new OperationCall(region, values, http.Request.Query, body, http.Request.Headers.Accept.ToString(), accounts.Clock.GetUtcNow()));
        }
        return Answer.Error(404, "UnknownOperationException", $"There is no operation {http.Request.Method} {path} here.");
    }

    /// <summary>Runs an operation, and tells the world what came of it.</summary>
    private Answer Observed(Operation operation, OperationCall call)
    {
        var before = DeployedStages.Of(call.Region);
        var answer = Run(operation, call);
        if (answer is ErrorAnswer { RetryAfter: { } seconds }) (accounts.Clock as SimulatedClock)?.AdvanceTo(call.Now.AddSeconds(seconds));
        if (options.StageObservers.Count == 0) return answer;
        foreach (var stage in before.ChangedIn(call.Region))
        {
            foreach (var observer in options.StageObservers) observer.Deployed(stage);
        }
        return answer;
    }

    private Answer Run(Operation operation, OperationCall call)
    {
        if (faults.Next(operation.Name) is { } fault) return fault;
        if (options.EnforcesQuotas && call.Region.Quotas.Refusal(QuotaNames.Of(operation, call), call.Now) is { } wait) return Throttling.Answer(wait);
        return operation.Handle(call);
    }

    /// <summary>The path as it was sent: ARNs in it have escaped slashes.</summary>
    private static string EscapedPath(HttpContext http) =>
        http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2)[0];
}
