using System.Diagnostics.CodeAnalysis;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Finds and replaces what a call's path names inside a REST API.</summary>
internal static class RestContentAccess
{
    private const string ApiId = "restapi_id";
    private const string ResourceId = "resource_id";
    private const string HttpMethod = "http_method";

    public static bool TryFindApi(this OperationCall call, [NotNullWhen(true)] out RestApiState? api, [NotNullWhen(false)] out Answer? error)
    {
        error = call.Region.RestApis.TryGetValue(call.Path[ApiId], out api) ? null
            : Answer.NotFound($"Invalid API identifier specified {call.Region.AccountId}:{call.Path[ApiId]}");
        return error is null;
    }

    /// <summary>Recorded on AWS: a wrong API and a wrong resource are told alike.</summary>
    public static bool TryFindResource(this OperationCall call, [NotNullWhen(true)] out RestResource? resource, [NotNullWhen(false)] out Answer? error)
    {
        resource = call.Region.RestApis.TryGetValue(call.Path[ApiId], out var api) ? api.Content.Resources.GetValueOrDefault(call.Path[ResourceId]) : null;
        error = resource is null ? Answer.NotFound("Invalid Resource identifier specified") : null;
        return error is null;
    }

    public static bool TryFindMethod(
        this OperationCall call, [NotNullWhen(true)] out RestResource? resource, [NotNullWhen(true)] out RestMethod? method, [NotNullWhen(false)] out Answer? error)
    {
        method = null;
        if (!call.TryFindResource(out resource, out error)) return false;
        method = resource.ResourceMethods?.GetValueOrDefault(call.Path[HttpMethod]);
        error = method is null ? Answer.NotFound("Invalid Method identifier specified") : null;
        return error is null;
    }

    public static void Replace(this OperationCall call, RestApiState api) => call.Region.RestApis = call.Region.RestApis.SetItem(api.Api.Id!, api);

    public static void Replace(this OperationCall call, Func<RestContent, RestContent> change)
    {
        var api = call.Region.RestApis[call.Path[ApiId]];
        call.Replace(api with { Content = change(api.Content) });
    }

    public static void Replace(this OperationCall call, RestResource resource) =>
        call.Replace(content => content with { Resources = content.Resources.SetItem(resource.Id!, resource) });

    public static void Replace(this OperationCall call, RestResource resource, RestMethod method) =>
        call.Replace(resource with { ResourceMethods = (resource.ResourceMethods ?? RestMaps<RestMethod>.Empty).SetItem(method.HttpMethod!, method) });
}
