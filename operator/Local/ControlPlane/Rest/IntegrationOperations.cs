using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on integrations and what becomes of their answers.</summary>
internal static class IntegrationOperations
{
    private const int DefaultTimeout = 29_000;

    private static readonly Patcher<RestIntegration> Patcher = new(
        RestJson.Default.RestIntegration,
        new("/httpMethod", PatchValue.Text, "replace"), new("/uri", PatchValue.Text, "replace"), new("/connectionType", PatchValue.Text, "replace"),
        new("/connectionId", PatchValue.Text, "replace"), new("/credentials", PatchValue.Text, "replace"), new("/passthroughBehavior", PatchValue.Text, "replace"),
        new("/contentHandling", PatchValue.Text, "replace"), new("/timeoutInMillis", PatchValue.Integer, "replace"), new("/cacheNamespace", PatchValue.Text, "replace"),
        new("/cacheKeyParameters/*", PatchValue.Element), new("/requestParameters/*"), new("/requestTemplates/*"),
        new("/tlsConfig/insecureSkipVerification", PatchValue.Boolean, "replace"));

    private static readonly Patcher<RestIntegrationResponse> ResponsePatcher = new(
        RestJson.Default.RestIntegrationResponse,
        new("/selectionPattern", PatchValue.Text, "replace"), new("/contentHandling", PatchValue.Text, "replace"), new("/responseParameters/*"), new("/responseTemplates/*"));

    public static Answer Put(OperationCall call)
    {
        if (!call.TryRead(RestJson.Default.RestIntegration, out var request, out var error)) return error;
        if (!call.TryFindMethod(out var resource, out var method, out error)) return error;
        var integration = New(request, resource);
        if (IntegrationRules.Refusal(integration) is { } refusal) return refusal;
        call.Replace(resource, method with { MethodIntegration = integration });
        return Answer.Json(201, integration, RestJson.Default.RestIntegration);
    }

    public static Answer Get(OperationCall call) =>
        TryFind(call, out _, out _, out var integration, out var error) ? Answer.Json(200, integration!, RestJson.Default.RestIntegration) : error!;

    public static Answer Update(OperationCall call)
    {
        if (!call.TryRead(RestJson.Default.PatchRequest, out var patch, out var error)) return error;
        if (!TryFind(call, out var resource, out var method, out var before, out var missing)) return missing!;
        if (!Patcher.TryApply(before!, patch.PatchOperations, "updateIntegrationInput", out var after, out error)) return error;
        if (IntegrationRules.Refusal(after) is { } refusal) return refusal;
        call.Replace(resource!, method! with { MethodIntegration = after });
        return Answer.Json(200, after, RestJson.Default.RestIntegration);
    }

    public static Answer Delete(OperationCall call)
    {
        if (!TryFind(call, out var resource, out var method, out _, out var error)) return error!;
        call.Replace(resource!, method! with { MethodIntegration = null });
        return Answer.Empty(204);
    }

    public static Answer PutResponse(OperationCall call)
    {
        if (!call.TryRead(RestJson.Default.RestIntegrationResponse, out var request, out var error)) return error;
        if (!TryFind(call, out var resource, out var method, out var integration, out var missing)) return missing!;
        var response = request with { StatusCode = call.Path["status_code"] };
        if (IntegrationRules.Refusal(response, method!) is { } refusal) return refusal;
        ReplaceResponses(call, resource!, method!, (integration!.IntegrationResponses ?? RestMaps<RestIntegrationResponse>.Empty).SetItem(response.StatusCode!, response));
        return Answer.Json(201, response, RestJson.Default.RestIntegrationResponse);
    }

    public static Answer GetResponse(OperationCall call) =>
        TryFindResponse(call, out _, out _, out var response, out var error) ? Answer.Json(200, response!, RestJson.Default.RestIntegrationResponse) : error!;

    public static Answer UpdateResponse(OperationCall call)
    {
        if (!call.TryRead(RestJson.Default.PatchRequest, out var patch, out var error)) return error;
        if (!TryFindResponse(call, out var resource, out var method, out var before, out var missing)) return missing!;
        if (!ResponsePatcher.TryApply(before!, patch.PatchOperations, "updateIntegrationResponseInput", out var after, out error)) return error;
        if (IntegrationRules.Refusal(after, method!) is { } refusal) return refusal;
        ReplaceResponses(call, resource!, method!, method!.MethodIntegration!.IntegrationResponses!.SetItem(after.StatusCode!, after));
        return Answer.Json(200, after, RestJson.Default.RestIntegrationResponse);
    }

    public static Answer DeleteResponse(OperationCall call)
    {
        if (!TryFindResponse(call, out var resource, out var method, out var response, out var error)) return error!;
        ReplaceResponses(call, resource!, method!, method!.MethodIntegration!.IntegrationResponses!.Remove(response!.StatusCode!));
        return Answer.Empty(204);
    }

    private static void ReplaceResponses(
        OperationCall call, RestResource resource, RestMethod method, System.Collections.Immutable.ImmutableSortedDictionary<string, RestIntegrationResponse> responses) =>
        call.Replace(resource, method with
        {
            MethodIntegration = method.MethodIntegration! with { IntegrationResponses = RestMaps<RestIntegrationResponse>.NullIfEmpty(responses) },
        });

    private static bool TryFind(OperationCall call, out RestResource? resource, out RestMethod? method, out RestIntegration? integration, out Answer? error)
    {
        integration = null;
        if (!call.TryFindMethod(out resource, out method, out error)) return false;
        integration = method.MethodIntegration;
        error = integration is null ? Answer.NotFound("Invalid Integration identifier specified") : null;
        return error is null;
    }

    private static bool TryFindResponse(OperationCall call, out RestResource? resource, out RestMethod? method, out RestIntegrationResponse? response, out Answer? error)
    {
        response = null;
        if (!TryFind(call, out resource, out method, out var integration, out error)) return false;
        response = integration!.IntegrationResponses?.GetValueOrDefault(call.Path["status_code"]);
        error = response is null ? Answer.NotFound("Invalid Response status code specified") : null;
        return error is null;
    }

    /// <summary>Recorded on AWS: what a new integration is given by itself.</summary>
    private static RestIntegration New(RestIntegration request, RestResource resource) => request with
    {
        HttpMethod = request.IntegrationHttpMethod,
        IntegrationHttpMethod = null,
        PassthroughBehavior = request.PassthroughBehavior ?? "WHEN_NO_MATCH",
        TimeoutInMillis = request.TimeoutInMillis ?? DefaultTimeout,
        CacheNamespace = request.CacheNamespace ?? resource.Id,
        CacheKeyParameters = request.CacheKeyParameters ?? [],
        ConnectionType = request.ConnectionType ?? (request.Type is "HTTP" or "HTTP_PROXY" ? "INTERNET" : null),
        RequestParameters = RestMaps<string>.NullIfEmpty(request.RequestParameters),
        RequestTemplates = RestMaps<string?>.NullIfEmpty(request.RequestTemplates),
        IntegrationResponses = null,
    };
}
