using System.Text.Json.Nodes;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;
using DirectRoute.Local.DataPlane.Rest.UsagePlans;
using DirectRoute.Local.DataPlane.Stages;
using DirectRoute.Local.Roles;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.DataPlane;

/// <summary>
/// One request to a deployed API, from its arrival to its answer. The request that owns it fills it in, step after step; what observers are given changes no more.
/// </summary>
public sealed class Exchange
{
    private Task<ReadOnlyMemory<byte>?>? sentBody;

    internal Exchange(HttpContext http, RequestTarget target, RequestIds ids, DateTimeOffset receivedAt) =>
        (Http, Target, Ids, ReceivedAt, Request) = (http, target, ids, receivedAt, new GatewayRequest { Method = http.Request.Method, Path = target.Path });

    /// <summary>When the request came.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>The id of the API that the request names; there may be no such API.</summary>
    public string ApiId => Target.ApiId;

    /// <summary>The name of the stage that the request names; there may be no such stage.</summary>
    public string StageName => Target.Stage;

    /// <summary><c>$context.requestId</c>: a UUID; of HTTP APIs the value of <c>apigw-requestid</c>.</summary>
    public string RequestId => Protocol == ApiProtocol.HTTP ? Ids.ExtendedRequestId : Ids.RequestId;

    /// <summary>The API's protocol; null when there is no such API.</summary>
    public ApiProtocol? Protocol { get; internal init; }

    /// <summary>The key of the route that serves the request, such as <c>POST /orders</c>; null when none does.</summary>
    public string? RouteKey => Route?.Key;

    /// <summary>What came in. Its body is empty until the gates have let it pass.</summary>
    public GatewayRequest Request { get; internal set; }

    /// <summary>Whether all gates let the request pass, so that it was mapped.</summary>
    public bool PassedGates { get; internal set; }

    /// <summary>REST: the template that read the request's body, or failed to; null when none did.</summary>
    public UsedTemplate? RequestTemplate { get; internal set; }

    /// <summary>What the request became; null when the backend was not to be called.</summary>
    public BackendCall? Call { get; internal set; }

    /// <summary>What the integration's role said of the call; null when there is none, or when it was not asked.</summary>
    public RoleDecision? Role { get; internal set; }

    /// <summary>What the backend answered; null when it was not called or did not answer.</summary>
    public BackendResponse? BackendResponse { get; internal set; }

    /// <summary>What the client got. A <see cref="ClientResponse.Fault"/> says why API Gateway answered by itself.</summary>
    public ClientResponse? Response { get; internal set; }

    /// <summary>How long the backend took; zero when it was not called.</summary>
    public TimeSpan IntegrationLatency { get; internal set; }

    /// <summary>From the request's arrival until its answer was made.</summary>
    public TimeSpan ResponseLatency { get; internal set; }

    /// <summary>The bytes of the body that the client gets: none for HEAD, fewer where the answer is compressed.</summary>
    internal long ResponseLength { get; set; }

    internal HttpContext Http { get; }
    internal RequestTarget Target { get; }
    internal RequestIds Ids { get; }

    /// <summary>The stage as this request sees it; null when there is none.</summary>
    internal StageView? Stage { get; set; }

    /// <summary>The route that serves the request; null when none does.</summary>
    internal ServedRoute? Route { get; set; }

    /// <summary>When the request came, on a clock that nobody sets: what lies between two requests is measured by it.</summary>
    internal TimeSpan Arrival { get; init; }

    /// <summary>The API key that the authorizer gave the request; null when it gave none. It counts where the API's <c>apiKeySource</c> is AUTHORIZER.</summary>
    internal string? UsageIdentifierKey { get; set; }

    /// <summary>The API key that let the request pass; null when the method requires none.</summary>
    internal KeyUse? KeyUse { get; set; }

    /// <summary><c>$context</c>; gates add what they learn, such as <c>authorizer</c>.</summary>
    internal JsonObject Context => Request.Context;

    internal CancellationToken Aborted => Http.RequestAborted;

    /// <summary>The body as the client sent it, which is read off the wire once; null when it is larger than a body may be.</summary>
    internal Task<ReadOnlyMemory<byte>?> SentBodyAsync() => sentBody ??= RequestReader.BodyAsync(Http).AsTask();

    /// <summary>API Gateway's own answer, as the API customises it.</summary>
    internal ClientResponse Fails(GatewayFault fault) => GatewayResponses.Answer(Stage?.Api ?? StageView.NoApi with { Protocol = Protocol ?? ApiProtocol.REST }, Request, fault);
}
