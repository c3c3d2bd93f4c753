using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>What AWS refuses of an API, in its own words and order as recorded.</summary>
internal static class RestApiRules
{
    private const int MaxCompressionSize = 10_485_760;
    private const string PrivateIsDualstack = "Only dualstack ipAddressType is supported for Private APIs.";
    private static readonly string[] Types = ["REGIONAL", "EDGE", "PRIVATE"];

    public const string WrongCompressionSize = "Invalid minimum compression size, must be between 0 and 10485760";

    public static Answer? Refusal(CreateRestApi request)
    {
        if (request.EndpointConfiguration is { IpAddressType: not (null or "ipv4" or "dualstack") and var wrong })
            return Answer.Error(400, "ValidationException", $"1 validation error detected: Value '{wrong}' at 'createRestApiInput.endpointConfiguration.ipAddressType' failed to satisfy constraint: Member must satisfy enum value set: [ipv4, dualstack]");
        if (string.IsNullOrEmpty(request.Name)) return Answer.BadRequest("API name cannot be blank"); // not recorded
        if (request.Description is "") return Answer.BadRequest("Description cannot be an empty string");
        if (request.MinimumCompressionSize is < 0 or > MaxCompressionSize) return Answer.BadRequest(WrongCompressionSize);
        if (TypesRefusal(request.EndpointConfiguration?.Types) is { } refusal) return refusal;
        return request.EndpointConfiguration is { Types: ["PRIVATE"], IpAddressType: "ipv4" } ? Answer.BadRequest(PrivateIsDualstack) : null;
    }

    public static Outcome<RestApi> Check(RestApi api) => api.Unless(Refusal(api));

    private static Answer? Refusal(RestApi api)
    {
        if (string.IsNullOrEmpty(api.Name)) return Answer.BadRequest("API name cannot be blank"); // not recorded
        if (api.MinimumCompressionSize is < 0 or > MaxCompressionSize) return Answer.BadRequest(WrongCompressionSize);
        if (api.ApiKeySource is not ("HEADER" or "AUTHORIZER")) return Answer.BadRequest("Invalid API key source specified. Valid options are HEADER,AUTHORIZER"); // not recorded
        if (TypesRefusal(api.EndpointConfiguration?.Types) is { } refusal) return refusal;
        if (api.EndpointConfiguration?.IpAddressType is not ("ipv4" or "dualstack")) return Answer.BadRequest("ipAddressType must be either ipv4 or dualstack.");
        return api.IsPrivate && api.EndpointConfiguration.IpAddressType == "ipv4" ? Answer.BadRequest(PrivateIsDualstack) : null;
    }

    private static Answer? TypesRefusal(IReadOnlyList<string>? types) =>
        types is null || types.All(t => Types.Contains(t, StringComparer.Ordinal)) ? null
            : Answer.BadRequest($"Invalid EndpointTypes specified. Valid options are {string.Join(',', Types)}");
}
