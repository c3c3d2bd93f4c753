using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;
using DirectRoute.Local.Roles;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.Lambda.Permissions;

/// <summary>
/// The resource policies of functions at the endpoint of services, remembered for so short a time that a permission taken away is missed within seconds, as on AWS.
/// </summary>
internal sealed class FunctionPolicies(Backends backends, TimeProvider clock)
{
    /// <summary>A client waits for what is looked up, so it is told soon that nobody answers.</summary>
    private const int TimeoutInMillis = 5_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(2);

    private readonly SharedLookups<FunctionPolicyLookup> lookups = new(clock, _ => Lifetime);

    /// <param name="function">With its version or alias, which has a policy of its own.</param>
    /// <param name="origin">Who is about to invoke it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public ValueTask<FunctionPolicyLookup> FindAsync(FunctionReference function, CallOrigin origin, CancellationToken cancellationToken) =>
        lookups.GetAsync(function.Arn, () => AskAsync(function, origin), cancellationToken);

    /// <summary>Forgets all policies; for whoever sees that one may have changed.</summary>
    public void Forget() => lookups.Forget();

    private async Task<FunctionPolicyLookup> AskAsync(FunctionReference function, CallOrigin origin)
    {
        var uri = function.UriOf("policy");
        var integration = new IntegrationModel { Type = IntegrationType.AWS, Uri = uri, TimeoutInMillis = TimeoutInMillis };
        var request = new BackendRequest { Uri = uri, Method = "GET" };
        // It is asked for in the function's account and region, whatever the API's are.
        var result = await backends.SendAsync(integration, request, origin with { SourceArn = function.Arn }, CancellationToken.None).ConfigureAwait(false);
        return result.Response is { } response ? PolicyAnswer.Read(response) : new FunctionPolicyLookup.Failed(result.Fault?.Detail.TrimEnd('.') ?? "nobody answered");
    }
}
