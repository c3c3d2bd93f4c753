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
            return Changed("spec.protocol", $"{protocol}", $"{api.Spec.Protocol}", "DirectApi");
        if (status.Region is not null && status.Region != region)
            return Changed("spec.region", status.Region, region, "DirectApi");
        if (status.AccountId is not null && status.AccountId != account.AccountId)
            return Changed("spec.accountRef", $"account {status.AccountId}", $"account {account.AccountId}", "DirectApi");
        return null;
    }

    public static Failure? Check(IntegrationRole role, string? arn)
    {
        if (role.Status?.Arn is not { } made || arn is null || made == arn || role.Spec.ExistingRoleArn is not null) return null;
        return Changed("spec.roleName, spec.path or spec.accountRef", made, arn, IntegrationRole.ResourceKind);
    }

    private static Failure Changed(string field, string from, string to, string kind) => new(FailureKind.Invalid, "ImmutableField",
        $"{field}: cannot be changed from {from} to {to}, since what is in AWS would stay behind. Change it back, or make another {kind}.");
}
