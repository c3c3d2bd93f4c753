using DirectRoute.Core.Catalogue;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile.Responses;
using DirectRoute.Core.Expressions;
using DirectRoute.Core.Model;

namespace DirectRoute.Core.Compile.Targets;

/// <summary>
/// From checked parameters to an integration of a REST API. A body is made by a template for <c>application/json</c>, and other content types answer 415;
/// only where the client's own body is what is sent, it passes.
/// </summary>
internal static class RestIntegration
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>A template of no text: an empty one would count as none, and let the client's body pass.</summary>
    private const string NoBody = "#set($none = '')##\n";

    /// <summary>The integration; null when a parameter cannot be sent.</summary>
    public static IntegrationModel? Of(ActionTarget target, List<ParameterValue> parameters, RouteScope route, DiagnosticBag diagnostics)
    {
        var call = target.Entry.Rest;
        var mappings = new RequestMappings(diagnostics);
        var uri = new RestUri(target, mappings, diagnostics).Write(parameters, route.Api.Region);
        AddConstants(call, mappings);
        if (call.Protocol == RestProtocol.QueryString)
        {
            foreach (var (name, value) in GivenParameters.Of(target, route.Api.Account)) mappings.AddQuery(name, value);
        }
        foreach (var parameter in parameters) mappings.Add(LocationOf(call, parameter), parameter);
        var template = Body(target, parameters, route);
        return mappings.Failed || uri is null ? null : new IntegrationModel
        {
            Type = IntegrationType.AWS,
            Uri = uri,
            HttpMethod = call.Method,
            RequestParameters = mappings.ToMap(),
            RequestTemplates = template is null ? default : ValueMap.Of((Json, template)),
            PassthroughBehavior = template is null ? PassthroughBehavior.WHEN_NO_MATCH : PassthroughBehavior.NEVER,
            TimeoutInMillis = route.Timeout,
            Responses = RouteResponses.Rest(route, target.Entry, diagnostics),
        };
    }

    private static ParameterLocation LocationOf(RestCall call, ParameterValue parameter) =>
        call.Protocol == RestProtocol.QueryString ? ParameterLocation.QueryString : parameter.Entry.In;

    private static void AddConstants(RestCall call, RequestMappings mappings)
    {
        var contentType = call.Protocol switch
        {
            RestProtocol.Json10 => "application/x-amz-json-1.0",
            RestProtocol.Json11 => "application/x-amz-json-1.1",
            RestProtocol.Form => Form,
            _ => null,
        };
        if (contentType is not null) mappings.AddHeader("Content-Type", contentType);
        if (call.Target is not null) mappings.AddHeader("X-Amz-Target", call.Target);
        foreach (var (name, value) in call.QueryString) mappings.AddQuery(name, value);
    }

    /// <summary>The template of the body; null when the client's own passes.</summary>
    private static string? Body(ActionTarget target, List<ParameterValue> parameters, RouteScope route) => target.Entry.Rest.Protocol switch
    {
        RestProtocol.Json10 or RestProtocol.Json11 => VtlJson.Write(JsonBody(target, parameters, route), VtlReads.Request),
        RestProtocol.Form => VtlForm.Write(target.Entry.Rest.Form!, FormFields.Of(target, parameters, route), VtlReads.Request),
        RestProtocol.QueryString => NoBody,
        _ => Payload(parameters),
    };

    private static ObjectValue JsonBody(ActionTarget target, List<ParameterValue> parameters, RouteScope route)
    {
        var members = GivenParameters.Members(target, route.Api.Account).Concat(parameters.Select(p => new MemberValue(p.Entry.Name, p.Value, p.Optional))).ToValueList();
        var body = new ObjectValue(members);
        return target.Entry.Rest.Wrap is { } list ? new ObjectValue([new MemberValue(list, new ListValue([body]))]) : body;
    }

    private static string? Payload(List<ParameterValue> parameters) => parameters.Find(p => p.Entry.In == ParameterLocation.Payload)?.Value switch
    {
        null => NoBody,
        TextValue { Expression: { Single: BodySource { IsWhole: true }, Cast: Cast.None } } => null,
        var value => VtlText.Write(value, VtlReads.Request),
    };
}
