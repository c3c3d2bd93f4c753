using System.Text.Json;
using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on whole APIs.</summary>
internal static class RestApiOperations
{
    private static readonly Patcher<RestApi> Patcher = new(
        "updateRestApiInput", RestJson.Default.RestApi, PatchWording.Short,
        PatchRule.Replace("/name"), PatchRule.Replace("/description"), PatchRule.Replace("/policy"), PatchRule.Replace("/apiKeySource"),
        PatchRule.Replace("/disableExecuteApiEndpoint", PatchValue.Boolean),
        PatchRule.Replace("/minimumCompressionSize", PatchValue.Integer) with { WrongValue = RestApiRules.WrongCompressionSize },
        new("/binaryMediaTypes/*", PatchValue.Element),
        new("/endpointConfiguration/types/*", PatchValue.Single, "replace") { WrongOperation = "Invalid patch operation specified. Must be 'add'|'remove'|'replace'" },
        PatchRule.Replace("/endpointConfiguration/ipAddressType"), new("/endpointConfiguration/vpcEndpointIds", PatchValue.Member, "add", "remove"));

    public static Answer Create(OperationCall call) => (
        from request in call.Read(RestJson.Default.CreateRestApi)
        from checkedRequest in request.Unless(RestApiRules.Refusal(request))
        select Keep(call, checkedRequest)).Answer(201, RestJson.Default.RestApi);

    public static Answer Get(OperationCall call) => call.Api().Select(a => Whole(a.Api)).Answer(200, RestJson.Default.RestApi);

    public static Answer List(OperationCall call) =>
        Answer.Json(200, Paging.Page(call.Region.RestApis.Values.OrderBy(a => a.Api.CreatedDate).Select(a => Brief(a.Api)), call.Query), RestJson.Default.RestApis);

    public static Answer Update(OperationCall call) => (
        from patch in call.Read(RestJson.Default.PatchRequest)
        from before in call.Api()
        from changed in Patcher.Apply(before.Api, patch)
        from after in RestApiRules.Check(Normal(before.Api, changed))
        select Whole(call.Keep(before with { Api = after }).Api)).Answer(200, RestJson.Default.RestApi);

    public static Answer Delete(OperationCall call) => call.Api().Select(a => call.Region.RestApis = call.Region.RestApis.Remove(a.Api.Id!)).Answer(202);

    private static RestApi Keep(OperationCall call, CreateRestApi request)
    {
        var models = ModelOperations.Initial().ToDictionary(m => m.Name!);
        var state = Empty(New(request, call.Now));
        call.Keep(state with { Content = state.Content with { Models = state.Content.Models.AddRange(models) } });
        return Brief(state.Api);
    }

    /// <summary>An API with nothing but its root.</summary>
    public static RestApiState Empty(RestApi api)
    {
        var root = new RestResource { Id = Ids.Api(), Path = "/" };
        return new(api with { RootResourceId = root.Id }, new() { Resources = RestMaps<RestResource>.Empty.Add(root.Id, root) });
    }

    /// <summary>Recorded on AWS: lists and creations show no tags where there are none.</summary>
    public static RestApi Brief(RestApi api) => Shown(api) with { Tags = api.Tags is { Count: > 0 } ? api.Tags : null };

    /// <summary>Recorded on AWS: a single API shows an empty map of tags.</summary>
    public static RestApi Whole(RestApi api) => Shown(api) with { Tags = api.Tags ?? RestMaps<string>.Empty };

    /// <summary>AWS answers with a policy whose quotes are escaped once more than JSON does: clients rely on it.</summary>
    private static RestApi Shown(RestApi api) =>
        string.IsNullOrEmpty(api.Policy) ? api with { Policy = null } : api with { Policy = JsonEncodedText.Encode(api.Policy, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString() };

    /// <summary>What follows from a change: a private API becomes dualstack (recorded on AWS), an empty text unsets.</summary>
    private static RestApi Normal(RestApi before, RestApi after)
    {
        var becamePrivate = after.IsPrivate && !before.IsPrivate;
        return after with
        {
            Description = string.IsNullOrEmpty(after.Description) ? null : after.Description,
            EndpointConfiguration = becamePrivate ? after.EndpointConfiguration! with { IpAddressType = "dualstack" } : after.EndpointConfiguration,
        };
    }

    private static RestApi New(CreateRestApi request, DateTimeOffset now) => new()
    {
        Id = Ids.Api(),
        Name = request.Name,
        Description = request.Description,
        CreatedDate = now.ToUnixTimeSeconds(),
        Version = request.Version,
        BinaryMediaTypes = request.BinaryMediaTypes is { Count: > 0 } ? request.BinaryMediaTypes : null,
        MinimumCompressionSize = request.MinimumCompressionSize,
        ApiKeySource = request.ApiKeySource ?? "HEADER",
        EndpointConfiguration = NewEndpoint(request.EndpointConfiguration),
        Policy = request.Policy,
        Tags = RestMaps<string>.NullIfEmpty(request.Tags),
        DisableExecuteApiEndpoint = request.DisableExecuteApiEndpoint ?? false,
    };

    public static EndpointConfiguration NewEndpoint(EndpointConfiguration? request)
    {
        IReadOnlyList<string> types = request?.Types is { Count: > 0 } given ? given : ["EDGE"];
        return new() { Types = types, IpAddressType = request?.IpAddressType ?? (types is ["PRIVATE"] ? "dualstack" : "ipv4"), VpcEndpointIds = request?.VpcEndpointIds };
    }
}
