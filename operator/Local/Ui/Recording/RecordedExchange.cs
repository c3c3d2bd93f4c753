using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Local.DataPlane;
using DirectRoute.Local.Roles;

namespace DirectRoute.Local.Ui.Recording;

/// <summary>What is kept of a request after it is answered: nothing of the connection, and of bodies the beginning.</summary>
internal sealed record RecordedExchange
{
    private const int FixedBytes = 4096;

    /// <summary>Counts from 1, in the order of the answers.</summary>
    public required long Sequence { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required string RequestId { get; init; }
    public required string ApiId { get; init; }
    public required string StageName { get; init; }

    /// <summary>Null when there is no such API or stage.</summary>
    public ApiModel? Api { get; init; }
    public string? RouteKey { get; init; }

    /// <summary>The route, without the API; null when none served the request, or none could.</summary>
    public RouteModel? Route { get; init; }

    /// <summary>The request; its body is in <see cref="RequestBody"/>.</summary>
    public required GatewayRequest Request { get; init; }
    public RecordedBody RequestBody { get; init; }
    public bool PassedGates { get; init; }
    public UsedTemplate? RequestTemplate { get; init; }

    /// <summary>What the backend was asked, without its body; null when it was not to be called.</summary>
    public BackendRequest? BackendRequest { get; init; }
    public RecordedBody BackendRequestBody { get; init; }

    /// <summary>Whether the integration stood for the backend.</summary>
    public bool IsMock { get; init; }

    /// <summary>What the integration's role said of the call; null when it was not asked.</summary>
    public RoleDecision? Role { get; init; }

    /// <summary>What the backend answered, without its body.</summary>
    public BackendResponse? BackendResponse { get; init; }
    public RecordedBody BackendResponseBody { get; init; }

    /// <summary>What the client got, without its body.</summary>
    public required ClientResponse Response { get; init; }
    public RecordedBody ResponseBody { get; init; }
    public TimeSpan IntegrationLatency { get; init; }
    public TimeSpan ResponseLatency { get; init; }
    public ApiProtocol? Protocol => Api?.Protocol;

    /// <summary>About how much memory it holds.</summary>
    public int Bytes { get; private init; }

    public static RecordedExchange Of(Exchange exchange, long sequence)
    {
        var recorded = new RecordedExchange
        {
            Sequence = sequence,
            ReceivedAt = exchange.ReceivedAt,
            RequestId = exchange.RequestId,
            ApiId = exchange.ApiId,
            StageName = exchange.StageName,
            Api = exchange.Stage?.Api,
            RouteKey = exchange.RouteKey,
            Route = exchange.Route?.Prepared?.Route,
            Request = exchange.Request with { Body = default },
            RequestBody = RecordedBody.Of(exchange.Request.Body),
            PassedGates = exchange.PassedGates,
            RequestTemplate = exchange.RequestTemplate,
            BackendRequest = exchange.Call is { } call ? call.Request with { Body = default } : null,
            BackendRequestBody = RecordedBody.Of(exchange.Call?.Request.Body ?? default),
            IsMock = exchange.Call?.MockResponse is not null,
            Role = exchange.Role,
            BackendResponse = exchange.BackendResponse is { } answer ? answer with { Body = default } : null,
            BackendResponseBody = RecordedBody.Of(exchange.BackendResponse?.Body ?? default),
            Response = exchange.Response! with { Body = default },
            ResponseBody = RecordedBody.Of(exchange.Response!.Body),
            IntegrationLatency = exchange.IntegrationLatency,
            ResponseLatency = exchange.ResponseLatency,
        };
        return recorded with { Bytes = recorded.Estimate() };
    }

    private int Estimate() =>
        FixedBytes + RequestBody.Start.Length + BackendRequestBody.Start.Length + BackendResponseBody.Start.Length + ResponseBody.Start.Length
        + Characters(Request.Headers) + Characters(Request.Query) + Characters(BackendRequest?.Headers) + Characters(BackendResponse?.Headers) + Characters(Response.Headers)
        + (2 * Request.Path.Length);

    private static int Characters(NamedValues? values) => values is null ? 0 : 2 * values.Sum(v => v.Name.Length + v.Value.Length);
}
