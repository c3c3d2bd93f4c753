using System.Collections.Immutable;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>A method and where it is.</summary>
internal sealed record FoundMethod(RestResource Resource, RestMethod Method);

/// <summary>An integration and where it is.</summary>
internal sealed record FoundIntegration(RestResource Resource, RestMethod Method, RestIntegration Integration);

/// <summary>Finds and replaces what a call's path names inside a REST API.</summary>
internal static class RestContentAccess
{
    private const string ApiId = "restapi_id";

    public static Outcome<RestApiState> Api(this OperationCall call) =>
        call.Region.RestApis.GetValueOrDefault(call.Path[ApiId]).Or(Answer.NotFound($"Invalid API identifier specified {call.Region.AccountId}:{call.Path[ApiId]}"));

    /// <summary>Recorded on AWS: a wrong API and a wrong resource are told alike.</summary>
    public static Outcome<RestResource> Resource(this OperationCall call) =>
        (call.Region.RestApis.GetValueOrDefault(call.Path[ApiId])?.Content.Resources.GetValueOrDefault(call.Path["resource_id"]))
        .Or(Answer.NotFound("Invalid Resource identifier specified"));

    public static Outcome<FoundMethod> Method(this OperationCall call) =>
        from resource in call.Resource()
        from method in (resource.ResourceMethods?.GetValueOrDefault(call.Path["http_method"])).Or(Answer.NotFound("Invalid Method identifier specified"))
        select new FoundMethod(resource, method);

    public static Outcome<FoundIntegration> Integration(this OperationCall call) =>
        from found in call.Method()
        from integration in found.Method.MethodIntegration.Or(Answer.NotFound("Invalid Integration identifier specified"))
        select new FoundIntegration(found.Resource, found.Method, integration);

    /// <summary>The content of the API that the path names; only after something was found in it.</summary>
    public static RestContent Content(this OperationCall call) => call.Region.RestApis[call.Path[ApiId]].Content;

    public static RestApiState Keep(this OperationCall call, RestApiState api)
    {
        call.Region.RestApis = call.Region.RestApis.SetItem(api.Api.Id!, api);
        return api;
    }

    public static void Keep(this OperationCall call, Func<RestContent, RestContent> change)
    {
        var api = call.Region.RestApis[call.Path[ApiId]];
        call.Keep(api with { Content = change(api.Content) });
    }

    public static RestResource Keep(this OperationCall call, RestResource resource)
    {
        call.Keep(content => content with { Resources = content.Resources.SetItem(resource.Id!, resource) });
        return resource;
    }

    public static RestMethod Keep(this OperationCall call, RestResource resource, RestMethod method)
    {
        call.Keep(resource with { ResourceMethods = RestMaps<RestMethod>.With(resource.ResourceMethods, method.HttpMethod!, method) });
        return method;
    }
}
