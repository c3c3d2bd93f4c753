using DirectRoute.Core.Compile;
using DirectRoute.Core.Failures;
using DirectRoute.Operator.Resources;

namespace DirectRoute.Operator.Sync;

/// <summary>
/// Refuses a change that would leave something behind in AWS. The API server refuses most of them itself where it evaluates CEL (1.25 and later);
/// what an AwsAccount stands for, only we can see.
/// </summary>
internal static class ImmutableFields
{
    public static Failure? Check(DirectApi api, AccountFacts account)
    {
        if (api.Status is not { ApiId: not null } status) return null;
        var region = api.Spec.Region ?? account.Region;
        if (status.Protocol is { } protocol && protocol != api.Spec.Protocol)
            return Changed("spec.protocol", $"{protocol}", $"{api.Spec.Protocol}", DirectApi.ResourceKind);
        if (status.Region is not null && status.Region != region)
            return Changed("spec.region", status.Region, region, DirectApi.ResourceKind);
        return CheckAccount(api, account);
    }

    /// <summary>Whether the account is the one that holds the API. In another one nothing would be found, and taken for deleted.</summary>
    public static Failure? CheckAccount(DirectApi api, AccountFacts account) =>
        api.Status?.AccountId is { } made && made != account.AccountId
            ? Changed("spec.accountRef", $"account {made}", $"account {account.AccountId}", DirectApi.ResourceKind)
            : null;

    /// <param name="role">The role; what made it is told by its finalizer, which one of somebody else's never gets.</param>
    /// <param name="arn">The ARN that the manifest asks for now.</param>
    public static Failure? Check(IntegrationRole role, string? arn)
    {
        if (role.Status?.Arn is not { } made || arn is null || made == arn || !ResourceFinalizers.IsOn(role)) return null;
        return Changed("spec.roleName, spec.path, spec.existingRoleArn or spec.accountRef", made, arn, IntegrationRole.ResourceKind);
    }

    /// <summary>Whether the account is the one that holds the role.</summary>
    public static Failure? CheckAccount(IntegrationRole role, AccountFacts account) =>
        role.Status?.Arn is { } made && Arns.AccountOf(made) is var id && id != account.AccountId
            ? Changed("spec.accountRef", $"account {id}", $"account {account.AccountId}", IntegrationRole.ResourceKind)
            : null;

    private static Failure Changed(string field, string from, string to, string kind) => new(FailureKind.Invalid, "ImmutableField",
        $"{field}: cannot be changed from {from} to {to}, since what is in AWS would stay behind. Change it back, or make another {kind}.");
}
