using System.Text.Json.Nodes;
using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Core.Policies.Evaluation;
using DirectRoute.Local.DataPlane.Access;
using DirectRoute.Local.State;

namespace DirectRoute.Local.DataPlane.Authorizers.Iam;

/// <summary>
/// <c>AWS_IAM</c>: lets requests pass that somebody signed who may call <c>execute-api:Invoke</c>. The signature is checked where the secret of its key is known;
/// of a key that was made elsewhere, whoever names it is taken for its owner.
/// </summary>
internal sealed class IamAuthorizer(AccountStates accounts, KnownSecrets secrets, CallerPolicies policies) : IAuthorizer
{
    public async ValueTask<AuthorizerDecision> DecideAsync(Exchange exchange, AuthorizerModel? authorizer)
    {
        var read = SignatureReader.Read(exchange.Request);
        if (read.Signature is not { } signature) return AuthorizerDecision.Refuse(read.Fault!);
        if (SignatureRules.Fault(signature, exchange.Stage!.Region, exchange.ReceivedAt) is { } unfit) return AuthorizerDecision.Refuse(unfit);
        var caller = accounts.IdentityOf(signature.AccessKeyId);
        if (await secrets.FindAsync(caller, exchange.Aborted).ConfigureAwait(false) is { } secret
            && await SignatureCheck.FaultAsync(exchange, signature, secret).ConfigureAwait(false) is { } forged) return AuthorizerDecision.Refuse(forged);
        Tell(exchange, caller);
        var (rights, fault) = await policies.OfAsync(caller, exchange.Aborted).ConfigureAwait(false);
        return rights is null ? AuthorizerDecision.Refuse(fault!) : Decide(exchange, caller, rights);
    }

    /// <summary>Within an account the caller's policies or the API's must allow it, between two accounts both: what an API without a policy never does.</summary>
    private static AuthorizerDecision Decide(Exchange exchange, CallerIdentity caller, CallerRights rights)
    {
        var context = InvokeRequest.ContextOf(exchange)
            .With("aws:PrincipalArn", rights.Arn)
            .With("aws:PrincipalAccount", caller.AccountId)
            .With("aws:PrincipalType", rights.Type)
            .With("aws:userid", caller.UserId);
        var request = InvokeRequest.Of(exchange, rights.Principal, context);
        var rules = new AccessRules { Identity = rights.Identity, Boundary = rights.Boundary, Resource = exchange.Stage!.ResourcePolicy ?? ResourcePolicies.Silent };
        var decision = PolicyEvaluator.Evaluate(rules, request);
        return decision.IsAllowed ? AuthorizerDecision.Allow(exchange.Protocol == ApiProtocol.HTTP ? Iam(caller) : null) : AuthorizerDecision.Refuse(AccessFaults.Denied(request, decision));
    }

    private static void Tell(Exchange exchange, CallerIdentity caller)
    {
        if (exchange.Context["identity"] is not JsonObject identity) return;
        identity["accessKey"] = caller.AccessKeyId;
        identity["accountId"] = caller.AccountId;
        identity["caller"] = caller.UserId;
        identity["user"] = caller.UserId;
        identity["userArn"] = caller.Arn;
    }

    /// <summary>What events in format 2.0 have as <c>authorizer.iam</c>.</summary>
    private static JsonObject Iam(CallerIdentity caller) => new()
    {
        ["accessKey"] = caller.AccessKeyId,
        ["accountId"] = caller.AccountId,
        ["callerId"] = caller.UserId,
        ["cognitoIdentity"] = null,
        ["principalOrgId"] = null,
        ["userArn"] = caller.Arn,
        ["userId"] = caller.UserId,
    };
}
