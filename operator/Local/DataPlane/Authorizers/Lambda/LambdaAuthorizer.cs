using DirectRoute.Core.Manifests;
using DirectRoute.Core.Model;
using DirectRoute.Local.Lambda;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.DataPlane.Authorizers.Lambda;

/// <summary>
/// Asks a function whether a request may go on: <c>TOKEN</c> and <c>REQUEST</c> of REST APIs, <c>REQUEST</c> of HTTP APIs. What it says of an identity is
/// remembered as long as the authorizer says; which methods that identity may call is decided anew each time.
/// </summary>
internal sealed class LambdaAuthorizer(FunctionInvoker functions, TimeProvider clock) : IAuthorizer
{
    /// <summary>How long a function's answer is waited for, in milliseconds.</summary>
    private const int TimeoutInMillis = 29_000;

    private readonly AnswerCache answers = new(clock);

    /// <inheritdoc />
    public async ValueTask<AuthorizerDecision> DecideAsync(Exchange exchange, AuthorizerModel? authorizer)
    {
        if (authorizer is null || FunctionReference.OfUri(authorizer.Uri) is not { } function)
            return AuthorizerDecision.Refuse(AuthorizerFaults.Misconfigured($"{authorizer?.Uri} of the authorizer names no Lambda function."));
        if (IdentityValues.Of(exchange, authorizer) is not { } identity)
            return AuthorizerDecision.Refuse(AuthorizerFaults.Unauthorized("An identity source of the authorizer is missing, or the token does not match identityValidationExpression."));
        var cached = answers.Find(exchange, authorizer, identity);
        var answer = cached ?? await AskAsync(exchange, authorizer, function, identity).ConfigureAwait(false);
        if (cached is null) answers.Add(exchange, authorizer, identity, answer);
        return AuthorizerDecisions.Of(exchange, answer);
    }

    private async ValueTask<AuthorizerAnswer> AskAsync(Exchange exchange, AuthorizerModel authorizer, FunctionReference function, IReadOnlyList<string> identity)
    {
        var start = clock.GetTimestamp();
        var invocation = new Invocation(function, AuthorizerRequest.EventOf(exchange, authorizer, identity), OriginOf(exchange, authorizer), TimeoutInMillis) { Credentials = authorizer.Credentials };
        var result = await functions.InvokeAsync(invocation, exchange.Aborted).ConfigureAwait(false);
        if (result.Response is not { } response) return AuthorizerAnswer.Failed(AuthorizerFaults.Failure(result.Fault?.Detail ?? "The function did not answer."));
        return AnswerReader.Read(response, authorizer, exchange.Protocol == ApiProtocol.HTTP) with { Latency = clock.GetElapsedTime(start) };
    }

    private static CallOrigin OriginOf(Exchange exchange, AuthorizerModel authorizer) =>
        exchange.Stage!.Origin(exchange) with { SourceArn = exchange.Stage.AuthorizerArn(exchange, authorizer) };
}
