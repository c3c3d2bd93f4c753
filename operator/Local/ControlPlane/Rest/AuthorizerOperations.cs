using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>Operations on authorizers.</summary>
internal static class AuthorizerOperations
{
    private const int DefaultTtl = 300;
    private const int MaxTtl = 3600;

    public static RestParts<RestAuthorizer> Parts { get; } = new(
        "authorizer_id", "Invalid Authorizer identifier specified", c => c.Authorizers, (c, authorizers) => c with { Authorizers = authorizers })
    {
        Type = RestJson.Default.RestAuthorizer,
        PageType = RestJson.Default.Authorizers,
        Patcher = new(
            "updateAuthorizerInput", RestJson.Default.RestAuthorizer, PatchWording.Listing,
            PatchRule.Replace("/name"), PatchRule.Replace("/type"), PatchRule.Replace("/authType"), PatchRule.Replace("/authorizerUri"),
            PatchRule.Replace("/authorizerCredentials"), PatchRule.Replace("/identitySource"), PatchRule.Replace("/identityValidationExpression"),
            PatchRule.Replace("/authorizerResultTtlInSeconds", PatchValue.Integer), new("/providerARNs", PatchValue.Member, "add", "remove")),
        Check = (_, authorizer) => Check(authorizer),
        CheckDelete = (call, authorizer) => authorizer.Unless(UseRefusal(call, authorizer)),
    };

    /// <summary>Recorded on AWS: of a wrong API it is said that somebody else is changing it.</summary>
    public static Answer Create(OperationCall call) => (
        from request in call.Read(RestJson.Default.RestAuthorizer)
        from api in call.Region.RestApis.GetValueOrDefault(call.Path["restapi_id"])
            .Or(Answer.Conflict("Unable to complete operation due to concurrent modification. Please try again later."))
        from authorizer in Check(New(request))
        from free in authorizer.Unless(api.Content.Authorizers.Values.Any(a => a.Name == authorizer.Name) ? Answer.BadRequest("Authorizer name must be unique") : null)
        select Parts.Keep(call, free.Id!, free)).Answer(201, RestJson.Default.RestAuthorizer);

    public static RestAuthorizer New(RestAuthorizer request) => request with
    {
        Id = Ids.Part(),
        AuthType = request.AuthType ?? (request.Type == "COGNITO_USER_POOLS" ? "cognito_user_pools" : "custom"),
        AuthorizerResultTtlInSeconds = request.AuthorizerResultTtlInSeconds ?? (request.Type == "COGNITO_USER_POOLS" ? null : DefaultTtl),
    };

    /// <summary>Not recorded: the reference's rules, in its words where it has some.</summary>
    private static Outcome<RestAuthorizer> Check(RestAuthorizer authorizer) => authorizer.Unless(authorizer switch
    {
        { Name: null or "" } => Answer.BadRequest("Authorizer name cannot be null or empty"),
        { Type: not ("TOKEN" or "REQUEST" or "COGNITO_USER_POOLS") } => Answer.BadRequest("Invalid authorizer type specified. Valid options are TOKEN,REQUEST,COGNITO_USER_POOLS"),
        { AuthorizerResultTtlInSeconds: < 0 or > MaxTtl } => Answer.BadRequest($"Invalid authorizer TTL specified. Must be between 0 and {MaxTtl}"),
        { Type: "TOKEN" or "REQUEST", AuthorizerUri: null or "" } => Answer.BadRequest("Invalid Authorizer URI: null. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation."),
        { Type: "COGNITO_USER_POOLS", ProviderARNs: null or { Count: 0 } } => Answer.BadRequest("Invalid provider ARN specified"),
        { Type: "TOKEN", IdentitySource: null or "" } => Answer.BadRequest("Identity Source cannot be empty for authorizers of type TOKEN"),
        _ => null,
    });

    private static Answer? UseRefusal(OperationCall call, RestAuthorizer authorizer) =>
        call.Content().Methods().Any(m => m.Method.AuthorizerId == authorizer.Id)
            ? Answer.Conflict($"Unable to delete authorizer '{authorizer.Id}': it is used by a method") // the words are not recorded
            : null;
}
