using System.Globalization;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile.Responses;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>An answer without a backend.</summary>
internal sealed record MockTarget(MockBackend Mock) : Target
{
    private const int Default = 200;

    /// <inheritdoc />
    public override bool AssumesRole => false;

    /// <inheritdoc />
    public override IntegrationModel? Integrate(RouteScope route, DiagnosticBag diagnostics)
    {
        if (route.Api.Protocol == ApiProtocol.HTTP)
        {
            diagnostics.Error(Reasons.UnsupportedByProtocol, "spec.target.mock", "AWS offers no mock integration of HTTP APIs. Use an API of protocol REST, or a function.");
            return null;
        }
        var status = Mock.Status ?? Default;
        if (status is < 100 or > 599) diagnostics.Error(Reasons.InvalidValue, "spec.target.mock.status", $"{status} is not an HTTP status: give one from 100 to 599.");
        return new IntegrationModel
        {
            Type = IntegrationType.MOCK,
            RequestTemplates = ValueMap.Of((Templates.Json, $"{{\"statusCode\": {status.ToString(CultureInfo.InvariantCulture)}}}\n")),
            PassthroughBehavior = PassthroughBehavior.NEVER,
            TimeoutInMillis = route.Timeout,
            Responses = RouteResponses.OfMock(route, status, diagnostics),
        };
    }
}
