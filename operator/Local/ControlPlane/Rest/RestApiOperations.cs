using System.Collections.Immutable;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on whole APIs.</summary>
internal static class RestApiOperations
{
    private const int MaxCompressionSize = 10_485_760;
    private const string DefaultEndpointType = "EDGE";

    public static Answer Create(OperationCall call)
    {
        if (!call.TryRead(RestJson.Default.CreateRestApi, out var request, out var error)) return error;
        if (Refusal(request) is { } refusal) return refusal;
        var root = new RestResource { Id = Ids.Api(), Path = "/" };
        var api = New(request, call.Now) with { RootResourceId = root.Id };
        var content = new RestContent();
        call.Region.RestApis = call.Region.RestApis.Add(api.Id!, new RestApiState(api, content with { Resources = content.Resources.Add(root.Id!, root) }));
        return Answer.Json(201, Shown(api), RestJson.Default.RestApi);
    }

    public static Answer Get(OperationCall call) => call.Region.RestApis.TryGetValue(call.Path["restapi_id"], out var found)
        ? Answer.Json(200, found.Api with { Tags = found.Api.Tags ?? ImmutableDictionary<string, string>.Empty }, RestJson.Default.RestApi)
        : NotFound(call);

    public static Answer List(OperationCall call) =>
        Answer.Json(200, PageOf(call), RestJson.Default.RestApis);

    private static Page<RestApi> PageOf(OperationCall call)
    {
        var (items, position) = Paging.Page(call.Region.RestApis.Values, call.Query);
        return new([.. items.Select(a => Shown(a.Api))], position);
    }

    public static Answer Delete(OperationCall call)
    {
        var id = call.Path["restapi_id"];
        if (!call.Region.RestApis.ContainsKey(id)) return NotFound(call);
        call.Region.RestApis = call.Region.RestApis.Remove(id);
        return Answer.Empty(202);
    }

    private static Answer NotFound(OperationCall call) =>
        Answer.NotFound($"Invalid API identifier specified {call.Region.AccountId}:{call.Path["restapi_id"]}");

    /// <summary>Recorded on AWS: lists and creations show no tags where there are none, a single API shows an empty map.</summary>
    private static RestApi Shown(RestApi api) => api.Tags is { Count: 0 } ? api with { Tags = null } : api;

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
        EndpointConfiguration = new EndpointConfiguration
        {
            Types = request.EndpointConfiguration?.Types is { Count: > 0 } types ? types : [DefaultEndpointType],
            IpAddressType = request.EndpointConfiguration?.IpAddressType ?? "ipv4",
            VpcEndpointIds = request.EndpointConfiguration?.VpcEndpointIds,
        },
        Policy = request.Policy,
        Tags = request.Tags,
        DisableExecuteApiEndpoint = request.DisableExecuteApiEndpoint ?? false,
    };

    private static Answer? Refusal(CreateRestApi request)
    {
        if (request.Description is "") return Answer.BadRequest("Description cannot be an empty string");
        if (request.MinimumCompressionSize is < 0 or > MaxCompressionSize)
            return Answer.BadRequest($"Invalid minimum compression size, must be between 0 and {MaxCompressionSize}");
        return null;
    }
}
