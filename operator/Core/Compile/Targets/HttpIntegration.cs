using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile.Responses;
using DirectRoute.Core.Expressions;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>From checked parameters to a first-class integration of an HTTP API.</summary>
internal static class HttpIntegration
{
    /// <summary>The integration; null when a parameter cannot be sent.</summary>
    public static IntegrationModel? Of(ActionTarget target, HttpCall call, List<ParameterValue> parameters, RouteScope route, DiagnosticBag diagnostics)
    {
        var sent = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in GivenParameters.Of(target, route.Api.Account)) sent[HttpCall.NameOf(name)] = value;
        if (target.Resource.Region != route.Api.Region) sent["Region"] = target.Resource.Region;
        var complete = true;
        foreach (var parameter in parameters) complete &= TryAdd(parameter, call, sent, diagnostics);
        return !complete ? null : new IntegrationModel
        {
            Type = IntegrationType.AWS_PROXY,
            Subtype = call.Subtype,
            RequestParameters = sent.ToValueMap(),
            PayloadFormatVersion = "1.0",
            TimeoutInMillis = route.Timeout,
            ResponseParameters = HttpResponses.Of(route, diagnostics, "200"),
        };
    }

    private static bool TryAdd(ParameterValue parameter, HttpCall call, Dictionary<string, string> sent, DiagnosticBag diagnostics)
    {
        if (!call.Parameters.Contains(parameter.Entry.Name, StringComparer.Ordinal))
        {
            diagnostics.Error(Reasons.UnsupportedByProtocol, parameter.Field,
                $"The integration {call.Subtype} of HTTP APIs does not take {parameter.Entry.Name}: leave it out, or use an API of protocol REST.");
            return false;
        }
        var text = HttpParameters.Write(parameter.Value, out var fault);
        if (fault is not null) diagnostics.Error(Reasons.UnsupportedByProtocol, parameter.Field, fault);
        if (text is not null) sent[HttpCall.NameOf(parameter.Entry.Name)] = text;
        return text is not null;
    }
}
