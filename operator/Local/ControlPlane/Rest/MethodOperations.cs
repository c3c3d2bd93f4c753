using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on methods and what they may answer.</summary>
internal static class MethodOperations
{
    private const string Methods = "GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY";

    private static readonly Patcher<RestMethod> Patcher = new(
        RestJson.Default.RestMethod,
        new("/authorizationType", PatchValue.Text, "replace"), new("/authorizerId"), new("/apiKeyRequired", PatchValue.Boolean, "replace"),
        new("/requestValidatorId"), new("/operationName"), new("/requestParameters/*", PatchValue.Boolean), new("/requestModels/*"),
        new("/authorizationScopes/*", PatchValue.Element));

    private static readonly Patcher<RestMethodResponse> ResponsePatcher = new(
        RestJson.Default.RestMethodResponse, new("/responseParameters/*", PatchValue.Boolean), new("/responseModels/*"));

    public static Answer Put(OperationCall call)
    {
        if (!call.TryRead(RestJson.Default.RestMethod, out var request, out var error)) return error;
        if (!call.TryFindResource(out var resource, out error)) return error;
        var method = New(request, call.Path["http_method"]);
        if (Refusal(method) is { } refusal) return refusal;
        if (resource.ResourceMethods?.ContainsKey(method.HttpMethod!) == true) return Answer.Conflict("Method already exists for this resource");
        call.Replace(resource, method);
        return Answer.Json(201, method, RestJson.Default.RestMethod);
    }

    public static Answer Get(OperationCall call) =>
        call.TryFindMethod(out _, out var method, out var error) ? Answer.Json(200, method, RestJson.Default.RestMethod) : error;

    public static Answer Update(OperationCall call)
    {
        if (!call.TryRead(RestJson.Default.PatchRequest, out var patch, out var error)) return error;
        if (!call.TryFindMethod(out var resource, out var before, out error)) return error;
        if (!Patcher.TryApply(before, patch.PatchOperations, "updateMethodInput", out var after, out error)) return error;
        if (Refusal(after) is { } refusal) return refusal;
        call.Replace(resource, after);
        return Answer.Json(200, after, RestJson.Default.RestMethod);
    }

    public static Answer Delete(OperationCall call)
    {
        if (!call.TryFindMethod(out var resource, out var method, out var error)) return error;
        call.Replace(resource with { ResourceMethods = RestMaps<RestMethod>.NullIfEmpty(resource.ResourceMethods!.Remove(method.HttpMethod!)) });
        return Answer.Empty(204);
    }

    public static Answer PutResponse(OperationCall call)
    {
        if (!call.TryRead(RestJson.Default.RestMethodResponse, out var request, out var error)) return error;
        if (!call.TryFindMethod(out var resource, out var method, out error)) return error;
        var response = request with { StatusCode = call.Path["status_code"] };
        if (method.MethodResponses?.ContainsKey(response.StatusCode!) == true) return Answer.Conflict("Response already exists for this resource");
        call.Replace(resource, method with { MethodResponses = (method.MethodResponses ?? RestMaps<RestMethodResponse>.Empty).Add(response.StatusCode, response) });
        return Answer.Json(201, response, RestJson.Default.RestMethodResponse);
    }

    public static Answer GetResponse(OperationCall call) =>
        TryFindResponse(call, out _, out _, out var response, out var error) ? Answer.Json(200, response!, RestJson.Default.RestMethodResponse) : error!;

    public static Answer UpdateResponse(OperationCall call)
    {
        if (!call.TryRead(RestJson.Default.PatchRequest, out var patch, out var error)) return error;
        if (!TryFindResponse(call, out var resource, out var method, out var before, out var missing)) return missing!;
        if (!ResponsePatcher.TryApply(before!, patch.PatchOperations, "updateMethodResponseInput", out var after, out error)) return error;
        call.Replace(resource!, method! with { MethodResponses = method.MethodResponses!.SetItem(after.StatusCode!, after) });
        return Answer.Json(201, after, RestJson.Default.RestMethodResponse);
    }

    public static Answer DeleteResponse(OperationCall call)
    {
        if (!TryFindResponse(call, out var resource, out var method, out var response, out var error)) return error!;
        call.Replace(resource!, method! with { MethodResponses = RestMaps<RestMethodResponse>.NullIfEmpty(method.MethodResponses!.Remove(response!.StatusCode!)) });
        return Answer.Empty(204);
    }

    private static bool TryFindResponse(OperationCall call, out RestResource? resource, out RestMethod? method, out RestMethodResponse? response, out Answer? error)
    {
        response = null;
        if (!call.TryFindMethod(out resource, out method, out error)) return false;
        response = method.MethodResponses?.GetValueOrDefault(call.Path["status_code"]);
        error = response is null ? Answer.NotFound("Invalid Response status code specified") : null;
        return error is null;
    }

    /// <summary>Recorded on AWS: a new method shows these three members, and what was given, and no more.</summary>
    private static RestMethod New(RestMethod request, string httpMethod) => request with
    {
        HttpMethod = httpMethod,
        AuthorizationType = request.AuthorizationType,
        ApiKeyRequired = request.ApiKeyRequired ?? false,
        RequestParameters = RestMaps<bool>.NullIfEmpty(request.RequestParameters),
        RequestModels = RestMaps<string>.NullIfEmpty(request.RequestModels),
        MethodResponses = null,
        MethodIntegration = null,
    };

    private static Answer? Refusal(RestMethod method)
    {
        if (!Methods.Split(',').Contains(method.HttpMethod, StringComparer.Ordinal)) return Answer.BadRequest($"Invalid HttpMethod specified. Valid options are {Methods}");
        if (method.AuthorizationType is not ("NONE" or "AWS_IAM" or "CUSTOM" or "COGNITO_USER_POOLS"))
            return Answer.BadRequest("Invalid Authorization Type specified. Valid options are NONE,AWS_IAM,CUSTOM,COGNITO_USER_POOLS");
        return null;
    }
}
