using DirectRoute.Core.Gateway;
using DirectRoute.Core.Gateway.Calls;
using DirectRoute.Local.Services;
using DirectRoute.Local.Sts;

namespace DirectRoute.Local.Roles;

/// <summary>Decides as whom a service is called: as the integration's role when there is one and it may, else as the gateway itself.</summary>
internal sealed class CallAuthorizer(RoleGuard guard, CallCredentials sessions)
{
    private const string CallersCredentials = "arn:aws:iam::*:user/*";

    /// <param name="credentials">The integration's; null for none, where the policy of the resource decides on AWS.</param>
    /// <param name="request">The call, after its mappings.</param>
    /// <param name="origin">Which method makes it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<CallAuthority> AuthorizeAsync(string? credentials, BackendRequest request, CallOrigin origin, CancellationToken cancellationToken)
    {
        RoleDecision? decision = null;
        if (!string.IsNullOrEmpty(credentials))
        {
            if (credentials == CallersCredentials)
                return Misconfigured($"The integration's credentials are {CallersCredentials}: calls with the caller's own credentials are not made locally. Name a role.");
            if (RoleArn.Parse(credentials) is not { } role) return Misconfigured($"The integration's credentials are \"{credentials}\", which is no ARN of a role.");
            if (ServiceCallReader.Read(request, Place(role, origin)) is not { } call) return Misconfigured($"The call of {request.Uri} cannot be made: its URI is none of a service of AWS.");
            decision = await guard.DecideAsync(role, call, cancellationToken).ConfigureAwait(false);
            if (!decision.IsAllowed) return new CallAuthority(decision);
        }
        var signer = await sessions.OfAsync(credentials, origin.AccountId, cancellationToken).ConfigureAwait(false);
        return signer.Failure is { } failure ? new CallAuthority(ServiceFaults.NoCredentials(failure)) : new CallAuthority(signer.Credentials!, decision);
    }

    private static CallPlace Place(RoleArn role, CallOrigin origin) => new(role.Partition, origin.Region, role.AccountId);

    private static CallAuthority Misconfigured(string detail) => new(GatewayFault.Misconfigured(detail));
}
