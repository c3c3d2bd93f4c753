using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Policies.Evaluation;
using DirectRoute.Local.DataPlane.AccessLogs;
using DirectRoute.Local.DataPlane.Throttling;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.DataPlane.Stages;

/// <summary>A stage as one request sees it, from its first look to its last: the control plane may change the stage meanwhile.</summary>
/// <param name="AccountId">Whose API it is: twelve digits.</param>
/// <param name="Region">Where it is.</param>
/// <param name="DeploymentId">The deployment that the stage serves.</param>
/// <param name="Variables">The stage's variables.</param>
internal abstract record StageView(string AccountId, string Region, string DeploymentId, ValueMap<string> Variables)
{
    /// <summary>An API that says nothing.</summary>
    public static ApiModel NoApi { get; } = new() { Protocol = ApiProtocol.REST, Region = "", Name = "" };

    /// <summary>The deployed API, without its routes.</summary>
    public abstract ApiModel Api { get; }

    /// <summary>The route that serves a method and a path, with what the path says; null when none does.</summary>
    public abstract RouteMatch? Find(string method, string path);

    /// <summary>How often a route may be asked for by all clients together; null when the stage's settings set no limit.</summary>
    public virtual ThrottleLimit? Throttle(ServedRoute route, string method) => null;

    /// <summary>The stage's access log; null when it has none.</summary>
    public virtual AccessLogTarget? AccessLog => null;

    /// <summary>Who may call the deployed API at all; null when it has no such policy, as HTTP APIs never do.</summary>
    public virtual IamPolicy? ResourcePolicy => null;

    /// <summary>Who calls a backend, for one request.</summary>
    public CallOrigin Origin(Exchange exchange) => new(exchange.ApiId, SourceArn(exchange), exchange.Ids.TraceId);

    /// <summary>What a client asks for as authorizers know it: like the ARN of the method, but with the path of the request instead of that of the route.</summary>
    public string MethodArn(Exchange exchange) => $"{ApiArn(exchange)}/{exchange.StageName}/{exchange.Request.Method}/{exchange.Request.Path.TrimStart('/')}";

    /// <summary>An authorizer as IAM knows it: <c>arn:aws:execute-api:{region}:{account}:{apiId}/authorizers/{id}</c>.</summary>
    public string AuthorizerArn(Exchange exchange, AuthorizerModel authorizer) =>
        $"{ApiArn(exchange)}/authorizers/{AuthorizerIds.GetValueOrDefault(authorizer.Name, authorizer.Name)}";

    /// <summary>The ids of the deployed API's authorizers, by name.</summary>
    protected abstract IReadOnlyDictionary<string, string> AuthorizerIds { get; }

    /// <summary>The request's method as IAM knows it: <c>arn:aws:execute-api:{region}:{account}:{apiId}/{stage}/{method}/{path}</c>.</summary>
    private string SourceArn(Exchange exchange) => $"{ApiArn(exchange)}/{exchange.StageName}/{exchange.Request.Method}{exchange.Route?.Path}";

    private string ApiArn(Exchange exchange) => ApiArn(Region, AccountId, exchange.ApiId);

    /// <summary>An API as IAM knows it: <c>arn:aws:execute-api:{region}:{account}:{apiId}</c>.</summary>
    protected internal static string ApiArn(string region, string accountId, string apiId) => $"arn:{Partitions.OfRegion(region)}:execute-api:{region}:{accountId}:{apiId}";
}
