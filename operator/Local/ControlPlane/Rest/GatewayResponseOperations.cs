using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on what API Gateway answers by itself.</summary>
internal static class GatewayResponseOperations
{
    private const string Default4xx = "DEFAULT_4XX";
    private const string Default5xx = "DEFAULT_5XX";

    /// <summary>AWS's 21 cases with their statuses; the two defaults have none.</summary>
    private static readonly (string Type, string? Status)[] Cases =
    [
        ("ACCESS_DENIED", "403"), ("API_CONFIGURATION_ERROR", "500"), ("AUTHORIZER_CONFIGURATION_ERROR", "500"), ("AUTHORIZER_FAILURE", "500"),
        ("BAD_REQUEST_BODY", "400"), ("BAD_REQUEST_PARAMETERS", "400"), (Default4xx, null), (Default5xx, null), ("EXPIRED_TOKEN", "403"),
        ("INTEGRATION_FAILURE", "504"), ("INTEGRATION_TIMEOUT", "504"), ("INVALID_API_KEY", "403"), ("INVALID_SIGNATURE", "403"),
        ("MISSING_AUTHENTICATION_TOKEN", "403"), ("QUOTA_EXCEEDED", "429"), ("REQUEST_TOO_LARGE", "413"), ("RESOURCE_NOT_FOUND", "404"),
        ("THROTTLED", "429"), ("UNAUTHORIZED", "401"), ("UNSUPPORTED_MEDIA_TYPE", "415"), ("WAF_FILTERED", "403"),
    ];

    private static readonly Patcher<RestGatewayResponse> Patcher = new(
        "updateGatewayResponseInput", RestJson.Default.RestGatewayResponse, PatchWording.Short,
        PatchRule.Replace("/statusCode"), new("/responseParameters/*"), new("/responseTemplates/*"));

    public static Answer Put(OperationCall call) => (
        from request in call.Read(RestJson.Default.RestGatewayResponse)
        from api in call.Api()
        from type in Type(call)
        select Keep(call, api, request with { ResponseType = type })).Answer(201, RestJson.Default.RestGatewayResponse);

    public static Answer Get(OperationCall call) => (
        from api in call.Api()
        from type in Type(call)
        select Effective(api.Content, type)).Answer(200, RestJson.Default.RestGatewayResponse);

    public static Answer List(OperationCall call) => (
        from api in call.Api()
        select new Page<RestGatewayResponse>([.. Cases.Select(c => Effective(api.Content, c.Type))])).Answer(200, RestJson.Default.GatewayResponses);

    /// <summary>A change of a default makes it the API's own.</summary>
    public static Answer Update(OperationCall call) => (
        from patch in call.Read(RestJson.Default.PatchRequest)
        from api in call.Api()
        from type in Type(call)
        from response in Patcher.Apply(Effective(api.Content, type), patch)
        select Keep(call, api, response)).Answer(200, RestJson.Default.RestGatewayResponse);

    public static Answer Delete(OperationCall call) => (
        from api in call.Api()
        from type in Type(call)
        from own in api.Content.GatewayResponses.GetValueOrDefault(type).Or(Answer.NotFound("Gateway response type not defined on api"))
        select call.Keep(api with { Content = api.Content with { GatewayResponses = api.Content.GatewayResponses.Remove(type) } })).Answer(202);

    /// <summary>
    /// What holds for a case. Recorded on AWS: a type that is not put itself shows the headers and templates that were put for the default of its
    /// class, and is still called a default.
    /// </summary>
    private static RestGatewayResponse Effective(RestContent content, string type)
    {
        var status = Array.Find(Cases, c => c.Type == type).Status;
        if (content.GatewayResponses.TryGetValue(type, out var own)) return Shown(own, status);
        var fallback = type is Default4xx or Default5xx ? null : content.GatewayResponses.GetValueOrDefault(status!.StartsWith('4') ? Default4xx : Default5xx);
        return Shown(new() { ResponseType = type, ResponseParameters = fallback?.ResponseParameters, ResponseTemplates = fallback?.ResponseTemplates, StatusCode = fallback?.StatusCode }, status) with
        {
            DefaultResponse = true,
        };
    }

    private static RestGatewayResponse Shown(RestGatewayResponse response, string? status) => response with
    {
        StatusCode = response.StatusCode ?? status,
        ResponseParameters = response.ResponseParameters ?? RestMaps<string>.Empty,
        ResponseTemplates = response.ResponseTemplates is { Count: > 0 } templates ? templates
            : RestMaps<string>.Empty.Add("application/json", """{"message":$context.error.messageString}"""),
        DefaultResponse = false,
    };

    private static RestGatewayResponse Keep(OperationCall call, RestApiState api, RestGatewayResponse response)
    {
        var content = api.Content with { GatewayResponses = api.Content.GatewayResponses.SetItem(response.ResponseType!, response) };
        call.Keep(api with { Content = content });
        return Effective(content, response.ResponseType!);
    }

    private static Outcome<string> Type(OperationCall call)
    {
        var type = call.Path["response_type"];
        return type.Unless(Array.Exists(Cases, c => c.Type == type) ? null : Answer.Error(
            400, "ValidationException",
            $"1 validation error detected: Value '{type}' at 'responseType' failed to satisfy constraint: Member must satisfy enum value set: [{string.Join(", ", Cases.Select(c => c.Type))}]"));
    }
}
