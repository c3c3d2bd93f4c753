using DirectRoute.Core.Model;

namespace DirectRoute.Local.DataPlane.Authorizers;

/// <summary>Decides who may call.</summary>
internal interface IAuthorizer
{
    /// <summary>Whether the request may go on.</summary>
    /// <param name="exchange">The request; its body is not read yet.</param>
    /// <param name="authorizer">What the API says of the authorizer; null for <c>AWS_IAM</c>, of which there is nothing to say.</param>
    ValueTask<AuthorizerDecision> DecideAsync(Exchange exchange, AuthorizerModel? authorizer);
}
