using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Calls;

/// <summary>Something that IAM must allow for a call.</summary>
/// <param name="Action">Such as <c>sqs:SendMessage</c>.</param>
/// <param name="Resource">The ARN; null when the call does not tell which one it is.</param>
internal sealed record CallPermission(string Action, string? Resource);

/// <summary>All that IAM must allow for a call.</summary>
/// <param name="Permissions">Each must be allowed; none for a call that needs none.</param>
/// <param name="Unknown">Why it cannot be told what the call needs; null when it can.</param>
internal sealed record CallNeeds(ValueList<CallPermission> Permissions, string? Unknown = null);
