using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile.Responses;
using DirectRoute.Core.Expressions;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>From checked parameters to the integration of each protocol.</summary>
internal static class ActionIntegration
{
    private const string Json = "application/json";

    /// <summary>REST: the JSON protocol of the service, with a body made by a template for <c>application/json</c>; other content types answer 415.</summary>
    public static IntegrationModel Rest(ActionTarget target, ValueList<MemberValue> parameters, RouteScope route)
    {
        var call = target.Entry.Rest;
        return new IntegrationModel
        {
            Type = IntegrationType.AWS,
            Uri = target.Fill($"arn:{{partition}}:apigateway:{{region}}:{call.Service}:{call.Tail}"),
            HttpMethod = "POST",
            RequestParameters = ValueMap.Of(
                ("integration.request.header.Content-Type", $"'{call.ContentType}'"),
                ("integration.request.header.X-Amz-Target", $"'{call.Target}'")),
            RequestTemplates = ValueMap.Of((Json, VtlJson.Write(new ObjectValue([.. Given(target, route.Api.Account), .. parameters]), VtlReads.Request))),
            PassthroughBehavior = PassthroughBehavior.NEVER,
            TimeoutInMillis = route.Timeout,
            Responses = CatalogueRules.Responses(target.Entry),
        };
    }

    /// <summary>HTTP: the first-class integration; null when a parameter cannot be sent.</summary>
    public static IntegrationModel? Http(
        ActionTarget target, HttpCall call, ValueList<MemberValue> parameters, RouteScope route, DiagnosticBag diagnostics)
    {
        var sent = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in target.Entry.Given) sent[name] = target.Fill(value);
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
        };
    }

    private static bool TryAdd(MemberValue parameter, HttpCall call, Dictionary<string, string> sent, DiagnosticBag diagnostics)
    {
        var field = $"spec.target.parameters.{parameter.Name}";
        if (!call.Parameters.Contains(parameter.Name, StringComparer.Ordinal))
        {
            diagnostics.Error(Reasons.UnsupportedByProtocol, field,
                $"The integration {call.Subtype} of HTTP APIs does not take {parameter.Name}: leave it out, or use an API of protocol REST.");
            return false;
        }
        var text = HttpParameters.Write(parameter.Value, out var fault);
        if (fault is not null) diagnostics.Error(Reasons.UnsupportedByProtocol, field, fault);
        if (text is not null) sent[parameter.Name] = text;
        return text is not null;
    }

    private static IEnumerable<MemberValue> Given(ActionTarget target, AccountFacts account)
    {
        foreach (var (name, text) in target.Entry.Given)
        {
            var own = target.IsForeign(account) && target.Entry.Resource.GivenAcrossAccounts.TryGetValue(name, out var foreign) ? foreign : text;
            yield return new MemberValue(name, new TextValue(Expression.Of(target.Fill(own))));
        }
    }
}
