using DirectRoute.Core.Gateway;
using DirectRoute.Core.Policies.Evaluation;
using DirectRoute.Local.DataPlane.Authorizers;

namespace DirectRoute.Local.DataPlane.Access;

/// <summary>Refusals by policies, in the words that AWS's documentation shows.</summary>
internal static class AccessFaults
{
    private const int VisibleDigits = 4;
    private const int AccountPart = 4;

    /// <summary>Policies do not let a request pass.</summary>
    public static GatewayFault Denied(AccessRequest request, AccessDecision decision)
    {
        var user = request.Principal.Names is [var name, ..] ? name : "anonymous";
        var how = decision.Verdict == AccessVerdict.ExplicitDeny ? " with an explicit deny" : "";
        return AuthorizerFaults.AccessDenied($"User: {user} is not authorized to perform: {request.Action} on resource: {Masked(request.Resource ?? "")}{how}", $"{decision.Reason}.");
    }

    /// <summary>AWS shows the last digits of the account alone.</summary>
    private static string Masked(string arn)
    {
        var parts = arn.Split(':', 6);
        if (parts.Length <= AccountPart || parts[AccountPart].Length <= VisibleDigits) return arn;
        parts[AccountPart] = parts[AccountPart][^VisibleDigits..].PadLeft(parts[AccountPart].Length, '*');
        return string.Join(':', parts);
    }
}
