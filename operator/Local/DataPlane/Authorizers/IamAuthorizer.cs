using DirectRoute.Core.Gateway;
using DirectRoute.Core.Model;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.State;

namespace DirectRoute.Local.DataPlane.Authorizers;

/// <summary>
/// <c>AWS_IAM</c>: lets requests pass that are signed for API Gateway in the API's region. As on the control plane, whoever names a key is taken for its owner: the
/// signature itself and the caller's right to <c>execute-api:Invoke</c> are not checked. Words that are not recorded are those that AWS is widely reported to answer.
/// </summary>
internal sealed class IamAuthorizer(AccountStates accounts) : IAuthorizer
{
    private const string Service = "execute-api";

    public ValueTask<AuthorizerDecision> DecideAsync(Exchange exchange, AuthorizerModel? authorizer) => new(Decide(exchange));

    private AuthorizerDecision Decide(Exchange exchange)
    {
        if (CredentialScope.Of(exchange.Http.Request) is not { } scope) return AuthorizerDecision.Refuse(NotSigned);
        if (scope.Service != Service) return Invalid($"Credential should be scoped to correct service: '{Service}'. ");
        if (scope.Region != exchange.Stage!.Region) return Invalid($"Credential should be scoped to a valid region, not '{scope.Region}'. ");
        Tell(exchange, accounts.IdentityOf(scope.AccessKeyId));
        return AuthorizerDecision.Allow();
    }

    private static void Tell(Exchange exchange, CallerIdentity caller)
    {
        if (exchange.Context["identity"] is not { } identity) return;
        identity["accessKey"] = caller.AccessKeyId;
        identity["accountId"] = caller.AccountId;
        identity["caller"] = caller.UserId;
        identity["user"] = caller.UserId;
        identity["userArn"] = caller.Arn;
    }

    private static AuthorizerDecision Invalid(string message) => AuthorizerDecision.Refuse(new GatewayFault
    {
        ResponseType = "INVALID_SIGNATURE",
        StatusCode = 403,
        ErrorType = "InvalidSignatureException",
        Message = message,
        Detail = "The request is signed, but not for this API.",
    });

    private static GatewayFault NotSigned { get; } = GatewayFault.NoSuchRestRoute with
    {
        Detail = $"The route has AWS_IAM authorization and the request no signature. Sign it for {Service}, such as with curl --aws-sigv4.",
    };
}
