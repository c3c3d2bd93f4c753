using System.Text.Json.Serialization;
using DirectRoute.Local.ControlPlane.Patching;
using DirectRoute.Local.ControlPlane.Rest.UsagePlans;
using DirectRoute.Local.Protocol;

namespace DirectRoute.Local.ControlPlane.Rest.Accounts;

/// <summary>Account: what holds for all APIs of an account in a region. The values are those of the reference's example.</summary>
internal sealed record AccountSettings
{
    /// <summary>The role that API Gateway writes logs with.</summary>
    public string? CloudwatchRoleArn { get; init; }
    public ThrottleSettings ThrottleSettings { get; init; } = new() { BurstLimit = 5000, RateLimit = 10_000 };
    public IReadOnlyList<string> Features { get; init; } = ["UsagePlans"];
    public string ApiKeyVersion { get; init; } = "4";
}

/// <summary>Operations on the account.</summary>
internal static class AccountOperations
{
    private static readonly Patcher<AccountSettings> Patcher = new(
        "updateAccountInput", AccountJson.Default.AccountSettings, PatchWording.Short, PatchRule.Replace("/cloudwatchRoleArn"), new("/features", PatchValue.Member, "add"));

    public static Answer Get(OperationCall call) => Answer.Json(200, call.Region.Account, AccountJson.Default.AccountSettings);

    /// <summary>An empty role unsets it. What the role may do is not looked at; AWS does.</summary>
    public static Answer Update(OperationCall call) => (
        from patch in call.Read(RestJson.Default.PatchRequest)
        from changed in Patcher.Apply(call.Region.Account, patch)
        from account in changed.Unless(Refusal(changed))
        select call.Region.Account = account with { CloudwatchRoleArn = account.CloudwatchRoleArn is { Length: > 0 } role ? role : null })
        .Answer(200, AccountJson.Default.AccountSettings);

    /// <summary>The words are not recorded.</summary>
    private static Answer? Refusal(AccountSettings account) => account switch
    {
        { CloudwatchRoleArn: { Length: > 0 } role } when role.Split(':', 6) is not ["arn", _, "iam", "", _, ['r', 'o', 'l', 'e', '/', ..]] =>
            Answer.BadRequest($"The role ARN is not that of an IAM role: {role}"),
        { Features: not ["UsagePlans"] } => Answer.BadRequest("Invalid feature specified. Valid option is UsagePlans"),
        _ => null,
    };
}

/// <summary>How the shape is read and written: no member is written that is not set.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AccountSettings))]
internal sealed partial class AccountJson : JsonSerializerContext;
