using System.Globalization;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Policies.Evaluation;

namespace DirectRoute.Local.DataPlane.Access;

/// <summary>What policies are asked about a request to a deployed API: whether somebody may call <c>execute-api:Invoke</c> on it.</summary>
internal static class InvokeRequest
{
    private const string Action = "execute-api:Invoke";

    /// <summary>The question for whoever does not sign.</summary>
    public static AccessRequest Anonymous(Exchange exchange) =>
        Of(exchange, AccessPrincipal.Anonymous, ContextOf(exchange).With("aws:PrincipalType", "Anonymous").With("aws:PrincipalAccount", "anonymous"));

    /// <summary>The question for a caller.</summary>
    /// <param name="exchange">The request.</param>
    /// <param name="principal">Who calls.</param>
    /// <param name="context">What is known, from <see cref="ContextOf"/>.</param>
    public static AccessRequest Of(Exchange exchange, AccessPrincipal principal, ContextKeys context) =>
        new(principal, Action, exchange.Stage!.MethodArn(exchange), context);

    /// <summary>What is known of a request whoever calls. It came over no VPC, so there is nothing of one.</summary>
    public static ContextKeys ContextOf(Exchange exchange)
    {
        var keys = ContextKeys.Of(
            ("aws:CurrentTime", exchange.ReceivedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            ("aws:EpochTime", exchange.ReceivedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ("aws:SecureTransport", "true"),
            ("aws:RequestedRegion", exchange.Stage!.Region),
            ("aws:ResourceAccount", exchange.Stage.AccountId));
        keys = With(keys, "aws:SourceIp", ContextTree.Read(exchange.Context, "identity.sourceIp"));
        keys = With(keys, "aws:UserAgent", exchange.Request.Headers.Last("User-Agent"));
        return With(keys, "aws:Referer", exchange.Request.Headers.Last("Referer"));
    }

    private static ContextKeys With(ContextKeys keys, string name, string? value) => value is null ? keys : keys.With(name, value);
}
