using DirectRoute.Local.DataPlane.Access;
using DirectRoute.Local.DataPlane.Authorizers;
using DirectRoute.Local.DataPlane.Authorizers.Iam;
using DirectRoute.Local.DataPlane.Authorizers.Lambda;
using DirectRoute.Local.DataPlane.Authorizers.Tokens;
using DirectRoute.Local.DataPlane.Http;
using DirectRoute.Local.DataPlane.Rest.UsagePlans;
using DirectRoute.Local.DataPlane.Throttling;
using DirectRoute.Local.Lambda;
using DirectRoute.Local.Roles;
using DirectRoute.Local.State;

namespace DirectRoute.Local.DataPlane;

/// <summary>
/// What a request to a stage passes, in API Gateway's order: who it is comes before what that may have, and what one client may have before what all may have
/// together.
/// </summary>
/// <param name="Rest">Of REST APIs.</param>
/// <param name="Http">Of HTTP APIs, which have no API keys.</param>
internal sealed record StageGates(IReadOnlyList<IGate> Rest, IReadOnlyList<IGate> Http)
{
    public static StageGates Of(LocalOptions options, AccountStates accounts, RoleServices roles, FunctionInvoker functions, IssuerKeys issuers)
    {
        var (headers, route) = (new HeaderSizeGate(), new RouteGate());
        var authorizers = new AuthorizerGate(new()
        {
            Iam = new IamAuthorizer(accounts, new KnownSecrets(options), new CallerPolicies(roles.Known, options)),
            Lambda = new LambdaAuthorizer(functions, options.Clock),
            Cognito = new CognitoAuthorizer(issuers, options),
            Jwt = new JwtAuthorizer(issuers, options),
        });
        var throttle = new ThrottleGate(options.EnforcesQuotas);
        return new(
            [
                headers, route, ResourcePolicyGate.BeforeAuthorizers, authorizers, ResourcePolicyGate.AfterAuthorizers,
                new ApiKeyGate(), new ClientThrottleGate(), throttle, new QuotaGate(),
            ],
            [headers, new PreflightGate(authorizers), route, authorizers, throttle]);
    }
}
