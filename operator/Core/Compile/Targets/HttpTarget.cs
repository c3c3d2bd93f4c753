using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile.Responses;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>An address that speaks HTTP.</summary>
internal sealed record HttpTarget(HttpBackend Backend) : Target
{
    private const string Field = "spec.target.http";

    private bool IsProxy => Backend.Proxy ?? true;

    /// <inheritdoc />
    public override bool AssumesRole => false;

    /// <inheritdoc />
    public override IntegrationModel? Integrate(RouteScope route, DiagnosticBag diagnostics)
    {
        var isHttp = route.Api.Protocol == ApiProtocol.HTTP;
        Check(route, isHttp, diagnostics);
        var url = HttpUrl.Read(Backend.Url, route, diagnostics);
        if (url is null) return null;
        return isHttp ? Http(url, route, diagnostics) : Rest(url, route, diagnostics);
    }

    private void Check(RouteScope route, bool isHttp, DiagnosticBag diagnostics)
    {
        if (isHttp && !IsProxy)
            diagnostics.Error(Reasons.UnsupportedByProtocol, $"{Field}.proxy", "HTTP APIs call addresses by proxy only. Leave proxy out, or use an API of protocol REST.");
        if (IsProxy && Backend.Body is not null)
            diagnostics.Error(Reasons.InvalidValue, $"{Field}.body", "By proxy the body passes as it is: body needs proxy: false.");
        if (Backend.Method is { } method && !Enum.IsDefined(method))
            diagnostics.Error(Reasons.InvalidValue, $"{Field}.method", $"The method is one of {string.Join(", ", Enum.GetNames<RouteMethod>())}.");
        if (!IsProxy && (Backend.Method ?? route.Method) == RouteMethod.ANY)
            diagnostics.Error(Reasons.InvalidValue, $"{Field}.method", "Without proxy a call has one method: give method.");
        if (Backend.ListenerArn is not null && (!isHttp || Backend.ConnectionId is null))
            diagnostics.Error(Reasons.InvalidValue, $"{Field}.listenerArn", "A listener is named on HTTP APIs with a connectionId: leave listenerArn out.");
        if (isHttp && Backend.ConnectionId is not null && Backend.ListenerArn is null)
            diagnostics.Error(Reasons.InvalidValue, $"{Field}.listenerArn", "HTTP APIs reach a VPC by the ARN of a listener or a Cloud Map service: give listenerArn.");
        if (isHttp && Backend.Tls?.InsecureSkipVerification == true)
            diagnostics.Error(Reasons.UnsupportedByProtocol, $"{Field}.tls.insecureSkipVerification", "HTTP APIs always check certificates: leave it out.");
        if (Backend.Tls?.ServerNameToVerify is not null && (!isHttp || Backend.ConnectionId is null))
            diagnostics.Error(Reasons.UnsupportedByProtocol, $"{Field}.tls.serverNameToVerify", "A server name is given on HTTP APIs with a VPC link only: leave it out.");
    }

    private IntegrationModel Http(HttpUrl url, RouteScope route, DiagnosticBag diagnostics) => new()
    {
        Type = IntegrationType.HTTP_PROXY,
        Uri = Backend.ListenerArn ?? url.Text,
        HttpMethod = (Backend.Method ?? route.Method).ToString(),
        ConnectionType = Connection,
        ConnectionId = Backend.ConnectionId,
        Tls = Backend.Tls?.ServerNameToVerify is { } name ? new TlsModel(false, name) : null,
        RequestParameters = HttpMappings.Http(Backend, url, Field, route, diagnostics),
        PayloadFormatVersion = "1.0",
        TimeoutInMillis = route.Timeout,
        ResponseParameters = HttpResponses.Of(route, diagnostics),
    };

    private IntegrationModel? Rest(HttpUrl url, RouteScope route, DiagnosticBag diagnostics)
    {
        if (IsProxy) RouteResponses.RefuseByProxy(route, $"{Field}.proxy", diagnostics);
        var common = new IntegrationModel
        {
            Type = IntegrationType.HTTP_PROXY,
            Uri = url.Text,
            HttpMethod = (Backend.Method ?? route.Method).ToString(),
            ConnectionType = Connection,
            ConnectionId = Backend.ConnectionId,
            Tls = Backend.Tls?.InsecureSkipVerification == true ? new TlsModel(true, null) : null,
            RequestParameters = HttpMappings.Rest(Backend, url, Field, route, diagnostics),
            PassthroughBehavior = PassthroughBehavior.WHEN_NO_MATCH,
            TimeoutInMillis = route.Timeout,
        };
        if (IsProxy) return common;
        return Templates.Body(Backend.Body, $"{Field}.body", route, diagnostics) is not { } body ? null : common with
        {
            Type = IntegrationType.HTTP,
            RequestTemplates = ValueMap.Of((Templates.Json, body)),
            PassthroughBehavior = PassthroughBehavior.NEVER,
            Responses = RouteResponses.Rest(route, [], ErrorStyle.None, diagnostics),
        };
    }

    private ConnectionType? Connection => Backend.ConnectionId is null ? null : ConnectionType.VPC_LINK;
}
