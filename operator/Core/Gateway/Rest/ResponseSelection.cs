using DirectRoute.Core.Collections;

namespace DirectRoute.Core.Gateway.Rest;

/// <summary>Chooses among an integration's responses.</summary>
internal static class ResponseSelection
{
    /// <summary>A selection pattern must match all of the status, or all of a Lambda function's error message. Null for the default response's.</summary>
    public static BoundedRegex? Pattern(string? pattern) => string.IsNullOrEmpty(pattern) ? null : BoundedRegex.Of($@"\A(?:{pattern})\z");

    /// <summary>The first whose pattern matches, else the first without a pattern; null when there is none.</summary>
    /// <param name="value">Null for a Lambda function that did not fail, which no pattern matches.</param>
    public static PreparedResponse? Choose(ValueList<PreparedResponse> responses, string? value)
    {
        PreparedResponse? other = null;
        foreach (var response in responses)
        {
            if (response.Pattern is null) other ??= response;
            else if (value is not null && response.Pattern.IsMatch(value)) return response;
        }
        return other;
    }
}
