using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Http;

/// <summary>Operations on whole HTTP APIs.</summary>
internal static class HttpApiOperations
{
    public static Answer Create(OperationCall call) => (
        from request in call.Read(HttpJson.Default.HttpApi)
        from api in Check(New(request, Ids.Api(), call.Region.Region, call.Now))
        from made in QuickCreation.Apply(new(api, new()), request, call.Now)
        select call.KeepAndDeploy(made).Api).Answer(201, HttpJson.Default.HttpApi);

    public static Answer Get(OperationCall call) => call.HttpApi().Select(a => a.Api).Answer(200, HttpJson.Default.HttpApi);

    public static Answer List(OperationCall call) =>
        Answer.Json(200, call.Page(call.Region.HttpApis.Values.Select(a => a.Api).OrderBy(a => a.CreatedDate)), HttpJson.Default.Apis);

    public static Answer Update(OperationCall call) => (
        from before in call.HttpApi()
        from changed in Overlay.Apply(call, before.Api with { Tags = null }, HttpJson.Default.HttpApi)
        from api in Check(Fixed(before.Api, changed))
        select call.KeepAndDeploy(before with { Api = api }).Api).Answer(200, HttpJson.Default.HttpApi);

    public static Answer Delete(OperationCall call) => call.HttpApi().Select(a => call.Region.HttpApis = call.Region.HttpApis.Remove(a.Api.ApiId!)).Answer(204);

    public static Answer DeleteCors(OperationCall call) =>
        call.HttpApi().Select(a => call.KeepAndDeploy(a with { Api = a.Api with { CorsConfiguration = null } })).Answer(204);

    /// <summary>An API as AWS completes it.</summary>
    public static HttpApi New(HttpApi request, string id, string region, DateTimeOffset now) => request with
    {
        ApiId = id,
        ApiEndpoint = $"https://{id}.execute-api.{region}.amazonaws.com",
        ApiKeySelectionExpression = request.ApiKeySelectionExpression ?? "$request.header.x-api-key",
        CreatedDate = HttpTime.Of(now),
        DisableExecuteApiEndpoint = request.DisableExecuteApiEndpoint ?? false,
        IpAddressType = request.IpAddressType ?? "ipv4",
        ProtocolType = request.ProtocolType,
        RouteSelectionExpression = request.RouteSelectionExpression ?? "$request.method $request.path",
        Tags = request.Tags ?? HttpMaps<string>.Empty,
        CredentialsArn = null,
        RouteKey = null,
        Target = null,
    };

    /// <summary>What no update changes.</summary>
    private static HttpApi Fixed(HttpApi before, HttpApi changed) => changed with
    {
        ApiId = before.ApiId,
        ApiEndpoint = before.ApiEndpoint,
        CreatedDate = before.CreatedDate,
        ProtocolType = before.ProtocolType,
        Tags = before.Tags,
        CredentialsArn = null,
        RouteKey = null,
        Target = null,
    };

    public static Outcome<HttpApi> Check(HttpApi api) => api.Unless(api switch
    {
        { ProtocolType: "WEBSOCKET" } => Answer.BadRequest("The local gateway does not serve WebSocket APIs"),
        { ProtocolType: not "HTTP" } => Answer.BadRequest("Invalid protocol specified. Must be one of [HTTP, WEBSOCKET]"),
        { Name: null or "" } => Answer.BadRequest("API name cannot be blank"),
        { RouteSelectionExpression: not ("$request.method $request.path" or "${request.method} ${request.path}") } =>
            Answer.BadRequest("RouteSelectionExpression must be \"${request.method} ${request.path}\" for HTTP APIs"),
        { IpAddressType: not ("ipv4" or "dualstack") } => Answer.BadRequest("ipAddressType must be either ipv4 or dualstack."),
        { CorsConfiguration: { AllowCredentials: true, AllowOrigins: { } origins } } when origins.Contains("*", StringComparer.Ordinal) =>
            Answer.BadRequest("AllowCredentials cannot be true when AllowOrigins is *"),
        _ => null,
    });
}
