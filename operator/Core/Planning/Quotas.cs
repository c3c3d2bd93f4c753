using DirectRoute.Core.Manifests;

namespace DirectRoute.Core.Planning;

/// <summary>A quota: so many calls in so long.</summary>
public sealed record Quota(int Calls, TimeSpan Per)
{
    /// <summary>How many calls a second it comes to.</summary>
    public double PerSecond => Calls / Per.TotalSeconds;
}

/// <summary>What AWS allows an account in one region.</summary>
/// <seealso href="https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html"/>
public static class Quotas
{
    /// <summary>The name under which an edge-optimized API's creation is counted: AWS gives it a quota of its own.</summary>
    public const string CreateEdgeRestApi = "CreateRestApi (EDGE)";

    /// <summary>All calls to API Gateway's control plane, a second. It cannot be raised.</summary>
    public const int TotalPerSecond = 10;

    /// <summary>All calls to API Gateway's control plane at once after a pause.</summary>
    public const int TotalBurst = 40;

    /// <summary>IAM's and STS's own limits are not published; this is far below what is reported to be throttled.</summary>
    public const int IamPerSecond = 10;

    /// <summary>Calls to IAM and STS at once after a pause.</summary>
    public const int IamBurst = 20;

    /// <summary>Operations of REST APIs that are counted by themselves, inside the total.</summary>
    public static IReadOnlyDictionary<string, Quota> Operations { get; } = new Dictionary<string, Quota>
    {
        ["CreateRestApi"] = Every(3),
        [CreateEdgeRestApi] = Every(30),
        ["ImportRestApi"] = Every(3),
        ["PutRestApi"] = Every(1),
        ["DeleteRestApi"] = Every(30),
        ["CreateDeployment"] = Every(5),
        ["CreateResource"] = new(5, TimeSpan.FromSeconds(1)),
        ["DeleteResource"] = new(5, TimeSpan.FromSeconds(1)),
        ["GetResources"] = new(5, TimeSpan.FromSeconds(2)),
        ["CreateApiKey"] = new(5, TimeSpan.FromSeconds(1)),
        ["DeleteApiKey"] = new(5, TimeSpan.FromSeconds(1)),
        ["UpdateUsagePlan"] = Every(20),
        ["UpdateAccount"] = Every(20),
    };

    /// <summary>The name in <see cref="Operations"/> under which a call is counted, whether it is counted by itself or not.</summary>
    public static string NameOf(AwsCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call is RestCall.CreateRestApi { Api.EndpointType: EndpointType.EDGE } ? CreateEdgeRestApi : call.Operation;
    }

    private static Quota Every(int seconds) => new(1, TimeSpan.FromSeconds(seconds));
}
