using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.ControlPlane.Rest;

/// <summary>What AWS refuses of a method, in its own words as recorded.</summary>
internal static class MethodRules
{
    private const string Methods = "GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY";
    private const string AuthorizationTypes = "NONE,AWS_IAM,CUSTOM,COGNITO_USER_POOLS";

    public static Outcome<RestMethod> Check(RestMethod method, RestContent content) => method.Unless(Refusal(method, content));

    private static Answer? Refusal(RestMethod method, RestContent content)
    {
        if (!Methods.Split(',').Contains(method.HttpMethod, StringComparer.Ordinal)) return Answer.BadRequest($"Invalid HttpMethod specified. Valid options are {Methods}");
        if (!AuthorizationTypes.Split(',').Contains(method.AuthorizationType, StringComparer.Ordinal))
            return Answer.BadRequest($"Invalid Authorization Type specified. Valid options are {AuthorizationTypes}"); // not recorded
        if (method.AuthorizationType is "CUSTOM" or "COGNITO_USER_POOLS" && !content.Authorizers.ContainsKey(method.AuthorizerId ?? ""))
            return Answer.BadRequest("Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.");
        if (method.RequestValidatorId is { } validator && !content.RequestValidators.ContainsKey(validator))
            return Answer.BadRequest("Invalid Request Validator identifier specified");
        var unknown = method.RequestModels?.Values.FirstOrDefault(m => !content.Models.ContainsKey(m));
        return unknown is null ? null : Answer.BadRequest($"Invalid model identifier specified: {unknown}");
    }
}
