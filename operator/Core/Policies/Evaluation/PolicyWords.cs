using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Policies.Evaluation;

/// <summary>Writes parts of policies for people, shortly.</summary>
internal static class PolicyWords
{
    private const int MaxItems = 3;

    /// <summary>Some items, and how many more there are.</summary>
    public static string List(ValueList<string> items, bool isNot)
    {
        var shown = string.Join(", ", items.Take(MaxItems)) + (items.Count > MaxItems ? $" and {items.Count - MaxItems} more" : "");
        return isNot ? $"all but {shown}" : shown;
    }

    /// <summary>The account in an ARN; null when it names none.</summary>
    public static string? AccountOf(string? arn) => arn?.Split(':', 6) is ["arn", _, _, _, { Length: > 0 } account, _] ? account : null;
}
