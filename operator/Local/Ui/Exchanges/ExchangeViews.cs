using DirectRoute.Core.Collections;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Manifests;
using DirectRoute.Local.Ui.Recording;

namespace DirectRoute.Local.Ui.Exchanges;

/// <summary>Shows what is kept of a request.</summary>
internal static class ExchangeViews
{
    public static ExchangeSummary Summary(RecordedExchange exchange) => new()
    {
        Sequence = exchange.Sequence,
        ReceivedAt = exchange.ReceivedAt,
        RequestId = exchange.RequestId,
        ApiId = exchange.ApiId,
        ApiName = exchange.Api?.Name,
        Protocol = exchange.Protocol?.ToString(),
        Stage = exchange.StageName,
        RouteKey = exchange.RouteKey,
        Method = exchange.Request.Method,
        Path = exchange.Request.Path,
        Status = exchange.Response.StatusCode,
        StoppedAt = StoppedAt(exchange),
        Milliseconds = exchange.ResponseLatency.TotalMilliseconds,
        BackendMilliseconds = exchange.IntegrationLatency.TotalMilliseconds,
    };

    public static ExchangeDetail Detail(RecordedExchange exchange)
    {
        var secrets = Secrets.Of(exchange.Api);
        var isMapped = exchange.PassedGates && exchange.Protocol == ApiProtocol.REST;
        return new ExchangeDetail
        {
            Summary = Summary(exchange),
            Fault = exchange.Response.Fault is { } fault ? new FaultView(fault.ResponseType, fault.ErrorType, fault.Message, fault.Detail) : null,
            Request = Request(exchange, secrets),
            RequestMapping = exchange.PassedGates ? RequestMapping(exchange) : null,
            BackendRequest = exchange.BackendRequest is { } asked ? Backend(exchange, asked, secrets) : null,
            Role = exchange.Role is { } role ? new RoleView(role.Role, role.Reason, role.IsAllowed) : null,
            BackendResponse = exchange.BackendResponse is { } answer ? new(answer.StatusCode, Named(answer.Headers, secrets), Bodies.Of(exchange.BackendResponseBody)) : null,
            ResponseMapping = isMapped && exchange.BackendResponse is not null ? ResponseMapping(exchange) : null,
            Response = new(exchange.Response.StatusCode, Named(exchange.Response.Headers, secrets), Bodies.Of(exchange.ResponseBody)),
        };
    }

    private static Step? StoppedAt(RecordedExchange exchange) => exchange switch
    {
        { PassedGates: false } => Step.Gates,
        { Response.Fault: null } => null,
        { BackendRequest: null } => Step.RequestMapping,
        { Role.Fault: not null } => Step.Role,
        { BackendResponse: null } => Step.Backend,
        _ => Step.ResponseMapping,
    };

    private static RequestView Request(RecordedExchange exchange, Secrets secrets) => new()
    {
        Method = exchange.Request.Method,
        Path = exchange.Request.Path,
        PathParameters = Named(exchange.Request.PathParameters, secrets),
        Query = Named(exchange.Request.Query, secrets),
        Headers = Named(exchange.Request.Headers, secrets),
        StageVariables = Named(exchange.Request.StageVariables, secrets),
        Context = [.. ContextLeaves.Of(exchange.Request.Context).Select(leaf => View(leaf.Key, leaf.Value, secrets))],
        Body = exchange.PassedGates ? Bodies.Of(exchange.RequestBody) : null,
    };

    private static MappingView RequestMapping(RecordedExchange exchange) => new()
    {
        IntegrationType = exchange.Route?.Integration.Type.ToString(),
        PassthroughBehavior = exchange.Route?.Integration.PassthroughBehavior?.ToString(),
        Parameters = Named(exchange.Route?.Integration.RequestParameters ?? default),
        Template = exchange.RequestTemplate,
    };

    private static BackendRequestView Backend(RecordedExchange exchange, BackendRequest asked, Secrets secrets) => new()
    {
        IsMock = exchange.IsMock ? true : null,
        Uri = asked.Uri,
        Subtype = asked.Subtype,
        Parameters = Named(asked.Parameters, secrets),
        Method = asked.Method,
        Role = exchange.Route?.Integration.Credentials,
        Query = Named(asked.Query, secrets),
        Headers = Named(asked.Headers, secrets),
        Body = Bodies.Of(exchange.BackendRequestBody),
    };

    private static MappingView ResponseMapping(RecordedExchange exchange)
    {
        var chosen = exchange.Response.IntegrationResponse;
        return new MappingView
        {
            StatusCode = chosen?.StatusCode,
            SelectionPattern = chosen?.SelectionPattern,
            Parameters = Named(chosen?.ResponseParameters ?? default),
            Template = exchange.Response.Template,
        };
    }

    private static IReadOnlyList<NamedValueView> Named(ValueMap<string> sources) => [.. sources.Select<KeyValuePair<string, string>, NamedValueView>(s => new(s.Key, s.Value, null))];

    private static IReadOnlyList<NamedValueView> Named(ValueMap<string> values, Secrets secrets) =>
        [.. values.Select<KeyValuePair<string, string>, NamedValueView>(v => View(v.Key, v.Value, secrets))];

    private static IReadOnlyList<NamedValueView> Named(NamedValues values, Secrets secrets) => [.. values.Select(v => View(v.Name, v.Value, secrets))];

    private static NamedValueView View(string name, string value, Secrets secrets) => new(name, value, secrets.Contain(name) ? true : null);
}
