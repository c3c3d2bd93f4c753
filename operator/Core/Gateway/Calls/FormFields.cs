namespace DirectRoute.Core.Gateway.Calls;

/// <summary>Reads a form or a query string.</summary>
internal static class FormFields
{
    private const int MaxFields = 2_000;

    /// <summary>The fields in their order, decoded; those beyond the first 2,000 are left out.</summary>
    public static IEnumerable<NameValue> Read(string text) => text.Split('&', MaxFields + 1, StringSplitOptions.RemoveEmptyEntries).Take(MaxFields)
        .Select(field => field.Split('=', 2))
        .Select(field => new NameValue(Decoded(field[0]), field.Length == 2 ? Decoded(field[1]) : ""));

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
